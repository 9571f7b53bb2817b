"""How a data key becomes an open vault: the file, its tables brought up to date, its device, its threads."""

from contextlib import ExitStack, suppress
from pathlib import Path

from vcse_desktop.paths import profile_dir
from vcse_desktop.store import device, local, migrations
from vcse_desktop.store.backup import make_backup
from vcse_desktop.store.bind import Connection, Error, wrapped
from vcse_desktop.store.door import DATA
from vcse_desktop.store.ending import ending, goes_on
from vcse_desktop.store.engine import Lane, connect
from vcse_desktop.store.erasing import sweep_what_was_left
from vcse_desktop.store.errors import NewerVault, files_at_fault
from vcse_desktop.store.ident import Clock
from vcse_desktop.store.inside import Inside
from vcse_desktop.store.journal import Author, Journalled, arm, journalled, newest_stamps
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.lockfile import LockFile
from vcse_desktop.store.shapes import shapes
from vcse_desktop.store.unlocked import Vault
from vcse_desktop.store.unsealing import Unsealed

LOCK = "vault.lock"


def entered(
    folder: Path, lock: LockFile, unsealed: Unsealed, *, new: bool = False, profile: Path | None = None
) -> Vault:
    """Open the file with its key; on any fault everything is closed again, the lock too.

    ``profile`` is where this computer's number is kept, when it is not that of the account. Before the tables
    are brought up to date a backup is made; NoRoom or NotBackedUp when it cannot be.
    """
    keys, data, key, first = unsealed.keys, folder / DATA, bytearray(unsealed.data_key), iter([new])
    with ExitStack() as closing:
        closing.callback(lock.release)
        writer = Lane(lambda: _writing(folder, keys, bytes(key), new=next(first, False)))
        closing.callback(writer.close)
        reader = Lane(lambda: connect(data, bytes(key), reader=True))
        closing.callback(reader.close)
        tables, newest = writer.run(_known)
        with files_at_fault():
            profile = profile or profile_dir()
        number = device.number_for(profile, keys.vault, newest)
        slot = unsealed.slot
        author = Author(int(slot["slot"]), number, Clock(max(newest.values(), default=0)))
        opened = (folder, keys, key, lock, author, str(slot["role"]))
        inside = Inside(*opened, writer, reader, tables, shapes(tables), profile)
        before = device.ended(profile, keys.vault, number)
        whole = before is None or writer.run(lambda con: goes_on(con, number, before))
        end = writer.run(lambda con: ending(con, number))
        if before is None and not new:  # one computer at a time signs: on another a keeper confirms it first
            writer.run(local.rest_signing_key)
        closing.pop_all()
    device.remember(profile, keys.vault, number, end)
    vault = Vault(inside)
    if not whole:
        vault.must_not_write(["short"])
    return vault


def _writing(folder: Path, keys: Keys, data_key: bytes, *, new: bool) -> Connection:
    con = connect(folder / DATA, data_key, new=new)
    with suppress(OSError):  # it was played back by now, if it was to be: what is left of it is of no use
        (folder / f"{DATA}-journal").unlink(missing_ok=True)
    try:
        database = wrapped(con)
        if migrations.is_newer(database):
            raise NewerVault
        with suppress(Error):  # a crash may have left pages half taken in from the log: no damage, but
            con.execute("PRAGMA wal_checkpoint(PASSIVE)")  # it looks like some until they are taken in anew
        if not new and migrations.steps.pending(database):
            make_backup(folder, keys, data_key)
        migrations.steps.apply(database)
        arm(con, journalled(con).values())
        sweep_what_was_left(con)
        if new:
            local.make_ledger_key(con)
    except BaseException:
        con.close()
        raise
    return con


def _known(con: Connection) -> tuple[dict[str, Journalled], dict[int, int]]:
    """Return the journalled tables, and the newest stamp of each device."""
    return journalled(con), newest_stamps(con)
