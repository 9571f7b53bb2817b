"""The one shape of detached signature: CMS with the attributes of CAdES-B-B, built and rebuilt."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from vcse_desktop.packs import certificate, der, p256
from vcse_desktop.packs.certificate import ECDSA, Certificate
from vcse_desktop.packs.fault import Broken

_SIGNED_DATA, _DATA = bytes.fromhex("06092a864886f70d010702"), bytes.fromhex("06092a864886f70d010701")
_TYPE, _TIME, _DIGEST = (bytes.fromhex(f"06092a864886f70d0109{code}") for code in ("03", "05", "04"))
_CERTIFICATE = bytes.fromhex("060b2a864886f70d010910022f")
_SHA256 = bytes.fromhex("300b0609608648016503040201")
_ONE = bytes.fromhex("020101")


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: a private key and its certificate in DER."""

    key: p256.PrivateKey
    certificate: bytes


@dataclass(frozen=True, slots=True)
class Signed:
    """A good signature: by whom, and when by the signer's own clock (UTC)."""

    by: Certificate
    at: datetime


def sign(key: p256.PrivateKey, certificate_der: bytes, data: bytes, when: datetime) -> bytes:
    """Return the signature file over the data; ``when`` in UTC. Equal input gives equal bytes.

    Broken when the certificate is not of our shape, or ``when`` is outside its dates.
    """
    by = certificate.read(certificate_der)
    attributes = _attributes(by, data, der.utc(when))
    made = _whole(by, attributes, p256.sign(key, der.tlv(der.SET, attributes)))
    verify(made, data)
    return made


def verify(blob: bytes, data: bytes) -> Signed:
    """Return who signed the data and when; Broken unless every byte is as we would have made it."""
    parts = der.elements(der.inside(blob, 0, 1, 0))
    if len(parts) != 5:  # noqa: PLR2004 - version, algorithms, content, certificate, signers
        raise Broken("signature-shape")
    by, info = certificate.read(parts[3]), der.elements(der.inside(parts[4], 0))
    if len(info) != 6:  # noqa: PLR2004 - version, issuer, algorithm, attributes, algorithm, signature
        raise Broken("signature-shape")
    when, signature = der.inside(info[3], 1, 1, 0), info[5]
    attributes = _attributes(by, data, when)
    if _whole(by, attributes, signature) != blob:
        raise Broken("signature-shape")
    at = der.from_utc(when)
    if not by.begin <= at <= by.end:
        raise Broken("signature-time")
    p256.verify(by.point, signature, der.tlv(der.SET, attributes))
    return Signed(by, at)


def _attributes(by: Certificate, data: bytes, when: bytes) -> bytes:
    """Return the four signed attributes, in the order that DER wants of a set."""
    own = der.tlv(der.OCTETS, hashlib.sha256(by.data).digest())
    for _ in range(3):
        own = der.tlv(der.SEQUENCE, own)
    values = (
        (_TYPE, _DATA),
        (_TIME, der.tlv(der.UTC_TIME, when)),
        (_DIGEST, der.tlv(der.OCTETS, hashlib.sha256(data).digest())),
        (_CERTIFICATE, own),
    )
    return b"".join(der.tlv(der.SEQUENCE, oid, der.tlv(der.SET, value)) for oid, value in values)


def _whole(by: Certificate, attributes: bytes, signature: bytes) -> bytes:
    signer = der.tlv(
        der.SEQUENCE,
        _ONE,
        der.tlv(der.SEQUENCE, by.name, by.serial),
        _SHA256,
        der.tlv(der.FIRST, attributes),
        ECDSA,
        der.tlv(der.OCTETS, signature),
    )
    content = der.tlv(
        der.SEQUENCE,
        _ONE,
        der.tlv(der.SET, _SHA256),
        der.tlv(der.SEQUENCE, _DATA),
        der.tlv(der.FIRST, by.data),
        der.tlv(der.SET, signer),
    )
    return der.tlv(der.SEQUENCE, _SIGNED_DATA, der.tlv(der.FIRST, content))
