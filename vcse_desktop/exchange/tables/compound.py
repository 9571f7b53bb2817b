"""How the streams of an old Office document lie in its file: sectors, chains of them, and a directory.

Source: [MS-CFB]. Whatever contradicts itself raises ValueError, struct.error or IndexError.
"""

import struct
from collections.abc import Sequence

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEAD, IN_HEAD, ENTRY, MINI = 512, 109, 128, 64
LAST = 0xFFFFFFFA
"""From here on a number is no sector but the end of a chain, or a free one."""
STREAM, ROOT = 2, 5


class Compound:
    """A document from its bytes. ``streams`` are the names of what is in it."""

    def __init__(self, raw: bytes) -> None:
        (shift,) = struct.unpack_from("<H", raw, 30)
        directory, cutoff, mini, minis, more, _ = struct.unpack_from("<I4xIIIII", raw, 48)
        if shift not in (9, 12):
            raise ValueError(shift)
        self._raw, self._size, self._cutoff = raw, 1 << shift, cutoff
        self._next: Sequence[int] = self._numbers(self._tables(more))
        entries = self._chain(directory)
        self._entries: dict[str, tuple[int, int]] = {}
        self._small, self._next_small = b"", self._numbers(self._sectors(mini)) if minis else ()
        for at in range(0, len(entries), ENTRY):
            self._enter(entries[at : at + ENTRY])

    @property
    def streams(self) -> frozenset[str]:
        """Return the names of the streams."""
        return frozenset(self._entries)

    def stream(self, name: str) -> bytes:
        """Return a stream whole."""
        start, size = self._entries[name]
        if size >= self._cutoff:
            return self._chain(start)[:size]
        found = bytearray()
        for sector in _followed(start, self._next_small):
            found += self._small[sector * MINI : (sector + 1) * MINI]
        return bytes(found[:size])

    def _enter(self, entry: bytes) -> None:
        long, kind = struct.unpack_from("<HB", entry, 64)
        start, size = struct.unpack_from("<IQ", entry, 116)
        name = entry[: max(min(long, MINI) - 2, 0)].decode("utf-16-le", "replace")
        if kind == ROOT:
            self._small = self._chain(start)
        elif kind == STREAM:
            self._entries[name] = start, size & 0xFFFFFFFF

    def _tables(self, more: int) -> list[int]:
        """Return the sectors that hold the table of what follows what."""
        tables = list(struct.unpack_from(f"<{IN_HEAD}I", self._raw, 76))
        seen: set[int] = set()
        while more < LAST and more not in seen:
            seen.add(more)
            *further, more = self._numbers([more])
            tables += further
        return [sector for sector in tables if sector < LAST]

    def _numbers(self, sectors: Sequence[int]) -> tuple[int, ...]:
        whole = b"".join(self._sector(sector) for sector in sectors)
        return struct.unpack(f"<{len(whole) // 4}I", whole[: len(whole) // 4 * 4])

    def _sector(self, sector: int) -> bytes:
        at = (sector + 1) * self._size
        return self._raw[at : at + self._size]

    def _sectors(self, start: int) -> list[int]:
        return _followed(start, self._next)

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(sector) for sector in self._sectors(start))


def _followed(start: int, following: Sequence[int]) -> list[int]:
    """Return a chain; ValueError when it runs in a circle."""
    chain: list[int] = []
    while start < LAST:
        chain.append(start)
        if len(chain) > len(following):
            raise ValueError(start)
        start = following[start]
    return chain
