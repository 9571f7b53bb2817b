"""Where in a sheet the table is: its headings, its rows, and what stands above, between and below them."""

from collections import Counter
from dataclasses import dataclass

from vcse_desktop.exchange.tables.grid import Cell, Grid, may_be_missing
from vcse_desktop.exchange.tables.headings import header_row, headings
from vcse_desktop.exchange.tables.leftover import ABOVE, Apart, Body

__all__ = ["Column", "Table", "cell_name", "header_row", "maybe_missing", "table_of"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0, the letter that a spreadsheet gives it, its heading ("" for none).

    Headings that stand in two rows are joined: "June / Hours". Two columns may have the same heading.
    """

    at: int
    letter: str
    heading: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table in a sheet. Row numbers are those that a spreadsheet shows, from 1.

    ``header`` is the last row of the headings, or None when it has none; ``rows`` have a cell for each
    column, None where it is blank; ``apart`` says of every other row above the last one in which anything
    stands why it is no row of the table (``leftover.ABOVE`` and its neighbours: texts to be translated).
    """

    name: str
    header: int | None
    columns: tuple[Column, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    apart: tuple[tuple[int, str], ...]


def table_of(grid: Grid, header: int | None) -> Table:
    """Return the table below these headings; without any, all rows are its rows."""
    if header is not None and not 1 <= header <= len(grid.rows):
        header = None
    named, first = headings(grid, header) if header else ({}, 1)
    body = Body(grid, header or 0)
    places = sorted(set(named) | body.columns())
    columns = tuple(Column(at, letters(at), named.get(at, "")) for at in places)
    apart = Apart(body, named)
    rows = tuple(
        (number, tuple(map(body.cells(number).get, places)))
        for number in range(body.first, body.end)
        if not apart.why(number)
    )
    above = [(number, ABOVE) for number in range(1, first) if body.cells(number)]
    return Table(grid.name, header, columns, rows, (*above, *apart.all()))


def cell_name(column: Column, row: int) -> str:
    """Return the name of a cell as a spreadsheet shows it: "C14"."""
    return f"{column.letter}{row}"


def letters(at: int) -> str:
    """Return what a spreadsheet calls the column at this place from 0: A, B, ... Z, AA."""
    named = ""
    at += 1
    while at:
        at, last = divmod(at - 1, 26)
        named = chr(ord("A") + last) + named
    return named


def maybe_missing(table: Table) -> dict[str, int]:
    """Return the words in a table that may stand for nothing, such as NA, and how often each is there."""
    found = (
        cell.strip()
        for _, row in table.rows
        for cell in row
        if isinstance(cell, str) and may_be_missing(cell)
    )
    return dict(Counter(found).most_common())
