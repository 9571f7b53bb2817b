"""Whether a table could make a spreadsheet calculate: no cell begins like a formula."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from vcse_desktop.packs.layout import CHUNK

STARTS = ("=", "+", "-", "@", "\t")
_SEAMS = (",", "\n", "\r", '"')


def is_formula(cell: str) -> bool:
    """Say whether a spreadsheet would take this cell for a formula."""
    return cell.startswith(STARTS)


def what_is_unsafe(path: Path) -> str:
    """Return "formula", "table" when it cannot be read, or "" when the table is harmless."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            if file.read(1).startswith(("\ufeff", *STARTS)):
                return "formula"
            file.seek(0)
            if not any(map(_may_hold_one, _joined(iter(lambda: file.read(CHUNK), "")))):
                return ""
            file.seek(0)
            return (
                "formula"
                if any(is_formula(cell) for row in csv.reader(file, strict=True) for cell in row)
                else ""
            )
    except (UnicodeDecodeError, csv.Error):
        return "table"


def _may_hold_one(text: str) -> bool:
    """Say whether a sign stands where a cell may begin. Cheap: most tables are cleared by this alone."""
    return any(sign in text and any(seam + sign in text for seam in _SEAMS) for sign in STARTS)


def _joined(chunks: Iterable[str]) -> Iterator[str]:
    edge = ""
    for chunk in chunks:
        yield edge + chunk
        edge = chunk[-1:]
