"""Finding records by any word in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from vcse_desktop.i18n import tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Kind
from vcse_desktop.store.vault import Vault

LONGEST = 80


@dataclass(frozen=True, slots=True)
class Found:
    """One record found: its kind in words, and a line to know it by."""

    kind: str
    id: int
    kind_label: str
    line: str


def find(vault: Vault, words: str, *, ranked: bool = True) -> list[Found]:
    """Return at most 50 records that hold these words, best first (newest first when not ranked)."""
    found = []
    for hit in vault.search(words, ranked=ranked):
        row = vault.row(hit.table, hit.id)
        if row is not None:
            found.append(Found(hit.table, hit.id, tr(TABLES[hit.table].label), _line(hit.table, row)))
    return found


def _line(kind: str, row: Mapping[str, object]) -> str:
    """Return the first words of the record on one line."""
    texts = [row.get(f.code) for f in TABLES[kind].fields if f.kind in (Kind.TEXT, Kind.NOTE)]
    line = " ".join(str(next(filter(None, texts), "")).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
