"""The rules for hiding: what each does with a number, and which may stand in for which."""

from dataclasses import dataclass
from enum import Enum

Window = tuple[int, int | None]
"""The lowest and the highest true number that a reader must reckon with; None is "no end"."""

QUARTER_HOUR, FIVE_HOURS = 15, 300


class Status(Enum):
    """What a reader gets; "hidden" is one mark, whatever the reason."""

    SHOWN = "shown"
    ROUNDED = "rounded"
    HIDDEN = "hidden"
    AT_LEAST = "at_least"  # never in a table: what quotes tell of those whose words they are


Published = tuple[Status, int | None, Window]
"""The mark, the number (None when hidden), and what a reader then knows."""
HIDDEN: Published = (Status.HIDDEN, None, (0, None))


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
ROUND_5 = Policy("round_5", 1, 5)
"""For tables that are marked not sensitive, never a floor: it hides nothing."""

_NOT_LOOSER = {
    "nhs_1_7_r5": {"nhs_1_7_r5", "under_5"},
    "under_10_r5": {"nhs_1_7_r5", "under_10_r5", "under_10", "under_5"},
    "under_10": {"under_10", "under_5"},
    "under_5": {"under_5"},
}


def not_looser(policy: Policy, floor: Policy, *, sensitive: bool = True) -> bool:
    """Say whether a table may go out under ``policy`` where ``floor`` is the least allowed."""
    if policy.code == ROUND_5.code:
        return not sensitive
    return (
        floor.code in _NOT_LOOSER[policy.code]
        and policy.zero_protected >= floor.zero_protected
        and policy.share_pct >= floor.share_pct
    )


def publish(policy: Policy, value: int) -> Published:
    """Return what becomes of a number of people."""
    if 1 <= value < policy.threshold:
        return HIDDEN
    if policy.round_base == 1 or (value == 0 and policy.threshold > 1):
        return Status.SHOWN, value, (value, value)
    half = policy.round_base // 2
    near = policy.round_base * ((value + half) // policy.round_base)
    least = 0 if policy.threshold == 1 else policy.threshold
    return Status.ROUNDED, near, (max(least, near - half), near + half)


def publish_minutes(policy: Policy, minutes: int) -> Published:
    """Return what becomes of hours that may be shown, in minutes: the nearest five hours, or quarter.

    No minutes at all is shown as it is. Half a step goes up.
    """
    if minutes == 0:
        return Status.SHOWN, 0, (0, 0)
    step = QUARTER_HOUR if policy.round_base == 1 else FIVE_HOURS
    near = step * ((2 * minutes + step) // (2 * step))
    return Status.ROUNDED, near, (max(1, near - step // 2), near + (step - 1) // 2)
