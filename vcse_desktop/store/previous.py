"""How older data keys are kept, sealed by the newest: today's passphrase still opens yesterday's backups."""

import os
from collections.abc import Collection, Mapping
from dataclasses import replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vcse_desktop.store.encoding import canonical, to_bytes, to_text
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.slots import Slot, give_key


def seal_previous(older: Mapping[int, bytes], data_key: bytes, vault: str) -> tuple[Slot, ...]:
    """Return these older keys, by their epochs, each sealed under the data key."""
    sealed = []
    for epoch, key in sorted(older.items()):
        nonce = os.urandom(12)
        box = _wrapping(data_key, vault).encrypt(nonce, key, _bound_to(epoch, vault))
        sealed.append({"epoch": epoch, "nonce": to_text(nonce), "box": to_text(box)})
    return tuple(sealed)


def open_previous(previous: Collection[Slot], data_key: bytes, vault: str) -> dict[int, bytes]:
    """Return the older keys by their epochs; what was changed since it was sealed is passed over."""
    found: dict[int, bytes] = {}
    for one in previous:
        try:
            epoch, nonce, box = int(one["epoch"]), to_bytes(one["nonce"]), to_bytes(one["box"])
            found[epoch] = _wrapping(data_key, vault).decrypt(nonce, box, _bound_to(epoch, vault))
        except (InvalidTag, KeyError, TypeError, ValueError, AttributeError):
            continue
    return found


def renewed(keys: Keys, slots: Collection[Slot], data_key: bytes, fresh: bytes) -> Keys:
    """Return the keys with a fresh data key sealed to each of these slots, and the one so far kept sealed."""
    epoch = keys.epoch + 1
    older = open_previous(keys.previous, data_key, keys.vault) | {keys.epoch: data_key}
    return replace(
        keys,
        epoch=epoch,
        serial=keys.serial + 1,
        slots=tuple(give_key(slot, fresh, epoch) for slot in slots),
        previous=seal_previous(older, fresh, keys.vault),
    ).sealed(fresh)


def _wrapping(data_key: bytes, vault: str) -> AESGCM:
    salt = vault.encode("ascii", "replace")
    return AESGCM(HKDF(hashes.SHA256(), 32, salt, b"vcse previous 1").derive(data_key))


def _bound_to(epoch: int, vault: str) -> bytes:
    return canonical({"epoch": epoch, "vault": vault})
