"""How support is counted by what it was and whom it was for, and a council's quarter (rule 23)."""

from collections.abc import Iterator

from vcse_desktop.figures.carers import FOR_CARERS
from vcse_desktop.figures.facts import Fact, Touched
from vcse_desktop.figures.gathering import Row
from vcse_desktop.figures.notes import CARRIED
from vcse_desktop.figures.reading import choices, day, ident, number, text
from vcse_desktop.figures.table import NOT_RECORDED
from vcse_desktop.figures.view import View


def facts(view: View) -> Iterator[Fact | Touched]:
    """Count support each time it was given, breaks among it, and cases by the days that they have."""
    for row in view.records.support:
        for_carer, when = text(row, "who_for") in FOR_CARERS, day(row, "date")
        if for_carer:
            yield from _quarter(view, row)
        if when is not None and when in view.period:
            yield Fact("support_times", ident(row), {"who_for": text(row, "who_for") or NOT_RECORDED})
            if for_carer:
                yield from _carer(view, row)


def _carer(view: View, row: Row) -> Iterator[Fact]:
    minutes = number(row, "break_hours") or 0
    if minutes or "break" in choices(row, "what"):
        yield Fact("breaks", ident(row), {})
    if minutes:
        giver = number(row, "person") or 0
        yield Fact("break_hours", ident(row), {}, minutes, 1, view.people.get(giver, giver))
    for tag in choices(row, "matters_tags"):
        yield Fact("matters_times", ident(row), {"matters": tag})


def _quarter(view: View, row: Row) -> Iterator[Fact | Touched]:
    received, accepted, closed = (day(row, code) for code in ("received_on", "accepted_on", "closed_on"))
    start = view.period.start
    if received is not None and received < start and (closed is None or closed >= start):
        yield Fact("carried_over", ident(row), {})
        yield Touched("carried_over", CARRIED)
    for measure, when in (("received", received), ("accepted", accepted), ("closed", closed)):
        if when is not None and when in view.period:
            yield Fact(measure, ident(row), {})
