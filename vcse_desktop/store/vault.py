"""How a vault is opened: what is in its folder, whose secret fits, who holds its lock."""

from pathlib import Path

from vcse_desktop.store.door import Person, keys_in, people
from vcse_desktop.store.entering import LOCK, entered
from vcse_desktop.store.holders import PERSON, RECOVERY
from vcse_desktop.store.local import SigningKey
from vcse_desktop.store.lockfile import LockFile
from vcse_desktop.store.making import create_vault, discard
from vcse_desktop.store.passphrase import Kdf, passphrase_bytes
from vcse_desktop.store.recovery import read_code
from vcse_desktop.store.renewing import discard_copy
from vcse_desktop.store.unit import Unit
from vcse_desktop.store.unlocked import Vault
from vcse_desktop.store.unsealing import unsealed

__all__ = [
    "Kdf",
    "Person",
    "SigningKey",
    "Unit",
    "Vault",
    "create_vault",
    "discard",
    "open_vault",
    "open_with_code",
    "people",
]


def open_vault(folder: Path, secret: str, *, slot: str | None = None) -> Vault:
    """Open a vault with the passphrase of this slot, or of any person when it is None.

    Raises NotAVault, AlreadyOpen, WrongKeyOrDamaged, NewerVault, Damaged or CannotWrite. A change of data key
    that was under way when the program was killed is finished first.
    """
    return _opened(folder, passphrase_bytes(secret), PERSON, slot)


def open_with_code(folder: Path, code: str) -> Vault:
    """Open a vault with its printed recovery code; Refused names a slip in it."""
    return _opened(folder, read_code(code), RECOVERY, None)


def _opened(folder: Path, secret: bytes, kind: str, slot: str | None) -> Vault:
    found = keys_in(folder)
    lock = LockFile(folder / LOCK)
    try:
        fits = unsealed(folder, found, secret, kind, slot)
        discard_copy(folder)
    except BaseException:
        lock.release()
        raise
    vault = entered(folder, lock, fits)
    try:
        vault.admit()
        if fits.coming:
            vault.finish_key(*fits.coming)
        else:
            vault.heal_keys(found)
    except BaseException:
        vault.lock()
        raise
    return vault
