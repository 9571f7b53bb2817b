"""What the XML of a spreadsheet says that its reader does not: how far its cells go, which are faulty.

A reader lays out all cells from the first to the last, so that two cells far apart would take all memory;
and it makes blanks of formulas that failed. Both are looked for first, by a parser that believes nothing.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from xml.parsers import expat

from vcse_desktop.errors import Refused
from vcse_desktop.exchange.tables.grid import Merged
from vcse_desktop.exchange.tables.limits import MOST_CELLS
from vcse_desktop.exchange.tables.refusals import DAMAGED, TOO_WIDE

FURTHEST_COLUMN, FURTHEST_ROW = 1 << 15, 1 << 21
"""Beyond what any spreadsheet program has."""


@dataclass(slots=True)
class Extent:
    """One sheet: how many rows and columns reach its last filled cell, its faulty cells, its merged ones."""

    rows: int = 0
    columns: int = 0
    faulty: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)

    def reach(self, row: int, column: int) -> None:
        """Count a filled cell in; row and column from 0."""
        if row >= self.rows:
            self.rows = row + 1
        if column >= self.columns:
            self.columns = column + 1


class Unsound(Refused):
    """A part is no sound XML."""


def within(name: str, extent: Extent) -> None:
    """Refused when a sheet reaches further than it could be held."""
    wide = extent.rows * extent.columns > MOST_CELLS
    if wide or extent.rows > FURTHEST_ROW or extent.columns > FURTHEST_COLUMN:
        raise Refused(*TOO_WIDE, name=name, most=MOST_CELLS)


class Looked(ABC):
    """A parser of one part. ``start`` is called with the name and the attributes of each element."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self.start
        self._parser.EndElementHandler = None
        self._parser.StartDoctypeDeclHandler = self._no_entities
        self._words: list[str] | None = None

    @abstractmethod
    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Take an element in."""

    def look(self, pieces: Iterable[bytes]) -> None:
        """Take a part in; Refused when it is not sound."""
        try:
            for piece in pieces:
                self._parser.Parse(piece, False)
            self._parser.Parse(b"", True)
        except (expat.ExpatError, ValueError, OverflowError):
            raise Unsound(*DAMAGED, name=self._name) from None

    def _listen(self, words: list[str] | None) -> None:
        """Keep the text that follows in ``words``, or none any more."""
        self._parser.CharacterDataHandler = words.append if words is not None else None

    def _no_entities(self, *_: object) -> None:
        raise Unsound(*DAMAGED, name=self._name)


class LookedAtSheet(Looked):
    """A sheet of an XLSX; ``extent`` is what was found."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.extent = Extent()
        self._row, self._column, self._faulty = -1, -1, False
        self._said: list[str] = []
        self._columns: dict[str, int] = {}
        self._plain: dict[str, str] = {}

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Take an element in: a row, a cell, what is in a cell. There are millions of them."""
        local = self._plain.get(tag) or self._plain.setdefault(tag, tag.rpartition(":")[2])
        if local == "v" or local == "is":  # noqa: PLR1714 - see above
            if self._row >= self.extent.rows or self._column >= self.extent.columns:
                self.extent.reach(self._row, self._column)
            if self._faulty:
                self._listen(self._said)
        elif local == "c":
            if self._faulty:
                self._keep()
            self._cell(given)
        elif local == "row":
            self._keep()
            self._row = int(given["r"]) - 1 if "r" in given else self._row + 1
            self._column = -1
            within(self._name, self.extent)

    def look(self, pieces: Iterable[bytes]) -> None:
        """Take a part in; Refused when it is not sound or reaches too far."""
        super().look(pieces)
        self._keep()
        within(self._name, self.extent)

    def _cell(self, given: Mapping[str, str]) -> None:
        self._faulty = given.get("t") == "e"
        named = given.get("r", "")
        letters = named.rstrip("0123456789")
        if not named or len(letters) == len(named):
            self._column += 1
            return
        if letters not in self._columns:
            self._columns[letters] = place_of(letters)
        self._column = self._columns[letters]
        self._row = int(named[len(letters) :]) - 1

    def _keep(self) -> None:
        if self._said:
            self.extent.faulty[self._row, self._column] = "".join(self._said).strip()
            self._said.clear()
        self._faulty = False
        self._listen(None)


def place_of(letters: str) -> int:
    """Return the place from 0 of the column with these letters."""
    place = 0
    for letter in letters.upper():
        place = min(place * 26 + ord(letter) - ord("A") + 1, FURTHEST_COLUMN + 1)
    return place - 1


class LookedAtContent(Looked):
    """The content of an ODS; ``extents`` are those of its sheets, in their order."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.extents: list[Extent] = []
        self._row, self._rows, self._column, self._columns = 0, 1, 0, 1
        self._faulty = False
        self._said: list[str] = []

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Take an element in: a sheet, a row, a cell, the text of a faulty cell."""
        self._keep()
        if tag == "table:table":
            self.extents.append(Extent())
            self._row, self._rows = 0, 0
        elif not self.extents:
            return
        elif tag == "table:table-row":
            self._row, self._rows = self._row + self._rows, _times(given, "table:number-rows-repeated")
            self._column, self._columns = 0, 0
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._column += self._columns
            self._columns = _times(given, "table:number-columns-repeated")
            self._cell(given)
        elif tag == "text:p" and self._faulty:
            self._listen(self._said)

    def look(self, pieces: Iterable[bytes]) -> None:
        """Take the part in; Refused when it is not sound or a sheet reaches too far."""
        super().look(pieces)
        self._keep()

    def _cell(self, given: Mapping[str, str]) -> None:
        extent = self.extents[-1]
        self._faulty = given.get("calcext:value-type") == "error"
        if any(name.startswith("office:") for name in given):
            extent.reach(self._row + self._rows - 1, self._column + self._columns - 1)
            within(self._name, extent)
        wide, high = _times(given, "table:number-columns-spanned"), _times(given, "table:number-rows-spanned")
        if wide > 1 or high > 1:
            top, left = self._row + 1, self._column
            extent.merged.append(Merged(top, left, top + high - 1, left + wide - 1))

    def _keep(self) -> None:
        if self._said:
            self.extents[-1].faulty[self._row, self._column] = "".join(self._said).strip()
            self._said.clear()
            self._faulty = False
        self._listen(None)


def _times(given: Mapping[str, str], name: str) -> int:
    with suppress(ValueError):
        return max(int(given.get(name, "1")), 1)
    return 1
