"""How many seconds each suite may take with two workers, and how many it took."""

from collections import Counter
from collections.abc import Iterable

BUDGETS = {
    "unit": 180,
    "windows": 240,
    "faults": 120,
    "attacks": 120,
    "disclosure": 90,
    "reports": 120,
    "journeys": 90,
}
FOLDERS = {"ui": "windows", "accessibility": "windows"} | {name: name for name in BUDGETS}


def suite(node: str) -> str:
    """Return the suite of a test by its folder; what has no suite of its own is a unit test."""
    parts = node.partition("::")[0].replace("\\", "/").split("/")
    return next((FOLDERS[part] for part in parts if part in FOLDERS), "unit")


def lines(durations: Iterable[tuple[str, float]], workers: int) -> list[str]:
    """Return a line for each suite that ran: seconds beside budget, and a word where it went past."""
    spent: Counter[str] = Counter()
    for node, seconds in durations:
        spent[suite(node)] += seconds  # type: ignore[assignment]
    return [
        f"{name:<12}{spent[name] / workers:7.1f} s of {most} s"
        + ("  PAST ITS BUDGET" if spent[name] / workers > most else "")
        for name, most in BUDGETS.items()
        if name in spent
    ]
