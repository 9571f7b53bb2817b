"""Which organisation of the vault a row may be: by its name, and by the postcode where both have one."""

import re
from collections import defaultdict
from collections.abc import Iterable

from vcse_desktop.actions.alike import NAME
from vcse_desktop.actions.suggesting import folded

POSTCODE = "postcode"
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
COMMON = frozenset(
    {"the", "and", "of", "for", "in", "at", "library", "libraries", "community", "centre", "center", "group"}
    | {
        "trust",
        "service",
        "services",
        "association",
        "society",
        "ltd",
        "limited",
        "cic",
        "cio",
        "charity",
        "uk",
    }
)
"""Words that tell no organisation from another."""


class Organisations:
    """The organisations of the vault by name and postcode."""

    def __init__(self, rows: Iterable[tuple[int, str | None, str | None, str | None]]) -> None:
        """``rows`` are id, name, how to reach them, notes."""
        self._names: dict[str, list[int]] = defaultdict(list)
        self._codes: dict[str, list[int]] = defaultdict(list)
        self._words: dict[int, frozenset[str]] = {}
        self._has: dict[int, set[str]] = {}
        for record, name, reach, note in rows:
            self._names[_bare(name or "")].append(record)
            self._words[record] = told(name or "")
            self._has[record] = postcodes(f"{name} {reach} {note}")
            for code in self._has[record]:
                self._codes[code].append(record)

    def like(self, name: str, reach: str, note: str) -> tuple[int, tuple[str, ...]] | None:
        """Return the organisation that this may be, and what is the same; None for none or several.

        One name with another postcode is another branch, and one postcode with another name a neighbour.
        """
        codes, words = postcodes(f"{name} {reach} {note}"), told(name)
        near = {record for code in codes for record in self._codes.get(code, ())}
        same = self._names.get(_bare(name), [])
        both = [record for record in same if record in near]
        if len(both) == 1:
            return both[0], (NAME, POSTCODE)
        shared = [record for record in near if words & self._words[record]]
        if len(shared) == 1:
            return shared[0], (POSTCODE,)
        unplaced = [record for record in same if not codes or not self._has[record]]
        return (unplaced[0], (NAME,)) if len(unplaced) == 1 else None


def postcodes(text: str) -> set[str]:
    """Return the British postcodes in a text, each written one way."""
    return {f"{out} {inner}".upper() for out, inner in _POSTCODE.findall(text)}


def told(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others."""
    words = frozenset(_WORD.findall(folded(name)))
    return words - COMMON or words


def _bare(name: str) -> str:
    return " ".join(_WORD.findall(folded(name)))
