"""What a row of time says once its session is known: whose time, how many, which days."""

from collections.abc import Iterator
from dataclasses import dataclass

from vcse_desktop.figures.gathering import Row
from vcse_desktop.figures.reading import day, ident, number, text
from vcse_desktop.figures.sessions import planned
from vcse_desktop.figures.table import NOT_RECORDED, Period
from vcse_desktop.figures.view import View


@dataclass(frozen=True, slots=True)
class Given:
    """One row of time. ``activity`` is a code, ``person`` the id as it was written; a blank is None."""

    id: int
    row: Row
    session: Row | None
    span: Period | None
    activity: str
    person: int | None
    unnamed: int
    minutes: int | None

    @property
    def heads(self) -> int:
        """Return how many people gave this time, as far as anybody wrote it down."""
        return (self.person is not None) + self.unnamed

    def code(self, field: str) -> str:
        """Return the code of a choice."""
        return text(self.row, field) or NOT_RECORDED


def given(view: View) -> Iterator[Given]:
    """Return the rows of time; those of a planned session count nowhere."""
    for row in view.records.time_given:
        session = view.session(row)
        if session is None or not planned(session):
            yield Given(
                ident(row),
                row,
                session,
                _span(row, session),
                view.activity(session, row),
                number(row, "person"),
                number(row, "helpers_n") or 0,
                number(row, "hours"),
            )


def _span(row: Row, session: Row | None) -> Period | None:
    """Return the days of a row of time; a row without a day has the day of its session."""
    start = day(row, "date") or (day(session, "date") if session else None)
    return Period(start, max(start, day(row, "until") or start)) if start else None
