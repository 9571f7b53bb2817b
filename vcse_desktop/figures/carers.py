"""How carers, and people drawing on care and support, are counted (rules 13 and 21)."""

from collections import defaultdict
from collections.abc import Iterator

from vcse_desktop.figures.days import month
from vcse_desktop.figures.facts import Fact, Touched
from vcse_desktop.figures.gathering import Row
from vcse_desktop.figures.notes import CARING, UNDATED
from vcse_desktop.figures.reading import choices, day, ident, number, text
from vcse_desktop.figures.table import NOT_ASKED, NOT_RECORDED
from vcse_desktop.figures.view import View

FOR_CARERS, _FOR_SUPPORTED = ("carer", "both"), ("person_supported", "both")
_CARES, _INVOLVED = ("yes", "would_not_use_word"), ("yes", "partly")


def facts(view: View) -> Iterator[Fact | Touched]:
    """Count carers identified, supported and involved, and people drawing on care, named and unnamed."""
    for row in view.records.support:
        when = day(row, "date")
        if when is None:
            yield Fact("undated_contacts", ident(row), {})
            yield Touched("supported_contacts", UNDATED)
        elif when in view.period:
            yield from _contact(view, row, view.at(when, view.session(row)))
    contacts = defaultdict(list)
    for row in view.records.support:
        contacts[view.people.get(number(row, "person") or 0)].append(row)
    for person in view.persons:
        yield from _identified(view, person, contacts[person])


def _contact(view: View, row: Row, at: dict[str, str]) -> Iterator[Fact | Touched]:
    person = view.people.get(number(row, "person") or 0)
    member, who = (ident(row), "contacts") if person is None else (person, "people")
    if person is not None:
        yield Fact("supported", person, at)
    if text(row, "who_for") in FOR_CARERS:
        yield from _carer(row, member, who, at)
    if text(row, "who_for") in _FOR_SUPPORTED:
        yield from _drawing_on_care(row, member, who, at)
    if text(row, "hours_band") or number(row, "break_hours"):
        yield Touched("hours", CARING)


def _carer(row: Row, member: int, who: str, at: dict[str, str]) -> Iterator[Fact]:
    involved = text(row, "involved")
    asked = {"involved": involved or NOT_ASKED, "assessment": text(row, "assessment") or NOT_RECORDED}
    yield Fact(f"supported_{who}", member, at | asked)
    if involved in _INVOLVED:
        yield Fact(f"involved_{who}", member, at)
    if who == "contacts" and row.get("newly_identified"):
        yield Fact("identified_contacts", member, at)


def _drawing_on_care(row: Row, member: int, who: str, at: dict[str, str]) -> Iterator[Fact]:
    for moment in [*choices(row, "involved_in")] or [NOT_ASKED]:
        yield Fact(f"care_{who}", member, at | {"moment": moment})
        if text(row, "involved") in _INVOLVED:
            yield Fact(f"care_involved_{who}", member, at | {"moment": moment})


def _identified(view: View, person: int, contacts: list[Row]) -> Iterator[Fact]:
    """Count a carer by name on the first day that their records hold, under the activities of that day."""
    days = [one for one in (day(row, "identified_on") for row in view.persons[person]) if one]
    if days and min(days) in view.period:
        first = {view.activity(view.session(row)) for row in contacts if day(row, "date") == min(days)}
        for activity in first or {NOT_RECORDED}:
            yield Fact("identified_people", person, {"month": month(min(days)), "activity": activity})
    if not days and view.answer(person, "carer") in _CARES:
        yield Fact("undated_identified", person, {})
