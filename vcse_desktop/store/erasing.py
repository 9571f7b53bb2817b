"""How a record and all that goes with it is erased: nothing of it is left, and the history stays provable."""

# ruff: noqa: S608 - every name in this SQL comes from the frozen table names, none from a person

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.engine import told
from vcse_desktop.store.errors import CannotWrite, Erased
from vcse_desktop.store.journal import CLEAR, ERASE, FOLD, LOG, Journalled, commitment, numbered
from vcse_desktop.store.on_erase import erase_links, gone, kept_links, leading_to

Tables = Mapping[str, Journalled]
Key = tuple[str, int]
"""A row: its table, and its id."""
CHANGED_SINCE = (
    N_("Something was added since"),
    N_("What goes with this record is no longer what was shown, so nothing was erased. Look at it again."),
)
TRACES = "PRAGMA user_version=1"
"""Notes, in the same transaction, that the file may hold traces of what was wiped."""
TRIES = 3
"""How often the file beside the data is asked to be emptied, while somebody else may still be reading."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an erasure will do: the rows that go, in order, and how many rows stay by (table, column).

    ``pictures`` is how many attachments lose their bytes, ``drafts`` how many half-written forms go.
    """

    table: str
    id: int
    going: tuple[Key, ...]
    staying: Mapping[tuple[str, str], int] = field(default_factory=dict)
    pictures: int = 0
    drafts: int = 0

    def count(self, table: str) -> int:
        """Return how many rows of a table go."""
        return sum(name == table for name, _ in self.going)


def plan(con: Connection, table: str, record: int) -> Plan:
    """Return what goes with a record and what stays; KeyError when there is no such record, or Erased."""
    if not con.execute(f'SELECT 1 FROM "{table}" WHERE id=?', (record,)).fetchone():
        raise KeyError(record)
    if con.execute("SELECT 1 FROM erased WHERE id=?", (record,)).fetchone():
        raise Erased
    going = _closure(con, (table, record))
    staying: dict[tuple[str, str], int] = {}
    people = json.dumps([row for name, row in going if name == table])
    for name, column in kept_links(table):
        sql = (
            f'SELECT count(*) FROM "{name}" WHERE alive=1 AND "{column}" IN (SELECT value FROM json_each(?))'
        )
        if found := con.execute(sql, (people,)).fetchone()[0]:
            staying[name, column] = found
    ids = json.dumps([row for _, row in going])
    within = "IN (SELECT value FROM json_each(?))"
    pictures = con.execute(f"SELECT count(*) FROM attachment_bytes WHERE id {within}", (ids,)).fetchone()[0]
    drafts = con.execute(f"SELECT count(*) FROM draft WHERE record {within}", (ids,)).fetchone()[0]
    return Plan(table, record, tuple(sorted(going)), staying, pictures, drafts)


def _closure(con: Connection, root: Key) -> set[Key]:
    """Return a row and all that goes with it, removed rows too: their values are still there."""
    found, fresh = {root}, {root}
    erased = {row for (row,) in con.execute("SELECT id FROM erased")}
    while fresh:
        near: set[Key] = set()
        for table in {name for name, _ in fresh}:
            ids = json.dumps([row for name, row in fresh if name == table])
            within = "IN (SELECT value FROM json_each(?))"
            for name, column in leading_to(table):
                sql = f'SELECT id FROM "{name}" WHERE "{column}" {within}'
                near |= {(name, row) for (row,) in con.execute(sql, (ids,))}
            if table == "person":
                sql = f"SELECT merged_into FROM person WHERE merged_into IS NOT NULL AND id {within}"
                near |= {(table, row) for (row,) in con.execute(sql, (ids,))}
        fresh = {key for key in near - found if key[1] not in erased}
        found |= fresh
    return found


def erase(con: Connection, tables: Tables, agreed: Plan) -> None:
    """Erase what was agreed, inside an open unit; Refused when more goes with it by now."""
    now = plan(con, agreed.table, agreed.id)
    if now.going != agreed.going:
        raise Refused(*CHANGED_SINCE)
    erase_rows(con, tables, now.going)


