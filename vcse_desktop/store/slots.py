"""How a secret opens the data key: passphrase, then the slot's own key pair, then the key sealed to it."""

import os
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vcse_desktop.store.encoding import canonical, to_bytes, to_text
from vcse_desktop.store.errors import WrongKeyOrDamaged
from vcse_desktop.store.passphrase import Kdf, stretch

Slot = Mapping[str, Any]
"""One slot as JSON carries it; binary values are unpadded base64url."""

ALG = "argon2id+a256gcm+x25519"


def make_slot(head: Slot, secret: bytes, data_key: bytes, kdf: Kdf) -> Slot:
    """Return a slot that this secret opens; ``head`` gives slot, vault, epoch, kind, label and role."""
    private = X25519PrivateKey.generate()
    salt, pub = os.urandom(16), private.public_key().public_bytes_raw()
    slot = {**head, "alg": ALG, "kdf": asdict(kdf), "salt": to_text(salt), "pub": to_text(pub)}
    nonce, box = _shut(stretch(secret, salt, kdf), private.private_bytes_raw(), _bound_to_secret(slot))
    return give_key({**slot, "lock": {"nonce": nonce, "box": box}}, data_key, head["epoch"])


def give_key(slot: Slot, data_key: bytes, epoch: int) -> Slot:
    """Return the slot with this data key sealed to its public key: needs no passphrase."""
    mine, pub = X25519PrivateKey.generate(), to_bytes(slot["pub"])
    epk = mine.public_key().public_bytes_raw()
    shared = mine.exchange(X25519PublicKey.from_public_bytes(pub))
    nonce, box = _shut(_wrapping(shared, epk, pub), data_key, _bound_to_key({**slot, "epoch": epoch}))
    return {**slot, "epoch": epoch, "key": {"epk": to_text(epk), "nonce": nonce, "box": box}}


def open_slot(slot: Slot, secret: bytes) -> bytes:
    """Return the data key; WrongKeyOrDamaged when the secret is another or anything in the slot was changed.

    Costs out of range are refused before anything is computed: a doctored file must not hang the computer.
    """
    try:
        lock, key, kdf = slot["lock"], slot["key"], Kdf(**slot["kdf"])
        pub, epk = to_bytes(slot["pub"]), to_bytes(key["epk"])
        stretched = AESGCM(stretch(secret, to_bytes(slot["salt"]), kdf))
        private = stretched.decrypt(to_bytes(lock["nonce"]), to_bytes(lock["box"]), _bound_to_secret(slot))
        shared = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(epk))
        wrapping = AESGCM(_wrapping(shared, epk, pub))
        return wrapping.decrypt(to_bytes(key["nonce"]), to_bytes(key["box"]), _bound_to_key(slot))
    except (InvalidTag, KeyError, TypeError, ValueError):
        raise WrongKeyOrDamaged from None


def _bound_to_secret(slot: Slot) -> bytes:
    """Return what must not change without the passphrase."""
    return canonical({name: slot[name] for name in ("alg", "kdf", "pub", "salt", "slot", "vault")})


def _bound_to_key(slot: Slot) -> bytes:
    """Return what a keeper may set, and nobody else."""
    return canonical(
        {name: slot[name] for name in ("epoch", "kind", "label", "pub", "role", "slot", "vault")}
    )


def _wrapping(shared: bytes, epk: bytes, pub: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, epk + pub, b"vcse slot 1").derive(shared)


def _shut(key: bytes, content: bytes, bound_to: bytes) -> tuple[str, str]:
    nonce = os.urandom(12)
    return to_text(nonce), to_text(AESGCM(key).encrypt(nonce, content, bound_to))
