"""Prints a plan in full, so that a test can compare it between machines set up differently."""

from tests.disclosure.making import SUMMER, one_line, square
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.protect import protect

TABLES = [
    square([[14, 3, 9], [2, 21, 8], [12, 4, 30]], ident="by_area_and_age"),
    one_line({"a0": 26, "a1": 31, "a2": 46}, ident="by_area", period=SUMMER),
]

if __name__ == "__main__":
    for policy in (POLICIES["nhs_1_7_r5"], POLICIES["under_5"]):
        plan = protect(TABLES, policy)
        print(plan.digest, sorted((k, why.value) for k, why in plan.reasons.items()))  # noqa: T201
        print("protects", sorted(plan.protects.items()))  # noqa: T201 - this is how it answers
