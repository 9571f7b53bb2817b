"""How a vault gets a new data key: on a copy, which is checked and then takes the place of the file."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vcse_desktop.errors import WorldError
from vcse_desktop.store import bind, keysfile
from vcse_desktop.store.door import DATA
from vcse_desktop.store.encoding import canonical
from vcse_desktop.store.engine import connect, rekey, told
from vcse_desktop.store.errors import CannotWrite, Damaged, files_at_fault
from vcse_desktop.store.gauge import Cancelled, Progress
from vcse_desktop.store.inside import Inside
from vcse_desktop.store.journal import arm, work
from vcse_desktop.store.kept import must_have_room
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.verifying import Stopped
from vcse_desktop.store.wholefile import replace_file, settle

COPY = f"{DATA}.new"
LEFT = (
    COPY,
    f"{COPY}-wal",
    f"{COPY}-shm",
    f"{COPY}-journal",
    f"{keysfile.NAME}.new",
    f"{keysfile.BEFORE}.new",
)
COPIED, KEYED, CHECKED, SWAPPED = 50, 70, 95, 100
"""Percent of the work, as ``progress`` is told; from CHECKED on nothing can stop it."""
TICK = 20_000
"""Steps of the database between two questions whether to go on."""


def renew(
    inside: Inside, make: Callable[[], Keys], fresh: bytes, progress: Progress, cancelled: Cancelled
) -> None:
    """Give the file this data key, for which ``make`` returns the keys; reading goes on until the very last.

    Stopped when ``cancelled`` said so, NoRoom, DiskFull, CannotWrite or Damaged: then all is as it was. What
    is asked of the vault meanwhile waits.
    """
    folder = inside.folder
    must_fit(folder / DATA)
    with inside.changing, inside.writer.aside():
        keys = make()
        try:
            discard_copy(folder)
            _prepare(inside, keys, fresh, progress, cancelled)
            with inside.reader.aside():
                progress(CHECKED, SWAPPED)
                _swap(inside, keys)
                inside.data_key[:] = fresh
                inside.keys = keys
        finally:
            discard_copy(folder)
    progress(SWAPPED, SWAPPED)


def discard_copy(folder: Path) -> None:
    """Remove what a crash has left of files that were being made; it is of no use."""
    for name in LEFT:
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)


def must_fit(data: Path) -> None:
    """Refuse by NoRoom when the disk has no room for another copy of this file."""
    with files_at_fault():
        log = data.with_name(f"{DATA}-wal")
        size = data.stat().st_size + (log.stat().st_size if log.exists() else 0)
    must_have_room(data.parent, size + (1 << 20))


def _prepare(inside: Inside, keys: Keys, fresh: bytes, progress: Progress, cancelled: Cancelled) -> None:
    data, copy, old = inside.folder / DATA, inside.folder / COPY, bytes(inside.data_key)
    size = max(data.stat().st_size, 1)

    def copying() -> bool:
        here = copy.stat().st_size if copy.exists() else 0
        progress(min(COPIED, COPIED * here // size), SWAPPED)
        return cancelled()

    progress(0, SWAPPED)
    with _opened(data, old, copying) as con:
        con.execute("VACUUM INTO ?", (str(copy),))
        before = _facts(con)
    progress(COPIED, SWAPPED)
    rekey(copy, old, fresh)
    progress(KEYED, SWAPPED)
    with _opened(copy, fresh, cancelled) as con:
        whole = not con.execute("PRAGMA cipher_integrity_check").fetchall()
        whole = whole and con.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        if not whole or _facts(con) != before:
            raise Damaged
        _keep(con, inside, keys)
        con.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        con.execute("PRAGMA journal_mode=DELETE").fetchall()
    with files_at_fault(), copy.open("r+b") as stream:
        os.fsync(stream.fileno())


@contextmanager
def _opened(path: Path, key: bytes, cancelled: Cancelled) -> Iterator[bind.Connection]:
    """Give a connection whose work is stopped when somebody has cancelled it: then it raises Stopped."""
    con = connect(path, key)
    stopped: list[bool] = []

    def ask() -> int:
        if cancelled():
            stopped.append(True)
        return len(stopped)

    con.set_progress_handler(ask, TICK)
    try:
        with told():
            try:
                yield con
            except bind.Error:
                if stopped:
                    raise Stopped from None
                raise
    finally:
        con.close()
    if cancelled():
        raise Stopped


def _facts(con: bind.Connection) -> object:
    """Return how long the journal is, and where it ends."""
    return con.execute(
        "SELECT (SELECT max(n) FROM tx), (SELECT max(seq) FROM chg), (SELECT count(*) FROM slot), "
        "(SELECT hash FROM tx ORDER BY n DESC LIMIT 1)"
    ).fetchone()


def _keep(con: bind.Connection, inside: Inside, keys: Keys) -> None:
    """Write the slots of the new key into the table of the copy, as a unit of work."""
    arm(con, inside.tables.values())
    staying = {int(slot["slot"]): canonical(slot).decode("ascii") for slot in keys.slots}
    with work(con, inside.author, "keys"):
        for (record,) in con.execute("SELECT id FROM slot WHERE alive=1").fetchall():
            if record not in staying:
                con.execute("UPDATE slot SET alive=0 WHERE id=?", (record,))
        for record, body in staying.items():
            con.execute(
                "INSERT INTO slot(id, body) VALUES(?,?) "
                "ON CONFLICT(id) DO UPDATE SET alive=1, body=excluded.body",
                (record, body),
            )


def _swap(inside: Inside, keys: Keys) -> None:
    """Write the keys first: with the new ones either file can be opened, with the old ones only the old."""
    folder, data = inside.folder, inside.folder / DATA
    con = connect(data, bytes(inside.data_key))
    try:
        with told():  # no log may be left beside a file that is not its own
            if con.execute("PRAGMA journal_mode=DELETE").fetchone() != ("delete",):
                raise CannotWrite
    finally:
        con.close()
    try:
        keysfile.write(folder, keys)
        with files_at_fault():
            settle(folder)
            replace_file(folder / COPY, data)
    except BaseException:
        with suppress(WorldError):  # else the next to open the vault finishes it
            keysfile.write(folder, inside.keys)
        raise
    with suppress(OSError):
        settle(folder)
