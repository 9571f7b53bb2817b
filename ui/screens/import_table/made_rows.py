"""Rows as they will be, read page by page as they are looked at, however many there are."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from ui.theme.look import px
from ui.theme.tokens import ROW
from vcse_desktop.actions.imports.previewing import Page
from vcse_desktop.i18n import N_, tr

Index = QModelIndex | QPersistentModelIndex
PAGE, HELD, SEEN = 50, 20, 8
"""Rows that are read together, so many pages that are held, and rows seen at once."""
WIDE, NARROW = 300, 90
"""Pixels at 100% of a column at most and at least."""
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
            return words
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


class MadeView(QTableView):
    """A few rows high; it scrolls inside, sideways too, as tables of data may."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        for head in (self.horizontalHeader(), self.verticalHeader()):
            head.setSectionsClickable(False)
            head.setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.verticalHeader().setMinimumWidth(px(ROW))

    def show_rows(self, model: MadeRows) -> None:
        """Show these rows from the first."""
        self.setModel(model)
        self.resizeColumnsToContents()
        for at in range(model.columnCount()):
            self.setColumnWidth(at, min(max(self.columnWidth(at) + px(16), px(NARROW)), px(WIDE)))
        rows = min(model.rowCount(), SEEN)
        bars = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * px(ROW) + bars + 4)
        if model.rowCount():
            self.setCurrentIndex(model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc to the page."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
