"""Whether a vault is whole: its pages, its links, its chains, its rows beside its journal."""

# ruff: noqa: S608 - every name in this SQL comes from the frozen table names, none from a person

import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from itertools import groupby

from vcse_desktop.store import attached, bind
from vcse_desktop.store.engine import Lane, told
from vcse_desktop.store.gauge import Cancelled, Progress
from vcse_desktop.store.journal import CLEAR, ERASE, Journalled, commitment, numbered, unit_hash

STEP = 1000
"""Changes between two questions whether to go on."""
TICK, PAGES = 20_000, 80
"""Steps of the database between two such questions, and about how many pages they look at."""
SOON, PAUSE = 0.5, 1.0
"""Seconds that whoever stops a check waits for it, and until a check that gave way is tried again."""
_INTERRUPTED = 9


class Stopped(Exception):
    """Somebody has cancelled the check."""


class Meter:
    """How far a check is. Each page is looked at once, each change in the journal twice."""

    def __init__(self, total: int, progress: Progress | None, cancelled: Cancelled | None) -> None:
        """Tell ``progress`` (done, total) and ask ``cancelled`` now and then; either may be missing."""
        self._done, self._total, self._progress, self._cancelled = 0, total, progress, cancelled

    def go_on(self, steps: int) -> None:
        """Count steps; Stopped when somebody has cancelled."""
        before, self._done = self._done, self._done + steps
        if before // STEP != self._done // STEP or not before:
            if self.wants_to_stop():
                raise Stopped
            self._tell()

    def wants_to_stop(self) -> bool:
        """Say whether somebody has cancelled."""
        return bool(self._cancelled and self._cancelled())

    def look_at(self, pages: int) -> int:
        """Count pages, of which there are so many, while SQLite looks at them; 1 asks it to stop."""
        self._done = min(self._done + PAGES, pages)
        self._tell()
        return int(self.wants_to_stop())

    def _tell(self) -> None:
        if self._progress:
            self._progress(min(self._done, self._total), self._total)


def problems(
    con: bind.Connection,
    tables: Mapping[str, Journalled],
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    since: tuple[int, int] | None = None,
) -> list[str]:
    """Return what is wrong as codes, from one moment of the vault; "cancelled" when it was not finished.

    With ``since``, a device and one of its stamps, only what takes little time: the pages, and that device's
    chain from there.
    """
    con.execute("BEGIN")
    pages = con.execute("PRAGMA page_count").fetchone()[0]
    changes = con.execute("SELECT count(*) FROM chg").fetchone()[0] if since is None else 0
    meter, found = Meter(pages + 2 * changes, progress, cancelled), list[str]()
    try:
        with _asked(con, meter, pages):
            found += _pages(con, quick=since is not None)
        found += _chains(con, meter, since)
        if since is None:
            found += _folds(con, tables, meter)
            found += _erasures(con)
            found += _pictures(con, meter)
    except Stopped:
        found.append("cancelled")
    except bind.Error as error:  # a page that cannot be read stops the reading, and is the finding
        code, name = getattr(error, "sqlite_errorcode", 0), getattr(error, "sqlite_errorname", "")
        found.append("cancelled" if code == _INTERRUPTED else f"unreadable {name}")
    finally:
        if con.in_transaction:
            con.execute("ROLLBACK")
    return found


@contextmanager
def _asked(con: bind.Connection, meter: Meter, pages: int) -> Iterator[None]:
    """Let SQLite ask the meter now and then while it looks at the pages."""
    con.set_progress_handler(lambda: meter.look_at(pages), TICK)
    try:
        yield
    finally:
        con.set_progress_handler(None, 0)


def apart(
    opening: Callable[[], bind.Connection],
    job: Callable[[bind.Connection, Cancelled], list[str]],
    cancelled: Cancelled | None,
) -> list[str]:
    """Do a job on a connection and a thread of its own; whoever stops it waits no longer than a moment.

    There is one step in it that nothing can stop: it then goes on for some seconds without anybody waiting.
    """
    given_up: list[bool] = []

    def ask() -> bool:
        return bool(given_up or (cancelled and cancelled()))

    def work() -> list[str]:
        con = opening()
        try:
            with told():
                return job(con, ask)
        finally:
            con.close()

    thread = ThreadPoolExecutor(1, thread_name_prefix="check")
    future = thread.submit(work)
    thread.shutdown(wait=False)
    try:
        while not wait([future], 0.1).done:
            if ask() and not wait([future], SOON).done:
                return ["cancelled"]
        return future.result()
    finally:
        given_up.append(True)


def search_problems(con: bind.Connection, give_way: Cancelled = lambda: False) -> list[str] | None:
    """Return whether the index of words fits the words; None when it gave way to somebody who waits.

    Only a writer may ask, though it changes nothing.
    """
    con.set_progress_handler(lambda: int(give_way()), TICK)
    try:
        con.execute("INSERT INTO find_fts(find_fts, rank) VALUES('integrity-check', 1)")
    except bind.Error as error:
        return None if getattr(error, "sqlite_errorcode", 0) == _INTERRUPTED else ["search"]
    finally:
        con.set_progress_handler(None, 0)
    return []


