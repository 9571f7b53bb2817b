"""Draws that come out the same on every computer and with every version of Python."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

Thing = TypeVar("Thing")
_SATURDAY = 5


class Dice:
    """A stream of draws of its own for each name, on ``random()``: the one draw Python never changes."""

    def __init__(self, name: str) -> None:
        self._draw = random.Random(f"example {name}").random  # noqa: S311 - nobody shall be surprised

    def chance(self, share: float) -> bool:
        """Say yes in this share of all draws."""
        return self._draw() < share

    def between(self, low: int, high: int) -> int:
        """Return a whole number; both ends are possible."""
        return low + int(self._draw() * (high - low + 1))

    def one(self, things: Sequence[Thing]) -> Thing:
        """Return one of them."""
        return things[self.between(0, len(things) - 1)]

    def some(self, things: Sequence[Thing], n: int) -> list[Thing]:
        """Return n of them, or all when there are fewer, in their order."""
        places = sorted(range(len(things)), key=lambda _: self._draw())
        return [things[place] for place in sorted(places[:n])]

    def weighted(self, weights: Mapping[str, int]) -> str:
        """Return one of the keys, more often those with more weight."""
        return self.one([key for key, weight in weights.items() for _ in range(weight)])

    def weekday(self, month: str) -> str:
        """Return a day from Monday to Friday in the first four weeks of a month such as 2024-02."""
        day = date.fromisoformat(f"{month}-{self.between(1, 26):02}")
        return (day + timedelta(days=2 if day.weekday() >= _SATURDAY else 0)).isoformat()
