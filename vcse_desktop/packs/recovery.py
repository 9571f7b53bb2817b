"""How the recovery key of an identity follows from the symbols on the printed sheet."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vcse_desktop.packs import p256

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SYMBOLS, _BYTES, _DERIVED = 26, 17, 48
_INFO = b"vcse-desktop recovery key 1"


def recovery_key(symbols: str) -> p256.PrivateKey:
    """Return the key of these 26 symbols, as ``store.recovery`` reads them; ValueError when they are none."""
    if len(symbols) != _SYMBOLS:
        raise ValueError("a recovery code has 26 symbols")
    number = 0
    for symbol in symbols:
        number = number * len(_ALPHABET) + _ALPHABET.index(symbol)
    derived = HKDF(SHA256(), _DERIVED, salt=None, info=_INFO).derive(number.to_bytes(_BYTES, "big"))
    return p256.key_of(int.from_bytes(derived, "big") % (p256.ORDER - 1) + 1)
