"""How time given, and who gave it by name, are counted (rules 2, 3, 7, 8 and 9)."""

from collections.abc import Iterator

from vcse_desktop.figures.days import month, overlap, parts, shares
from vcse_desktop.figures.facts import Fact, Touched
from vcse_desktop.figures.given import Given, given
from vcse_desktop.figures.notes import NAMELESS, SPAN, UNDATED
from vcse_desktop.figures.table import Period
from vcse_desktop.figures.view import View

_NOT_COUNTED = ("estimated", "remembered")


def facts(view: View) -> Iterator[Fact | Touched]:
    """Count minutes, and the people by name who gave them."""
    for one in given(view):
        if one.span is None:
            yield from _undated(view, one)
        else:
            yield from _minutes(view, one, one.span)
            yield from _person(view, one, one.span)


def _undated(view: View, one: Given) -> Iterator[Fact | Touched]:
    yield _time("undated_hours", view, one, {}, one.minutes or 0)
    yield Touched("hours", UNDATED)


def _minutes(view: View, one: Given, span: Period) -> Iterator[Fact | Touched]:
    certainty = one.code("certainty")
    at = {"activity": one.activity, "kind": one.code("kind"), "certainty": certainty}
    made = shares(one.minutes or 0, span, view.period)
    for share in made:
        here = at | {"month": share.month}
        yield _time("hours", view, one, here, share.minutes)
        if certainty in _NOT_COUNTED:
            yield _time("hours_not_counted", view, one, here, share.minutes)
    if made and made[0].minutes != one.minutes:
        yield Touched("hours", SPAN)


def _time(measure: str, view: View, one: Given, at: dict[str, str], minutes: int) -> Fact:
    """Time that nobody is named for was given by at least one; an erased person stays one giver."""
    giver = one.person or 0
    return Fact(measure, one.id, at, minutes, max(one.heads, 1), view.people.get(giver, giver))


def _person(view: View, one: Given, span: Period) -> Iterator[Fact | Touched]:
    days = overlap(span, view.period)
    if one.person is None or days is None:
        return
    if one.person in view.people:
        person = view.people[one.person]
        at = {"activity": one.activity, "kind": one.code("kind")}
        for part in parts(days):
            for why in view.reasons[person]:
                yield Fact("volunteers", person, at | {"month": month(part.start), "why": why})
    else:
        yield Touched("volunteers", NAMELESS)
