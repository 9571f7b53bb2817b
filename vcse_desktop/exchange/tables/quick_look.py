"""How the cells of an XLSX are usually written, so that a hundred thousand rows are looked through quickly.

Where a sheet is written in any other way nothing is said of it, and it has to be looked at cell by cell.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from vcse_desktop.exchange.tables.extents import Extent, Looked, place_of, within

ANY_CELL = re.compile(rb"<(?:[^<>/\s:]+:)?c[\s/>]")
USUAL_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?: [a-z]+="[\w .-]*")*(/?>(?:</c>)?)')
FAULTY = b't="e"'
FILLED = b">"
CELL = b"<c"
ONE_BYTE = (b"<", b"\xef\xbb\xbf")
"""How a part begins whose letters are bytes."""


class QuickLook(Looked):
    """Looks at one sheet; ``extent`` is None when it is not written in the usual way."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.extent: Extent | None = Extent()
        self._parser.StartElementHandler = None
        self._parser.XmlDeclHandler = self._declared

    def look(self, pieces: Iterable[bytes]) -> None:
        """Take a part in; Refused when it is not sound or reaches too far."""
        super().look(self._watched(pieces))

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        """Take no element in: the parser only says whether all is sound."""

    def _watched(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        rest, first = b"", True
        for piece in pieces:
            if first and not piece.startswith(ONE_BYTE):
                self.extent = None
            first, whole = False, rest + piece
            at = whole.rfind(CELL)
            at = len(whole) if at < 0 else at
            self._cells(whole[:at])
            rest = whole[at:]
            yield piece
        self._cells(rest)

    def _cells(self, part: bytes) -> None:
        if self.extent is None:
            return
        cells = USUAL_CELL.findall(part)
        if FAULTY in part or len(cells) != len(ANY_CELL.findall(part)):
            self.extent = None
            return
        filled = [(letters, row) for letters, row, end in cells if end == FILLED]
        for letters in {letters for letters, _ in filled}:
            self.extent.reach(-1, place_of(letters.decode()))
        self.extent.reach(max((int(row) for row in {row for _, row in filled}), default=0) - 1, -1)
        within(self._name, self.extent)

    def _declared(self, _version: str, encoding: str | None, _alone: int) -> None:
        if (encoding or "utf-8").lower() not in ("utf-8", "us-ascii"):
            self.extent = None
