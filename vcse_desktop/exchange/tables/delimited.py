"""Rows of text with a sign between the cells: which sign it is, and where each cell begins and ends."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from vcse_desktop.errors import Refused
from vcse_desktop.exchange.tables.decoding import LOST, decoded
from vcse_desktop.exchange.tables.going import Going
from vcse_desktop.exchange.tables.grid import Cell, Grid, blank, without_end
from vcse_desktop.exchange.tables.limits import LONGEST_CELL, MOST_CELLS
from vcse_desktop.exchange.tables.refusals import (
    LONG_CELL,
    LOST_LETTER,
    NO_SPREADSHEET,
    NO_TABLE,
    OPEN_QUOTE,
    TOO_WIDE,
)
from vcse_desktop.i18n import N_, tr

DELIMITERS = "\t;|,"
"""The likelier one first, of two that explain the text equally well."""
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
SAYS_SO = re.compile(r"\"?sep=(.)\"?(?:\r\n|\r|\n)", re.IGNORECASE)
"""What Excel takes as a first line that is no row."""
LOOSE_QUOTE = r"(?:^|[\r\n{0}])[ ]+\"(?!\")[^\"]*\"[ ]*(?:[\r\n{0}]|$)"
"""A cell in quotation marks with blanks before them."""
OLD_END = b"\x1a"
"""With what programs of long ago end a file."""
SAMPLE, TRIED, OFTEN = 1 << 16, 200, 2000


def text_grid(name: str, raw: bytes, going: Going, *, encoding: str = "", delimiter: str = "") -> Grid:
    """Return the cells of a text file; Refused where it could be misread.

    ``encoding`` and ``delimiter`` are what somebody says it has.
    """
    text, lost = decoded(raw.removesuffix(OLD_END), encoding)
    if "\0" in text:
        raise Refused(*NO_SPREADSHEET, name=name, kind=tr(N_("bytes that are no letters")))
    if says := SAYS_SO.match(text):
        text, delimiter = text[says.end() :], delimiter or says[1]
    delimiter = delimiter or _delimiter(text)
    rows = tuple(_rows(name, text, delimiter, going))
    if lost:
        at = next((number for number, row in enumerate(rows, 1) if _lost(row)), 1)
        raise Refused(*LOST_LETTER, row=at)
    if not any(not blank(cell) for row in rows for cell in row):
        raise Refused(*NO_TABLE, name=name)
    return Grid(name, without_end(rows))


def _lost(row: tuple[Cell, ...]) -> bool:
    return any(isinstance(cell, str) and LOST in cell for cell in row)


def _lines(text: str) -> Iterator[str]:
    return (found[0] for found in LINE.finditer(text))


def _delimiter(text: str) -> str:
    """Return the sign with which most of the first rows have the same number of cells."""
    end = len(text) if len(text) <= SAMPLE else max(text.rfind("\n", 0, SAMPLE), text.rfind("\r", 0, SAMPLE))
    sample = text[: end if end > 0 else SAMPLE]
    evenness = {sign: _evenness(sample, sign) for sign in DELIMITERS}
    best = max(evenness, key=evenness.__getitem__)
    return best if evenness[best] else ","


def _evenness(sample: str, delimiter: str) -> float:
    widths: Counter[int] = Counter()
    try:
        for row in islice(csv.reader(_lines(sample), delimiter=delimiter), TRIED):
            widths[len(row)] += any(cell.strip() for cell in row)
    except csv.Error:
        return 0.0
    return max((many for width, many in widths.items() if width > 1), default=0) / max(widths.total(), 1)


def _rows(name: str, text: str, delimiter: str, going: Going) -> Iterator[tuple[Cell, ...]]:
    """Yield each row without the blanks at its end."""
    loose = re.search(LOOSE_QUOTE.format(re.escape(delimiter)), text[:SAMPLE]) is not None
    before = csv.field_size_limit(LONGEST_CELL)
    number = done = cells = 0
    known: dict[str, str] = {}  # the same words are kept once
    try:
        reader = csv.reader(_lines(text), delimiter=delimiter, strict=True, skipinitialspace=loose)
        for number, row in enumerate(reader, 1):
            if number % OFTEN == 0:
                going.on(done, len(text))
                known.clear()
            done += sum(map(len, row)) + len(row)
            cells += len(row)
            if cells > MOST_CELLS:
                raise Refused(*TOO_WIDE, name=name, most=MOST_CELLS)
            yield without_end(tuple(known.setdefault(cell, cell) or None for cell in row))
    except csv.Error as error:
        told = LONG_CELL if "field larger" in str(error) else OPEN_QUOTE
        raise Refused(*told, row=number + 1) from None
    finally:
        csv.field_size_limit(before)
