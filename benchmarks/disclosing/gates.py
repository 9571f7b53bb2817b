"""What was measured beside what it may be, and a table of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import isfinite


@dataclass(frozen=True, slots=True)
class Gate:
    """A figure and its bound: the most that it may be, or the least where ``least`` is so.

    ``goal`` is what the design wants; nothing fails for it. What is ``owed`` is known not to be reached yet:
    that is said every time, and nothing fails for it either.
    """

    name: str
    value: float
    bound: float
    unit: str = ""
    goal: float | None = None
    least: bool = False
    owed: bool = False

    @property
    def passed(self) -> bool:
        return self.value >= self.bound if self.least else self.value <= self.bound

    def line(self) -> str:
        """Return one line of the table."""
        value = f"{self.value:.4g}" if isfinite(self.value) else "not finished"
        bound = f"{'at least' if self.least else 'at most'} {self.bound:g} {self.unit}".strip()
        goal = "" if self.goal is None else f", goal {self.goal:g}"
        missed = "" if self.passed else "   NOT REACHED YET" if self.owed else "   PAST ITS LIMIT"
        return f"{self.name:<62} {value:>12}  {bound}{goal}{missed}"


def judged(gates: Iterable[Gate]) -> int:
    """Print all gates and return 1 if one is past its limit."""
    found = list(gates)
    print("\nWhat the bench stands for")
    for gate in found:
        print("  " + gate.line())
    past = [gate.name for gate in found if not gate.passed and not gate.owed]
    owed = [gate.name for gate in found if not gate.passed and gate.owed]
    if owed:
        print(f"  not reached yet: {'; '.join(owed)}")
    print(f"  past their limits: {'; '.join(past)}" if past else "  all within their limits")
    return int(bool(past))
