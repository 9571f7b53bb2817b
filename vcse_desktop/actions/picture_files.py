"""What the bytes of a picture say of themselves: their kind, whether they are whole, what else they carry."""

import re
import zlib
from collections.abc import Iterator

PNG, JPEG, WEBP = "png", "jpeg", "webp"
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_CHUNK = 12
"""Bytes of a piece of a PNG beside what it carries: its length, its name, its checksum."""
_MARK = re.compile(rb"\xff+([^\x00\xff])")
_END, _SCAN, _JFIF = 0xD9, 0xDA, 0xE0
_SHORT = 14
"""Bytes of a head that has no small picture in it."""
_ALONE = {0x01, *range(0xD0, 0xD8)}
"""Marks of a JPEG that carry nothing."""
_PICTURE = {0xC0, 0xC2, 0xC4, _SCAN, 0xDB, 0xDD}
"""Marks of a JPEG without which there would be no picture."""


def kind_of(content: bytes) -> str | None:
    """Return the kind by how the bytes begin, whatever the file is called; None for any other."""
    if content.startswith(_PNG):
        return PNG
    if content.startswith(_JPEG + b"\xff"):
        return JPEG
    return WEBP if content[:4] == b"RIFF" and content[8:12] == b"WEBP" else None


def is_whole(content: bytes) -> bool:
    """Say whether a picture of one of these kinds reaches its own end, and no piece of it is missing."""
    kind = kind_of(content)
    if kind == PNG:
        return _png_is_whole(content)
    if kind == JPEG:
        return any(mark == _END for mark, _, _ in _marks(content))
    return kind == WEBP and int.from_bytes(content[4:8], "little") + 8 <= len(content)


def is_bare(content: bytes) -> bool:
    """Say whether a JPEG is the picture alone: no camera, place, day or words are in it."""
    last = 0
    for mark, begins, ends in _marks(content):
        plain = mark == _JFIF and content[begins : begins + 5] == b"JFIF\0" and ends - begins == _SHORT
        if not (plain or mark in _PICTURE or mark == _END):
            return False
        last = ends if mark == _END else 0
    return kind_of(content) == JPEG and last == len(content)


def _png_is_whole(content: bytes) -> bool:
    place = len(_PNG)
    while place + _CHUNK <= len(content):
        length = int.from_bytes(content[place : place + 4])
        named, end = content[place + 4 : place + 8], place + _CHUNK + length
        if end > len(content):
            return False
        if zlib.crc32(content[place + 4 : end - 4]) != int.from_bytes(content[end - 4 : end]):
            return False
        if named == b"IEND":
            return True
        place = end
    return False


def _marks(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield each mark of a JPEG with where what it carries begins and ends, as far as they follow each other.

    The last is the end of the picture, if that is there.
    """
    place, mark = len(_JPEG), 0
    while (found := _MARK.search(content, place)) is not None:
        if found.start() > place and mark != _SCAN and mark not in _ALONE:
            return
        mark, place = found[1][0], found.end()
        if mark == _END:
            yield mark, place, place
            return
        if mark in _ALONE:
            continue
        length = int.from_bytes(content[place : place + 2])
        if length < 2 or place + length > len(content):  # noqa: PLR2004 - the length counts itself
            return
        yield mark, place + 2, place + length
        place += length
