"""Adding, changing and removing a record, and taking a change back."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from itertools import takewhile

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.standing import is_helper
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Lists, Problem
from vcse_desktop.records.normal import normal
from vcse_desktop.records.validation import problems
from vcse_desktop.store.undo import LeftAlone
from vcse_desktop.store.vault import Vault

NOTHING_TO_UNDO = (
    N_("There is nothing to undo"),
    N_("No change is left that could be undone. Nothing was changed now."),
)
CHECKED_TEXTS = {
    "share_words": "names_checked_on",
    "share_translation": "translation_checked_on",
}
"""A text that may leave, and the field that says when it was last checked for names."""

SIGNED = ("status", "answer", "reason_no", "changed", "evidence", "decision_ref")
"""The fields of a response that a signed reply fills."""

CHECK_AGAIN = "recheck"
"""The code of a unit of work in which checks fell away after an undo."""


class NotSound(Refused):
    """Some values cannot be kept; ``problems`` says which and why."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__(
            N_("Something needs another look"),
            N_("Nothing was saved yet. Put right what is marked and save again."),
        )
        self.problems = found


def add(vault: Vault, kind: str, values: Mapping[str, object]) -> Changed:
    """Add one record; raises NotSound when a value cannot be kept."""
    values = must_be_sound(kind, values, group_lists(vault))
    with vault.unit("add") as unit:
        made = unit.save(kind, None, values)
    return Changed(frozenset({kind}), unit.id, (made,))


def change(vault: Vault, kind: str, record: int, values: Mapping[str, object]) -> Changed:
    """Change these fields of a record and leave the others; raises NotSound, or Refused when it is gone."""
    before = living(vault, kind, record)
    sound = must_be_sound(kind, {**before, **values}, group_lists(vault), before)
    values = {code: sound[code] for code in values}
    with vault.unit("edit") as unit:
        fallen = no_longer_checked(before, values) | no_longer_signed(before, values)
        unit.save(kind, record, {**fallen, **values})
    return Changed(frozenset({kind}), unit.id, (record,))


def remove(vault: Vault, kind: str, record: int) -> Changed:
    """Remove a record; undo brings it back. Refused when it is gone already."""
    living(vault, kind, record)
    with vault.unit("remove") as unit:
        unit.remove(kind, record)
    return Changed(frozenset({kind}), unit.id, (record,))


def undo(vault: Vault, unit: int | None = None) -> list[LeftAlone]:
    """Take back a unit of work, by default the newest; returns what was left, as it changed since.

    A check for names that came to stand over another text than the one checked falls away.
    """
    if is_helper(vault):  # who reads no insight has changed none
        return _take_back_newest(vault, vault.undo) if unit is None else vault.undo(unit)
    before: dict[int, Mapping[str, object] | None] = {}

    def take_back(one: int) -> list[LeftAlone]:
        touched = vault.touched(one, "insight")
        living = {row["id"]: row for row in vault.rows_of("insight", touched)}
        before.update({record: living.get(record) for record in touched if record not in before})
        return vault.undo(one)

    try:
        return _take_back_newest(vault, take_back) if unit is None else take_back(unit)
    finally:
        _check_again(vault, before)


def _take_back_newest(vault: Vault, take_back: Callable[[int], list[LeftAlone]]) -> list[LeftAlone]:
    """Take back the newest unit; checks that an undo let fall are no step of their own."""
    newest = vault.last_unit()
    while newest and newest.why == CHECK_AGAIN:
        take_back(newest.id)
        newest = vault.last_unit()
    if newest is None:
        raise Refused(*NOTHING_TO_UNDO)
    return take_back(newest.id)


def _check_again(vault: Vault, before: Mapping[int, Mapping[str, object] | None]) -> None:
    """Let each check fall of which an undo changed the text alone or the day alone: they are no pair."""
    with vault.unit(CHECK_AGAIN) as unit:
        for row in vault.rows_of("insight", before):
            record = int(str(row["id"]))
            was = before[record]
            touched = (
                _since_removed(vault, record)
                if was is None
                else {code for code in row if row[code] != was[code]}
            )
            for text, check in CHECKED_TEXTS.items():
                if row[check] and (text in touched) != (check in touched):
                    unit.save("insight", record, {check: None})


def _since_removed(vault: Vault, record: int) -> set[str]:
    """Return the fields of an insight, brought back just now, that were written while it was away."""
    past = vault.history("insight", record)
    return {change.field for change in takewhile(lambda c: c.field or c.new, past)}


def no_longer_checked(before: Mapping[str, object], values: Mapping[str, object]) -> dict[str, object]:
    """Return the checks for names that fall away because their own text changes."""
    return {
        check: None
        for text, check in CHECKED_TEXTS.items()
        if text in values and values[text] != before.get(text)
    }


def no_longer_signed(before: Mapping[str, object], values: Mapping[str, object]) -> dict[str, object]:
    """Return that an answer is no longer that of a signed reply, when its words or its state change."""
    other = any(code in values and values[code] != before.get(code) for code in SIGNED)
    return {"from_reply": None} if other and before.get("from_reply") else {}


def today() -> date:
    """Return the day it is at the person's place."""
    return datetime.now(UTC).astimezone().date()


def must_be_sound(
    kind: str, values: Mapping[str, object], lists: Lists, before: Mapping[str, object] | None = None
) -> Mapping[str, object]:
    """Return the values in the form in which they are kept; NotSound says what cannot be.

    What may stand in history is let be where it stood in the record ``before``.
    """
    kept = normal(TABLES[kind], {code: value for code, value in values.items() if code != "id"})
    wrong = [one for one in problems(TABLES[kind], kept, lists, today=today()) if not one.asked]
    if before and any(one.history for one in wrong):
        was = {code: value for code, value in before.items() if code != "id"}
        stood = problems(TABLES[kind], was, lists, today=today())
        wrong = [one for one in wrong if not (one.history and one in stood)]
    if wrong:
        raise NotSound(wrong)
    return kept


def living(vault: Vault, kind: str, record: int) -> Mapping[str, object]:
    row = vault.row(kind, record)
    if row is None:
        raise Refused(
            N_("This record was removed"),
            N_("It is no longer in the list, so it was not changed. Undo brings a removed record back."),
        )
    return row
