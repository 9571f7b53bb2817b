"""How tables are written as CSV for any program: UTF-8 with a mark, and no cell that calculates."""

import csv
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self, TextIO

from vcse_desktop.exchange.leaving.cells import WORDS, cell
from vcse_desktop.exchange.leaving.files import columns_of
from vcse_desktop.records.fields import Field, Kind, RecordKind, Values
from vcse_desktop.store.ident import symbols

ENCODING = "utf-8-sig"
"""With the mark by which spreadsheets know UTF-8; readers of tables pass over it."""
ID, GONE = "id", "gone"
"""The columns that every table of records has beside its fields: its code, and whether only that is left."""


class Shelf:
    """A folder in which tables are written; left, none of them is open any more, whatever happened."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open = list[TextIO]()

    def opened(self, path: str) -> TextIO:
        """Return a new file, in a folder that is made for it; ``path`` has forward slashes."""
        place = self.folder / path
        place.parent.mkdir(exist_ok=True)
        self._open.append(place.open("w", encoding=ENCODING, newline=""))
        return self._open[-1]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for stream in self._open:
            with suppress(OSError):  # what was to be written is closed by who wrote it, and told there
                stream.close()


class Table:
    """A CSV file that is being written. ``rows`` counts them; ``seen`` what a description must allow."""

    def __init__(self, shelf: Shelf, path: str, headings: Sequence[str]) -> None:
        self.path, self.headings, self.rows = path, headings, 0
        self._stream = shelf.opened(path)
        self._writer = csv.writer(self._stream)
        self._writer.writerow(headings)

    def write(self, cells: Sequence[str]) -> None:
        """Write one row."""
        self._writer.writerow(cells)
        self.rows += 1

    def close(self) -> None:
        """Have it whole; twice does no harm."""
        self._stream.close()


class Records(Table):
    """The table of a kind of record."""

    def __init__(self, shelf: Shelf, path: str, kind: RecordKind) -> None:
        self.kind, self.fields = kind, columns_of(kind)
        self.blank: set[str] = set()
        """The required fields that some row has not, as laptops that were brought together may leave it."""
        self.codes: dict[str, set[str]] = {f.code: set() for f in self.fields if f.kind is Kind.CHOICE}
        """Every code that a field of one choice has somewhere."""
        self.living: set[int] = set()
        super().__init__(shelf, path, [ID, *(field.code for field in self.fields), GONE])

    def put(self, row: Values) -> None:
        """Write a record."""
        record = int(str(row["id"]))
        self.living.add(record)
        self.write([symbols(record), *(self._noted(field, row[field.code]) for field in self.fields), ""])

    def put_gone(self, ids: Iterable[int]) -> int:
        """Write what is left of records that are gone and to which others point; say how many."""
        gone = sorted(set(ids) - self.living)
        for record in gone:
            self.blank |= {field.code for field in self.fields if field.required}
            self.write([symbols(record), *("" for _ in self.fields), WORDS[True]])
        return len(gone)

    def _noted(self, field: Field, value: object) -> str:
        if value is None and field.required:
            self.blank.add(field.code)
        if value is not None and field.code in self.codes:
            self.codes[field.code].add(str(value))
        return cell(field.kind, value)
