"""Which names a PDF holds: looked for in all its text at once, and read one by one only where one may be."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.layout import MIB
from vcse_desktop.packs.pdf_objects import Objects, packed_objects
from vcse_desktop.packs.pdf_streams import Stream
from vcse_desktop.packs.pdf_values import REGULAR, Values, name_at

MOST_TEXT = 8 * MIB
"""How much may be packed in streams of objects, as it stands in the file, or stand between objects."""
_ESCAPED = re.compile(rb"/[^\x00\t\n\f\r ()<>\[\]{}/%#]*#")
_SPACES = b"\0\t\n\f\r "


def count_names(objects: Objects, sought: frozenset[str]) -> Counter[str]:
    """Return how often each of these names is met, in any object and between them."""
    counting = _Counting(objects, sought)
    counting.between(0, objects.first)
    for stream, end, following in objects.each(counting.values):
        if stream and stream.head.get("/Type") == "/ObjStm":
            counting.packed(stream)
        counting.between(end, following)
    return counting.values.names


class _Counting:
    def __init__(self, objects: Objects, sought: frozenset[str]) -> None:
        self.values = Values(sought)
        self._objects = objects
        names = b"|".join(name[1:].encode() for name in sorted(sought))
        self._sought = re.compile(b"/(?:%b)(?!%b)" % (names, REGULAR))
        self._either = re.compile(self._sought.pattern + b"|" + _ESCAPED.pattern)
        self._left = MOST_TEXT

    def between(self, start: int, end: int) -> None:
        """Count names in what no table tells of: another reader might see an object there."""
        text = self._take(start, end)
        for at in self._hits(text):
            self.values.meet(name_at(text, at))

    def packed(self, stream: Stream) -> None:
        """Count names in the objects that are packed in a stream; each ends where the next begins."""
        self._take(stream.start, stream.end)
        text = self._objects.unpack(stream)
        if next(self._hits(text), None) is None:
            return
        places = [place for _, place in packed_objects(stream, text)]
        for start, end in pairwise([*places, len(text)]):
            if text[self.values.read(text, start)[1] : end].strip(_SPACES):
                raise Broken("pdf-packed")

    def _take(self, start: int, end: int) -> bytes:
        self._left -= end - start
        if self._left < 0:
            raise Broken("pdf-text")
        return self._objects.text[start:end]

    def _hits(self, text: bytes) -> Iterator[int]:
        """Yield where one of the sought names may stand; there is none anywhere else."""
        if self._sought.search(text) or (b"#" in text and _ESCAPED.search(text)):
            yield from (found.start() for found in self._either.finditer(text))
