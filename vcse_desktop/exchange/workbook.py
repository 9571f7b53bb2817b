"""How tables are written into a workbook for people: days and numbers as such, and not one formula."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | date | None
MOST_ROWS = 1_048_575
"""Rows under the heading that a sheet can have; what is more goes on in another."""
LONGEST, LONGEST_TITLE = 32_767, 31
"""Letters that a cell can have, and the name of a sheet."""
NOT_IN_A_TITLE = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets count days from about here; an earlier one is written as words."""
NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that a workbook cannot hold; a carriage return it can, but readers turn it into another sign."""
WIDE, NARROW = 40, 14
"""Letters that a column shows."""


class Workbook:
    """A workbook that is being written, a sheet after the other, in little memory; left, it is whole.

    Whatever it needs beside itself lies in its own folder and is gone at the end.
    """

    def __init__(self, file: Path, note: str, title: str = "") -> None:
        """``note`` is said in the properties of the file, such as that it holds personal data."""
        import xlsxwriter  # noqa: PLC0415 - only who writes a workbook needs it

        options = {
            "constant_memory": True,
            "tmpdir": str(file.parent),
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._book = xlsxwriter.Workbook(str(file), options)
        self._book.set_properties({"title": _said(title), "comments": note})
        self._head = self._book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._titles: set[str] = set()
        self._sheet: Worksheet | None = None
        self._title, self._headings, self._row = "", list[str](), 0

    def begin(self, title: str, headings: Sequence[str]) -> None:
        """Go on in a new sheet with these words over its columns."""
        self._title, self._headings = title, list(headings)
        sheet = self._sheet = self._book.add_worksheet(self._named(title))
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 0, NARROW)
        sheet.set_column(1, max(1, len(headings) - 1), WIDE // 2)
        for place, words in enumerate(headings):
            sheet.write_string(0, place, _said(words), self._head)
        self._row = 1

    def write(self, cells: Sequence[Cell]) -> None:
        """Write one row of the sheet that was begun."""
        if self._row > MOST_ROWS:
            self.begin(self._title, self._headings)
        sheet = self._sheet
        if sheet is None:
            raise RuntimeError("no sheet was begun")
        for place, shown in enumerate(cells):
            if isinstance(shown, int | float):
                sheet.write_number(self._row, place, shown)
            elif isinstance(shown, date) and shown >= FIRST_DAY:
                sheet.write_datetime(self._row, place, shown, self._day)
            elif shown not in (None, ""):
                sheet.write_string(self._row, place, _said(str(shown)))
        self._row += 1

    def note(self, title: str, words: Sequence[str]) -> None:
        """Write sentences on a sheet of their own."""
        sheet = self._book.add_worksheet(self._named(title))
        sheet.set_column(0, 0, 100, self._book.add_format({"text_wrap": True}))
        for row, sentence in enumerate(words):
            sheet.write_string(row, 0, _said(sentence))

    def _named(self, title: str) -> str:
        """Return a name that no other sheet has, as near to this one as a sheet may be called."""
        clean = " ".join(_said(title).translate(NOT_IN_A_TITLE).split()) or "-"
        number, name = 1, clean[:LONGEST_TITLE].rstrip()
        while name.casefold() in self._titles or name.casefold() == "history":  # a name that is not free
            number += 1
            name = f"{clean[: LONGEST_TITLE - 1 - len(str(number))]} {number}"
        self._titles.add(name.casefold())
        return name

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, fault: BaseException | None, __: TracebackType | None
    ) -> None:
        if fault is None:
            self._book.close()
        else:
            self._let_go()

    def _let_go(self) -> None:
        """Close what a workbook that is given up holds open: else its folder could not be taken away."""
        for sheet in self._book.worksheets():
            stream = getattr(sheet, "row_data_fh", None)
            if stream is not None and not stream.closed:
                stream.close()
        self._book.fileclosed = True


def _said(words: str) -> str:
    """Return words without the signs that a workbook cannot hold, and no longer than a cell can be."""
    return NOT_IN_XML.sub("", words)[:LONGEST]
