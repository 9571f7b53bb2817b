"""Filters that the group has kept by a name, how they are written down, and what a filter is in words."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.filtering import MONTH, NO, QUARTER, YEAR, YES, Filter, Part, questions
from vcse_desktop.actions.grouping import kept_settings
from vcse_desktop.actions.one_line import together
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Field, Kind
from vcse_desktop.reports import numbers
from vcse_desktop.store.ident import new_id
from vcse_desktop.store.vault import Vault

BEGINS = "filter."
BLANK, OR = N_("not recorded"), N_("{first} or {then}")
SPAN_WORDS = {
    MONTH: N_("this month"),
    QUARTER: N_("the last three months"),
    YEAR: N_("the last twelve months"),
}
FROM_TO, FROM, UNTIL = N_("{first} to {last}"), N_("from {first}"), N_("until {last}")
LONGEST = 60
"""Letters of a filter's name."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A filter with its name; ``setting`` is where it is kept."""

    setting: str
    name: str
    asked: Filter


def saved_filters(vault: Vault, kind: str) -> list[Saved]:
    """Return the filters kept for this kind of record, by name. What cannot be read is left out."""
    known = {field.code for field in questions(vault, kind)}
    found = []
    for setting, kept in kept_settings(vault, f"{BEGINS}{kind}.").items():
        asked = _read(kept)
        if asked is not None and all(part.code in known for part in asked.asked.parts):
            found.append(Saved(setting, asked.name, asked.asked))
    return sorted(found, key=lambda one: one.name.casefold())


def save_filter(vault: Vault, kind: str, name: str, asked: Filter) -> Changed:
    """Keep a filter by this name; another of the same kind and name is replaced."""
    same = [one.setting for one in saved_filters(vault, kind) if one.name.casefold() == name.casefold()]
    setting = same[0] if same else f"{BEGINS}{kind}.{new_id()}"
    with vault.unit("edit") as unit:
        unit.set(setting, {"name": name[:LONGEST], **asdict(asked)})
    return Changed(frozenset({"setting"}), unit.id)


def forget_filter(vault: Vault, saved: Saved) -> Changed:
    """Let a filter go; undo brings it back."""
    with vault.unit("edit") as unit:
        unit.set(saved.setting, None)
    return Changed(frozenset({"setting"}), unit.id)


def in_words(vault: Vault, kind: str, asked: Filter, language: str) -> list[str]:
    """Return what each part of a filter asks, in the order of the parts."""
    says, known = Sayings(vault, language), {field.code: field for field in questions(vault, kind)}
    return [_words(says, known[part.code], part, language) for part in asked.parts if part.code in known]


def _words(says: Sayings, field: Field, part: Part, language: str) -> str:
    said: list[str] = []
    if field.kind is Kind.DATE:
        said += [_days(part, language)] if part.span or part.first or part.last else []
    elif field.kind is Kind.YES_NO_UNKNOWN:
        said += [tr(N_("Yes")) if code == YES else tr(N_("No")) for code in part.codes if code in (YES, NO)]
    else:
        said += [says.said(field, one) for one in (*part.codes, *part.records)]
    return says.pair(field, together(OR, [*said, *([tr(BLANK)] if part.blank else [])]))


def _days(part: Part, language: str) -> str:
    if part.span:
        return tr(SPAN_WORDS[part.span])
    first, last = (numbers.day(date.fromisoformat(d), language) if d else "" for d in (part.first, part.last))
    if not last:
        return tr(FROM, first=first)
    return tr(FROM_TO, first=first, last=last) if first else tr(UNTIL, last=last)


def _read(kept: object) -> Saved | None:
    """Return what was kept; None where it is no filter, as from a newer version of the program."""
    try:
        if not isinstance(kept, Mapping) or not isinstance(parts := kept["parts"], Sequence):
            return None
        asked = Filter(tuple(_part(one) for one in parts), bool(kept["any_of"]))
        return Saved("", str(kept["name"]), asked)
    except (KeyError, TypeError, ValueError):
        return None


def _part(kept: Mapping[str, object]) -> Part:
    codes, records = kept["codes"], kept["records"]
    if not (isinstance(codes, Sequence) and isinstance(records, Sequence)):
        raise TypeError
    first, last, span = (str(kept[one]) for one in ("first", "last", "span"))
    for day in filter(None, (first, last)):
        date.fromisoformat(day)
    if span not in ("", *SPAN_WORDS):
        raise ValueError
    blank, these = bool(kept["blank"]), tuple(map(int, records))
    return Part(str(kept["code"]), tuple(map(str, codes)), these, first, last, span, blank)
