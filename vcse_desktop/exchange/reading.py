"""A table in a file, as rows of text with the row numbers that a spreadsheet would show."""

import codecs
import csv
import io
from dataclasses import dataclass
from pathlib import Path

from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_

MOST_BYTES = 64 << 20
LONGEST_CELL = 1 << 20
DELIMITERS = ",;\t|"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


TOO_LARGE = (
    N_("This file is too large"),
    N_("Files of up to 64 MB can be read. Nothing was imported. Save a part of it and try that."),
)
UNREADABLE = (
    N_("The file cannot be read"),
    N_("There is no file “{name}” here, or it may not be opened. Nothing was imported. Check the name."),
)
NO_TABLE = (
    N_("There is no table in this file"),
    N_("This does not look like a CSV file. Nothing was imported. Save the sheet as CSV and try that."),
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the words of its first row, and each further row with its number (the first row is 1)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_csv(path: Path) -> Sheet:
    """Read a CSV or TSV file in UTF-8, UTF-16 or the older Windows encoding; wholly empty rows are left out.

    Raises WorldError when the file cannot be read, Refused when it holds no table.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(*TOO_LARGE)
        raw = path.read_bytes()
    except OSError:
        raise WorldError(*UNREADABLE, name=path.name) from None
    return _sheet(_text(raw))


def _text(raw: bytes) -> str:
    if raw.startswith(UTF_16):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _sheet(text: str) -> Sheet:
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False))
    except csv.Error:
        raise Refused(*NO_TABLE) from None
    finally:
        csv.field_size_limit(before)
    rows = [(number, tuple(row)) for number, row in enumerate(found, 1) if any(cell.strip() for cell in row)]
    if not rows or "\0" in text:
        raise Refused(*NO_TABLE)
    columns = tuple(cell.strip() for cell in rows[0][1])
    return Sheet(columns, tuple((number, _level(row, len(columns))) for number, row in rows[1:]))


def _level(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (row + ("",) * width)[:width]
