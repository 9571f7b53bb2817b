"""Rows as they will be, read page by page as they are looked at, however many there are."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.language import isolated
from vcse_desktop.actions.imports.previewing import Page
from vcse_desktop.i18n import N_, tr

Index = QModelIndex | QPersistentModelIndex
PAGE, HELD, SEEN = 50, 20, 8
"""Rows that are read together, so many pages that are held, and rows seen at once."""
CELL = N_("Row {row} of the file, {heading}: {cell}")
NOTHING = N_("nothing")


class MadeRows(QAbstractTableModel):
    """``wanted`` carries the first row of a page that is looked at and not held yet."""

    wanted = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._headings, self._total = page.headings, page.total
        self._pages: dict[int, Page] = {0: page}
        self._asked: set[int] = set()

    def take(self, first: int, page: Page) -> None:
        """Hold a page that was asked for, and forget the one held longest but for the first."""
        number = first // PAGE
        self._asked.discard(number)
        self._pages[number] = page
        if len(self._pages) > HELD:
            self._pages.pop(next(one for one in self._pages if one))
        last = first + max(len(page.lines), 1) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._headings) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there will be."""
        return 0 if parent is not None and parent.isValid() else self._total

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns say anything."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a column says, or the number of a row in the file."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if way is Qt.Orientation.Horizontal:
            return self._headings[section]
        line = self._line(section)
        return str(line[0]) if line is not None else ""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell; None while its page is on its way."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        line = self._line(index.row())
        if line is None:
            return None
        heading, words = self._headings[index.column()], self._cell(line, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return isolated(words) if words else ""
        return tr(CELL, row=line[0], heading=heading, cell=words or tr(NOTHING))

    def _cell(self, line: tuple[int, tuple[str, ...]], at: int) -> str:
        return " ".join(line[1][at].split()) if at < len(line[1]) else ""

    def _line(self, row: int) -> tuple[int, tuple[str, ...]] | None:
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            if number not in self._asked:
                self._asked.add(number)
                self.wanted.emit(number * PAGE)
            return None
        return page.lines[place] if place < len(page.lines) else None
