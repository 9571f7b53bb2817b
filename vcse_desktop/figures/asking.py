"""How pieces of asking are counted: rungs, lead time, duties, who was there, ways, barriers, cost."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from vcse_desktop.figures.clock import middle
from vcse_desktop.figures.facts import Fact
from vcse_desktop.figures.gathering import Row
from vcse_desktop.figures.reading import choices, day, ident, links, number, text
from vcse_desktop.figures.sessions import held
from vcse_desktop.figures.table import NOT_RECORDED, Period
from vcse_desktop.figures.view import View

_PENCE = 100
_BETTER = ("worked", "partly")


def askings(view: View) -> Mapping[int, Row]:
    """Return the pieces of asking that were open on a day of the period."""
    return {ident(row): row for row in view.records.engagement if is_open(row, view.period)}


def is_open(row: Row, period: Period) -> bool:
    """Say whether people were asked on a day of the period; without any day nobody knows."""
    opens, closes = day(row, "opens"), day(row, "closes")
    first, last = opens or closes, closes or opens
    return first is not None and last is not None and first <= period.end and period.start <= last


def lead(row: Row) -> int | None:
    """Return the days from the first asking to the change; None where a day is missing or the wrong way."""
    opens, change = day(row, "opens"), day(row, "change_on")
    return (change - opens).days if opens and change and opens <= change else None


def facts(view: View) -> Iterator[Fact]:
    """Count the pieces of asking of the period, and what belongs to each."""
    mine = askings(view)
    for asking, row in mine.items():
        yield Fact("rung_planned", asking, {"rung": text(row, "rung_planned") or NOT_RECORDED})
        yield Fact("rung_reached", asking, {"rung": text(row, "rung_actual") or NOT_RECORDED})
        at = {"stage": text(row, "stage") or NOT_RECORDED}
        yield Fact("askings", asking, at)
        for duty in choices(row, "duty"):
            yield Fact("under_duty", asking, {"duty": duty})
    days = {asking: found for asking, row in mine.items() if (found := lead(row)) is not None}
    yield from (Fact("lead_known", asking, {}) for asking in days)
    if days:
        yield Fact("lead_median", 0, {}, middle(days.values()))
        yield Fact("lead_shortest", 0, {}, min(days.values()))
    yield from _parts(view, mine)


def _parts(view: View, mine: Mapping[int, Row]) -> Iterator[Fact]:
    for row in view.records.stakeholder:
        if number(row, "engagement") in mine and text(row, "group"):
            at = {"stakeholder": text(row, "group")}
            yield Fact("with_group", ident(row), at)
            yield Fact("took_part", ident(row), at, number(row, "n") or 0)
    reached: dict[int, int] = defaultdict(int)
    for row in view.records.audience:
        asking, n = number(row, "engagement") or 0, number(row, "reached") or 0
        if asking in mine:
            at = {"technique": text(row, "technique") or NOT_RECORDED}
            yield Fact("used_method", ident(row), at)
            yield Fact("reached", ident(row), at, n)
            reached[asking] += n
    yield from _cost(view, mine, reached)
    yield from _barriers(view, mine)
    yield from _missing(view)


def _missing(view: View) -> Iterator[Fact]:
    """Count the sessions of asking at which somebody should have been in the room."""
    for row, _ in held(view):
        if any(links(row, "engagements")):
            for community in choices(row, "missing"):
                yield Fact("missing_at", ident(row), {"community": community})


def _cost(view: View, mine: Mapping[int, Row], reached: Mapping[int, int]) -> Iterator[Fact]:
    """Yield what each cost in all its days, and whom it reached; only where its cost is known."""
    for asking, row in mine.items():
        pence, at = number(row, "cost_money"), {"asking": view.askings[asking].code}
        if pence:
            yield Fact("asking_cost", asking, at, (pence + _PENCE // 2) // _PENCE)
            yield Fact("asking_reached", asking, at, reached.get(asking, 0))


def _barriers(view: View, mine: Mapping[int, Row]) -> Iterator[Fact]:
    there = {ident(row) for row, _ in held(view)}
    for row in view.records.barrier:
        if number(row, "engagement") in mine or number(row, "session") in there:
            at = {"barrier": text(row, "barrier") or NOT_RECORDED}
            yield Fact("barriers", ident(row), at)
            if text(row, "fix"):
                yield Fact("fixes", ident(row), at)
            if text(row, "result") in _BETTER:
                yield Fact("fixes_worked", ident(row), at)
