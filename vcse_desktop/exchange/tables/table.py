"""Where in a sheet the table is: its headings, its rows, and what stands above, between and below them."""

from dataclasses import dataclass

from vcse_desktop.exchange.tables.grid import Cell, Grid


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0, the letter that a spreadsheet gives it, its heading ("" for none).

    Headings that stand in two rows are joined: "June / Hours".
    """

    at: int
    letter: str
    heading: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a sheet. Row numbers are those that a spreadsheet shows, from 1.

    ``header`` is the last row of the headings, or None when it has none; ``rows`` have a cell for each
    column; ``apart`` says of the other rows that are not wholly blank why they are none (shown text).
    """

    name: str
    header: int | None
    columns: tuple[Column, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    apart: tuple[tuple[int, str], ...]


def header_row(grid: Grid) -> int | None:
    """Return the row that is most likely that of the headings, or None when there seems to be none."""
    raise NotImplementedError(grid)


def table_of(grid: Grid, header: int | None) -> Table:
    """Return the table below these headings; without any, all rows are its rows."""
    raise NotImplementedError(grid, header)


def cell_name(column: Column, row: int) -> str:
    """Return the name of a cell as a spreadsheet shows it: "C14"."""
    return f"{column.letter}{row}"
