"""Finding records by any word in them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vcse_desktop.i18n import tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Kind
from vcse_desktop.store.search import Hit
from vcse_desktop.store.spelling import FEW
from vcse_desktop.store.stopping import Overtaken, Stopped, never, stopping
from vcse_desktop.store.vault import Vault

LONGEST, MOST = 80, 50
__all__ = ["MOST", "Found", "Overtaken", "find", "find_or_meant"]


@dataclass(frozen=True, slots=True)
class Found:
    """One record found: its kind in words, and a line to know it by."""

    kind: str
    id: int
    kind_label: str
    line: str
    meant: str = ""
    """The word that was looked for as well, since what was typed is hardly found; "" for what was typed."""


def find(vault: Vault, words: str, *, ranked: bool = True, most: int = MOST) -> list[Found]:
    """Return records that hold these words, best first (newest first when not ranked)."""
    return _found(vault, vault.search(words, ranked=ranked, limit=most))


def find_or_meant(
    vault: Vault, words: str, *, ranked: bool, most: int = MOST, stopped: Stopped = never
) -> list[Found]:
    """Return records that hold these words; where there are few, those with words one slip away after them.

    Overtaken soon after ``stopped`` says yes.
    """
    with stopping(stopped):
        hits = vault.search(words, ranked=ranked, limit=most)
        found, known = _found(vault, hits), {hit.id for hit in hits}
        for meant in vault.also(words) if len(hits) < FEW else ():
            more = [hit for hit in vault.search(meant, limit=most) if hit.id not in known]
            known |= {hit.id for hit in more}
            found += _found(vault, more[: most - len(found)], meant)
    return found


def _found(vault: Vault, hits: Iterable[Hit], meant: str = "") -> list[Found]:
    kinds: dict[str, list[int]] = defaultdict(list)
    order = list(hits)
    for hit in order:
        kinds[hit.table].append(hit.id)
    rows = {row["id"]: row for kind, ids in kinds.items() for row in vault.rows_of(kind, ids)}
    return [
        Found(hit.table, hit.id, tr(TABLES[hit.table].label), _line(hit.table, rows[hit.id]), meant)
        for hit in order
        if hit.id in rows
    ]


def _line(kind: str, row: Mapping[str, object]) -> str:
    """Return the first words of the record on one line."""
    texts = [row.get(f.code) for f in TABLES[kind].fields if f.kind in (Kind.TEXT, Kind.NOTE)]
    line = " ".join(str(next(filter(None, texts), "")).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
