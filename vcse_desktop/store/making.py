"""How a vault is made in an empty folder, which is left empty when that fails."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.store.door import DATA
from vcse_desktop.store.entering import LOCK, entered
from vcse_desktop.store.errors import files_at_fault
from vcse_desktop.store.holders import PERSON, RECOVERY
from vcse_desktop.store.ident import new_id, symbols
from vcse_desktop.store.keysfile import BEFORE, NAME, Keys
from vcse_desktop.store.lockfile import LockFile
from vcse_desktop.store.passphrase import FLOOR, Kdf, calibrate, long_enough
from vcse_desktop.store.recovery import new_code, read_code
from vcse_desktop.store.slots import make_slot
from vcse_desktop.store.unlocked import Vault
from vcse_desktop.store.unsealing import Unsealed

OWN = (DATA, f"{DATA}-wal", f"{DATA}-shm", NAME, f"{NAME}.new", BEFORE, f"{BEFORE}.new", LOCK)
"""The files that a vault has in its folder, or may have while it is written."""


def create_vault(folder: Path, passphrase: str, label: str, *, kdf: Kdf | None = None) -> tuple[Vault, str]:
    """Make a vault with one keeper in an empty or new folder; return it open, and its recovery code.

    Refused when the passphrase is too short or the folder is in use; then, and on any fault, nothing is left
    behind. ``kdf`` is measured on this computer unless it is given.
    """
    secret = long_enough(passphrase)
    with files_at_fault():
        missing = tuple(place for place in (folder, *folder.parents) if not place.exists())
    try:
        with files_at_fault():
            if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
                raise _in_use()
            folder.mkdir(parents=True, exist_ok=True)
        vault, code = _made(folder, secret, label, kdf or calibrate())
    except BaseException:
        _remove_empty(missing)
        raise
    vault.made_for_it = missing
    return vault, code


def discard(vault: Vault) -> None:
    """Lock a vault that was just made and take it off the disk: its own files, and folders made for it."""
    try:
        vault.lock()
    finally:
        vault.kept = False
        _remove_files(vault.folder)
        _remove_empty(vault.made_for_it)


def _remove_files(folder: Path) -> None:
    for name in OWN:
        with suppress(OSError):
            (folder / name).unlink(missing_ok=True)


def _remove_empty(folders: Iterable[Path]) -> None:
    with suppress(OSError):
        for place in folders:
            place.rmdir()


def _made(folder: Path, secret: bytes, label: str, kdf: Kdf) -> tuple[Vault, str]:
    """Fill an empty folder, which is ours alone once its lock is held; on any fault empty it again."""
    lock = LockFile(folder / LOCK)
    if any(file.name != LOCK for file in folder.iterdir()):
        lock.release()
        raise _in_use()
    try:
        return _filled(folder, lock, secret, label, kdf)
    except BaseException:
        lock.release()
        _remove_files(folder)
        raise


def _filled(folder: Path, lock: LockFile, secret: bytes, label: str, kdf: Kdf) -> tuple[Vault, str]:
    data_key, code, vault = os.urandom(32), new_code(), symbols(new_id())
    head = {"vault": vault, "epoch": 1}
    keeper = {**head, "slot": str(new_id()), "kind": PERSON, "role": "keeper", "label": label}
    paper = {**head, "slot": str(new_id()), "kind": RECOVERY, "role": "keeper", "label": ""}
    slots = (make_slot(keeper, secret, data_key, kdf), make_slot(paper, read_code(code), data_key, FLOOR))
    opened = entered(folder, lock, Unsealed(Keys(vault, 1, 0, ()), slots[0], data_key), new=True)
    try:
        opened.keep_slots(slots)
    except BaseException:
        opened.lock()
        raise
    return opened, code


def _in_use() -> Refused:
    return Refused(
        N_("This folder is in use"),
        N_("A vault needs a folder of its own. Nothing was changed. Choose an empty folder or a new name."),
    )
