"""How what was erased stays erased after an older backup was brought back."""

from collections.abc import Iterable, Mapping

from vcse_desktop.store.bind import Connection
from vcse_desktop.store.erasing import erase_rows
from vcse_desktop.store.journal import Journalled

Erased = frozenset[tuple[int, int]]
"""Rows that were erased: the number of the table, and the id."""


def erased_rows(con: Connection) -> Erased:
    """Return the rows that are erased in this file."""
    return frozenset(con.execute("SELECT tbl, id FROM erased").fetchall())


def erase_again(con: Connection, tables: Mapping[str, Journalled], rows: Iterable[tuple[int, int]]) -> None:
    """Erase these rows inside an open unit, also those that this file never had: they may still arrive.

    Every value ever noted for them goes; what stands in the chain for it stays, so the chain still fits.
    """
    names = {table.number: name for name, table in tables.items()}
    left = sorted(set(rows) - erased_rows(con))
    erase_rows(con, tables, [(names[number], row) for number, row in left if number in names])
