"""The one shape of detached signature: CMS with the attributes of CAdES-B-B, built and rebuilt.

In a PDF it has no signing time: PAdES-B-B keeps that in the PDF itself.
"""

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
    made = _signed(key, certificate_der, hashlib.sha256(data).digest(), der.utc(when))
    verify(made, data)
    return made


def sign_pdf(key: p256.PrivateKey, certificate_der: bytes, sha256: bytes) -> bytes:
    """Return the signature over what has this hash, as a PDF holds it; Broken as ``sign``."""
    return _signed(key, certificate_der, sha256, None)


def verify(blob: bytes, data: bytes) -> Signed:
    """Return who signed the data and when; Broken unless every byte is as we would have made it."""
    by, when = _rebuilt(blob, hashlib.sha256(data).digest(), timed=True)
    at = der.from_utc(when or b"")
    if not by.begin <= at <= by.end:
        raise Broken("signature-time")
    return Signed(by, at)


def verify_pdf(blob: bytes, sha256: bytes) -> Certificate:
    """Return who signed what has this hash; Broken unless every byte is as we would have made it."""
    return _rebuilt(blob, sha256, timed=False)[0]


def _signed(key: p256.PrivateKey, certificate_der: bytes, sha256: bytes, when: bytes | None) -> bytes:
    by = certificate.read(certificate_der)
    attributes = _attributes(by, sha256, when)
    return _whole(by, attributes, p256.sign(key, der.tlv(der.SET, attributes)))


def _rebuilt(blob: bytes, sha256: bytes, *, timed: bool) -> tuple[Certificate, bytes | None]:
    """Return who signed and the time as it stands there; Broken unless building it anew gives equal bytes."""
    parts = der.elements(der.inside(blob, 0, 1, 0))
    if len(parts) != 5:  # noqa: PLR2004 - version, algorithms, content, certificate, signers
        raise Broken("signature-shape")
    by, info = certificate.read(parts[3]), der.elements(der.inside(parts[4], 0))
    if len(info) != 6:  # noqa: PLR2004 - version, issuer, algorithm, attributes, algorithm, signature
        raise Broken("signature-shape")
    when = der.inside(info[3], 1, 1, 0) if timed else None
    attributes = _attributes(by, sha256, when)
    if _whole(by, attributes, info[5]) != blob:
        raise Broken("signature-shape")
    p256.verify(by.point, info[5], der.tlv(der.SET, attributes))
    return by, when


def _attributes(by: Certificate, sha256: bytes, when: bytes | None) -> bytes:
    """Return the signed attributes, in the order that DER wants of a set; no time when it is None."""
    own = der.tlv(der.OCTETS, hashlib.sha256(by.data).digest())
    for _ in range(3):
        own = der.tlv(der.SEQUENCE, own)
    values = (
        (_TYPE, _DATA),
        *([(_TIME, der.tlv(der.UTC_TIME, when))] if when is not None else []),
        (_DIGEST, der.tlv(der.OCTETS, sha256)),
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
