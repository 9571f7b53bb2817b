"""How a vault is made and opened: the folder, its lock, its keys, its file."""

import os
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_
from vcse_desktop.paths import profile_dir
from vcse_desktop.store import device, keysfile, local, migrations
from vcse_desktop.store.bind import Connection, wrapped
from vcse_desktop.store.encoding import canonical
from vcse_desktop.store.engine import DATA, Lane, connect
from vcse_desktop.store.errors import Damaged, NewerVault, NotAVault, WrongKeyOrDamaged, files_at_fault
from vcse_desktop.store.ident import Clock, new_id, symbols
from vcse_desktop.store.journal import Author, Journalled, arm, journalled
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.local import SigningKey
from vcse_desktop.store.lockfile import LockFile
from vcse_desktop.store.passphrase import FLOOR, Kdf, calibrate, long_enough, passphrase_bytes
from vcse_desktop.store.reading import Inside
from vcse_desktop.store.recovery import new_code, read_code
from vcse_desktop.store.shapes import shapes
from vcse_desktop.store.slots import Slot, make_slot, open_any
from vcse_desktop.store.unit import Unit
from vcse_desktop.store.unlocked import Vault

__all__ = ["Kdf", "SigningKey", "Unit", "Vault", "create_vault", "open_vault", "open_with_code", "people"]

LOCK = "vault.lock"


class Unsealed(NamedTuple):
    """What a secret has opened: which file of keys, which of its slots, and the data key."""

    keys: Keys
    slot: Slot
    data_key: bytes


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can open a vault, as the screen before it lists them."""

    slot: str
    label: str
    role: str


def create_vault(folder: Path, passphrase: str, label: str, *, kdf: Kdf | None = None) -> tuple[Vault, str]:
    """Make a vault with one keeper in an empty or new folder; return it open, and its recovery code.

    Refused when the passphrase is too short or the folder is in use; then, and on any fault, nothing is left
    behind. ``kdf`` is measured on this computer unless it is given.
    """
    secret = long_enough(passphrase)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(
            N_("This folder is in use"),
            N_(
                "A vault needs a folder of its own. Nothing was changed. "
                "Choose an empty folder or a new name."
            ),
        )
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    try:
        with files_at_fault():
            folder.mkdir(parents=True, exist_ok=True)
        return _made(folder, secret, label, kdf or calibrate())
    except BaseException:
        for file in folder.iterdir() if folder.is_dir() else ():
            file.unlink(missing_ok=True)
        for place in missing:
            if place.is_dir():
                place.rmdir()
        raise


def _made(folder: Path, secret: bytes, label: str, kdf: Kdf) -> tuple[Vault, str]:
    data_key, code, vault = os.urandom(32), new_code(), symbols(new_id())
    head = {"vault": vault, "epoch": 1}
    keeper = {**head, "slot": str(new_id()), "kind": "person", "role": "keeper", "label": label}
    paper = {**head, "slot": str(new_id()), "kind": "recovery", "role": "keeper", "label": ""}
    slots = (make_slot(keeper, secret, data_key, kdf), make_slot(paper, read_code(code), data_key, FLOOR))
    opened = _entered(
        folder, LockFile(folder / LOCK), Unsealed(Keys(vault, 1, 0, ()), slots[0], data_key), new=True
    )
    try:
        with opened.unit("begin") as unit:
            for slot in slots:
                unit.save("slot", int(slot["slot"]), {"body": canonical(slot).decode("ascii")})
        opened.write_keys()
        opened.remember_device()
    except BaseException:
        opened.lock()
        raise
    return opened, code


def people(folder: Path) -> list[Person]:
    """Return who can open the vault in this folder; NotAVault or Damaged when there is nothing to open."""
    slots = _keys(folder)[0].slots
    return [Person(slot["slot"], slot["label"], slot["role"]) for slot in slots if slot["kind"] == "person"]


def open_vault(folder: Path, secret: str, *, slot: str | None = None) -> Vault:
    """Open a vault with the passphrase of this slot, or of any person when it is None.

    Raises NotAVault, AlreadyOpen, WrongKeyOrDamaged, NewerVault, Damaged or CannotWrite.
    """
    return _opened(folder, passphrase_bytes(secret), "person", slot)


def open_with_code(folder: Path, code: str) -> Vault:
    """Open a vault with its printed recovery code; Refused names a slip in it."""
    return _opened(folder, read_code(code), "recovery", None)


def _opened(folder: Path, secret: bytes, kind: str, slot: str | None) -> Vault:
    found = _keys(folder)
    lock = LockFile(folder / LOCK)
    try:
        unsealed = _unsealed(found, secret, kind, slot)
    except BaseException:
        lock.release()
        raise
    vault = _entered(folder, lock, unsealed)
    vault.remember_device()
    with suppress(WorldError):  # a full disk must not keep anybody from reading
        vault.write_keys(anew=found != [unsealed.keys, unsealed.keys])
    return vault


def _keys(folder: Path) -> list[Keys]:
    """Return what the two files of keys say, as far as they can be read."""
    with files_at_fault():
        data = (folder / DATA).is_file()
        if not data and not (folder / keysfile.NAME).is_file():
            raise NotAVault
    found = list(keysfile.read(folder))
    if not data or not found:
        raise Damaged
    return found


def _unsealed(found: Iterable[Keys], secret: bytes, kind: str, slot: str | None) -> Unsealed:
    """Open the first slot of this kind that the secret fits; in a file, a slot seen before is not tried."""
    tried: list[Slot] = []
    for keys in found:
        fit = [s for s in keys.slots if s.get("kind") == kind and slot in (None, s.get("slot"))]
        with suppress(WrongKeyOrDamaged):
            opened, data_key = open_any([s for s in fit if s not in tried], secret)
            return Unsealed(replace(keys, vault=opened["vault"], epoch=opened["epoch"]), opened, data_key)
        tried += fit
    raise WrongKeyOrDamaged


def _entered(folder: Path, lock: LockFile, unsealed: Unsealed, *, new: bool = False) -> Vault:
    """Open the file with its key; on any fault everything is closed again, the lock too."""
    keys, slot, data_key = unsealed
    with ExitStack() as closing:
        closing.callback(lock.release)
        writer = Lane(lambda: _writing(folder / DATA, data_key, new=new))
        closing.callback(writer.close)
        reader = Lane(lambda: connect(folder / DATA, data_key, reader=True))
        closing.callback(reader.close)
        tables, newest = writer.run(_known)
        number = device.number_for(profile_dir(), keys.vault, newest)
        author = Author(int(slot["slot"]), number, Clock(max(newest.values(), default=0)))
        inside = Inside(
            folder, keys, bytearray(data_key), lock, author, writer, reader, tables, shapes(tables)
        )
        closing.pop_all()
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
    return journalled(con), dict(con.execute("SELECT dev, max(hlc) FROM tx GROUP BY dev"))
