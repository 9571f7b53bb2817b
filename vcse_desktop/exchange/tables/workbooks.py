"""How the well-kept reader of XLSX, XLS and ODS is asked, and what it leaves unsaid."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice

import python_calamine as calamine

from vcse_desktop.errors import Refused
from vcse_desktop.exchange.tables import old_excel
from vcse_desktop.exchange.tables.archive import Archive
from vcse_desktop.exchange.tables.extents import Extent, Looked, LookedAtContent, LookedAtSheet, Unsound
from vcse_desktop.exchange.tables.grid import Cell, Merged
from vcse_desktop.exchange.tables.kinds import ODS, XLS
from vcse_desktop.exchange.tables.quick_look import QuickLook
from vcse_desktop.exchange.tables.refusals import DAMAGED, LOCKED

AT_ONCE = 1000
"""Rows."""
LENGTH, LONGEST = re.compile(r"PT(\d{1,9})H(\d{1,9})M(\d{1,9}(?:\.\d*)?)S"), 10**6
"""Hours, minutes and seconds, and the most hours."""
MANIFEST, SECRET = "META-INF/manifest.xml", b"encryption-data"
"""Where an ODS says that it is locked, and how."""
WHOLE = 1e15
"""Up to here a number without a fraction is a whole one."""
Named = tuple[str, bool, tuple[Merged, ...]]
"""The name of a sheet, whether it is hidden and what is merged in it."""
Piece = tuple[Named, tuple[int, int], int] | list[tuple[Cell, ...]]
"""A sheet, its place among how many, and how many rows it has; or further rows of it."""


def pieces(name: str, kind: str, raw: bytes) -> Iterator[Piece]:
    """Yield each sheet and its rows; Refused when it is locked, damaged or too large.

    It may end the process instead, when a damaged file asks for more memory than there is.
    """
    extents = _extents(name, kind, raw)
    try:
        with calamine.CalamineWorkbook.from_filelike(BytesIO(raw)) as book:
            for place, about in enumerate(book.sheets_metadata):
                if about.typ == calamine.SheetTypeEnum.WorkSheet:
                    sheet, extent = book.get_sheet_by_index(place), extents.get(place, Extent())
                    yield _named(sheet, about, extent), (place, len(book.sheets_metadata)), sheet.total_height
                    yield from _rows(sheet, extent)
    except calamine.PasswordError:
        raise Refused(*LOCKED, name=name) from None
    except calamine.CalamineError:
        raise Refused(*DAMAGED, name=name) from None


def _named(sheet: calamine.CalamineSheet, about: calamine.SheetMetadata, extent: Extent) -> Named:
    joined = sheet.merged_cell_ranges or []
    merged = [Merged(top + 1, left, down + 1, right) for (top, left), (down, right) in joined]
    return about.name, about.visible != calamine.SheetVisibleEnum.Visible, tuple(merged or extent.merged)


def _rows(sheet: calamine.CalamineSheet, extent: Extent) -> Iterator[Piece]:
    faulty: dict[int, dict[int, str]] = {}
    for (row, column), words in extent.faulty.items():
        faulty.setdefault(row, {})[column] = words
    before: list[Cell] = [None] * (sheet.start[1] if sheet.start else 0)  # the reader begins each row there
    rows, number = sheet.iter_rows(), 0
    while some := list(islice(rows, AT_ONCE)):
        known: dict[str, Cell] = {}  # the same words are sent and kept once
        yield [_row(before + _cells(row, known), faulty.get(number + at)) for at, row in enumerate(some)]
        number += len(some)
    if (end := max(faulty, default=-1) + 1) > number:
        yield [_row([], faulty.get(at)) for at in range(number, end)]


def _cells(row: Sequence[object], known: dict[str, Cell]) -> list[Cell]:
    return [_word(value, known) if isinstance(value, str) else _cell(value) for value in row]


def _row(cells: list[Cell], faulty: Mapping[int, str] | None) -> tuple[Cell, ...]:
    """Return the cells up to the last that is filled; a formula that failed stands as its error."""
    for column, words in (faulty or {}).items():
        cells += [None] * (column + 1 - len(cells))
        cells[column] = words
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


def _word(text: str, known: dict[str, Cell]) -> Cell:
    if text not in known:
        known[text] = _length(text) if text.startswith("PT") else text or None
    return known[text]


def _cell(value: object) -> Cell:
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < WHOLE else value
    if isinstance(value, bool | int | date | datetime | time | timedelta):
        return value
    return None if value is None else str(value)


def _length(text: str) -> Cell:
    """Return a length of time of an ODS, of which the reader makes no more than its text."""
    parts = LENGTH.fullmatch(text)
    if parts is None or int(parts[1]) > LONGEST:
        return text
    return timedelta(hours=int(parts[1]), minutes=int(parts[2]), seconds=float(parts[3]))


def _extents(name: str, kind: str, raw: bytes) -> dict[int, Extent]:
    """Return what was seen of each sheet, by its place in the book."""
    if kind == ODS:
        content = LookedAtContent(name)
        archive = Archive(name, raw)
        if MANIFEST in archive.names and SECRET in archive.part(MANIFEST):
            raise Refused(*LOCKED, name=name)
        content.look(archive.pieces("content.xml"))
        return dict(enumerate(content.extents))
    if kind == XLS:
        return old_excel.extents(name, raw)
    archive = Archive(name, raw)
    sheets = _parts(archive)
    seen = {part.lower(): _seen(archive, part) for part in archive.names if part.lower().endswith(".xml")}
    if any(seen.get(part, Extent()) is None for part in sheets):
        raise Refused(*DAMAGED, name=name)
    return {place: extent for place, part in enumerate(sheets) if (extent := seen.get(part))}


def _seen(archive: Archive, part: str) -> Extent | None:
    """Return what was seen of any part of an XLSX, as anything may be called a sheet; None when unsound."""
    quick, slow = QuickLook(archive.name), LookedAtSheet(archive.name)
    try:
        quick.look(archive.pieces(part))
        if quick.extent is None:
            slow.look(archive.pieces(part))
    except Unsound:
        return None
    return quick.extent or slow.extent


class _Pairs(Looked):
    """Finds two attributes of each element of a name."""

    def __init__(self, name: str, tag: str, attributes: tuple[str, str]) -> None:
        super().__init__(name)
        self._tag, self._attributes = tag, attributes
        self.found: list[tuple[str, str]] = []

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        if tag.rpartition(":")[2] == self._tag:
            plain = {
                key.rpartition(":")[2] if ":" in key else f"={key}": value for key, value in given.items()
            }
            first, second = (plain.get(key, "") for key in self._attributes)
            self.found.append((first, second))


def _parts(archive: Archive) -> list[str]:
    """Return the part of each sheet of an XLSX, in the order of the book, folded."""
    home = {name.lower(): name for name in archive.names}
    book, links = home.get("xl/workbook.xml"), home.get("xl/_rels/workbook.xml.rels")
    if not book or not links:
        return []
    sheets = _Pairs(archive.name, "sheet", ("id", "=name"))
    sheets.look(archive.pieces(book))
    targets = _Pairs(archive.name, "Relationship", ("=Id", "=Target"))
    targets.look(archive.pieces(links))
    found = dict(targets.found)
    return [
        posixpath.normpath(posixpath.join("/xl", found.get(id_, ""))).lstrip("/").lower()
        for id_, _ in sheets.found
    ]
