"""Which of the two ways to read a file: as our own layout, or as a ZIP that somebody made again."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Protocol

from vcse_desktop.packs.container import LOCAL, LOCAL_HEAD
from vcse_desktop.packs.folder import first_of, opened_zip
from vcse_desktop.packs.forward import Layout, at_most, name_length
from vcse_desktop.packs.layout import CHUNK, NAME_LIMIT, WHOLE_LIMIT, Root
from vcse_desktop.packs.verdicts import Stop, Verdict

_DEFLATED = 8


class Source(Protocol):
    """The files of a pack, asked for in the order of the format; ``again`` when our layout is lost."""

    root: Root
    again: bool

    def has(self, path: str) -> bool:
        """Say whether this file can be read next."""
        ...

    def read(self, path: str, limit: int) -> Iterator[bytes]:
        """Yield its contents in chunks of at most 64 KiB; Stop when it is not there or over the limit."""
        ...

    def close(self) -> tuple[str, ...]:
        """Return what was there beside the pack and may be ignored; Stop when there is anything else."""
        ...


def opened(stream: IO[bytes], head: bytes, into: Path) -> Source:
    """Return the files in a stream of which ``head`` was read already, as long as a local header; ``into`` is
    for unpacking.

    Only four things say that a ZIP was made again: compression, flags or an extra field at its first entry,
    or another first entry than ours. All else is our layout, and is never tried again.
    """
    if len(head) < LOCAL_HEAD.size or head[:4] != LOCAL:
        raise Stop(Verdict.NOT_A_PACK, "first-bytes")
    _, _, flags, method, *_, extra = LOCAL_HEAD.unpack(head)
    length = name_length(head)
    name = at_most(stream, length) if length <= NAME_LIMIT else b""
    root = first_of(name.decode("latin-1"))
    if root and not flags and not extra and method != _DEFLATED:
        return Layout(stream, head, root, name.decode("latin-1"))
    with TemporaryFile(dir=into) as copy:
        size = copy.write(head + name)
        while part := stream.read(CHUNK):
            size += copy.write(part)
            if size > WHOLE_LIMIT:
                raise Stop(Verdict.TOO_BIG, "file")
        return opened_zip(copy, into)
