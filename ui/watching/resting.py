"""When to warn, to cover and to lock: decided from how long a computer was not used, by clocks handed in."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

WARNING = 30
"""Seconds before the screen is covered or everything is locked in which that is said."""
SLEPT = 60
"""Seconds that no clock of a waking program loses: the computer slept, or somebody was elsewhere with it."""
Clock = Callable[[], float]


class What(Enum):
    """What is to be done."""

    NOTHING = "nothing"
    WARN = "warn"
    COVER = "cover"
    LOCK = "lock"


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done now; of a warning, what comes in how many seconds."""

    what: What
    comes: What = What.NOTHING
    seconds: int = 0


class Resting:
    """``clock`` counts seconds of waking and ``wall`` the seconds of the day; either may jump."""

    def __init__(self, clock: Clock, wall: Clock) -> None:
        self._clock, self._wall = clock, wall
        self._last = (clock(), wall())
        self.cover = self.lock = 0.0

    def times(self, cover: float, lock: float) -> None:
        """Cover and lock after so many seconds; 0 for never."""
        self.cover, self.lock = cover, lock

    def step(self, idle: float, *, covered: bool) -> Step:
        """Return what is to be done when nobody has used the computer for these seconds.

        A computer that slept is locked, whatever it says of its use.
        """
        if self._slept():
            return Step(What.LOCK)
        due = [(self.lock - idle, What.LOCK)] if self.lock else []
        if self.cover and not covered:
            due.append((self.cover - idle, What.COVER))
        passed = [what for left, what in due if left <= 0]
        if passed:
            return Step(What.LOCK if What.LOCK in passed else What.COVER)
        left, comes = min(due, key=lambda one: one[0], default=(math.inf, What.NOTHING))
        return Step(What.WARN, comes, math.ceil(left)) if left <= WARNING else Step(What.NOTHING)

    def _slept(self) -> bool:
        before, self._last = self._last, (self._clock(), self._wall())
        return max(now - then for now, then in zip(self._last, before, strict=True)) > SLEPT
