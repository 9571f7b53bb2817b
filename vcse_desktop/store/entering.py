"""How a data key becomes an open vault: the file, its tables brought up to date, its device, its threads."""

from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from vcse_desktop.paths import profile_dir
from vcse_desktop.store import device, local, migrations
from vcse_desktop.store.bind import Connection, wrapped
from vcse_desktop.store.engine import DATA, Lane, connect
from vcse_desktop.store.errors import NewerVault, files_at_fault
from vcse_desktop.store.ident import Clock
from vcse_desktop.store.journal import Author, Journalled, arm, journalled, newest_stamps
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.lockfile import LockFile
from vcse_desktop.store.reading import Inside
from vcse_desktop.store.shapes import shapes
from vcse_desktop.store.slots import Slot
from vcse_desktop.store.unlocked import Vault

LOCK = "vault.lock"


class Unsealed(NamedTuple):
    """What a secret has opened: which file of keys, which of its slots, and the data key."""

    keys: Keys
    slot: Slot
    data_key: bytes


def entered(folder: Path, lock: LockFile, unsealed: Unsealed, *, new: bool = False) -> Vault:
    """Open the file with its key; on any fault everything is closed again, the lock too."""
    keys, slot, data_key = unsealed
    with ExitStack() as closing:
        closing.callback(lock.release)
        writer = Lane(lambda: _writing(folder / DATA, data_key, new=new))
        closing.callback(writer.close)
        reader = Lane(lambda: connect(folder / DATA, data_key, reader=True))
        closing.callback(reader.close)
        tables, newest = writer.run(_known)
        with files_at_fault():
            profile = profile_dir()
        number = device.number_for(profile, keys.vault, newest)
        author = Author(int(slot["slot"]), number, Clock(max(newest.values(), default=0)))
        inside = Inside(
            folder, keys, bytearray(data_key), lock, author, writer, reader, tables, shapes(tables)
        )
        closing.pop_all()
    device.remember(profile, keys.vault, number, newest.get(number, 0))
    return Vault(inside)


def _writing(path: Path, data_key: bytes, *, new: bool) -> Connection:
    con = connect(path, data_key, new=new)
    try:
        database = wrapped(con)
        if migrations.is_newer(database):
            raise NewerVault
        migrations.steps.apply(database)
        arm(con, journalled(con).values())
        if new:
            local.make_ledger_key(con)
    except BaseException:
        con.close()
        raise
    return con


def _known(con: Connection) -> tuple[dict[str, Journalled], dict[int, int]]:
    """Return the journalled tables, and the newest stamp of each device."""
    return journalled(con), newest_stamps(con)
