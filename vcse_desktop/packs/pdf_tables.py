"""Where a PDF's own tables say that its objects stand. Nothing is repaired: what is not right is Broken."""

import re
import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from vcse_desktop.packs.fault import Broken
from vcse_desktop.packs.pdf_streams import Stream, after_head, stream_after, unpacked
from vcse_desktop.packs.pdf_values import Text, Value, Values

MOST_OBJECTS = 100_000
FREE, PLAIN, PACKED = range(3)
_MOST_TABLES, _MOST_RUNS, _WIDEST, _AT_END = 32, 500, 8, 1024
_STARTS = re.compile(rb"startxref[\r\n ]{1,9}(\d{1,10})[\r\n ]{1,9}%%EOF[\r\n ]*\Z")
_CLASSIC = re.compile(rb"xref[ ]{0,9}[\r\n]{1,9}")
_RUN = re.compile(rb"(\d{1,10}) (\d{1,10})[ ]{0,9}[\r\n]{1,9}")
_ROW = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)")
_TRAILER = re.compile(rb"trailer(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class Table:
    """One table: first number and length of its runs, how wide its columns are, its rows, its trailer."""

    runs: Sequence[tuple[int, int]]
    widths: tuple[int, int, int]
    rows: bytes
    trailer: dict[str, Value]

    @property
    def count(self) -> int:
        """Return how many objects it tells of."""
        return sum(count for _, count in self.runs)

    def row(self, index: int) -> tuple[int, int, int]:
        """Return kind, place and generation; of a packed object its stream, and which one it is in there."""
        one, two, three = accumulate(self.widths)
        row = self.rows[index * three : (index + 1) * three]
        kind, place, last = (int.from_bytes(part, "big") for part in (row[:one], row[one:two], row[two:]))
        return kind if one else PLAIN, place, last

    def find(self, number: int) -> tuple[int, int, int] | None:
        """Return the row of an object, None when it is not told of."""
        before = 0
        for first, count in self.runs:
            if first <= number < first + count:
                return self.row(before + number - first)
            before += count
        return None

    def plain(self) -> Iterator[tuple[int, int, int]]:
        """Yield number, generation and place of the objects that stand by themselves."""
        numbers = chain.from_iterable(range(first, first + count) for first, count in self.runs)
        kinds = self.rows[:: sum(self.widths)] if self.widths[0] else bytes([PLAIN]) * self.count
        for index, (number, kind) in enumerate(zip(numbers, kinds, strict=True)):
            if kind == PLAIN:
                _, place, generation = self.row(index)
                yield number, generation, place
            elif kind > PACKED:
                raise Broken("pdf-table")

    def packers(self) -> set[int]:
        """Return the numbers of the streams in which objects are packed."""
        one, two, three = accumulate(self.widths)
        columns = (self.rows[at::three] for at in range(two))
        rows = set(zip(*columns, strict=True)) if one else set()
        return {int.from_bytes(row[1:], "big") for row in rows if row[0] == PACKED}


def read_tables(text: Text, values: Values) -> list[Table]:
    """Return all tables, the newest first."""
    end = _STARTS.search(text[-_AT_END:])
    place: Value = int(end[1]) if end else None
    seen: list[Value] = []
    tables: list[Table] = []
    while place is not None or not tables:
        if (
            not isinstance(place, int)
            or not 0 <= place < len(text)
            or place in seen
            or len(seen) == _MOST_TABLES
        ):
            raise Broken("pdf-tables")
        seen.append(place)
        table = _classic(text, place, values) if _CLASSIC.match(text, place) else _packed(text, place, values)
        tables.append(table)
        if table.trailer.keys() & {"/Encrypt", "/XRefStm"}:
            raise Broken("pdf-trailer")
        runs = sum(len(one.runs) for one in tables)
        if sum(one.count for one in tables) > MOST_OBJECTS or runs > _MOST_RUNS:
            raise Broken("pdf-objects")
        place = table.trailer.get("/Prev")
    return tables


def _classic(text: Text, at: int, values: Values) -> Table:
    """Return a table that is written in digits."""
    begins = _CLASSIC.match(text, at)
    at = begins.end() if begins else at
    runs, rows = [], bytearray()
    while run := _RUN.match(text, at):
        runs.append((int(run[1]), int(run[2])))
        at = run.end()
        for _ in range(min(int(run[2]), MOST_OBJECTS)):
            row = _ROW.match(text, at)
            if not row:
                raise Broken("pdf-row")
            kind = PLAIN if row[3] == b"n" else FREE
            rows += bytes([kind]) + int(row[1]).to_bytes(5, "big") + int(row[2]).to_bytes(3, "big")
            at = row.end()
        if len(rows) > MOST_OBJECTS * 9 or len(runs) > _MOST_RUNS:
            raise Broken("pdf-objects")
    word = _TRAILER.match(text, at)
    trailer = values.read(text, word.end())[0] if word else None
    if not isinstance(trailer, dict):
        raise Broken("pdf-trailer")
    return Table(runs, (1, 5, 3), bytes(rows), trailer)


def _packed(text: Text, at: int, values: Values) -> Table:
    """Return a table that stands in a stream."""
    head, end = values.read(text, after_head(text, at))
    stream = stream_after(text, head, end, lambda said: said)
    if not stream or stream.head.get("/Type") != "/XRef":
        raise Broken("pdf-table")
    widths = _numbers(stream.head.get("/W"), 3)
    runs = _numbers(stream.head.get("/Index", [0, stream.head.get("/Size")]))
    if widths[0] > 1 or max(widths) > _WIDEST or not widths[1] or len(runs) % 2:
        raise Broken("pdf-table")
    rows = _rows(stream, text, sum(widths))
    if len(rows) != sum(runs[1::2]) * sum(widths):
        raise Broken("pdf-table")
    pairs = tuple(zip(runs[::2], runs[1::2], strict=True))
    return Table(pairs, (widths[0], widths[1], widths[2]), rows, stream.head)


def _numbers(of: Value, count: int = 0) -> list[int]:
    found = [one for one in of if isinstance(one, int) and 0 <= one] if isinstance(of, list) else []
    if not isinstance(of, list) or len(found) != (count or len(of)):
        raise Broken("pdf-table")
    return found


def _rows(stream: Stream, text: Text, width: int) -> bytes:
    """Return the rows; each may be written as what it has more than the one before."""
    how = stream.head.get("/DecodeParms")
    data = unpacked(stream, text)
    if how is None or how == {} or (isinstance(how, dict) and how.get("/Predictor", 1) == 1):
        return data
    usual = {"/Predictor": how.get("/Predictor"), "/Columns": width} if isinstance(how, dict) else None
    if how != usual or how["/Predictor"] not in range(10, 16) or set(data[:: width + 1]) - {2}:
        raise Broken("pdf-table")
    made = bytearray(len(data) // (width + 1) * width)
    for column in range(width):
        made[column::width] = _summed(data[column + 1 :: width + 1])
    return bytes(made)


def _summed(column: bytes) -> bytes:
    """Return the sum of all bytes up to each, as a byte."""
    sums = array("I", accumulate(column))
    lowest = 0 if sys.byteorder == "little" else sums.itemsize - 1
    return bytes(sums.tobytes()[lowest :: sums.itemsize])
