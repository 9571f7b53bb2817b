"""Who read which words for names before they may leave, and why something that was found may stay."""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.naming_in_words import KEEP, guard_of, spots
from vcse_desktop.actions.recording import CHECKED_TEXTS, living, today
from vcse_desktop.disclosure.hits import Hit
from vcse_desktop.disclosure.identifiers import Guard
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.quotes import Check, OnRecord, words_hash
from vcse_desktop.errors import Refused
from vcse_desktop.figures.reading import ident, text
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Values
from vcse_desktop.store.conditions import Among
from vcse_desktop.store.vault import Unit, Vault

TABLE = "own_value"
"""A check is a value beside the fields of its insight: of no field of the group's own."""
STRICTEST = max(policy.threshold for policy in POLICIES.values())
"""Words are read once for all partners, so a small number is one that any rule would hide."""
Kept = Mapping[str, str]
"""Words that were found and may stay, each with the code of the reason (``naming_in_words.KEEP``)."""
Pressed = Mapping[str, Kept]
"""The codes of the texts on which somebody pressed "checked", each with what may stay in it."""
OPEN = (
    N_("Something in these words is still open"),
    N_(
        "What was found may point at somebody. Nothing was changed. "
        "Replace it, or say why it may stay, then press “checked” again."
    ),
)


def read_over(vault: Vault, insight: int, pressed: Pressed) -> Changed:
    """Note that somebody read these texts of an insight, as they stand now, and what may stay in them.

    Refused when something that was found is open, when there are no words, or when the insight is gone.
    """
    row, guard = living(vault, "insight", insight), review_guard(vault)
    if any(not row[code] or spots(guard, text(row, code), pressed[code]) for code in pressed):
        raise Refused(*OPEN)
    days = {CHECKED_TEXTS[code]: today().isoformat() for code in pressed}
    with vault.unit("edit") as unit:
        unit.save("insight", insight, days)
        note(vault, unit, insight, {**row, **days}, pressed)
    return Changed(frozenset({"insight"}), unit.id, (insight,))


def note(vault: Vault, unit: Unit, insight: int, kept: Values, pressed: Pressed) -> None:
    """Write inside a unit of work which of the texts that are kept with it somebody has read."""
    known = {said["of"]: row for row, said in _rows(vault, [insight])} if pressed else {}
    for code, stays in pressed.items():
        words = text(kept, code)
        if words and kept.get(CHECKED_TEXTS[code]):
            row = known.get(code)
            values = {"record": insight, "value": check_value(code, words, stays)}
            unit.save(TABLE, ident(row) if row else None, values)


def check_value(code: str, words: str, stays: Kept) -> str:
    """Return what is written of a check of these words: their mark, and where what may stay stands."""
    said = {"of": code, "hash": words_hash(words), "kept": stretches(words, stays)}
    return json.dumps(said, sort_keys=True)


def stretches(words: str, kept: Kept) -> list[tuple[int, int, str]]:
    """Return where the words that may stay stand in a text, and why they may."""
    plain = ((unicodedata.normalize("NFC", found), why) for found, why in kept.items())
    return sorted(
        (*match.span(), why)
        for found, why in plain
        if found
        for match in re.finditer(re.escape(found), words)
    )


def stays(vault: Vault, row: Values) -> dict[str, dict[str, str]]:
    """Return the texts of an insight that somebody read exactly as they are, with what may stay in each."""
    found: dict[str, dict[str, str]] = {}
    for _, said in _rows(vault, [ident(row)]):
        words = text(row, said["of"])
        if words and row[CHECKED_TEXTS[said["of"]]] and said["hash"] == words_hash(words):
            found[said["of"]] = {words[start:end]: why for start, end, why in said["kept"]}
    return found


def checks(vault: Vault, insights: Collection[int]) -> dict[tuple[int, str], list[Check]]:
    """Return every check of these insights by the id of the insight and the code of the text."""
    made: dict[tuple[int, str], list[Check]] = defaultdict(list)
    for row, said in _rows(vault, insights):
        stretches = tuple((start, end) for start, end, _ in said["kept"])
        made[int(str(row["record"])), said["of"]].append(Check(said["hash"], stretches))
    return made


def reasons_of(row: Values) -> list[str] | None:
    """Return in words why something may stay by a check, each once; None when this row is no check."""
    found = next(_said([row]), None)
    if found is None:
        return None
    return list(dict.fromkeys(tr(KEEP[why]) for *_, why in found[1]["kept"] if why in KEEP))


def on_record(
    vault: Vault,
    insights: Collection[int],
    consents: Sequence[Values],
    people: Mapping[int, int],
    threshold: int = STRICTEST,
) -> OnRecord:
    """Return what is known of who agreed to what and who read it; ``people`` as ``OnRecord.living``."""
    return OnRecord(consents, people, _Finder(vault, threshold).find, checks(vault, insights))


def review_guard(vault: Vault) -> Guard:
    """Return what finds everything that somebody looks at when words are read over."""
    return guard_of(vault, STRICTEST)


class _Finder:
    """Reads the names of a vault once, and only when there are words to look at."""

    def __init__(self, vault: Vault, threshold: int) -> None:
        self._vault, self._threshold = vault, threshold

    @cached_property
    def _guard(self) -> Guard:
        return guard_of(self._vault, self._threshold)

    def find(self, words: str) -> Sequence[Hit]:
        return self._guard.find(words)


def _rows(vault: Vault, insights: Iterable[int]) -> Iterator[tuple[Values, dict[str, Any]]]:
    """Yield every check of these insights: its row, and what it says."""
    return _said(vault.pick(TABLE, Among("record", list(insights))))


def _said(rows: Iterable[Values]) -> Iterator[tuple[Values, dict[str, Any]]]:
    for row in rows:
        if row["field"] is None:
            with suppress(ValueError, TypeError, KeyError):
                said = json.loads(str(row["value"]))
                kept = [(int(start), int(end), str(why)) for start, end, why in said["kept"]]
                if said["of"] in CHECKED_TEXTS:
                    yield row, {"of": said["of"], "hash": str(said["hash"]), "kept": kept}
