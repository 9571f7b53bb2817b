"""How connections are counted: those that were made or passed on, by whether people got where they wanted."""

from collections.abc import Iterator

from vcse_desktop.figures.facts import Fact, Touched
from vcse_desktop.figures.notes import UNDATED
from vcse_desktop.figures.reading import day, ident, text
from vcse_desktop.figures.table import NOT_RECORDED
from vcse_desktop.figures.view import View

DAYS = ("made_on", "checked_on", "ended_on")
"""The days of a connection: the first that is known says in which period it counts."""


def facts(view: View) -> Iterator[Fact | Touched]:
    """Count each connection once; an offer or a wish that led to nothing yet is none."""
    for row in view.records.connection:
        outcome = text(row, "outcome")
        if not outcome and not text(row, "made_on"):
            continue
        when = next(filter(None, (day(row, code) for code in DAYS)), None)
        if when is None:
            yield Touched("connections", UNDATED)
        elif when in view.period:
            yield Fact("connections", ident(row), {"outcome": outcome or NOT_RECORDED})
