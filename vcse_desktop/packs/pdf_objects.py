"""The objects of a PDF, where its own tables say that they are."""

from array import array
from collections.abc import Iterator
from itertools import pairwise

from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.layout import MIB
from vcse_desktop.packs.pdf_streams import Stream, after_head, stream_after, unpacked
from vcse_desktop.packs.pdf_tables import FREE, PACKED, PLAIN, read_tables
from vcse_desktop.packs.pdf_values import Reference, Text, Value, Values

MOST_UNPACKED = 32 * MIB
"""How much all objects may be when they are unpacked."""
_MOST_TOGETHER, _LONGEST_PAIR = 10_000, 24
_IN_PAIRS = frozenset(b"0123456789 \t\r\n")


class Objects:
    """All objects that the tables of a PDF tell of. Broken for anything unusual, which might hide one."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._values = Values()
        self._left = MOST_UNPACKED
        self._tables = read_tables(text, self._values)
        packers = set[int]().union(*(table.packers() for table in self._tables))
        self._packers: dict[int, int] = {}
        self._places = array("Q", sorted(set(self._plain(packers))))
        if packers - set(self._packers.values()):
            raise Broken("pdf-packers")

    @property
    def first(self) -> int:
        """Return where the first of them stands."""
        return self._places[0] if self._places else len(self.text)

    @property
    def trailer(self) -> dict[str, Value]:
        """Return what the newest table says of the whole file."""
        return self._tables[0].trailer

    def value(self, of: Value) -> Value:
        """Return this, or what it refers to."""
        while isinstance(of, Reference):
            kind, place, last = self._row(of)
            if kind == PACKED:
                of = self._packed_value(place, of.number, last)
            else:
                of = self._values.read(self.text, after_head(self.text, place, *of))[0]
        return of

    def dictionary(self, of: Value) -> dict[str, Value]:
        """Return the dictionary that this is or refers to; TypeError when it is none."""
        found = self.value(of)
        if not isinstance(found, dict):
            raise TypeError
        return found

    def sequence(self, of: Value) -> list[Value]:
        """Return the list that this is or refers to; TypeError when it is none."""
        found = self.value(of)
        if not isinstance(found, list):
            raise TypeError
        return found

    def _plain(self, packers: set[int]) -> Iterator[int]:
        """Yield where objects stand that stand by themselves, also those of older tables."""
        for table in self._tables:
            for number, generation, place in table.plain():
                after_head(self.text, place, number, generation)
                if number in packers:
                    self._packers[place] = number
                yield place

    def _row(self, of: Reference) -> tuple[int, int, int]:
        """Return what the newest table says that tells of an object which is there."""
        found = next(filter(None, (table.find(of.number) for table in self._tables)), None)
        if not found or found[0] == FREE or (found[0] == PACKED and of.generation):
            raise Broken("pdf-reference")
        return found

    def _length(self, said: Value) -> Value:
        """Return how long a stream is; an object that says so stands by itself and is a number."""
        if isinstance(said, Reference):
            kind, place, _ = self._row(said)
            if kind != PLAIN:
                raise Broken("pdf-length")
            return self._values.read(self.text, after_head(self.text, place, *said))[0]
        return said

    def each(self, values: Values) -> Iterator[tuple[Stream | None, int, int]]:
        """Read every object that stands by itself; yield its stream, and where the text after it goes to.

        Each ends before the next begins: otherwise readers might see different things in one.
        """
        for place, following in pairwise([*self._places, len(self.text)]):
            value, end = values.read(self.text, after_head(self.text, place))
            stream = stream_after(self.text, value, end, self._length)
            if place in self._packers and (not stream or stream.head.get("/Type") != "/ObjStm"):
                raise Broken("pdf-packers")
            end = stream.end if stream else end
            if end > following:
                raise Broken("pdf-overlap")
            yield stream, end, following

    def unpack(self, stream: Stream) -> bytes:
        """Return what a stream of objects holds."""
        if "/DecodeParms" in stream.head:
            raise Broken("pdf-filter")
        text = unpacked(stream, self.text)
        self._left -= len(text)
        if self._left < 0:
            raise Broken("pdf-large")
        return text

    def _packed_value(self, packer: int, number: int, which: int) -> Value:
        kind, place, _ = self._row(Reference(packer, 0))
        head, end = self._values.read(self.text, after_head(self.text, place)) if kind == PLAIN else (None, 0)
        stream = stream_after(self.text, head, end, self._length)
        text = self.unpack(stream) if stream else b""
        objects = packed_objects(stream, text) if stream else []
        if which >= len(objects) or objects[which][0] != number:
            raise Broken("pdf-reference")
        return self._values.read(text, objects[which][1])[0]


def packed_objects(stream: Stream, text: bytes) -> list[tuple[int, int]]:
    """Return number and place of each object in the unpacked text of a stream; the places ascend."""
    count, first = stream.head.get("/N"), stream.head.get("/First")
    if not isinstance(count, int) or not isinstance(first, int) or not 0 < count <= _MOST_TOGETHER:
        raise Broken("pdf-packed")
    if not 0 < first <= count * _LONGEST_PAIR or set(text[:first]) - _IN_PAIRS:
        raise Broken("pdf-packed")
    said = [int(number) for number in text[:first].split()]
    places = [first + place for place in said[1::2]]
    if len(said) != 2 * count or any(one >= two for one, two in pairwise([*places, len(text)])):
        raise Broken("pdf-packed")
    return list(zip(said[::2], places, strict=True))
