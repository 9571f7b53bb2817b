"""How a unit of work is taken back: by another unit that writes the old values, itself undoable."""

# ruff: noqa: S608 - every name in this SQL comes from the frozen table names, none from a person

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vcse_desktop.store.bind import Connection
from vcse_desktop.store.journal import INSERT, UPDATE, Journalled, numbered
from vcse_desktop.store.on_erase import erase_links
from vcse_desktop.store.shapes import Shape

STAYS = ("slot", "release", "released_cell", "released_member", "cell_pattern", "document", "sent")
"""Tables that undo leaves alone: who may open the vault, and what the world has already seen."""


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """Something that was not undone: a field changed since, or ("") a whole row that stays."""

    table: str
    id: int
    field: str


@dataclass(frozen=True, slots=True)
class _Step:
    """One change of the unit: what it wrote and what was there before, by the number of the column."""

    table: Journalled
    id: int
    op: int
    wrote: dict[int, object]
    before: dict[int, object]


def name_of(con: Connection, unit: int) -> tuple[str, int]:
    """Return what an undo of this unit calls it on every laptop, and whose it is; KeyError without any."""
    found = con.execute("SELECT hlc, dev, user FROM tx WHERE n=?", (unit,)).fetchone()
    if not found:
        raise KeyError(unit)
    return f"{found[0]}.{found[1]}", int(found[2])


def take_back(
    con: Connection, tables: Mapping[str, Journalled], shapes: Mapping[str, Shape], unit: int
) -> list[LeftAlone]:
    """Write back, newest first, what this unit changed, inside an open unit; return what was left alone."""
    owners = {pairs.table: (name, pairs) for name, shape in shapes.items() for pairs in shape.pairs}
    left = []
    for step in list(_steps(con, tables, unit)):
        for column in _back(con, step):
            table, record, field = step.table.name, step.id, "" if column == "alive" else column
            if table in owners:
                owner, pairs = owners[table]
                (mine,) = con.execute(
                    f'SELECT "{pairs.mine}" FROM "{pairs.table}" WHERE id=?', (step.id,)
                ).fetchone()
                table, record, field = (owner, mine, pairs.field) if mine else (table, record, "")
            left.append(LeftAlone(table, record, field))
    return left


def _back(con: Connection, step: _Step) -> list[str]:
    """Write back one change; return the columns that stay, because they were changed since or must stay."""
    if step.table.name in STAYS or step.op not in (INSERT, UPDATE) or not step.wrote:
        return ["alive"]
    now = con.execute(f'SELECT * FROM "{step.table.name}" WHERE id=?', (step.id,)).fetchone()[1:]
    changed = [number for number, value in step.wrote.items() if now[number] != value]
    changed += [number for number, value in step.before.items() if _leads_nowhere(con, step, number, value)]
    back = {number: value for number, value in step.before.items() if number not in changed}
    if back and not (step.op == INSERT and changed):  # who has worked on it since must not lose that work
        names = ", ".join(f'"{step.table.columns[number]}"=?' for number in back)
        con.execute(f'UPDATE "{step.table.name}" SET {names} WHERE id=?', (*back.values(), step.id))
    return [step.table.columns[number] for number in changed]


def _leads_nowhere(con: Connection, step: _Step, number: int, value: object) -> bool:
    """Say whether a value would tie the row to something erased that it would have gone with."""
    if step.table.columns[number] not in erase_links(step.table.name):
        return False
    return bool(con.execute("SELECT 1 FROM erased WHERE id=?", (value,)).fetchone())


def _steps(con: Connection, tables: Mapping[str, Journalled], unit: int) -> Iterator[_Step]:
    by_number = {table.number: table for table in tables.values()}
    for table, row, op, new, old in con.execute(
        "SELECT c.tbl, c.id, c.op, json(c.new), json(c.old) FROM tx JOIN chg c "
        "ON c.seq>=tx.first AND c.seq<tx.first+tx.count WHERE tx.n=? ORDER BY c.seq DESC",
        (unit,),
    ):
        yield _Step(by_number[table], row, op, numbered(new), {0: 0} if op == INSERT else numbered(old))
