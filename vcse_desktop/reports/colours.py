"""What our colours mean: sRGB as a profile (ICC version 2), made of the published numbers of it."""

import struct
from functools import cache

PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
"""The light of the three lamps of IEC 61966-2-1, adapted to the white D50 by the matrix of Bradford."""
D50 = (0.9642, 1.0, 0.8249)
POINTS = 256
DARK = 0.04045  # up to this value the curve is a line
NAME = b"sRGB IEC61966-2.1"
MADE = (2026, 1, 1, 0, 0, 0)


@cache
def srgb() -> bytes:
    """Return the profile; always the same bytes."""
    tags = {
        b"desc": b"desc" + struct.pack(">4xI", len(NAME) + 1) + NAME + bytes(1 + 4 + 4 + 2 + 1 + 67),
        b"cprt": b"text" + bytes(4) + b"No copyright, use freely\0",
        b"wtpt": _xyz(D50),
        **{name: _xyz(values) for name, values in PRIMARIES.items()},
        b"rTRC": _curve(),
    }
    names = [*tags, b"gTRC", b"bTRC"]  # one curve for the three
    start = 128 + 4 + 12 * len(names)
    places, body = {}, b""
    for name, content in tags.items():
        places[name] = start + len(body), len(content)
        body += content + bytes(-len(content) % 4)
    places[b"gTRC"] = places[b"bTRC"] = places[b"rTRC"]
    table = b"".join(name + struct.pack(">II", *places[name]) for name in names)
    return _head(start + len(body)) + struct.pack(">I", len(names)) + table + body


def _head(size: int) -> bytes:
    """Return the first 128 bytes: a display's profile, version 2.1, from RGB to XYZ."""
    made = struct.pack(">I4x4s4s4s4s6H4s", size, b"\x02\x10\0\0", b"mntr", b"RGB ", b"XYZ ", *MADE, b"acsp")
    return (made + bytes(28) + struct.pack(">3i", *map(_fixed, D50))).ljust(128, b"\0")


def _fixed(value: float) -> int:
    return round(value * 65536)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + struct.pack(">4x3i", *map(_fixed, values))


def _curve() -> bytes:
    """Return how much light each value stands for."""
    values = [_light(step / (POINTS - 1)) for step in range(POINTS)]
    return b"curv" + struct.pack(f">4xI{POINTS}H", POINTS, *(round(one * 65535) for one in values))


def _light(value: float) -> float:
    return value / 12.92 if value <= DARK else float(((value + 0.055) / 1.055) ** 2.4)
