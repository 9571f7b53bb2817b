"""What the journal tells from its first change to its last, a piece at a time, and who wrote each."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vcse_desktop.store.bind import Connection
from vcse_desktop.store.journal import CLEAR, ERASE, INSERT, numbered
from vcse_desktop.store.shapes import Pairs, Shape

ADDED, REMOVED, BACK, ERASED, CLEARED = "added", "removed", "back", "erased", "cleared"
CHANGED, LINKED, UNLINKED = "changed", "linked", "unlinked"
"""What a change did, as codes."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a change did. ``field`` is "" for the record itself; ``kind`` is the table.

    ``old`` and ``new`` are in the shape of Values; of a link, the id that it points to.
    """

    unit: int
    at: str
    member: int
    device: int
    why: str
    kind: str
    id: int
    what: str
    field: str = ""
    old: object = None
    new: object = None


def changes(con: Connection, shapes: Mapping[str, Shape], after: int, most: int) -> tuple[int, list[Told]]:
    """Return what the next changes after this one tell, and the number of the last of them; 0 at the end.

    Tables that have no shape here are passed over.
    """
    numbers = {shape.table.number: shape for shape in shapes.values()}
    owned = {pairs.number: (name, pairs) for name, shape in shapes.items() for pairs in shape.pairs}
    found = con.execute(
        "SELECT seq, tbl, id, op, json(new), json(old), tx.n, at, user, dev, why FROM chg "
        "JOIN tx ON tx.n=chg.tx WHERE seq>? ORDER BY seq LIMIT ?",
        (after, most),
    ).fetchall()
    told = list[Told]()
    for _, table, record, op, new, old, *rest in found:
        head, values = _head(*rest), (numbered(new), numbered(old))
        if table in numbers:
            told += _told(head, numbers[table], record, op, values)
        elif table in owned and 0 in values[0]:
            owner, pairs = owned[table]
            told += _of_pair(head, owner, pairs.field, _ends(con, pairs, record), alive=bool(values[0][0]))
    return (found[-1][0] if found else 0), told


def writers(con: Connection) -> dict[int, str]:
    """Return the names of all who may open the vault, or could once, by their numbers."""
    found = con.execute("SELECT id, body FROM slot WHERE body IS NOT NULL")
    return {slot: str(json.loads(body).get("label", "")) for slot, body in found}


Head = tuple[int, str, int, int, str]
"""The unit of a change: its number, when, by whom, on which device, and why."""
Both = tuple[dict[int, object], dict[int, object]]


def _head(unit: int, at: str, member: int, device: int, why: str) -> Head:
    return unit, at, member, device, why


def _told(head: Head, shape: Shape, record: int, op: int, values: Both) -> Iterator[Told]:
    name, (new, old) = shape.table.name, values

    def one(what: str, field: str = "", before: object = None, after: object = None) -> Told:
        return Told(*head, name, record, what, field, before, after)

    if op == CLEAR:
        yield from (one(CLEARED, shape.table.columns[number]) for number in old)
        return
    if op == ERASE:
        yield one(ERASED)
        return
    if op == INSERT:
        yield one(ADDED)
    elif 0 in new:
        yield one(BACK if new[0] else REMOVED)
    for number, value in new.items():
        field = shape.table.columns[number]
        if number and (op != INSERT or value is not None):
            yield one(CHANGED, field, shape.value(field, old.get(number)), shape.value(field, value))


def _ends(con: Connection, pairs: Pairs, row: int) -> tuple[int | None, int | None]:
    """Return what a link goes from and to; None where it was erased."""
    sql = f'SELECT "{pairs.mine}", "{pairs.theirs}" FROM "{pairs.table}" WHERE id=?'  # noqa: S608 - frozen
    return con.execute(sql, (row,)).fetchone() or (None, None)


def _of_pair(
    head: Head, owner: str, field: str, ends: tuple[int | None, int | None], *, alive: bool
) -> Iterator[Told]:
    """Yield what happened to a link, told of the record that has it."""
    mine, theirs = ends
    if mine is not None:
        came = (None, theirs) if alive else (theirs, None)
        yield Told(*head, owner, mine, LINKED if alive else UNLINKED, field, *came)
