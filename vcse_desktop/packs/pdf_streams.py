"""Streams in a PDF: where one stands, and what is packed in it, as much as may be."""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.layout import CHUNK, MIB
from vcse_desktop.packs.pdf_values import Text, Value

Data = TypeVar("Data", bytes, bytearray)
MOST_UNPACKED = 8 * MIB
"""So large may one table or one stream of objects be when it is unpacked."""
_HEAD = re.compile(rb"(\d{1,10})[\x00\t\n\f\r ]{1,9}(\d{1,5})[\x00\t\n\f\r ]{1,9}obj(?![A-Za-z0-9])")
_BEGINS = re.compile(rb"[\x00\t\n\f\r ]{0,9}stream\r?\n")
_ENDS = re.compile(rb"[\r\n ]{0,9}endstream(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class Stream:
    """The dictionary of a stream, and where its contents are."""

    head: dict[str, Value]
    start: int
    end: int


def after_head(text: Text, at: int, number: int | None = None, generation: int | None = None) -> int:
    """Return where the value of an object begins; Broken unless the object, of this number, stands here."""
    found = _HEAD.match(text, at) if at < len(text) else None  # a table may name any number
    if not found or number not in {None, int(found[1])} or generation not in {None, int(found[2])}:
        raise Broken("pdf-object")
    return found.end()


def stream_after(text: Text, head: Value, end: int, length: Callable[[Value], Value]) -> Stream | None:
    """Return the stream of which this is the head, which ends there, None when there is none.

    ``length`` finds what its length is when the head only refers to it.
    """
    begins = _BEGINS.match(text, end)
    if not begins or not isinstance(head, dict):
        return None
    size = length(head.get("/Length"))
    if not isinstance(size, int) or not 0 <= size < len(text) or not _ENDS.match(text, begins.end() + size):
        raise Broken("pdf-stream")
    return Stream(head, begins.end(), begins.end() + size)


def unpacked(stream: Stream, text: Text) -> bytes:
    """Return the contents; Broken when they are packed in an unusual way, or are too many."""
    how = stream.head.get("/Filter")
    if "/F" in stream.head or how not in (None, "/FlateDecode", ["/FlateDecode"]):
        raise Broken("pdf-filter")
    if how is None:
        return _at_most(text[stream.start : min(stream.end, stream.start + MOST_UNPACKED + 1)])
    found, unpacker = bytearray(), zlib.decompressobj()
    try:
        for at in range(stream.start, stream.end, CHUNK):
            part = text[at : min(at + CHUNK, stream.end)]
            found += unpacker.decompress(part, MOST_UNPACKED + 1 - len(found))
            _at_most(found)
    except zlib.error:
        raise Broken("pdf-packed") from None
    if not unpacker.eof or unpacker.unused_data:
        raise Broken("pdf-packed")
    return bytes(found)


def _at_most(found: Data) -> Data:
    if len(found) > MOST_UNPACKED:
        raise Broken("pdf-large")
    return found
