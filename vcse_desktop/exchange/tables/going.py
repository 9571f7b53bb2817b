"""How far the reading of a file is, and whether somebody wants it to end."""

from collections.abc import Callable
from dataclasses import dataclass

from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_

Progress = Callable[[int, int], None]
"""Told how many of how many steps are done."""
Cancelled = Callable[[], bool]
"""Asked now and then whether to end."""
STEPS = 100


class Stopped(Refused):
    """Somebody pressed Stop while a file was read."""

    def __init__(self) -> None:
        super().__init__(N_("Stopped"), N_("Nothing was made, and your records are as they were."))


@dataclass(frozen=True, slots=True)
class Going:
    """Tells ``progress`` how far it is and asks ``cancelled`` whether to end; either may be missing.

    A part of the work has a Going of its own, which tells the steps from ``first`` to ``last`` of 100.
    """

    progress: Progress | None = None
    cancelled: Cancelled | None = None
    first: int = 0
    last: int = STEPS

    def look(self) -> None:
        """Stopped when it is to end."""
        if self.cancelled is not None and self.cancelled():
            raise Stopped

    def on(self, done: int, total: int) -> None:
        """Say that so much of this part is done; Stopped when it is to end."""
        self.look()
        if self.progress is not None:
            share = min(max(done, 0), total) * (self.last - self.first) // max(total, 1)
            self.progress(self.first + share, STEPS)

    def part(self, number: int, parts: int) -> "Going":
        """Return the Going of one of so many parts, the first of which is 0."""
        wide = self.last - self.first
        first = self.first + wide * number // max(parts, 1)
        return Going(self.progress, self.cancelled, first, self.first + wide * (number + 1) // max(parts, 1))
