"""Saving a form: what was typed in it as values, and the record with those it names for the first time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.open_places import place_of_postcode
from vcse_desktop.actions.reading_over import Pressed, note
from vcse_desktop.actions.recording import NotSound, living, must_be_sound, no_longer_checked, today
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import KINDS, TABLES
from vcse_desktop.records.fields import Kind, Lists, Problem, RecordKind, Values
from vcse_desktop.records.postcodes import whole
from vcse_desktop.records.typed import NotUnderstood, understand
from vcse_desktop.records.validation import problems
from vcse_desktop.store.unit import Unit
from vcse_desktop.store.vault import Vault

__all__ = ["New", "begun", "enter", "judged", "named_by", "today", "understood", "whole"]

FOR_A_CARER = ("carer", "both")
"""Whom support was for, when it makes somebody known as a carer."""
NO_SUCH_POSTCODE = N_(
    "Nobody here knows where this postcode is. Look at it again, or choose a place from the list."
)
PLACE = "place"
TYPED = (Kind.DATE, Kind.NUMBER, Kind.COUNT, Kind.HOURS)
"""The kinds of field whose values a person types in words of their own."""


@dataclass(frozen=True, slots=True)
class New:
    """A record that a form names for the first time; it stands where its id will stand."""

    kind: str
    name: str


def named_by(kind: str) -> str:
    """Return the field that names a record of this kind, where a name is enough to make one; else ""."""
    needed = [field for field in KINDS[kind].fields if field.required] if kind in KINDS else []
    return needed[0].code if [field.kind for field in needed] == [Kind.TEXT] else ""


def begun(kind: str) -> dict[str, object]:
    """Return what a new record of a kind begins with: today, where a day is needed."""
    needed = (field for field in KINDS[kind].fields if field.required and field.kind is Kind.DATE)
    return {field.code: today().isoformat() for field in needed}


def understood(kind: RecordKind, values: Values, lists: Lists) -> tuple[dict[str, object], list[Problem]]:
    """Return the values with typed days, numbers and times read, and what could not be: those stay words."""
    made, wrong = dict(values), []
    for field in kind.fields:
        words = values.get(field.code)
        if field.kind in TYPED and isinstance(words, str):
            try:
                made[field.code] = understand(field, words, lists)
            except NotUnderstood as error:
                wrong.append(Problem(field.code, error.message))
    return made, wrong


def judged(kind: RecordKind, values: Values, lists: Lists, on: date) -> list[Problem]:
    """Return everything wrong with what was typed, in the order of the form."""
    made, misread = understood(kind, values, lists)
    unread = {problem.field for problem in misread}
    stand_in = {code: None if code in unread else _known(value) for code, value in made.items()}
    others = [one for one in problems(kind, stand_in, lists, today=on) if one.field not in unread]
    order = [field.code for field in kind.fields]
    return sorted([*misread, *others], key=lambda one: order.index(one.field) if one.field in order else -1)


def enter(
    vault: Vault, kind: str, record: int | None, values: Values, pressed: Pressed = MappingProxyType({})
) -> Changed:
    """Add a record (None), or change these fields of one, and add those that it names first: one step.

    ``pressed`` are the texts of an insight that somebody has just checked for names. Raises NotSound when a
    value cannot be kept, and Refused when the record is gone.
    """
    lists = group_lists(vault)
    before = {} if record is None else living(vault, kind, record)
    with vault.unit("add" if record is None else "edit") as unit:
        given = {code: _settled(vault, unit, code, value, lists) for code, value in values.items()}
        if kind == "time_given" and given.get("until") and not {**before, **given}.get("certainty"):
            given["certainty"] = "estimated"  # over a span nobody has counted
        sound = must_be_sound(kind, {**before, **given}, lists, before)
        kept = {code: sound[code] for code in given}
        made = unit.save(kind, record, {**no_longer_checked(before, kept), **kept})
        note(vault, unit, made, {**before, **sound}, pressed)
        known = _first_known(vault, kind, sound)
        if known is not None:
            unit.save("person", known, {"identified_on": sound["date"]})
    kinds = {kind, *_new_kinds(values), *({"person"} if known is not None else ())}
    return Changed(frozenset(kinds), unit.id, (made,))


def _first_known(vault: Vault, kind: str, values: Values) -> int | None:
    """Return the person whom this support makes known as a carer for the first time, if there is one."""
    if kind != "support" or values.get("who_for") not in FOR_A_CARER or not values.get("person"):
        return None
    person = int(str(values["person"]))
    same = vault.joined("person", "merged_into", [person], ("identified_on",))
    return None if any(row["identified_on"] for row in same) else person  # somebody new is not there yet


def _settled(vault: Vault, unit: Unit, code: str, value: object, lists: Lists) -> object:
    """Return a value with new records added and their ids in their places; a postcode becomes its area."""
    if isinstance(value, New) and value.kind == PLACE:
        place = place_of_postcode(vault, unit, value.name)
        if place is None:
            raise NotSound([Problem(code, NO_SUCH_POSTCODE)])
        return place
    if isinstance(value, New):
        named: Mapping[str, object] = {named_by(value.kind): value.name}
        try:
            return unit.save(value.kind, None, must_be_sound(value.kind, named, lists))
        except NotSound as error:
            raise NotSound([Problem(code, one.message, one.values) for one in error.problems]) from None
    if isinstance(value, list):
        return [_settled(vault, unit, code, one, lists) for one in value]
    return value


def _known(value: object) -> object:
    """Return a value with any id in the place of a new record: it will have one."""
    if isinstance(value, list):
        return [_known(one) for one in value]
    return 1 if isinstance(value, New) else value


def _new_kinds(values: Values) -> set[str]:
    every = [one for value in values.values() for one in (value if isinstance(value, list) else [value])]
    return {one.kind for one in every if isinstance(one, New)} & TABLES.keys()