def erase_rows(con: Connection, tables: Tables, rows: Sequence[Key]) -> None:
    """Erase exactly these rows, inside an open unit: what was agreed, or what was erased elsewhere before.

    A row that was never here leaves an empty one, so that it is refused when it comes.
    """
    unit = con.execute("SELECT tx FROM temp.ctx").fetchone()[0]
    con.execute(TRACES)
    for name, row in rows:
        number = tables[name].number
        for seq, *change in _unwiped(con, number, row):
            _wipe(con, seq, change)
        con.execute("INSERT INTO chg(tx, tbl, id, op) VALUES(?,?,?,?)", (unit, number, row, ERASE))
        con.execute("INSERT INTO erased(tbl, id) VALUES(?,?)", (number, row))
    con.execute("UPDATE temp.ctx SET mode=?", (FOLD,))
    for name, row in rows:
        con.execute(f'INSERT INTO "{name}"(id, alive) VALUES(?, 0) ON CONFLICT(id) DO NOTHING', (row,))
        empty = "".join(f', "{column}"=NULL' for column in tables[name].columns[1:])
        con.execute(f'UPDATE "{name}" SET alive=0{empty} WHERE id=?', (row,))
        con.execute("DELETE FROM attachment_bytes WHERE id=?", (row,))
        con.execute("DELETE FROM draft WHERE record=?", (row,))
    con.execute("UPDATE temp.ctx SET mode=?", (LOG,))


def clear(con: Connection, table: Journalled, record: int, column: str) -> None:
    """Wipe what a field of a record has ever said before, inside an open unit.

    A change is wiped whole, since its place in the chain stands for all of it; so an entry CLEAR says again
    what the whole row is now, and the row can be followed from there.
    """
    number = table.columns.index(column)
    wiped = False
    con.execute(TRACES)
    for seq, *change in _unwiped(con, table.number, record):
        sides = [numbered(con.execute("SELECT json(?)", (side,)).fetchone()[0]) for side in change[3:5]]
        if any(side.get(number) is not None for side in sides):
            _wipe(con, seq, change)
            wiped = True
    if wiped:
        columns = ", ".join(f'"{name}"' for name in table.columns)
        con.execute(
            "INSERT INTO chg(tx, tbl, id, op, new, old, salt) "
            f"SELECT ctx.tx, ?, row.id, ?, jsonb_array({columns}), jsonb(?), randomblob(16) "
            f'FROM "{table.name}" AS row, temp.ctx AS ctx WHERE row.id=?',
            (table.number, CLEAR, json.dumps({number: None}), record),
        )


def empty(con: Connection, table: Journalled, record: int, column: str) -> None:
    """Take the value out of a field, of a removed record too, inside an open unit."""
    con.execute(f'UPDATE "{table.name}" SET "{column}"=NULL WHERE id=?', (record,))


def give_up_draft(con: Connection, draft: int) -> None:
    """Delete a half-written form."""
    con.execute("DELETE FROM draft WHERE id=?", (draft,))
    con.execute(TRACES)


def _unwiped(con: Connection, number: int, record: int) -> list[tuple[Any, ...]]:
    return con.execute(
        "SELECT seq, tbl, id, op, new, old, salt FROM chg WHERE id=? AND tbl=? AND com IS NULL ORDER BY seq",
        (record, number),
    ).fetchall()


def _wipe(con: Connection, seq: int, change: list[Any]) -> None:
    """Keep of a change what stands for it in the chain, and nothing that it said."""
    con.execute("UPDATE chg SET com=?, new=NULL, old=NULL, salt=NULL WHERE seq=?", (commitment(change), seq))


def late(con: Connection, tables: Tables) -> list[Key]:
    """Return the living rows that belong to somebody or something erased: they are hidden until settled."""
    found: list[Key] = []
    for name in tables:
        for column in sorted(erase_links(name)):
            sql = f'SELECT id FROM "{name}" WHERE alive=1 AND "{column}" IN ({gone(column)})'
            found += [(name, row) for (row,) in con.execute(sql)]
    return sorted(set(found))


def sweep(con: Connection) -> None:
    """Write the file anew from what is alive, so that no gap of it holds what was wiped.

    Secure deletion alone leaves traces: SQLite moves rows between pages and leaves copies in their gaps, and
    the index of words forgets to take out a word that a long text repeats. CannotWrite when somebody else
    reads without end, DiskFull when there is no room; what was wiped stays wiped, and is swept at the next
    opening.
    """
    con.execute("INSERT INTO find_fts(find_fts) VALUES('rebuild')")
    con.execute("VACUUM")
    for _ in range(TRIES):
        busy, _, _ = con.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy:
            con.execute("PRAGMA user_version=0")
            con.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
    raise CannotWrite


def sweep_what_was_left(con: Connection) -> None:
    """Sweep when the program ended between wiping and sweeping; what stands in the way keeps nobody out."""
    if con.execute("PRAGMA user_version").fetchone()[0]:
        with suppress(WorldError), told():
            sweep(con)
