"""How sessions, and those who came to them, are counted (rules 1, 2, 4 and 6)."""

from collections.abc import Iterator
from datetime import date

from vcse_desktop.figures.facts import Fact, Touched
from vcse_desktop.figures.gathering import Row
from vcse_desktop.figures.notes import LARGER_CAME, NAMELESS, UNDATED
from vcse_desktop.figures.reading import day, ident, links, number, text
from vcse_desktop.figures.table import NOT_RECORDED
from vcse_desktop.figures.view import View

CANCELLED, PLANNED = "cancelled", "planned"


def facts(view: View) -> Iterator[Fact | Touched]:
    """Count the sessions of the period, and who came to them."""
    for row in view.records.session:
        when = day(row, "date")
        if planned(row):
            continue
        if when is None:
            yield Fact("undated_sessions", ident(row), {})
            yield Touched("held", UNDATED)
        elif when in view.period:
            at = view.at(when, row) | {"certainty": text(row, "certainty") or NOT_RECORDED}
            yield from (_numbers(row, at) if ran(row) else [Fact("cancelled", ident(row), at)])
    for row, when in held(view):
        for person in set(links(row, "came")):
            if person in view.people:
                yield Fact("came", view.people[person], view.at(when, row))
            else:
                yield Touched("came", NAMELESS)


def held(view: View) -> Iterator[tuple[Row, date]]:
    """Return the sessions that ran in the period, and their days."""
    for row in view.records.session:
        when = day(row, "date")
        if when is not None and when in view.period and ran(row):
            yield row, when


def ran(row: Row) -> bool:
    """Say whether a session took place, with or without anybody there; a blank status says so too."""
    return text(row, "status") not in (CANCELLED, PLANNED)


def planned(row: Row) -> bool:
    """Say whether a session is still to come: it counts nowhere."""
    return text(row, "status") == PLANNED


def attendances(row: Row) -> int | None:
    """Return how many came: the largest of their number, the names, and the carers among them; or None."""
    names = len(set(links(row, "came"))) or None
    known = [n for n in (number(row, "people_n"), names, number(row, "carers_n")) if n is not None]
    return max(known, default=None)


def _numbers(row: Row, at: dict[str, str]) -> Iterator[Fact | Touched]:
    session, came, carers = ident(row), attendances(row), number(row, "carers_n")
    yield Fact("held", session, at)
    if came is None:
        yield Fact("without_number", session, at)
    else:
        yield Fact("attendances", session, at, came)
    if carers is None:
        yield Fact("carers_not_asked", session, at)
    else:
        yield Fact("carers_came", session, at, carers)
    if came is not None and number(row, "people_n") is not None and [*links(row, "came")]:
        yield Touched("attendances", LARGER_CAME)
