"""What a key is called: its id, and the digits that people compare."""

import hashlib

_SPKI = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200")
_GROUPS, _GROUP = 6, 100_000


def spki(point: bytes) -> bytes:
    """Return the SubjectPublicKeyInfo of a public point of 65 bytes."""
    return _SPKI + point


def key_id(point: bytes) -> str:
    """Return ``sha256:`` and the hash of the SubjectPublicKeyInfo."""
    return digest(spki(point))


def digest(data: bytes) -> str:
    """Return ``sha256:`` and 64 hex digits: how the format names keys and documents."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def digits(key: str) -> str:
    """Return the six groups of five digits that stand for a key id (99.6 bits)."""
    number, groups = int(key.removeprefix("sha256:"), 16), []
    for _ in range(_GROUPS):
        number, group = divmod(number, _GROUP)
        groups.append(f"{group:05d}")
    return " ".join(groups)
