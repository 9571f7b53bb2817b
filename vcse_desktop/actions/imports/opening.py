"""A file that somebody dragged in: its sheets, and the table in the one that is looked at."""

from dataclasses import dataclass
from pathlib import Path

from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.errors import Refused
from vcse_desktop.exchange.tables.going import Going, Stopped
from vcse_desktop.exchange.tables.grid import Book, Grid
from vcse_desktop.exchange.tables.reading import read_book
from vcse_desktop.exchange.tables.table import Column, Table, cell_name, header_row, table_of
from vcse_desktop.i18n import N_
from vcse_desktop.store.vault import Vault

__all__ = ["Book", "Column", "Going", "Opened", "Stopped", "Table", "cell_name", "look_at", "open_file"]

WHENEVER = Going()
EMPTY = (
    N_("There is no table in this file"),
    N_("All of its sheets are empty. Nothing was imported. Choose another file."),
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file, the place of the sheet that is looked at, its row of headings (None: none), and its table."""

    book: Book
    sheet: int
    header: int | None
    table: Table

    @property
    def title(self) -> str:
        """The names of the file and the sheet, in which a month or an activity may stand."""
        return f"{self.book.name} {self.book.grids[self.sheet].name}"


def open_file(vault: Vault, file: Path, going: Going = WHENEVER) -> Opened:
    """Read a file and look at the sheet that most likely holds the table. For keepers alone.

    Raises what ``read_book`` raises: WorldError, Refused, Stopped.
    """
    keepers_only(vault)
    book = read_book(file, going)
    if not book.grids:
        raise Refused(*EMPTY)
    likely = max(range(len(book.grids)), key=lambda at: (_worth(book.grids[at]), -at))
    return look_at(Opened(book, likely, None, table_of(book.grids[likely], None)), likely)


def look_at(opened: Opened, sheet: int, header: int | str | None = "guess") -> Opened:
    """Return the same file with this sheet looked at, its headings in this row; None for no headings."""
    grid = opened.book.grids[sheet]
    row = header_row(grid) if isinstance(header, str) else header
    return Opened(opened.book, sheet, row, table_of(grid, row))


def _worth(grid: Grid) -> tuple[bool, int]:
    """Sheets that are shown come first, then those with most rows under headings."""
    row = header_row(grid)
    return not grid.hidden, len(grid.rows) if row is not None else 0
