"""What lies in a ZIP that somebody else made: its names, and its parts as long as they are not too large."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from vcse_desktop.errors import Refused
from vcse_desktop.exchange.tables.limits import MOST_UNPACKED
from vcse_desktop.exchange.tables.refusals import DAMAGED, LOCKED, TOO_LARGE

PIECE = 1 << 18
FAULTS = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, OSError, ValueError, OverflowError, KeyError),
    RuntimeError,  # an unknown way of packing, and a password that is asked for after all
)
"""What a damaged ZIP makes of its reader."""


class Archive:
    """A ZIP from its bytes. ``name`` is that of the file, for what a person is told."""

    def __init__(self, name: str, raw: bytes) -> None:
        self.name = name
        with self._believing_nothing():
            self._zip = zipfile.ZipFile(BytesIO(raw))
            self.names = tuple(self._zip.namelist())
        if any(info.flag_bits & 1 for info in self._zip.infolist()):
            raise Refused(*LOCKED, name=name)
        self._left, self._counted = MOST_UNPACKED, set[str]()
        if sum(info.file_size for info in self._zip.infolist()) > MOST_UNPACKED:
            raise self._too_large()

    def part(self, name: str) -> bytes:
        """Return a part whole."""
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield a part piece by piece; what is unpacked counts, however small it said that it is."""
        with self._believing_nothing(), self._zip.open(name) as part:
            again = name in self._counted
            self._counted.add(name)
            while piece := part.read(PIECE):
                self._left -= 0 if again else len(piece)
                if self._left < 0:
                    raise self._too_large()
                yield piece

    def _too_large(self) -> Refused:
        return Refused(*TOO_LARGE, name=self.name, most=MOST_UNPACKED >> 20)

    @contextmanager
    def _believing_nothing(self) -> Iterator[None]:
        try:
            yield
        except FAULTS:
            raise Refused(*DAMAGED, name=self.name) from None
