"""How a change is written down as it happens: generated triggers, units of work, the hash chain."""

# ruff: noqa: S608 - every name in this SQL comes from the frozen table names, none from a person

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from vcse_desktop.store.bind import Connection
from vcse_desktop.store.ident import Clock
from vcse_desktop.store.migrations import TABLES

INSERT, UPDATE, ERASE, CONFIRM, MERGE, CLEAR = 1, 2, 3, 4, 5, 6
"""What a change did. CLEAR says the whole row again, as the changes before it were wiped for one field: its
``new`` has every column, its ``old`` names the column whose past is gone."""
REFUSE, LOG, FOLD = 0, 1, 2
"""What the triggers do with a write: abort it, note it, let it pass unnoted."""
WHY = re.compile(r"[a-z]{2,12}")
"""Why a unit was made is a code such as add, edit, import: never text, or names would outlive an erasure."""


@dataclass(frozen=True, slots=True)
class Journalled:
    """One table of the journal; a column's number is its place in ``columns``, ``alive`` being 0."""

    name: str
    number: int
    columns: tuple[str, ...]


@dataclass(slots=True)
class Mark:
    """A unit of work: its local number, stamp, and its changes, which lie together in ``chg``."""

    n: int
    hlc: int
    first: int
    count: int = 0


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes, on which device, by which clock."""

    member: int
    device: int
    clock: Clock


def journalled(con: Connection) -> dict[str, Journalled]:
    """Return every journalled table as it is in this file, by name."""
    columns: dict[str, list[str]] = {name: [] for name in TABLES}
    for table, column in con.execute(
        "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type='table' "
        "AND t.name IN (SELECT value FROM json_each(?)) AND c.cid>0 ORDER BY t.name, c.cid",
        (json.dumps(list(TABLES)),),
    ):
        columns[table].append(column)
    return {name: Journalled(name, number, tuple(columns[name])) for name, number in TABLES.items()}


def newest_stamps(con: Connection) -> dict[int, int]:
    """Return the newest stamp of each device."""
    return dict(con.execute(NEWEST))


def arm(con: Connection, tables: Iterable[Journalled]) -> None:
    """Make the triggers of this connection from the tables as they are: none is stored, so none is stale."""
    con.execute(f"CREATE TEMP TABLE ctx AS SELECT {REFUSE} AS mode, 0 AS tx")
    con.executescript(";".join(trigger for table in tables for trigger in _triggers(table)))


NEWEST = """WITH RECURSIVE each(dev) AS (SELECT min(dev) FROM tx
  UNION ALL SELECT (SELECT min(dev) FROM tx WHERE dev>each.dev) FROM each WHERE dev IS NOT NULL)
