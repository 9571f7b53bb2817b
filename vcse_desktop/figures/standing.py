"""How looking back, capacity, our part beside others, and records of each principle are counted (rule 22)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from vcse_desktop.figures.asking import askings
from vcse_desktop.figures.clock import asked_on
from vcse_desktop.figures.facts import Fact, Touched
from vcse_desktop.figures.gathering import Row
from vcse_desktop.figures.notes import TOGETHER
from vcse_desktop.figures.reading import choices, day, ident, number, text
from vcse_desktop.figures.sessions import held
from vcse_desktop.figures.table import NOT_RECORDED
from vcse_desktop.figures.view import View

_PENCE = 100
_FOR_VOLUNTEERS = ("expenses", "supervision", "training", "thanks")
_ASKED = ("asked_by_us", "asked_of_us")
_MONEY = {"given_to_us": "money_to_us", "given_by_us": "money_by_us"}


def facts(view: View) -> Iterator[Fact | Touched]:
    """Count what the group did about itself in the period, none of it about a person."""
    looked = [row for row in view.records.review if is_of(looked_on(row), view)]
    moved = [row for row in view.records.capacity_support if is_of(moved_on(row), view)]
    yield from _reviews(view, looked)
    for row in moved:
        yield from _capacity(row)
    parts = list(_parts(view))
    yield from parts
    if parts:
        yield Touched("held_in_part", TOGETHER)
    yield from _principles(view, looked, moved)


def is_of(when: date | None, view: View) -> bool:
    """Say whether a day is in the period."""
    return when is not None and when in view.period


def looked_on(row: Row) -> date | None:
    """Return the day of looking back, or the last day of what was looked back on."""
    return day(row, "reviewed_on") or day(row, "period_to")


def moved_on(row: Row) -> date | None:
    """Return the day on which something was asked for, or given."""
    first, second = ("asked_on", "given_on") if text(row, "direction") in _ASKED else ("given_on", "asked_on")
    return day(row, first) or day(row, second)


def _reviews(view: View, looked: Iterable[Row]) -> Iterator[Fact]:
    mine = set()
    for row in looked:
        mine.add(ident(row))
        for one in [*choices(row, "reviewed_by")] or [NOT_RECORDED]:
            yield Fact("reviews", ident(row), {"reviewer": one})
    for row in view.records.action:
        if number(row, "review") in mine:
            yield Fact("actions", ident(row), {})
            if day(row, "done_on"):
                yield Fact("actions_done", ident(row), {})


def _capacity(row: Row) -> Iterator[Fact]:
    direction, pence = text(row, "direction"), number(row, "amount")
    for what in [*choices(row, "what")] or [NOT_RECORDED]:
        if direction:
            yield Fact(direction, ident(row), {"what": what})
        if what in _FOR_VOLUNTEERS:
            asked = direction in _ASKED
            yield Fact("support_asked" if asked else "support_given", ident(row), {"what": what})
    if pence and direction in _MONEY:
        yield Fact(_MONEY[direction], ident(row), {}, (pence + _PENCE // 2) // _PENCE)


def _parts(view: View) -> Iterator[Fact]:
    """Count the sessions of what was done with others, by our part in it."""
    us = {ident(row) for row in view.records.organisation if row.get("is_us")}
    roles: Mapping[int, list[Row]] = defaultdict(list)
    for row in view.records.role:
        roles[number(row, "activity") or 0].append(row)
    for row, _ in held(view):
        parts = roles.get(number(row, "activity") or 0)
        if parts:
            yield Fact("held_in_part", ident(row), {"part": our_part(parts, us)})


def our_part(roles: Iterable[Row], us: set[int]) -> str:
    """Return what we did in something, from the parts that organisations had in it."""
    mine, theirs = set[str](), set[str]()
    for row in roles:
        (mine if number(row, "organisation") in us else theirs).update(choices(row, "roles"))
    if "co_led" in mine or ("led" in mine and {"led", "co_led"} & theirs):
        return "co_led"
    if "led" in mine or (not mine and not {"led", "co_led"} & theirs):
        return "led"
    return "took_part"


def _principles(view: View, looked: Iterable[Row], moved: Iterable[Row]) -> Iterator[Fact]:
    done = {number(row, "activity") for row, _ in held(view)}
    heard = {ident(row): day(row, "heard_on") for row in view.records.insight}
    speaking = {
        "principle_activities": [row for row in view.records.activity if ident(row) in done],
        "principle_askings": askings(view).values(),
        "principle_answers": [
            row
            for row in view.records.response
            if is_of(asked_on(row, heard), view) or is_of(day(row, "told_on"), view)
        ],
        "principle_reviews": looked,
        "principle_capacity": moved,
    }
    for measure, rows in speaking.items():
        for row in rows:
            for principle in choices(row, "principles"):
                yield Fact(measure, ident(row), {"principle": principle})
