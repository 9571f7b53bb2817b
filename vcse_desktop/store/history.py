"""What the journal tells: the units of work, which of them are undone, what a record went through."""

# ruff: noqa: S608 - every name in this SQL comes from the frozen table names, none from a person

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from vcse_desktop.store.bind import Connection
from vcse_desktop.store.journal import CLEAR, ERASE, INSERT, numbered
from vcse_desktop.store.migrations import TABLES
from vcse_desktop.store.shapes import Pairs, Shape
from vcse_desktop.store.undo import STAYS

_STAYING = ", ".join(str(TABLES[name]) for name in STAYS)
_UNDOABLE = f"""undoes IS NULL AND why NOT IN ('begin', 'erase', 'clear', 'ours') AND EXISTS(
  SELECT 1 FROM chg WHERE seq>=tx.first AND seq<tx.first+tx.count AND tbl NOT IN ({_STAYING}))"""


@dataclass(frozen=True, slots=True)
class UnitInfo:
    """One unit of work. ``at`` is UTC; ``undoes`` is the unit that it takes back."""

    id: int
    at: str
    member: int
    device: int
    why: str
    changes: int
    undoes: int | None
    undone: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a record, before and after, in the shape of Values.

    Field "" is the record itself: new is True when it was put there, False when it was removed, None when
    it was erased. A LINKS field has one change for each record that came or went. A field whose past was
    cleared has None on both sides, with why "clear".
    """

    unit: int
    at: str
    member: int
    device: int
    why: str
    field: str
    old: object
    new: object


def units(con: Connection, limit: int) -> list[UnitInfo]:
    """Return the newest units, newest first."""
    return _units(con, "1", limit)


def last_unit(con: Connection, member: int | None) -> UnitInfo | None:
    """Return what "undo" would take back: the newest unit that is no undo, is not undone, and can be.

    The units that make a vault what it is ("begin") can not, nor that exact figures were printed ("ours"),
    and nothing that was wiped comes back. Of one member's units, or with None of all.
    """
    undone = json.dumps([target for target, _ in _undone(con)])
    where = f"{_UNDOABLE} AND n NOT IN (SELECT value FROM json_each('{undone}'))"
    if member is not None:
        where += f" AND user={member:d}"
    return next(iter(_units(con, where, 1)), None)


def newest_at(con: Connection) -> datetime | None:
    """Return when the unit that was written last says that it was written; None where there is none."""
    found = con.execute("SELECT at FROM tx WHERE at IS NOT NULL ORDER BY n DESC LIMIT 1").fetchone()
    return datetime.fromisoformat(found[0]) if found else None


def _units(con: Connection, where: str, limit: int) -> list[UnitInfo]:
    undoing = {by: target for target, by in _undone(con)}
    undone = set(undoing.values())
    found = con.execute(
        "SELECT n, at, user, dev, why, count, undoes FROM tx "
        f"WHERE {where} ORDER BY hlc DESC, dev DESC LIMIT ?",
        (limit,),
    ).fetchall()
    return [
        UnitInfo(n, at, member, device, why, count, _unit_named(con, undoes), n in undone)
        for n, at, member, device, why, count, undoes in found
    ]


def _undone(con: Connection) -> list[tuple[int, int]]:
    """Return each unit that is undone, with the unit that undoes it and is not undone itself."""
    pairs: dict[int, int] = {}
    for n, name in con.execute(
        "SELECT n, undoes FROM tx WHERE undoes IS NOT NULL ORDER BY hlc DESC, dev DESC"
    ).fetchall():
        target = _unit_named(con, name)
        if n not in pairs and target is not None:  # what undoes this one is newer, so it was met before
            pairs[target] = n
    return list(pairs.items())


def _unit_named(con: Connection, name: str | None) -> int | None:
    hlc, dev = name.split(".") if name else (0, 0)
    found = con.execute("SELECT n FROM tx WHERE dev=? AND hlc=?", (int(dev), int(hlc))).fetchone()
    return int(found[0]) if found else None


def touched(con: Connection, unit: int, table: int) -> list[int]:
    """Return the records of a table that a unit has written."""
    found = con.execute(
        "SELECT DISTINCT chg.id FROM tx JOIN chg ON seq>=tx.first AND seq<tx.first+tx.count "
        "WHERE n=? AND tbl=? ORDER BY 1",
        (unit, table),
    )
    return [record for (record,) in found]


def beginnings(con: Connection, records: Collection[int]) -> dict[int, tuple[int, str]]:
    """Return for each of these records the unit that first wrote it, and why; ids are unique in a vault."""
    found = con.execute(
        "SELECT id, n, why FROM (SELECT chg.id AS id, n, why, row_number() OVER "
        "(PARTITION BY chg.id ORDER BY hlc, dev, seq) AS place FROM chg JOIN tx ON n=chg.tx "
        "WHERE chg.id IN (SELECT value FROM json_each(?))) WHERE place=1",
        (json.dumps(list(records)),),
    )
    return {record: (unit, why) for record, unit, why in found}


def history(con: Connection, shape: Shape, record: int) -> list[Change]:
    """Return what was ever done to a record and to its links, newest first."""
    told = list(_own(con, shape, record))
    for pairs in shape.pairs:
        told += _of_pairs(con, pairs, record)
    told.sort(key=lambda entry: entry[0], reverse=True)
    return [change for _, change in told]


_Entry = tuple[tuple[int, int, int], Change]


def _own(con: Connection, shape: Shape, record: int) -> Iterator[_Entry]:
    for when, head, op, new, old in _entries(con, shape.table.number, record):
        if op == CLEAR:
            yield from ((when, Change(*head, shape.table.columns[number], None, None)) for number in old)
            continue
        for number, value in new.items():
            field = shape.table.columns[number] if number else ""
            if number:
                values = shape.value(field, old.get(number)), shape.value(field, value)
            else:
                values = None if op == INSERT else bool(old.get(0)), bool(value)
            if op != INSERT or value is not None:
                yield when, Change(*head, field, *values)
        if op == ERASE:
            yield when, Change(*head, "", True, None)


def _of_pairs(con: Connection, pairs: Pairs, record: int) -> Iterator[_Entry]:
    for row, other in con.execute(
        f'SELECT id, "{pairs.theirs}" FROM "{pairs.table}" WHERE "{pairs.mine}"=?', (record,)
    ).fetchall():
        for when, head, _, new, _ in _entries(con, pairs.number, row):
            values = (None, other) if new.get(0) else (other, None)
            yield when, Change(*head, pairs.field, *values)


def _entries(
    con: Connection, table: int, record: int
) -> Iterator[
    tuple[tuple[int, int, int], tuple[int, str, int, int, str], int, dict[int, object], dict[int, object]]
]:
    """Yield when, (unit, at, member, device, why), op, new and old values by column number; oldest first."""
    for hlc, dev, seq, *head, op, new, old in con.execute(
        "SELECT hlc, dev, seq, n, at, user, dev, why, op, json(new), json(old) "
        "FROM chg JOIN tx ON n=chg.tx WHERE id=? AND tbl=? ORDER BY hlc, dev, seq",
        (record, table),
    ).fetchall():
        unit, at, member, device, why = head
        yield (hlc, dev, seq), (unit, at, member, device, why), op, numbered(new), numbered(old)
