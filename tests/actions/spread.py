"""Small tables as somebody would have them in a spreadsheet, and what they mean, for tests of imports."""

from collections.abc import Sequence
from typing import cast

from vcse_desktop.actions.imports import previewing, proposing
from vcse_desktop.actions.imports.opening import Opened
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.exchange.meaning.plan import Plan, Shape
from vcse_desktop.exchange.meaning.preview import Preview
from vcse_desktop.exchange.tables.grid import Book, Cell, Grid
from vcse_desktop.exchange.tables.table import Column, Table

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(at: int) -> str:
    """Return the letter of a column."""
    return LETTERS[at] if at < len(LETTERS) else LETTERS[at // len(LETTERS) - 1] + LETTERS[at % len(LETTERS)]


def opened(
    headings: Sequence[str], rows: Sequence[Sequence[object]], name: str = "hours.xlsx", sheet: str = "Sheet1"
) -> Opened:
    """Return a file with one sheet whose headings stand in row 1."""
    columns = tuple(Column(at, letter(at), heading) for at, heading in enumerate(headings))
    cells = cast(Sequence[Sequence[Cell]], rows)
    wide = [tuple(row) + (None,) * (len(headings) - len(row)) for row in cells]
    table = Table(sheet, 1, columns, tuple(enumerate(wide, 2)), ())
    return Opened(Book(name, (Grid(sheet, (tuple(headings), *wide)),)), 0, 1, table)


def suggested(vault: Vault, file: Opened, kind: str | None = None, shape: Shape | None = None) -> Plan:
    """Return what a file seems to mean."""
    return proposing.suggest(vault, file, kind, shape)


def shown(vault: Vault, plan: Plan) -> Preview:
    """Return what a plan would make."""
    return previewing.preview(vault, plan)


def agreed(vault: Vault, plan: Plan) -> Preview:
    """Return what a plan would make once every suggestion is taken, and those that come up by it."""
    return shown(vault, shown(vault, shown(vault, plan).agreed()).agreed())
