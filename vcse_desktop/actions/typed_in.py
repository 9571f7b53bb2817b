"""Keeping what was written on one sheet of paper: each sheet is one step, and one undo."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from vcse_desktop.actions import recording
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.entering import New, enter, understood
from vcse_desktop.actions.hearing import hear
from vcse_desktop.actions.paper_words import agreed_words
from vcse_desktop.actions.recording import NotSound, must_be_sound
from vcse_desktop.actions.signed_rows import Row
from vcse_desktop.actions.standing import members_only
from vcse_desktop.actions.tallying import Counted
from vcse_desktop.actions.typed_sessions import keep_counts, keep_rows
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Problem, Values
from vcse_desktop.records.printed import AGREED, CONTACT, PAPERS, SAID, SIGNIN, TALLY
from vcse_desktop.store.vault import Vault

NOBODY = Problem("person", N_("Who signed this? A consent needs a name."))
NOTHING = Problem("uses", N_("Nothing is ticked. Leave the sheet out if nothing was agreed to."))
LOOKED_AT = 1000
"""Units: so many of the newest are looked at for those that were taken back."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands on one sheet: its fields, the rows of a sign-in sheet, and what was counted.

    ``unnamed`` is how many came without a name by earlier sheets of the same session; ``known`` is what was
    asked about and is to be kept.
    """

    paper: str
    values: Values
    rows: Sequence[Row] = ()
    counted: Counted = field(default_factory=Counted)
    unnamed: int = 0
    known: Collection[Problem] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is kept: what changed, and what the next one begins with, new records by their ids."""

    changed: Changed
    next: Mapping[str, object]


def type_in(vault: Vault, typed: Typed) -> Sheet:
    """Keep one sheet. NotSound with what needs another look, Refused or NotAllowed as the form of its kind.

    Days, numbers and lengths of time may be in the words that were typed.
    """
    paper, lists = PAPERS[typed.paper], group_lists(vault)
    if not paper.helpers:
        members_only(vault)
    values, misread = understood(paper.asks, typed.values, lists)
    if misread:
        raise NotSound(misread)
    changed = _KEEPERS[typed.paper](vault, typed, values)
    return Sheet(changed, {code: _settled(vault, typed.paper, code, values, changed) for code in paper.same})


def still_kept(vault: Vault, units: Collection[int]) -> set[int]:
    """Return those of these units of work that nobody took back meanwhile."""
    undone = {one.id for one in vault.units(LOOKED_AT) if one.undone}
    return set(units) - undone


def take_back(vault: Vault, units: Sequence[int]) -> int:
    """Take back these sheets, the last one first; return of how many something changed later stays."""
    kept = still_kept(vault, units)
    return sum(bool(recording.undo(vault, one)) for one in reversed(units) if one in kept)


def _settled(vault: Vault, paper: str, code: str, values: Values, changed: Changed) -> object:
    """Return what a field has on the next sheet: a record that was new on this one by its id."""
    if not isinstance(values.get(code), New):
        return values.get(code)
    row = vault.row("session", changed.ids[0]) if paper in {SIGNIN, TALLY} else None
    return row[code] if row else None


def _keep_contact(vault: Vault, _: Typed, values: Values) -> Changed:
    return enter(vault, "support", None, values)


def _keep_said(vault: Vault, _: Typed, values: Values) -> Changed:
    return hear(vault, {code: one for code, one in values.items() if code != "heard_on" or one})


def _keep_agreed(vault: Vault, typed: Typed, values: Values) -> Changed:
    """Keep one consent for each use that was ticked, with the words that stood over it."""
    uses, person = values.get("uses"), values.get("person")
    if not person or isinstance(person, str):
        raise NotSound([NOBODY])
    if not isinstance(uses, list) or not uses:
        raise NotSound([NOTHING])
    lists, paper = group_lists(vault), PAPERS[typed.paper]
    plain = {code: one for code, one in values.items() if code not in {"uses", "person"}}
    wording = agreed_words(vault, paper)
    with vault.unit("add") as unit:
        who = unit.save("person", None, _called(person, vault)) if isinstance(person, New) else person
        if isinstance(plain.get("to_org"), New):
            plain["to_org"] = unit.save("organisation", None, {"name": plain["to_org"].name})  # type: ignore[attr-defined]
        made = []
        for use in uses:
            row = {**plain, "person": who, "use": use, "wording": wording}
            made.append(unit.save("consent", None, must_be_sound("consent", row, lists)))
    return Changed(frozenset({"consent", "person", "organisation"}), unit.id, tuple(made))


def _called(person: New, vault: Vault) -> Values:
    """Return somebody new as they are kept; what is wrong with the name is said at the name."""
    try:
        return must_be_sound("person", {"known_as": person.name}, group_lists(vault))
    except NotSound as error:
        raise NotSound([Problem("person", one.message, one.values) for one in error.problems]) from None


_KEEPERS: Mapping[str, Callable[[Vault, Typed, Values], Changed]] = {
    SIGNIN: lambda vault, typed, values: keep_rows(vault, values, typed.rows, typed.unnamed, typed.known),
    TALLY: lambda vault, typed, values: keep_counts(vault, values, typed.counted, typed.known),
    CONTACT: _keep_contact,
    SAID: _keep_said,
    AGREED: _keep_agreed,
}
