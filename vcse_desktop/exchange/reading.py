"""A table in a file as rows of text, for whoever names its columns and wants no more of it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from vcse_desktop.exchange.tables.grid import Cell
from vcse_desktop.exchange.tables.reading import read_book
from vcse_desktop.exchange.tables.table import header_row, table_of

HOUR, MINUTE = 3600, 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its headings, and each further row with its number (the first row of the sheet is 1)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_sheet(path: Path) -> Sheet:
    """Return the table of the first sheet that is not hidden; blank rows, notes and totals are left out.

    Raises WorldError when the file cannot be opened, Refused when it holds no table that can be read.
    """
    grids = read_book(path).grids
    grid = next((grid for grid in grids if not grid.hidden), grids[0])
    table = table_of(grid, header_row(grid) or 1)
    rows = tuple((number, tuple(map(as_text, cells))) for number, cells in table.rows)
    return Sheet(tuple(column.heading for column in table.columns), rows)


def as_text(cell: Cell) -> str:
    """Return a cell as a person types it: days as 2026-04-03, lengths of time as 1:30; "" for a blank."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    if isinstance(cell, timedelta):
        hours, rest = divmod(round(cell.total_seconds()), HOUR)
        return f"{hours}:{rest // MINUTE:02}"
    return cell if isinstance(cell, str) else str(cell).lower() if isinstance(cell, bool) else str(cell)
