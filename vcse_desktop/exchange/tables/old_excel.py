"""What the records of an XLS say that its reader keeps to itself: a password, how far cells go, faulty ones.

Source: [MS-XLS].
"""

import struct
from collections.abc import Iterator

from vcse_desktop.errors import Refused
from vcse_desktop.exchange.tables.compound import Compound
from vcse_desktop.exchange.tables.extents import Extent, within
from vcse_desktop.exchange.tables.refusals import DAMAGED, LOCKED

BOOKS = ("Workbook", "Book", "WORKBOOK", "BOOK")
BEGIN, END, PASSWORD, SHEET, SIZE = 0x0809, 0x000A, 0x002F, 0x0085, 0x0200
NUMBER, LABEL, FLAG, SHORT, SHORTS, SHARED, RICH, FORMULA = (
    *(0x0203, 0x0204, 0x0205, 0x027E),
    *(0x00BD, 0x00FD, 0x00D6, 0x0006),
)
CELLS = frozenset({NUMBER, LABEL, FLAG, SHORT, SHORTS, SHARED, RICH, FORMULA})
FAULTS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
NEWEST, MOST_ROWS, MOST_COLUMNS = 0x0600, 1 << 16, 1 << 8
IS_FAULT, NO_NUMBER = (1, 2), 0xFFFF
"""What marks a fault in a cell with a flag, and in one with a formula."""


def extents(name: str, raw: bytes) -> dict[int, Extent]:
    """Return what was seen of each sheet, by its place in the book; Refused when it cannot be read."""
    try:
        compound = Compound(raw)
        book = next(book for book in BOOKS if book in compound.streams)
        return _sheets(name, compound.stream(book))
    except (ValueError, IndexError, KeyError, struct.error, StopIteration):
        raise Refused(*DAMAGED, name=name) from None


def _sheets(name: str, stream: bytes) -> dict[int, Extent]:
    places: list[int] = []
    for kind, record in _records(stream, 0):
        if kind == PASSWORD:
            raise Refused(*LOCKED, name=name)
        if kind == SHEET:
            places.append(struct.unpack_from("<I", record)[0])
    return {number: _extent(name, stream, at) for number, at in enumerate(places)}


def _extent(name: str, stream: bytes, at: int) -> Extent:
    extent, newest = Extent(), True
    for kind, record in _records(stream, at):
        if kind == BEGIN:
            newest = struct.unpack_from("<H", record)[0] == NEWEST
        elif kind == SIZE:
            _, rows, _, columns = struct.unpack_from("<IIHH" if newest else "<HHHH", record)
            if rows > MOST_ROWS or columns > MOST_COLUMNS:
                raise Refused(*DAMAGED, name=name)
        elif kind in CELLS:
            row, column = struct.unpack_from("<HH", record)
            last = struct.unpack_from("<H", record, len(record) - 2)[0] if kind == SHORTS else column
            extent.reach(row, last)
            if (code := _fault(kind, record)) is not None:
                extent.faulty[row, column] = FAULTS.get(code, FAULTS[0x0F])
    within(name, extent)
    return extent


def _fault(kind: int, record: bytes) -> int | None:
    if kind == FLAG and record[7] == IS_FAULT[0]:
        return record[6]
    if kind == FORMULA and record[6] == IS_FAULT[1] and struct.unpack_from("<H", record, 12)[0] == NO_NUMBER:
        return record[8]
    return None


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Yield kind and content of each record of one part of the stream, up to its end."""
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        if kind == END:
            return
        at += 4 + size
