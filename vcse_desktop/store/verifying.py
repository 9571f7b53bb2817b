"""Whether a vault is whole: its pages, its links, its chains, its rows beside its journal."""

# ruff: noqa: S608 - every name in this SQL comes from the frozen table names, none from a person

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from vcse_desktop.store import bind
from vcse_desktop.store.journal import ERASE, Journalled, commitment, numbered, unit_hash

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
STEP = 1000
"""Changes between two questions whether to go on."""


class Stopped(Exception):
    """Somebody has cancelled the check."""


class Meter:
    """How far a check is. Each change in the journal is looked at twice."""

    def __init__(self, total: int, progress: Progress | None, cancelled: Cancelled | None) -> None:
        """Tell ``progress`` (done, total) and ask ``cancelled`` now and then; either may be missing."""
        self._done, self._total, self._progress, self._cancelled = 0, total, progress, cancelled

    def go_on(self, steps: int) -> None:
        """Count steps; Stopped when somebody has cancelled."""
        before, self._done = self._done, self._done + steps
        if before // STEP != self._done // STEP or not before:
            if self._cancelled and self._cancelled():
                raise Stopped
            if self._progress:
                self._progress(min(self._done, self._total), self._total)


def problems(
    con: bind.Connection,
    tables: Mapping[str, Journalled],
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[str]:
    """Return what is wrong as codes, from one moment of the vault; "cancelled" when it was not finished."""
    con.execute("BEGIN")
    total = 2 * con.execute("SELECT count(*) FROM chg").fetchone()[0]
    meter, found = Meter(total, progress, cancelled), list[str]()
    try:
        found += _pages(con)
        found += _chains(con, meter)
        found += _folds(con, tables, meter)
    except Stopped:
        found.append("cancelled")
    except bind.Error as error:  # a page that cannot be read stops the reading, and is the finding
        found.append(f"unreadable {getattr(error, 'sqlite_errorname', '')}")
    finally:
        if con.in_transaction:
            con.execute("ROLLBACK")
    return found


def search_problems(con: bind.Connection) -> list[str]:
    """Return whether the index of words fits the words; only a writer may ask, though it changes nothing."""
    try:
        con.execute("INSERT INTO find_fts(find_fts, rank) VALUES('integrity-check', 1)")
    except bind.Error:
        return ["search"]
    return []


def _pages(con: bind.Connection) -> Iterator[str]:
    if con.execute("PRAGMA cipher_integrity_check").fetchall():
        yield "cipher"
    if con.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        yield "pages"
    yield from (f"link {table} {row}" for table, row, *_ in con.execute("PRAGMA foreign_key_check"))


def _chains(con: bind.Connection, meter: Meter) -> Iterator[str]:
    """Name each unit whose hash is not that of its content, or that does not follow the one before it."""
    last: dict[int, bytes] = {}
    changes = con.cursor()
    for n, *head, first, prev, hashed in con.execute(
        "SELECT n, hlc, dev, user, at, why, undoes, count, first, prev, hash FROM tx ORDER BY dev, hlc"
    ):
        device, count = head[1], head[-1]
        found = changes.execute(
            "SELECT tx, com, tbl, id, op, new, old, salt FROM chg WHERE seq>=? AND seq<? ORDER BY seq",
            (first, first + count),
        ).fetchall()
        coms = [com or commitment(change) for _, com, *change in found]
        if prev != last.get(device):
            yield f"chain {n}"
        if [tx for tx, *_ in found] != [n] * count or unit_hash(tuple(head), prev, coms) != hashed:
            yield f"unit {n}"
        last[device] = hashed
        meter.go_on(count)
    if con.execute(
        "SELECT (SELECT count(*) FROM chg) <> (SELECT coalesce(sum(count), 0) FROM tx)"
    ).fetchone()[0]:
        yield "stray"


def _folds(con: bind.Connection, tables: Mapping[str, Journalled], meter: Meter) -> Iterator[str]:
    """Name each row that is not what its journal says, and each table with rows that have none."""
    by_number = {table.number: table for table in tables.values()}
    seen = dict.fromkeys(by_number, 0)
    live = con.cursor()
    journal = con.execute(
        "SELECT c.id, c.tbl, hlc, dev, seq, op, json(new) FROM chg c INDEXED BY chg_row JOIN tx ON n=c.tx "
        "ORDER BY c.id, c.tbl"
    )
    for (row, number), group in groupby(journal, key=lambda change: change[:2]):
        table, changes = by_number[number], sorted(change[2:] for change in group)
        found = live.execute(f'SELECT * FROM "{table.name}" WHERE id=?', (row,)).fetchone()
        if found is None or list(found[1:]) != _folded(changes, len(table.columns)):
            yield f"row {table.name} {row}"
        seen[number] += 1
        meter.go_on(len(changes))
    for number, table in by_number.items():
        if con.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0] != seen[number]:
            yield f"rows {table.name}"


def _folded(changes: list[tuple[int, int, int, int, str | None]], width: int) -> list[object]:
    state: dict[int, object] = {0: 1}
    for _, _, _, op, new in changes:
        if op == ERASE:
            return [0] + [None] * (width - 1)
        state |= numbered(new)
    return [state.get(number) for number in range(width)]
