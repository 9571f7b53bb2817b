"""How long each sort of record is kept unless a group says otherwise: a proposal, not law."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, ngettext
from vcse_desktop.records.vocabularies import label
from vcse_desktop.store.vault import Vault

VOCAB, SETTING = "retention_default", "retention_months"
LONGEST = 600
"""Months: nobody means to keep something longer than fifty years."""
NOT_MONTHS = (
    N_("This is not a number of months"),
    N_("Write a whole number of months from 0 to {most}. Nothing was changed."),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its words, and how many months count; None where nothing is ever due."""

    code: str
    words: str
    months: int | None


def rules(vault: Vault) -> Mapping[str, Rule]:
    """Return every rule by its code, as this group has it."""
    lists, own = group_lists(vault), _own(vault)
    found = {}
    for item in lists[VOCAB]:
        given = item.attrs.get("months")
        months = own.get(item.code, given) if isinstance(given, int) else None
        words = label(lists, VOCAB, item.code)
        if months is not None and months != given:
            words = ngettext(
                "{rule} (you chose {n} month)", "{rule} (you chose {n} months)", months, rule=words
            )
        found[item.code] = Rule(item.code, words, months)
    return found


def _own(vault: Vault) -> dict[str, int]:
    kept = vault.setting(SETTING)
    pairs = kept.items() if isinstance(kept, dict) else ()
    return {code: months for code, months in pairs if type(months) is int and 0 <= months <= LONGEST}


def set_months(vault: Vault, code: str, months: int) -> Changed:
    """Let a rule count this many months in this group; Refused when it is no sensible number."""
    return set_several(vault, {code: months})


def set_several(vault: Vault, months: Mapping[str, int]) -> Changed:
    """Let several rules, by their codes, count so many months."""
    keepers_only(vault)
    if not all(0 <= one <= LONGEST for one in months.values()):
        raise Refused(*NOT_MONTHS, most=LONGEST)
    with vault.unit("edit") as unit:
        unit.set(SETTING, _own(vault) | dict(months))
    return Changed(frozenset({"setting"}), unit.id)


def later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of that month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
