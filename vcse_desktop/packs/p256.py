"""The one signature algorithm: ECDSA on P-256 with SHA-256, the same bytes each time, s in the lower half."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
)

from vcse_desktop.packs.fault import Broken

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
PrivateKey = ec.EllipticCurvePrivateKey
_CURVE, _SHA256 = ec.SECP256R1(), ec.ECDSA(hashes.SHA256())
_SAME_EACH_TIME = ec.ECDSA(hashes.SHA256(), deterministic_signing=True)  # RFC 6979


def new_key() -> PrivateKey:
    """Return a key that nobody has had before."""
    return ec.generate_private_key(_CURVE)


def key_of(scalar: int) -> PrivateKey:
    """Return the key with this secret number, 1 to ``ORDER`` - 1."""
    return ec.derive_private_key(scalar, _CURVE)


def stored(key: PrivateKey) -> bytes:
    """Return the key as PKCS #8 in DER, not encrypted: only the vault may keep it."""
    return key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def restored(data: bytes) -> PrivateKey:
    """Return the key in ``stored`` bytes; TypeError when it is of another kind."""
    key = load_der_private_key(data, None)
    if not isinstance(key, PrivateKey):
        raise TypeError("not a key on an elliptic curve")
    return key


def point(key: PrivateKey) -> bytes:
    """Return the public half: 04, X and Y, 65 bytes."""
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def sign(key: PrivateKey, data: bytes) -> bytes:
    """Return the ECDSA-Sig-Value over the data."""
    r, s = decode_dss_signature(key.sign(data, _SAME_EACH_TIME))
    return encode_dss_signature(r, min(s, ORDER - s))


def verify(public: bytes, signature: bytes, data: bytes) -> None:
    """Return when the signature is this key's over the data, in the one allowed form; else Broken."""
    try:
        r, s = decode_dss_signature(signature)
        if not (0 < r < ORDER and 0 < s <= ORDER // 2) or encode_dss_signature(r, s) != signature:
            raise Broken("signature-form")
        ec.EllipticCurvePublicKey.from_encoded_point(_CURVE, public).verify(signature, data, _SHA256)
    except (ValueError, InvalidSignature):
        raise Broken("signature") from None
