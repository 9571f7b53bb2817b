"""How records are saved, removed and read, whatever their kind."""

# ruff: noqa: S608 - every name in this SQL comes from the frozen table names, none from a person

import json
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from vcse_desktop.store.bind import Connection
from vcse_desktop.store.errors import Erased
from vcse_desktop.store.ident import derived_id
from vcse_desktop.store.on_erase import erase_links, not_late
from vcse_desktop.store.shapes import Pairs, Shape

Row = dict[str, object]
"""One record: "id" and every field, in the shape of ``records.fields.Values``."""


def save(con: Connection, shape: Shape, record: int, values: Mapping[str, object]) -> None:
    """Write these fields of a record, leave the others; one that is missing or removed lives again.

    Erased when it would belong to somebody or something that is erased.
    """
    columns = shape.columns(values)
    for link in columns.keys() & erase_links(shape.table.name):
        if con.execute("SELECT 1 FROM erased WHERE id=?", (columns[link],)).fetchone():
            raise Erased
    con.execute(_saving(shape.table.name, tuple(columns)), (record, *columns.values()))
    for pairs in shape.pairs:
        if pairs.field in values:
            _link(con, pairs, record, values[pairs.field] or ())  # type: ignore[arg-type]


@cache
def _saving(table: str, columns: tuple[str, ...]) -> str:
    names = "".join(f', "{column}"' for column in columns)
    updates = "".join(f', "{column}"=excluded."{column}"' for column in columns)
    places = ", ?" * len(columns)
    return (
        f'INSERT INTO "{table}"(id{names}) VALUES(?{places}) ON CONFLICT(id) DO UPDATE SET alive=1{updates}'
    )


def _link(con: Connection, pairs: Pairs, record: int, wanted: Collection[int]) -> None:
    """Let exactly these pairs of a record live."""
    for gone in set(_linked(con, pairs, [record]).get(record, ())) - set(wanted):
        con.execute(
            f'UPDATE "{pairs.table}" SET alive=0 WHERE id=?', (derived_id(pairs.number, record, gone),)
        )
    con.executemany(
        _saving(pairs.table, (pairs.mine, pairs.theirs)),
        [(derived_id(pairs.number, record, other), record, other) for other in sorted(set(wanted))],
    )


def remove(con: Connection, shape: Shape, record: int) -> None:
    """Take a record out of all lists; its values stay for undo."""
    con.execute(f'UPDATE "{shape.table.name}" SET alive=0 WHERE id=?', (record,))


def rows(con: Connection, shape: Shape, equal: Mapping[str, object]) -> list[Row]:
    """Return the living records whose fields have these values, oldest first.

    A LINKS field is asked by one id that must be among its own. What came after the record it belongs to
    was erased is left out.
    """
    asked = {"id": equal["id"]} if "id" in equal else {}
    asked |= shape.columns({code: value for code, value in equal.items() if code != "id"})
    where = "".join(f' AND "{code}" IS ?' for code in asked)
    for pairs in shape.pairs:
        if pairs.field in equal:
            asked[pairs.field] = equal[pairs.field]
            having = f'SELECT "{pairs.mine}" FROM "{pairs.table}" WHERE "{pairs.theirs}"=? AND alive=1'
            where += f" AND id IN ({having})"
    where += not_late(shape.table.name)
    return read(con, shape, f"alive=1{where} ORDER BY id", tuple(asked.values()))


def read(
    con: Connection, shape: Shape, where: str, places: Sequence[object], fields: Collection[str] = ()
) -> list[Row]:
    """Return the records for which this SQL holds, in its order, with these fields or all."""
    names = ("id", *(code for code in shape.table.columns[1:] if not fields or code in fields))
    columns = ", ".join(f'"{name}"' for name in names)
    found = con.execute(f'SELECT {columns} FROM "{shape.table.name}" WHERE {where}', tuple(places))
    made = [dict(zip(names, row, strict=True)) for row in found]
    spoken = [code for code in names if code in shape.lists or code in shape.flags]
    for row in made:
        for name in spoken:
            if row[name] is not None:
                row[name] = shape.value(name, row[name])
    for pairs in (one for one in shape.pairs if not fields or one.field in fields):
        linked = _linked(con, pairs, [row["id"] for row in made])
        for row in made:
            row[pairs.field] = linked.get(row["id"])
    return made


def _linked(con: Connection, pairs: Pairs, ids: Collection[object]) -> dict[object, list[int]]:
    """Return the ids, sorted, that each of these records names."""
    found: dict[object, list[int]] = {}
    for mine, theirs in con.execute(
        f'SELECT "{pairs.mine}", "{pairs.theirs}" FROM "{pairs.table}" WHERE alive=1 AND "{pairs.mine}" IN '
        f"(SELECT value FROM json_each(?)) ORDER BY 1, 2",
        (json.dumps(list(ids)),),
    ):
        found.setdefault(mine, []).append(theirs)
    return found
