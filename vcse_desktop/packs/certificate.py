"""The one shape of certificate: built from its free parts, and read by building it again."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from vcse_desktop.packs import der, p256
from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.keys import key_id, spki

ECDSA = bytes.fromhex("300a06082a8648ce3d040302")
UNREGISTERED = "unregistered"
LONGEST_NAME = 64
_VERSION_3 = bytes.fromhex("a003020102")
_ORGANISATION, _NUMBER, _COMMON = (bytes.fromhex(f"06035504{code}") for code in ("0a", "05", "03"))
_EXTENSIONS = bytes.fromhex(
    "300c0603551d130101ff04023000"  # no authority
    "300e0603551d0f0101ff0404030206c0"  # digitalSignature, contentCommitment
    "301d0603551d250416301406082b0601050507032406082b06010505070304"  # documentSigning, emailProtection
)
_KEY_IDENTIFIER = bytes.fromhex("0603551d0e")
_PRINTABLE = re.compile(rb"[A-Za-z0-9 '()+,\-./:=?]{1,64}")
_YEARS = 10


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a certificate says; ``label`` is the common name. Times are UTC, both ends inside."""

    organisation: str
    number: str
    label: str
    begin: datetime
    end: datetime
    point: bytes
    key: str
    name: bytes
    serial: bytes
    data: bytes


def certificate_name(name: str) -> str:
    """Return a name as a certificate can hold it: 64 characters, then no blanks at the end."""
    return name[:LONGEST_NAME].rstrip(" ")


def issue(key: p256.PrivateKey, organisation: str, number: str, label: str, begin: datetime) -> bytes:
    """Return a certificate of this key by itself, for ten years; whole seconds, UTC.

    Broken when a name or the number does not fit the shape.
    """
    org, no, common = organisation.encode(), (number or UNREGISTERED).encode(), label.encode()
    tbs = _tbs(_name(org, no, common), p256.point(key), begin)
    made = _whole(tbs, p256.sign(key, tbs))
    read(made)
    return made


def read(data: bytes) -> Certificate:
    """Return what a certificate says; Broken unless every byte is as we would have made it."""
    fields = der.elements(der.inside(data, 0, 0))
    if len(fields) <= 6:  # noqa: PLR2004 - the seventh is the key
        raise Broken("certificate-shape")
    org, number, label = (der.inside(fields[3], place, 0, 1) for place in range(3))
    begin, point = der.from_utc(der.inside(fields[4], 0)), fields[6][-65:]
    name, signature = _name(org, number, label), der.inside(data, 0, 2)[1:]
    tbs = _tbs(name, point, begin)
    if _whole(tbs, signature) != data:
        raise Broken("certificate-shape")
    if not _PRINTABLE.fullmatch(number):
        raise Broken("certificate-number")
    p256.verify(point, signature, tbs)
    return Certificate(
        organisation=_text(org),
        number=number.decode("ascii"),
        label=_text(label),
        begin=begin,
        end=_end(begin),
        point=point,
        key=key_id(point),
        name=name,
        serial=_serial(point),
        data=data,
    )


def _name(organisation: bytes, number: bytes, label: bytes) -> bytes:
    parts = (
        (_ORGANISATION, der.UTF8, organisation),
        (_NUMBER, der.PRINTABLE, number),
        (_COMMON, der.UTF8, label),
    )
    one = (der.tlv(der.SET, der.tlv(der.SEQUENCE, oid, der.tlv(tag, text))) for oid, tag, text in parts)
    return der.tlv(der.SEQUENCE, *one)


def _serial(point: bytes) -> bytes:
    return der.integer(int.from_bytes(hashlib.sha256(spki(point)).digest()[:16], "big") >> 1)


def _end(begin: datetime) -> datetime:
    leap = (begin.month, begin.day) == (2, 29)
    return begin.replace(year=begin.year + _YEARS, day=28 if leap else begin.day)


def _tbs(name: bytes, point: bytes, begin: datetime) -> bytes:
    dates = (der.tlv(der.UTC_TIME, der.utc(when)) for when in (begin, _end(begin)))
    identifier = hashlib.sha1(point, usedforsecurity=False).digest()  # RFC 5280 wants SHA-1 as a mere label
    subject_key = der.tlv(der.SEQUENCE, _KEY_IDENTIFIER, der.tlv(der.OCTETS, der.tlv(der.OCTETS, identifier)))
    return der.tlv(
        der.SEQUENCE,
        _VERSION_3,
        _serial(point),
        ECDSA,
        name,
        der.tlv(der.SEQUENCE, *dates),
        name,
        spki(point),
        der.tlv(der.FOURTH, der.tlv(der.SEQUENCE, _EXTENSIONS, subject_key)),
    )


def _whole(tbs: bytes, signature: bytes) -> bytes:
    return der.tlv(der.SEQUENCE, tbs, ECDSA, der.tlv(der.BITS, b"\0", signature))


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Broken("certificate-name") from None
    if not 1 <= len(text) <= LONGEST_NAME:
        raise Broken("certificate-name")
    return text
