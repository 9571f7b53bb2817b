"""What a passphrase is: the same bytes however it was typed, and long enough to keep people out."""

import time
import unicodedata
from dataclasses import asdict, dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_

LETTERS, WORDS = 12, 4
"""A passphrase has at least so many letters, or so many words."""


@dataclass(frozen=True, slots=True)
class Kdf:
    """What Argon2id costs: memory in KiB, passes, lanes."""

    m: int
    t: int
    p: int = 1


FLOOR, CEILING = Kdf(19456, 2), Kdf(1048576, 10)


def passphrase_bytes(text: str) -> bytes:
    """Return the bytes of a passphrase, the same however it was typed: NFKC, single blanks, UTF-8."""
    return " ".join(unicodedata.normalize("NFKC", text).split()).encode("utf-8")


def long_enough(text: str) -> bytes:
    """Return the bytes of a new passphrase; Refused when it is too short to keep anybody out."""
    secret = passphrase_bytes(text)
    if len(secret.decode("utf-8")) < LETTERS and len(secret.split()) < WORDS:
        raise Refused(
            N_("This passphrase is too short"),
            N_(
                "Use at least {letters} letters, or {words} words with spaces between them. "
                "Nothing was changed."
            ),
            letters=LETTERS,
            words=WORDS,
        )
    return secret


def stretch(secret: bytes, salt: bytes, kdf: Kdf) -> bytes:
    """Return 32 bytes by Argon2id; ValueError, before any of it is done, when the costs are out of range."""
    costs = zip(asdict(FLOOR).values(), asdict(kdf).values(), asdict(CEILING).values(), strict=True)
    if not all(type(cost) is int and low <= cost <= high for low, cost, high in costs):
        raise ValueError("the costs of a slot are out of range")
    return Argon2id(salt=salt, length=32, iterations=kdf.t, lanes=kdf.p, memory_cost=kdf.m).derive(secret)


def calibrate(seconds: float = 0.5) -> Kdf:
    """Return what this computer can bear: from 64 MiB and three passes, the memory is doubled up to 256 MiB
    while one run stays under so many seconds."""
    kdf = Kdf(65536, 3)
    while kdf.m < 4 * 65536:
        start = time.perf_counter()
        stretch(b"x", bytes(16), kdf)
        if time.perf_counter() - start > seconds:
            break
        kdf = Kdf(kdf.m * 2, kdf.t)
    return kdf
