"""Which rows are about one person: what would go with them, and what would stay without a name."""

# ruff: noqa: S608 - every name in this SQL comes from the frozen table names, none from a person

import json
from collections.abc import Mapping
from dataclasses import dataclass

from vcse_desktop.store import erasing
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.on_erase import kept_links
from vcse_desktop.store.repository import Row
from vcse_desktop.store.shapes import Shape


@dataclass(frozen=True, slots=True)
class Held:
    """One row, and whether it was removed: then it is in no list, but still here."""

    table: str
    id: int
    removed: bool
    row: Row


def about(con: Connection, shapes: Mapping[str, Shape], person: int) -> list[Held]:
    """Return all rows about a person, by table and in order of entry; KeyError when there is nobody."""
    keys = set(erasing.plan(con, "person", person).going)
    people = json.dumps([row for table, row in keys if table == "person"])
    within = "IN (SELECT value FROM json_each(?))"
    for table, column in kept_links("person"):
        wanted, name = ("id", table) if table in shapes else ("session", "session")
        sql = f'SELECT "{wanted}" FROM "{table}" WHERE alive=1 AND "{column}" {within}'
        keys |= {(name, row) for (row,) in con.execute(sql, (people,))}
    said = json.dumps([row for table, row in keys if table == "insight"])
    for part in ("consent", "attachment"):  # of what they said
        sql = f"SELECT id FROM {part} WHERE insight {within}"
        keys |= {(part, row) for (row,) in con.execute(sql, (said,))}
    ids = json.dumps([row for _, row in keys])
    sql = f"SELECT id FROM own_value WHERE record {within}"
    keys |= {("own_value", row) for (row,) in con.execute(sql, (ids,))}
    return [_held(con, shapes[table], row) for table, row in sorted(keys) if table in shapes]


def _held(con: Connection, shape: Shape, record: int) -> Held:
    alive, *values = con.execute(f'SELECT * FROM "{shape.table.name}" WHERE id=?', (record,)).fetchone()[1:]
    names = shape.table.columns[1:]
    row: Row = {"id": record}
    row |= {name: shape.value(name, kept) for name, kept in zip(names, values, strict=True)}
    return Held(shape.table.name, record, not alive, row)
