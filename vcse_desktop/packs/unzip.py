"""How to take a ZIP that somebody else made apart without believing it."""

import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from vcse_desktop.packs.container import CENTRAL, CENTRAL_HEAD, END, END_HEAD, LOCAL, LOCAL_HEAD
from vcse_desktop.packs.layout import CHUNK, ENTRY_LIMIT, MIB, WHOLE_LIMIT
from vcse_desktop.packs.verdicts import Stop, Verdict

_LONGEST_COMMENT = 0xFFFF
_LONGEST_DIRECTORY = 8 * MIB
_LATER = 0xFFFFFFFF  # the size stands elsewhere
_SIZES_FOLLOW = 0x0008
_ENCRYPTED = 0x2041
STORED, DEFLATED = 0, 8


@dataclass(frozen=True, slots=True)
class Member:
    """What the directory says of one entry."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int

    @property
    def is_folder(self) -> bool:
        """Say whether it is a mere folder."""
        return self.name.endswith("/") and not self.size


def members(file: IO[bytes]) -> list[Member]:
    """Return the directory of a ZIP; Stop when it has none that we can read."""
    size = file.seek(0, 2)
    file.seek(max(0, size - END_HEAD.size - _LONGEST_COMMENT))
    tail = file.read()
    at = tail.rfind(END)
    while at >= 0 and not _ends_here(tail[at:]):
        at = tail.rfind(END, 0, at)
    if at < 0:
        raise Stop(Verdict.DAMAGED, "zip-end")
    _, disk, first_disk, here, count, length, start, _ = END_HEAD.unpack_from(tail, at)
    if disk or first_disk or here != count or start + length > size - len(tail) + at:
        raise Stop(Verdict.DAMAGED, "zip-end")
    if length > _LONGEST_DIRECTORY:
        raise Stop(Verdict.TOO_BIG, "zip-directory")
    file.seek(start)
    return list(_lines(file.read(length), count))


def unpack(file: IO[bytes], wanted: Sequence[tuple[Member, Path]]) -> None:
    """Write these members to these files, whose folders are made; Stop when one cannot be had whole."""
    if any(member.size > ENTRY_LIMIT for member, _ in wanted):
        raise Stop(Verdict.TOO_BIG, "entry")
    if sum(member.size for member, _ in wanted) > WHOLE_LIMIT:
        raise Stop(Verdict.TOO_BIG, "file")
    end = 0
    for member, path in sorted(wanted, key=lambda pair: pair[0].offset):
        if member.offset < end:
            raise Stop(Verdict.DAMAGED, "zip-overlap")
        start = _data_start(file, member)
        end = start + member.packed
        file.seek(start)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as out:
            crc, size = 0, 0
            for part in _contents(file, member):
                crc, size = zlib.crc32(part, crc), size + len(part)
                if size > member.size:
                    break
                out.write(part)
        if (crc, size) != (member.crc, member.size):
            raise Stop(Verdict.DAMAGED, "zip-contents")


def _ends_here(tail: bytes) -> bool:
    if len(tail) < END_HEAD.size:
        return False
    comment: int = END_HEAD.unpack_from(tail)[7]
    return END_HEAD.size + comment == len(tail)


def _lines(directory: bytes, count: int) -> Iterator[Member]:
    at = 0
    for _ in range(count):
        try:
            (sign, _, _, flags, method, _, _, crc, packed, size, name, extra, comment, _, _, _, offset) = (
                CENTRAL_HEAD.unpack_from(directory, at)
            )
        except struct.error:
            raise Stop(Verdict.DAMAGED, "zip-directory") from None
        if sign != CENTRAL:
            raise Stop(Verdict.DAMAGED, "zip-directory")
        at += CENTRAL_HEAD.size
        yield Member(directory[at : at + name].decode("latin-1"), flags, method, crc, packed, size, offset)
        at += name + extra + comment
    if at != len(directory):
        raise Stop(Verdict.DAMAGED, "zip-directory")


def _data_start(file: IO[bytes], member: Member) -> int:
    """Return where the contents begin; Stop when the entry's own header and the directory disagree."""
    file.seek(member.offset)
    head = file.read(LOCAL_HEAD.size)
    if len(head) < LOCAL_HEAD.size:
        raise Stop(Verdict.DAMAGED, "zip-header")
    sign, _, flags, method, _, _, crc, packed, size, name, extra = LOCAL_HEAD.unpack(head)
    sizes = (crc, packed, size)
    told = sizes == (member.crc, member.packed, member.size)
    later = flags & _SIZES_FOLLOW or (crc, packed, size) == (member.crc, _LATER, _LATER)
    same = (sign, flags, method) == (LOCAL, member.flags, member.method) and (told or later)
    if not same or file.read(name) != member.name.encode("latin-1"):
        raise Stop(Verdict.DAMAGED, "zip-header")
    if flags & _ENCRYPTED or method not in (STORED, DEFLATED):
        raise Stop(Verdict.DAMAGED, "zip-method")
    start: int = member.offset + LOCAL_HEAD.size + name + extra
    return start


def _contents(file: IO[bytes], member: Member) -> Iterator[bytes]:
    """Yield the contents in small chunks; what does not come out right has another size or CRC."""
    pump = zlib.decompressobj(-zlib.MAX_WBITS) if member.method == DEFLATED else None
    left = member.packed
    while left and (part := file.read(min(CHUNK, left))):
        left -= len(part)
        if not pump:
            yield part
            continue
        try:
            while part:
                yield pump.decompress(part, CHUNK)
                part = pump.unconsumed_tail
        except zlib.error:
            raise Stop(Verdict.DAMAGED, "zip-contents") from None
    if pump:
        yield pump.flush()
        if not pump.eof or pump.unused_data:  # other readers may take what stands behind the end
            raise Stop(Verdict.DAMAGED, "zip-contents")
