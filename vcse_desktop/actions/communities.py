"""When each community of the group was last heard from, and last told what came of what it said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vcse_desktop.actions.wording import group_lists
from vcse_desktop.figures.reading import choices, day
from vcse_desktop.records.vocabularies import label
from vcse_desktop.store.conditions import Between
from vcse_desktop.store.vault import Vault

LIST = "own:community"


@dataclass(frozen=True, slots=True)
class Community:
    """One community: its words, and the last day of each; None where there is none on record."""

    words: str
    heard: date | None
    told: date | None


def communities(vault: Vault) -> list[Community]:
    """Return every community of the list in its order; of hidden ones those that were heard from or told."""
    heard = _last(vault, "insight", "community", "heard_on")
    told = _last(vault, "response", "told_whom", "told_on")
    lists = group_lists(vault)
    return [
        Community(label(lists, LIST, item.code), heard.get(item.code), told.get(item.code))
        for item in lists[LIST]
        if not item.hidden or item.code in heard or item.code in told
    ]


def _last(vault: Vault, kind: str, which: str, when: str) -> Mapping[str, date]:
    """Return the newest day for each code of a field."""
    found: dict[str, date] = {}
    for row in vault.pick(kind, Between(which), Between(when), fields=(which, when)):
        at = day(row, when)
        for code in choices(row, which):
            if at is not None:
                found[code] = max(found.get(code, at), at)
    return found
