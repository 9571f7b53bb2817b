"""The one byte layout of the outer file: a ZIP without compression, every byte of which can be foretold."""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
LOCAL_HEAD = struct.Struct("<4s5H3I2H")
CENTRAL_HEAD = struct.Struct("<4s6H3I5H2I")
END_HEAD = struct.Struct("<4s4H2IH")
_VERSION, _MADE_BY, _FIRST_OF_1980 = 10, 20, 0x0021


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its name, the CRC and size of its contents, and where its header begins."""

    name: str
    crc: int
    size: int
    offset: int

    def local(self) -> bytes:
        """Return its local header."""
        name = self.name.encode("ascii")
        return LOCAL_HEAD.pack(LOCAL, _VERSION, *self._middle(), len(name), 0) + name

    def central(self) -> bytes:
        """Return its line of the directory."""
        name = self.name.encode("ascii")
        ends = (len(name), 0, 0, 0, 0, 0, self.offset)
        return CENTRAL_HEAD.pack(CENTRAL, _MADE_BY, _VERSION, *self._middle(), *ends) + name

    def _middle(self) -> tuple[int, ...]:
        return 0, 0, 0, _FIRST_OF_1980, self.crc, self.size, self.size


def directory(entries: list[Entry], offset: int) -> bytes:
    """Return what stands at the end of the file, from ``offset`` on."""
    lines = b"".join(entry.central() for entry in entries)
    count = len(entries)
    return lines + END_HEAD.pack(END, 0, 0, count, count, len(lines), offset, 0)


def write(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the file with these entries, in this order."""
    pieces: list[bytes] = []
    entries: list[Entry] = []
    offset = 0
    for name, data in files:
        entry = Entry(name, zlib.crc32(data), len(data), offset)
        pieces += (entry.local(), data)
        entries.append(entry)
        offset += len(pieces[-2]) + len(data)
    return b"".join((*pieces, directory(entries, offset)))
