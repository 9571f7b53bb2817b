"""How helpers are counted by heads, named or not (rule 5)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from vcse_desktop.figures.days import month, overlap, parts
from vcse_desktop.figures.facts import Fact, Touched
from vcse_desktop.figures.gathering import Row
from vcse_desktop.figures.given import Given, given
from vcse_desktop.figures.notes import LARGER_HELPED
from vcse_desktop.figures.reading import ident, number
from vcse_desktop.figures.sessions import held, ran
from vcse_desktop.figures.view import View


def facts(view: View) -> Iterator[Fact | Touched]:
    """Count helpers once in each session that ran, and once in each row of time outside of these."""
    listed: Mapping[int, list[Given]] = defaultdict(list)
    for one in given(view):
        if one.session and ran(one.session):
            listed[ident(one.session)].append(one)
        else:
            yield from _outside(view, one)
    for session, when in held(view):
        yield from _inside(session, view.at(when, session), listed[ident(session)])


def _inside(session: Row, at: dict[str, str], rows: Sequence[Given]) -> Iterator[Fact | Touched]:
    noted, listed = number(session, "helpers_n"), _heads(rows)
    if noted is None and not listed:
        yield Fact("helpers_not_recorded", ident(session), at)
        return
    helpers = max(noted or 0, listed)
    timed = _heads([one for one in rows if one.minutes is not None])
    yield Fact("helpers", ident(session), at, helpers)
    yield Fact("without_hours", ident(session), at, helpers - timed)
    if noted is not None and listed not in (0, noted):
        yield Touched("helpers", LARGER_HELPED)


def _outside(view: View, one: Given) -> Iterator[Fact]:
    days = overlap(one.span, view.period) if one.span else None
    for part in parts(days) if days else ():
        at = {"month": month(part.start), "activity": one.activity}
        if one.heads:
            yield Fact("helpers", one.id, at, one.heads)
        else:
            yield Fact("helpers_not_recorded", one.id, at)
        if one.minutes is None:
            yield Fact("without_hours", one.id, at, one.heads)


def _heads(rows: Sequence[Given]) -> int:
    """Return how many helpers the rows of one session speak of; a name in two of them is one helper.

    The name counts as it was written, so joining two persons later changes no number of helpers (rule 17).
    """
    return len({one.person for one in rows} - {None}) + sum(one.unnamed for one in rows)
