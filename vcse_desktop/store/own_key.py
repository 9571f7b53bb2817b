"""A private key that opens with one person's own passphrase alone, whoever else has the vault open."""

import os
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from vcse_desktop.store.encoding import canonical, to_bytes, to_text
from vcse_desktop.store.errors import WrongKeyOrDamaged
from vcse_desktop.store.passphrase import Kdf, calibrate, long_enough, passphrase_bytes, stretch

ALG = "argon2id+a256gcm"


def shut(private: bytes, secret: str, about: Mapping[str, str], kdf: Kdf | None = None) -> dict[str, Any]:
    """Return the key as JSON can say it, to be opened with this passphrase; ``about`` is bound to it.

    Refused when the passphrase is too short.
    """
    typed, costs = long_enough(secret), kdf or calibrate()
    salt, nonce = os.urandom(16), os.urandom(12)
    head = {"alg": ALG, "kdf": asdict(costs), "salt": to_text(salt)}
    box = AESGCM(stretch(typed, salt, costs)).encrypt(nonce, private, _bound(head, about))
    return {**head, "nonce": to_text(nonce), "box": to_text(box)}


def opened(box: Mapping[str, Any], secret: str, about: Mapping[str, str]) -> bytes:
    """Return the private key; WrongKeyOrDamaged when the passphrase is another or anything was changed.

    Costs out of range are refused before anything is computed.
    """
    try:
        salt, head = to_bytes(box["salt"]), {name: box[name] for name in ("alg", "kdf", "salt")}
        key = stretch(passphrase_bytes(secret), salt, Kdf(**box["kdf"]))
        return AESGCM(key).decrypt(to_bytes(box["nonce"]), to_bytes(box["box"]), _bound(head, about))
    except (InvalidTag, KeyError, TypeError, ValueError):
        raise WrongKeyOrDamaged from None


def _bound(head: Mapping[str, Any], about: Mapping[str, str]) -> bytes:
    return canonical({"about": dict(about), **head})
