"""Long lists: their first page at once, the ids of all of them in little room, and any page by its ids."""

# ruff: noqa: S608 - every name in this SQL comes from the frozen table names, none from a person

import json
from array import array
from collections.abc import Collection, Sequence

from vcse_desktop.store import repository
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.conditions import Condition, column, whole
from vcse_desktop.store.on_erase import not_late
from vcse_desktop.store.picking import Picking
from vcse_desktop.store.repository import Row
from vcse_desktop.store.shapes import Shape

PAGE = 200
"""Rows that are read together."""
NAME = ""
"""The order of names, as ``search`` folds them; any other order is that of a field for days, latest first."""


class Paging(Picking):
    """Questions about lists. A list is by name, or by a field such as a day and then by id, no day last.

    The latest day comes first, or with ``oldest`` the earliest.
    """

    def page(
        self,
        table: str,
        /,
        *where: Condition,
        by: str,
        oldest: bool = False,
        after: int | None = None,
        most: int = PAGE,
    ) -> list[Row]:
        """Return the rows that follow the record ``after`` in a list, or the first of it."""
        shapes = self._shapes(table, where, *([by] if by else []))
        sql, places = whole(shapes, table, where)
        ask = _Asked(table, column(shapes[table], by) if by else "", sql, places, oldest=oldest)

        def question(con: Connection) -> list[Row]:
            return _in_order(con, shapes[table], ask.ids(con, after, most))

        return self._seen(table, self._ask(question))

    def ids(self, table: str, /, *where: Condition, by: str, oldest: bool = False) -> "array[int]":
        """Return the ids of a whole list, in its order; eight bytes a record."""
        shapes = self._shapes(table, where, *([by] if by else []))
        sql, places = whole(shapes, table, where)
        ask = _Asked(table, column(shapes[table], by) if by else "", sql, places, oldest=oldest)
        return self._ask(lambda con: ask.ids(con, None, -1))

    def rows_of(self, table: str, ids: Collection[int]) -> list[Row]:
        """Return the records with these ids, in their order; those that are gone are left out."""
        shape = self._shapes(table)[table]
        return self._seen(table, self._ask(lambda con: _in_order(con, shape, ids)))

    def days(self, table: str, code: str) -> list[str]:
        """Return every day that stands in a field, each once."""
        name = column(self._shapes(table, (), code)[table], code)
        ask = f"""WITH RECURSIVE each(day) AS (SELECT max({name}) FROM "{table}" WHERE alive=1
          UNION ALL SELECT (SELECT max({name}) FROM "{table}" WHERE alive=1 AND {name}<day) FROM each
          WHERE day IS NOT NULL) SELECT day FROM each WHERE day IS NOT NULL"""
        return self._ask(lambda con: [day for (day,) in con.execute(ask)])


class _Asked:
    """What a list is made of, and how its ids are read."""

    def __init__(self, table: str, by: str, where: str, places: Sequence[object], *, oldest: bool) -> None:
        self._table, self._by, self._where, self._places = table, by, where, places
        self._way, self._then = ("ASC", ">") if oldest else ("DESC", "<")

    def ids(self, con: Connection, after: int | None, most: int) -> "array[int]":
        """Return the ids that follow a record, all of them where ``most`` is negative."""
        found = array("q")
        steps = (self._dated, self._undated) if self._by else (self._named, self._nameless)
        for step in steps:
            rest = most if most < 0 else most - len(found)
            sql, places = step(con, after)
            if sql and rest:
                asked = con.execute(f"{sql} LIMIT ?", [*places, rest])
                found.extend(one for (one,) in asked)
        return found

    def _dated(self, con: Connection, after: int | None) -> tuple[str, list[object]]:
        day = self._day(con, after)
        if after is not None and day is None:
            return "", []
        then = f"{self._by} IS NOT NULL" if after is None else f"({self._by}, id){self._then}(?, ?)"
        places = [] if after is None else [day, after]
        sql = f'SELECT id FROM "{self._table}" WHERE {self._where} AND {then}'
        return f"{sql} ORDER BY {self._by} {self._way}, id {self._way}", [*self._places, *places]

    def _undated(self, con: Connection, after: int | None) -> tuple[str, list[object]]:
        begun = after is not None and self._day(con, after) is None
        sql = f'SELECT id FROM "{self._table}" WHERE {self._where} AND {self._by} IS NULL'
        more = f" AND id{self._then}?" if begun else ""
        return f"{sql}{more} ORDER BY id {self._way}", [*self._places, *([after] if begun else [])]

    def _day(self, con: Connection, after: int | None) -> object:
        found = con.execute(f'SELECT {self._by} FROM "{self._table}" WHERE id=?', (after,)).fetchone()
        return found[0] if found else None

    def _named(self, con: Connection, after: int | None) -> tuple[str, list[object]]:
        then = "" if after is None else " AND (f.sort, f.id)>((SELECT sort FROM find WHERE id=?), ?)"
        living = f'EXISTS(SELECT 1 FROM "{self._table}" WHERE id=f.id AND {self._where})'
        sql = f"SELECT f.id FROM find f WHERE f.tbl=?{then} AND {living} ORDER BY f.sort, f.id"
        return sql, [self._table, *([] if after is None else [after, after]), *self._places]

    def _nameless(self, con: Connection, after: int | None) -> tuple[str, list[object]]:
        """What has no words at all stands at the end."""
        begun = after is not None and not con.execute("SELECT 1 FROM find WHERE id=?", (after,)).fetchone()
        sql = f'SELECT id FROM "{self._table}" WHERE {self._where} AND id NOT IN (SELECT id FROM find)'
        more = " AND id>?" if begun else ""
        return f"{sql}{more} ORDER BY id", [*self._places, *([after] if begun else [])]


def _in_order(con: Connection, shape: Shape, ids: Collection[int]) -> list[Row]:
    asked = json.dumps(list(ids))
    where = f"alive=1{not_late(shape.table.name)} AND id IN (SELECT value FROM json_each(?))"
    found = repository.read(con, shape, where, (asked,))
    rows = {row["id"]: row for row in found}
    return [rows[one] for one in ids if one in rows]
