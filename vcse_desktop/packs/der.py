"""DER as far as the format needs it: definite lengths of at most two bytes, whole numbers, UTC times."""

import re
from datetime import UTC, datetime

from vcse_desktop.packs.fault import Broken

INTEGER, BITS, OCTETS, OID, UTF8, PRINTABLE, UTC_TIME = 0x02, 0x03, 0x04, 0x06, 0x0C, 0x13, 0x17
SEQUENCE, SET, FIRST, FOURTH = 0x30, 0x31, 0xA0, 0xA3
_SHORT, _ONE, _TWO = 0x80, 0x81, 0x82
_TIME = re.compile(rb"[0-4][0-9](0[1-9]|1[0-2])([0-2][0-9]|3[01])([01][0-9]|2[0-3])([0-5][0-9]){2}Z")


def tlv(tag: int, *parts: bytes) -> bytes:
    """Return the parts in one element; Broken when they are over 65,535 bytes long."""
    size = sum(map(len, parts))
    if size < _SHORT:
        head = bytes([tag, size])
    elif size <= 0xFF:  # noqa: PLR2004 - what fits into one byte
        head = bytes([tag, _ONE, size])
    elif size > 0xFFFF:  # noqa: PLR2004 - what fits into two
        raise Broken("der-length")
    else:
        head = bytes([tag, _TWO]) + size.to_bytes(2, "big")
    return b"".join((head, *parts))


def elements(data: bytes) -> list[bytes]:
    """Return the contents of the elements that stand side by side in ``data``.

    Loose on purpose: whoever calls builds the whole again and compares. Broken when a length does not fit.
    """
    found, at = [], 0
    while at < len(data):
        form = data[at + 1 : at + 2]
        width = max(form[0] - _SHORT, 0) if form else 0
        if not form or width > 2 or form[0] == _SHORT:  # noqa: PLR2004 - at most two bytes of length
            raise Broken("der-length")
        start = at + 2 + width
        size = int.from_bytes(data[at + 2 : start], "big") if width else form[0]
        at = start + size
        if at > len(data):
            raise Broken("der-length")
        found.append(data[start:at])
    return found


def inside(data: bytes, *path: int) -> bytes:
    """Return the contents of the element at a path: ``inside(x, 0, 2)`` is the third in the first.

    Broken when there is no such element.
    """
    for position in path:
        found = elements(data)
        if position >= len(found):
            raise Broken("der-missing")
        data = found[position]
    return data


def integer(number: int) -> bytes:
    """Return a whole number that is not negative."""
    return tlv(INTEGER, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def utc(when: datetime) -> bytes:
    """Return the 13 bytes of a time in UTC, 2000 to 2049; Broken outside them."""
    if not 2000 <= when.year <= 2049:  # noqa: PLR2004 - the years of format 1
        raise Broken("year")
    return when.strftime("%y%m%d%H%M%SZ").encode("ascii")


def from_utc(data: bytes) -> datetime:
    """Return the time in 13 bytes; Broken when they are none."""
    if not _TIME.fullmatch(data):
        raise Broken("time")
    try:
        return datetime.strptime(f"20{data.decode('ascii')}", "%Y%m%d%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        raise Broken("time") from None
