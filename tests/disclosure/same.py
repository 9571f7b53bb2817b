"""Prints a plan in full, so that a test can compare it between machines set up differently."""

from collections.abc import Iterator

from tests.disclosure.histories import history
from tests.disclosure.making import SUMMER, Inside, one_line, square
from vcse_desktop.disclosure import audit
from vcse_desktop.disclosure import protect as protecting
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.protect import protect

NHS, U5 = POLICIES["nhs_1_7_r5"], POLICIES["under_5"]
TABLES = [
    square([[14, 3, 9], [2, 21, 8], [12, 4, 30]], ident="by_area_and_age"),
    one_line({"a0": 26, "a1": 31, "a2": 46}, ident="by_area", period=SUMMER),
]

SEED, PACKS = 1, 3
"""A history in which what was told before hides more."""


def said() -> Iterator[str]:
    """Yield all of the plans of these tables, and of those of a history."""
    plans = [protect(TABLES, policy) for policy in (NHS, U5)]
    for policy in (NHS, U5):
        made, _ = history(SEED, policy, PACKS)
        plans += [plan for plan, _ in made.published.values()]
    for plan in plans:
        yield f"{plan.digest} {sorted((k, why.value) for k, why in plan.reasons.items())}"
        yield f"protects {sorted(plan.protects.items())}"


if __name__ == "__main__":
    for module in (audit, protecting):
        vars(module)["Worker"] = Inside  # as a process of its own for each plan takes most of the time
    for line in said():
        print(line)  # noqa: T201 - this is how it answers
