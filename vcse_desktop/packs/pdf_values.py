"""How values are written in a PDF, read strictly: what is written in any other way is Broken."""

import re
from collections import Counter
from mmap import mmap
from typing import NamedTuple

from vcse_desktop.packs.fault import Broken

MOST_PIECES = 300_000
"""So many names, numbers, brackets … are read one by one in a file, and no more: they cost time."""
_DEEPEST, _LONGEST = 60, 1 << 16
_SPACE = rb"[\x00\t\n\f\r ]"
REGULAR = rb"[^\x00\t\n\f\r ()<>\[\]{}/%]"
_NAME = rb"/" + REGULAR + rb"{0,999}+(?!" + REGULAR + rb")"
_REFERENCE = rb"(\d{1,10})" + _SPACE + rb"{1,9}(\d{1,5})" + _SPACE + rb"{1,9}R(?!" + REGULAR + rb")"
_PIECE = re.compile(
    _SPACE
    + rb"*(?:(?P<name>"
    + _NAME
    + rb")|(?P<reference>"
    + _REFERENCE
    + rb")|(?P<word>"
    + REGULAR
    + rb"{1,99}+(?!"
    + REGULAR
    + rb"))|(?P<mark><<|>>|[\[\](])|<(?P<digits>[0-9A-Fa-f\x00\t\n\f\r ]{0,65536})>"
    + rb"|(?P<remark>%[^\r\n]*))"
)
_IN_STRING = re.compile(rb"\\.|[()]", re.DOTALL)
_WRITTEN_NAME = re.compile(_NAME)
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_WHOLE = re.compile(rb"[+-]?\d{1,19}")
_FRACTION = re.compile(rb"[+-]?(\d{1,19}\.\d{0,40}|\.\d{1,40})")
_WORDS: dict[bytes, bool | None] = {b"true": True, b"false": False, b"null": None}


class Name(str):
    """A name with its stroke, its escapes resolved: ``/Sig``."""

    __slots__ = ()


class Reference(NamedTuple):
    """Another object, by its number and generation."""

    number: int
    generation: int


Value = Name | Reference | bytes | int | float | list["Value"] | dict[str, "Value"] | None
"""What can stand in an object; strings as they are written, without their brackets."""
Text = bytes | mmap


def name_at(text: Text, at: int) -> Name:
    """Return the name that stands at this place, which begins with a stroke."""
    found = _WRITTEN_NAME.match(text, at)
    return _name(found[0] if found else b"")


def _name(written: bytes) -> Name:
    if b"#" in written:
        written = _ESCAPE.sub(lambda two: bytes.fromhex(two[1].decode()), written)
    return Name(written.decode("latin-1"))


class Values:
    """What reads values, and counts the sought names that it met and the pieces that it may still read."""

    def __init__(self, sought: frozenset[str] = frozenset()) -> None:
        self.names: Counter[str] = Counter()
        self._sought = sought
        self._left = MOST_PIECES

    def read(self, text: Text, at: int) -> tuple[Value, int]:
        """Return the value that stands at this place, and where it ends."""
        return self._value(text, self._piece(text, at), 0)

    def meet(self, name: Name) -> None:
        """Count a name."""
        if name in self._sought:
            self.names[name] += 1

    def _piece(self, text: Text, at: int) -> re.Match[bytes]:
        """Return the next piece, after spaces and remarks."""
        while self._left:
            self._left -= 1
            found = _PIECE.match(text, at)
            if not found:
                raise Broken("pdf-piece")
            if found.lastgroup != "remark":
                return found
            at = found.end()
        raise Broken("pdf-pieces")

    def _value(self, text: Text, piece: re.Match[bytes], depth: int) -> tuple[Value, int]:
        match piece.lastgroup:
            case "name":
                name = _name(piece["name"])
                self.meet(name)
                return name, piece.end()
            case "reference":
                return Reference(int(piece[3]), int(piece[4])), piece.end()
            case "digits":
                return piece["digits"], piece.end()
            case "word":
                return _word(piece["word"]), piece.end()
        if piece["mark"] == b"(":
            return self._string(text, piece.end() - 1)
        if depth == _DEEPEST or piece["mark"] not in {b"[", b"<<"}:
            raise Broken("pdf-mark")
        inside = self._list if piece["mark"] == b"[" else self._dictionary
        return inside(text, piece.end(), depth + 1)

    def _list(self, text: Text, at: int, depth: int) -> tuple[Value, int]:
        found: list[Value] = []
        while (piece := self._piece(text, at))["mark"] != b"]":
            value, at = self._value(text, piece, depth)
            found.append(value)
        return found, piece.end()

    def _dictionary(self, text: Text, at: int, depth: int) -> tuple[Value, int]:
        found: dict[str, Value] = {}
        while (piece := self._piece(text, at))["mark"] != b">>":
            key, at = self._value(text, piece, depth)
            if not isinstance(key, Name) or key in found:
                raise Broken("pdf-key")
            found[key], at = self._value(text, self._piece(text, at), depth)
        return found, piece.end()

    def _string(self, text: Text, at: int) -> tuple[bytes, int]:
        open_ones = 0
        for found in _IN_STRING.finditer(text, at, at + _LONGEST):
            open_ones += {b"(": 1, b")": -1}.get(found[0], 0)
            if not open_ones:
                return text[at + 1 : found.start()], found.end()
        raise Broken("pdf-string")


def _word(written: bytes) -> Value:
    """Return a number, or what one of the three words means."""
    if _WHOLE.fullmatch(written):
        return int(written)
    if _FRACTION.fullmatch(written):
        return float(written)
    if written not in _WORDS:
        raise Broken("pdf-word")
    return _WORDS[written]