def search_checked(writer: Lane, cancelled: Cancelled | None) -> list[str]:
    """Ask the same of the writer of a vault, between what people save: each save comes first."""

    def wanted() -> bool:
        return bool(cancelled and cancelled())

    while not wanted():
        found = writer.run(lambda con: search_problems(con, lambda: writer.wanted() or wanted()))
        if found is not None:
            return found
        time.sleep(PAUSE)
    return ["cancelled"]


def _pages(con: bind.Connection, *, quick: bool) -> Iterator[str]:
    ask = "PRAGMA cipher_integrity_check"  # it reads past the log: a page being written back looks torn
    if not quick and con.execute(ask).fetchall() and con.execute(ask).fetchall():
        yield "cipher"
    if con.execute(f"PRAGMA {'quick' if quick else 'integrity'}_check").fetchall() != [("ok",)]:
        yield "pages"
    if not quick:
        yield from (f"link {table} {row}" for table, row, *_ in con.execute("PRAGMA foreign_key_check"))


def _chains(con: bind.Connection, meter: Meter, since: tuple[int, int] | None) -> Iterator[str]:
    """Name each unit whose hash is not that of its content, or that does not follow the one before it."""
    last: dict[int, bytes] = {}
    changes = con.cursor()
    some, values = ("", ()) if since is None else ("WHERE dev=? AND hlc>=?", since)
    for n, *head, first, prev, hashed in con.execute(
        "SELECT n, hlc, dev, user, at, why, undoes, count, first, prev, hash FROM tx "
        f"{some} ORDER BY dev, hlc",
        values,
    ):
        device, count = head[1], head[-1]
        found = changes.execute(
            "SELECT tx, com, tbl, id, op, new, old, salt FROM chg WHERE seq>=? AND seq<? ORDER BY seq",
            (first, first + count),
        ).fetchall()
        coms = [com or commitment(change) for _, com, *change in found]
        if any(com and any(change[3:]) for _, com, *change in found):  # wiped, and yet it says something
            yield f"unit {n}"
        if prev != last.get(device) and (since is None or last):
            yield f"chain {n}"
        if [tx for tx, *_ in found] != [n] * count or unit_hash(tuple(head), prev, coms) != hashed:
            yield f"unit {n}"
        last[device] = hashed
        meter.go_on(count)
    if (
        since is None
        and con.execute(
            "SELECT (SELECT count(*) FROM chg) <> (SELECT coalesce(sum(count), 0) FROM tx)"
        ).fetchone()[0]
    ):
        yield "stray"


def _erasures(con: bind.Connection) -> Iterator[str]:
    """Say so when what the journal calls erased is not what writing is kept from."""
    sides = "SELECT tbl, id FROM chg WHERE op=?", "SELECT tbl, id FROM erased WHERE ?"
    for one, other in (sides, sides[::-1]):
        if con.execute(f"{one} EXCEPT {other}", (ERASE, ERASE)).fetchone():
            yield "erased"
            return


def _pictures(con: bind.Connection, meter: Meter) -> Iterator[str]:
    """Name each attachment whose bytes are not those that its row names."""
    for row, same in attached.looked_at(con):
        if not same:
            yield f"picture {row}"
        if meter.wants_to_stop():
            raise Stopped


def _folds(con: bind.Connection, tables: Mapping[str, Journalled], meter: Meter) -> Iterator[str]:
    """Name each row that is not what its journal says, and each table with rows that have none."""
    by_number = {table.number: table for table in tables.values()}
    seen = dict.fromkeys(by_number, 0)
    live = con.cursor()
    journal = con.execute(
        "SELECT c.id, c.tbl, hlc, dev, seq, op, json(new), com IS NOT NULL "
        "FROM chg c INDEXED BY chg_row JOIN tx ON n=c.tx ORDER BY c.id, c.tbl"
    )
    for (row, number), group in groupby(journal, key=lambda change: change[:2]):
        if number not in by_number:
            continue  # of no table that there is: its entry is named
        table, changes = by_number[number], sorted(change[2:] for change in group)
        found = live.execute(f'SELECT * FROM "{table.name}" WHERE id=?', (row,)).fetchone()
        if found is None or list(found[1:]) != _folded(changes, len(table.columns)):
            yield f"row {table.name} {row}"
        seen[number] += 1
        meter.go_on(len(changes))
    for number, table in by_number.items():
        if con.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0] != seen[number]:
            yield f"rows {table.name}"


def _folded(changes: list[tuple[int, int, int, int, str | None, int]], width: int) -> list[object] | None:
    """Return what a row must be, or None when its journal does not say.

    A change that was wiped says nothing. That is as it should be before an entry that says the whole row
    again (CLEAR), and for a row that is erased, of which no other change may say anything. Anywhere else
    something is missing.
    """
    if any(op == ERASE for _, _, _, op, _, _ in changes):
        empty = all(wiped or op == ERASE for _, _, _, op, _, wiped in changes)
        return [0] + [None] * (width - 1) if empty else None
    state: dict[int, object] = {0: 1}
    known = True
    for _, _, _, op, new, wiped in changes:
        known = not wiped and (known or op == CLEAR)
        state |= numbered(new)
    return [state.get(number) for number in range(width)] if known else None
