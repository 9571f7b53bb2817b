"""How a file in our layout is read: once, from front to back, nothing in it believed."""

import zlib
from collections.abc import Iterator
from typing import IO

from vcse_desktop.packs.container import LOCAL, LOCAL_HEAD, Entry, directory
from vcse_desktop.packs.layout import CHUNK, ENTRY_LIMIT, NAME_LIMIT, WHOLE_LIMIT, Root
from vcse_desktop.packs.verdicts import Stop, Verdict


class Layout:
    """A file in our layout; it need not be on a disk.

    An entry is asked for by its name, and any byte that is not as we would have written it is a ``Stop``.
    """

    again = False

    def __init__(self, stream: IO[bytes], head: bytes, root: Root, first: str) -> None:
        """Go on after the first local header and its name, which have been read already."""
        self.root = root
        self._stream = stream
        self._offset = 0
        self._entries: list[Entry] = []
        self._next: Entry | None = self._entry(head, first)

    def has(self, path: str) -> bool:
        """Say whether the entry that stands next is this one; Stop when there is none."""
        return self._peek().name == f"{self.root}/{path}"

    def read(self, path: str, limit: int) -> Iterator[bytes]:
        """Yield the contents of the next entry, which must be this one, in chunks of at most 64 KiB."""
        entry = self._peek()
        if not self.has(path):
            raise Stop(Verdict.ALTERED, "entry-name")
        start = entry.offset + LOCAL_HEAD.size + len(entry.name)
        if entry.size > limit or start + entry.size > WHOLE_LIMIT:
            raise Stop(Verdict.TOO_BIG, "entry")
        crc, left = 0, entry.size
        while left:
            part = self._exactly(min(CHUNK, left))
            left -= len(part)
            crc = zlib.crc32(part, crc)
            yield part
        if crc != entry.crc:
            raise Stop(Verdict.DAMAGED, "entry-crc")
        self._entries.append(entry)
        self._offset = start + entry.size
        self._next = None

    def close(self) -> tuple[str, ...]:
        """Return no ignored names when the directory follows and nothing after it; else Stop."""
        expected = directory(self._entries, self._offset)
        found = at_most(self._stream, len(expected) + 1)
        if found != expected:
            early = len(found) < len(expected) and expected.startswith(found)
            raise Stop(Verdict.DAMAGED if early else Verdict.ALTERED, "directory")
        return ()

    def _peek(self) -> Entry:
        if self._next is None:
            head = self._exactly(LOCAL_HEAD.size)
            if head[:4] != LOCAL:
                raise Stop(Verdict.DAMAGED, "entry-missing")
            length = name_length(head)
            if length > NAME_LIMIT:
                raise Stop(Verdict.TOO_BIG, "entry-name")
            self._next = self._entry(head, self._exactly(length).decode("latin-1"))
        return self._next

    def _entry(self, head: bytes, name: str) -> Entry:
        crc, _, size = LOCAL_HEAD.unpack(head)[6:9]
        entry = Entry(name, crc, size, self._offset)
        if not name.isascii() or not entry.local().startswith(head):
            raise Stop(Verdict.ALTERED, "entry-header")
        if size > ENTRY_LIMIT:
            raise Stop(Verdict.TOO_BIG, "entry")
        return entry

    def _exactly(self, size: int) -> bytes:
        found = at_most(self._stream, size)
        if len(found) < size:
            raise Stop(Verdict.DAMAGED, "early-end")
        return found


def name_length(head: bytes) -> int:
    """Return how many bytes of name follow a local header."""
    length: int = LOCAL_HEAD.unpack(head)[9]
    return length


def at_most(stream: IO[bytes], size: int) -> bytes:
    """Return so many bytes, fewer only at the end: a pipe hands out what it has."""
    found = stream.read(size)
    while len(found) < size and (part := stream.read(size - len(found))):
        found += part
    return found
