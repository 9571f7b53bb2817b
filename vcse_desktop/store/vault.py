"""How a vault is opened: what is in its folder, whose secret fits, who holds its lock."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from vcse_desktop.store import keysfile
from vcse_desktop.store.engine import DATA
from vcse_desktop.store.entering import LOCK, Unsealed, entered
from vcse_desktop.store.errors import Damaged, NotAVault, WrongKeyOrDamaged, files_at_fault
from vcse_desktop.store.holders import PERSON, RECOVERY, open_any
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.local import SigningKey
from vcse_desktop.store.lockfile import LockFile
from vcse_desktop.store.making import create_vault, discard
from vcse_desktop.store.passphrase import Kdf, passphrase_bytes
from vcse_desktop.store.recovery import read_code
from vcse_desktop.store.slots import Slot
from vcse_desktop.store.unit import Unit
from vcse_desktop.store.unlocked import Vault

__all__ = [
    "Kdf",
    "SigningKey",
    "Unit",
    "Vault",
    "create_vault",
    "discard",
    "open_vault",
    "open_with_code",
    "people",
]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can open a vault, as the screen before it lists them."""

    slot: str
    label: str
    role: str


def people(folder: Path) -> list[Person]:
    """Return who can open the vault in this folder; NotAVault or Damaged when there is nothing to open."""
    slots = _keys(folder)[0].slots
    return [Person(slot["slot"], slot["label"], slot["role"]) for slot in slots if slot["kind"] == PERSON]


def open_vault(folder: Path, secret: str, *, slot: str | None = None) -> Vault:
    """Open a vault with the passphrase of this slot, or of any person when it is None.

    Raises NotAVault, AlreadyOpen, WrongKeyOrDamaged, NewerVault, Damaged or CannotWrite.
    """
    return _opened(folder, passphrase_bytes(secret), PERSON, slot)


def open_with_code(folder: Path, code: str) -> Vault:
    """Open a vault with its printed recovery code; Refused names a slip in it."""
    return _opened(folder, read_code(code), RECOVERY, None)


def _opened(folder: Path, secret: bytes, kind: str, slot: str | None) -> Vault:
    found = _keys(folder)
    lock = LockFile(folder / LOCK)
    try:
        unsealed = _unsealed(found, secret, kind, slot)
    except BaseException:
        lock.release()
        raise
    vault = entered(folder, lock, unsealed)
    try:
        vault.heal_keys(found)
    except BaseException:
        vault.lock()
        raise
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
