"""The rows of a sign-in sheet as they were typed: who they are, and how long those who helped were there."""

from collections.abc import Sequence
from dataclasses import dataclass

from vcse_desktop.actions.entering import New
from vcse_desktop.records import clock, typed
from vcse_desktop.records.printed import CAME_AT, HOURS
from vcse_desktop.records.typed import NotUnderstood


@dataclass(frozen=True, slots=True)
class Row:
    """One row: an id, somebody New, or None. ``unread`` says that somebody stands there who is not named.

    ``came_at``, ``went_at`` and ``hours`` are the words that were typed.
    """

    who: int | New | None = None
    helped: bool = False
    came_at: str = ""
    went_at: str = ""
    hours: str = ""
    unread: bool = False

    def blank(self) -> bool:
        """Say whether nothing stands in it."""
        return self == Row()


@dataclass(frozen=True, slots=True)
class Wrong:
    """What cannot be understood in a row: its place, which of its boxes, and a marked sentence."""

    row: int
    column: str
    message: str


def minutes_of(row: Row) -> int | None:
    """Return how long somebody was there: the hours that stand there, else from in to out; NotUnderstood."""
    if row.hours.strip():
        return typed.minutes(row.hours.strip())
    return clock.between(row.came_at, row.went_at)


def wrong(rows: Sequence[Row]) -> list[Wrong]:
    """Return what cannot be understood in the rows of those who helped; of others no time is kept."""
    found = []
    for place, row in enumerate(rows):
        try:
            if row.helped:
                minutes_of(row)
        except NotUnderstood as error:
            found.append(Wrong(place, HOURS if row.hours.strip() else CAME_AT, error.message))
    return found