SELECT dev, (SELECT max(hlc) FROM tx WHERE tx.dev=each.dev) FROM each WHERE dev IS NOT NULL"""
"""As GROUP BY dev has it, but from device to device on the index: that would go through every unit."""


def _triggers(table: Journalled) -> Iterator[str]:
    name, number, columns = table.name, table.number, table.columns
    guard = f"SELECT RAISE(ABORT, 'write outside a unit of work') FROM ctx WHERE mode={REFUSE};"
    values = ", ".join(f'new."{column}"' for column in columns)
    yield f"""CREATE TEMP TRIGGER "{name}_i" AFTER INSERT ON main."{name}" BEGIN {guard}
      INSERT INTO chg(tx, tbl, id, op, new, salt)
      SELECT tx, {number}, new.id, {INSERT}, jsonb_array({values}), randomblob(16) FROM ctx WHERE mode={LOG};
      END"""
    yield f"""CREATE TEMP TRIGGER "{name}_u" AFTER UPDATE ON main."{name}" BEGIN {guard}
      SELECT RAISE(ABORT, 'erased') FROM ctx
      WHERE mode={LOG} AND EXISTS(SELECT 1 FROM erased WHERE tbl={number} AND id=new.id);
      INSERT INTO chg(tx, tbl, id, op, new, old, salt)
      SELECT tx, {number}, new.id, {UPDATE}, jsonb_group_object(key, value->>0),
      jsonb_group_object(key, value->>1), randomblob(16)
      FROM ctx, json_each({_differing(columns)}) WHERE mode={LOG} GROUP BY tx; END"""
    yield f"""CREATE TEMP TRIGGER "{name}_d" BEFORE DELETE ON main."{name}" BEGIN
      SELECT RAISE(ABORT, 'rows are never deleted'); END"""


def _differing(columns: tuple[str, ...]) -> str:
    """Return SQL for a JSON object of the fields that differ: by their numbers, what is new and what was."""
    sides = ((number, f'new."{column}"', f'old."{column}"') for number, column in enumerate(columns))
    pairs = "||".join(
        f"""iif({new} IS NOT {old},',"{number}":['||json_quote({new})||','||json_quote({old})||']','')"""
        for number, new, old in sides
    )
    return f"'{{'||substr({pairs}, 2)||'}}'"


@contextmanager
def work(
    con: Connection,
    author: Author,
    why: str,
    undoes: str | None = None,
    goes_on: Callable[[], object] = lambda: None,
) -> Iterator[Mark]:
    """Do one unit of work: all of it is committed with its place in the chain, or none of it.

    The body may write to journalled tables; when it changes nothing, no unit is kept and ``count`` is 0.
    ``goes_on`` is asked at the last moment: when it raises, nothing is kept.
    """
    if not WHY.fullmatch(why):
        raise ValueError("why is a code of small letters")
    con.execute("BEGIN IMMEDIATE")
    try:
        mark = _begin(con, author)
        yield mark
        con.execute("UPDATE temp.ctx SET mode=?, tx=0", (REFUSE,))
        _seal(con, mark, author, why, undoes)
        goes_on()
        con.execute("COMMIT")
    except BaseException:
        if con.in_transaction:  # a full disk has rolled back already
            con.execute("ROLLBACK")
        raise


def _begin(con: Connection, author: Author) -> Mark:
    n, first = con.execute(
        "SELECT (SELECT coalesce(max(n), 0) FROM tx) + 1, (SELECT coalesce(max(seq), 0) FROM chg) + 1"
    ).fetchone()
    con.execute("UPDATE temp.ctx SET mode=?, tx=?", (LOG, n))
    return Mark(n, author.clock.tick(), first)


def _seal(con: Connection, mark: Mark, author: Author, why: str, undoes: str | None) -> None:
    changes = con.execute(
        "SELECT com, tbl, id, op, new, old, salt FROM chg WHERE seq>=? ORDER BY seq", (mark.first,)
    ).fetchall()
    mark.count = len(changes)
    if not changes:
        return
    last = con.execute(
        "SELECT hash FROM tx WHERE dev=? ORDER BY hlc DESC LIMIT 1", (author.device,)
    ).fetchone()
    prev = last[0] if last else None
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    head = (mark.hlc, author.device, author.member, at, why, undoes, mark.count)
    hashed = unit_hash(head, prev, (com or commitment(change) for com, *change in changes))
    con.execute(
        "INSERT INTO tx(n, hlc, dev, user, at, why, undoes, count, first, prev, hash) "
        "VALUES(?,?,?,?,?,?,?,?,?,?,?)",
        (mark.n, *head, mark.first, prev, hashed),
    )


def commitment(change: Sequence[Any]) -> bytes:
    """Return what stands in the chain for a change (tbl, id, op, new, old, salt).

    Without the salt it says nothing about the values, so they can be erased and the chain still be checked.
    """
    table, record, op, new, old, salt = change
    digest = blake2b(b"%d|%d|%d|" % (table, record, op), digest_size=32)
    for part in (salt, new, old):
        digest.update(b"-" if part is None else b"%d:" % len(part) + part)
    return digest.digest()


def unit_hash(head: tuple[object, ...], prev: bytes | None, commitments: Iterable[bytes]) -> bytes:
    """Return the hash of a unit: (hlc, dev, user, at, why, undoes, count), the one before it, its changes."""
    digest = blake2b(json.dumps(head).encode("utf-8"), digest_size=32)
    digest.update(prev or b"")
    for part in commitments:
        digest.update(part)
    return digest.digest()


def numbered(written: str | None) -> dict[int, object]:
    """Return the values of a change by the number of the column: an array names all, an object some."""
    found = json.loads(written) if written else {}
    return dict(enumerate(found)) if isinstance(found, list) else {int(n): v for n, v in found.items()}
