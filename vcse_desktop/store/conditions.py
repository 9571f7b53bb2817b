"""What can be asked of the records of a kind, and how it is said in SQL so that an index answers it."""

# ruff: noqa: S608 - every name in this SQL comes from the frozen table names, none from a person

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from vcse_desktop.store.on_erase import not_late
from vcse_desktop.store.shapes import Pairs, Shape

Sql = tuple[str, list[object]]
"""A condition in SQL, and what stands for its question marks."""


@dataclass(frozen=True, slots=True)
class Among:
    """The field has one of these values; of a LINKS field, one of its ids is among them."""

    field: str
    values: Collection[object]


@dataclass(frozen=True, slots=True)
class NotAmong:
    """The field is blank or has none of these values."""

    field: str
    values: Collection[object]


@dataclass(frozen=True, slots=True)
class Between:
    """The field is filled and lies between these, both of them inside; None leaves an end open."""

    field: str
    first: object = None
    last: object = None


@dataclass(frozen=True, slots=True)
class Blank:
    """Nobody wrote anything into the field."""

    field: str


@dataclass(frozen=True, slots=True)
class Holding:
    """A choice of several, any of these among it."""

    field: str
    codes: Collection[str]


@dataclass(frozen=True, slots=True)
class Naming:
    """The link points to a record in whose words one begins with this (see ``search.fold``)."""

    field: str
    kind: str
    word: str


@dataclass(frozen=True, slots=True)
class Saying:
    """In the words of the record itself one begins with this (see ``search.fold``)."""

    word: str


@dataclass(frozen=True, slots=True)
class NotNamed:
    """No living record of this kind names it in this LINKS field."""

    kind: str
    field: str


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of these at least is so."""

    conditions: Sequence["Condition"] = field(default=())


Condition = Among | NotAmong | Between | Blank | Holding | Naming | Saying | NotNamed | AnyOf


def fields_in(where: Sequence[Condition]) -> set[str]:
    """Return the fields of the record itself that this is about."""
    fields = {one.field for one in where if not isinstance(one, Saying | NotNamed | AnyOf)}
    return fields.union(*(fields_in(one.conditions) for one in where if isinstance(one, AnyOf)))


def searches(where: Sequence[Condition]) -> bool:
    """Say whether the words of the record itself are looked through."""
    return any(
        isinstance(one, Saying) or (isinstance(one, AnyOf) and searches(one.conditions)) for one in where
    )


def kinds_in(where: Sequence[Condition]) -> set[str]:
    """Return the other kinds of record that must be looked at to say whether this is so."""
    named = {one.kind for one in where if isinstance(one, Naming | NotNamed)}
    return named.union(*(kinds_in(one.conditions) for one in where if isinstance(one, AnyOf)))


def whole(shapes: Mapping[str, Shape], table: str, where: Sequence[Condition]) -> Sql:
    """Return SQL for living records for which all of this is so. KeyError for a field that is not there."""
    shape = shapes[table]
    parts = [_sql(shapes, shape, one) for one in where]
    sql = " AND ".join(["alive=1", *(sql for sql, _ in parts)]) + not_late(table)
    return sql, [p for _, places in parts for p in places]


def _sql(shapes: Mapping[str, Shape], shape: Shape, asked: Condition) -> Sql:
    match asked:
        case AnyOf(conditions):
            parts = [_sql(shapes, shape, one) for one in conditions]
            return f"({' OR '.join(sql for sql, _ in parts) or '0'})", [p for _, held in parts for p in held]
        case Saying(word):
            return f"id IN ({_FOUND})", [_prefix(word), shape.table.name]
        case Naming(code, kind, word):
            sql, places = _linked(shape, code, _FOUND)
            return sql, [*places, _prefix(word), kind]
        case NotNamed(kind, code):
            pairs = next(one for one in shapes[kind].pairs if one.field == code)
            return f"NOT EXISTS ({_naming(pairs, kind, shape.table.name)})", []
        case Among(code, values):
            sql, places = _linked(shape, code, "SELECT value FROM json_each(?)")
            return sql, [*places, json.dumps(list(values))]
        case _:
            return _of_column(shape, asked)


_FOUND = "SELECT w.id FROM find_fts JOIN find w ON w.id=find_fts.rowid WHERE find_fts MATCH ? AND w.tbl=?"


def _of_column(shape: Shape, asked: NotAmong | Between | Blank | Holding) -> Sql:
    name = column(shape, asked.field)
    match asked:
        case NotAmong(_, values):
            return f"({name} IS NULL OR {name} NOT IN (SELECT value FROM json_each(?)))", [
                json.dumps(list(values))
            ]
        case Between(_, first, last):
            ends = [(f"{name}>=?", first), (f"{name}<=?", last)]
            held = [(sql, end) for sql, end in ends if end is not None]
            return " AND ".join([f"{name} IS NOT NULL", *(sql for sql, _ in held)]), [end for _, end in held]
        case Blank():
            return f"{name} IS NULL", []
        case Holding(_, codes):
            return (
                f"EXISTS(SELECT 1 FROM json_each({name}) WHERE value IN (SELECT value FROM json_each(?)))",
                [json.dumps(list(codes))],
            )


def column(shape: Shape, code: str) -> str:
    """Return a field's column for SQL; KeyError when there is none."""
    if code != "id":
        shape.columns({code: None})
    return f'"{code}"'


def _linked(shape: Shape, code: str, ids: str) -> Sql:
    for pairs in shape.pairs:
        if pairs.field == code:
            named = f'WHERE alive=1 AND "{pairs.theirs}" IN ({ids})'
            return f'id IN (SELECT "{pairs.mine}" FROM "{pairs.table}" {named})', []
    return f"{column(shape, code)} IN ({ids})", []


def _naming(pairs: Pairs, kind: str, table: str) -> str:
    return (
        f'SELECT 1 FROM "{pairs.table}" p JOIN "{kind}" o ON o.id=p."{pairs.mine}" AND o.alive=1 '
        f'WHERE p.alive=1 AND p."{pairs.theirs}"="{table}".id'
    )


def _prefix(word: str) -> str:
    return '"' + word.replace('"', '""') + '"*'
