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
OPEN_QUOTE = (
    N_("A quotation mark is not closed"),
    N_(
        "In row {row} a cell begins with a quotation mark, but does not end with one, so it is not clear "
        "where the cell ends. Nothing was imported. Mend that row and try again."
    ),
)
DAMAGED = (
    N_("Some letters in this file cannot be read"),
    N_(
        "Row {row} holds a letter that does not fit the rest of the file. Nothing was imported. Type that "
        "letter again, save the sheet as CSV in UTF-8 and try that."
    ),
)
LOST = "\ufffd"
"""The sign that stands for bytes which are no letter."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the words of its first row, and each further row with its number (the first row is 1)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_csv(path: Path) -> Sheet:
    """Read a CSV or TSV file in UTF-8, UTF-16 or the older Windows encoding; wholly empty rows are left out.

    Raises WorldError when the file cannot be read, Refused when it holds no table or one that could be
    misread: a quotation mark that is not closed, bytes that are no letter.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(*TOO_LARGE)
        raw = path.read_bytes()
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raise WorldError(*UNREADABLE, name=path.name) from None
    text, lost = _text(raw)
    rows = _rows(text)
    if lost:
        raise Refused(*DAMAGED, row=next(number for number, row in rows if LOST in "".join(row)))
    columns = tuple(cell.strip() for cell in rows[0][1])
    return Sheet(columns, tuple((number, _level(row, len(columns))) for number, row in rows[1:]))


def _text(raw: bytes) -> tuple[str, bool]:
    """Return the text, and whether there are bytes in it that are no letter."""
    encoding = "utf-16" if raw.startswith(UTF_16) else "utf-8-sig"
    text, lost = _decoded(raw, encoding)
    if lost and encoding == "utf-8-sig" and not _mostly_sound(text):
        return _decoded(raw, "cp1252")
    return text, lost


def _decoded(raw: bytes, encoding: str) -> tuple[str, bool]:
    try:
        return raw.decode(encoding), False
    except UnicodeDecodeError:
        return raw.decode(encoding, errors="replace"), True


def _mostly_sound(text: str) -> bool:
    """Say whether UTF-8 explains as many of the letters beyond ASCII as it leaves unread: no accident."""
    beyond = len(text) - len(text.encode("ascii", errors="ignore"))
    return beyond >= 2 * text.count(LOST)


def _rows(text: str) -> list[tuple[int, tuple[str, ...]]]:
    if "\0" in text:
        raise Refused(*NO_TABLE)
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    before = csv.field_size_limit(LONGEST_CELL)
    found: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            found.append(row)  # how far it came says which row is at fault
    except csv.Error:
        raise Refused(*(OPEN_QUOTE if '"' in text else NO_TABLE), row=len(found) + 1) from None
    finally:
        csv.field_size_limit(before)
    rows = [(number, tuple(row)) for number, row in enumerate(found, 1) if any(cell.strip() for cell in row)]
    if not rows:
        raise Refused(*NO_TABLE)
    return rows


def _level(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (row + ("",) * width)[:width]
