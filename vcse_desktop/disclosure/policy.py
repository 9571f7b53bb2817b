"""The rules for hiding: what each does with a number, and which may stand in for which."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """Numbers from 1 to ``threshold`` - 1 are hidden, the others rounded to ``round_base``."""

    code: str
    threshold: int
    round_base: int = 1
    zeros: str = "shown"
    zero_protected: frozenset[str] = frozenset()
    share_pct: int = 10
    version: int = 1


POLICIES = {
    policy.code: policy
    for policy in (
        Policy("nhs_1_7_r5", 8, 5),
        Policy("under_10_r5", 10, 5),
        Policy("under_10", 10),
        Policy("under_5", 5),
    )
}
