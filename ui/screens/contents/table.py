"""A table of a pack on the screen: every number as it will be, and why the hidden ones are hidden."""

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QTableView

from ui.theme.look import px
from ui.theme.look import text as letters
from ui.theme.tokens import ROW
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.words import text
from vcse_desktop.actions import previewing
from vcse_desktop.actions.previewing import Reasons, Table
from vcse_desktop.i18n import N_, tr

Index = QModelIndex | QPersistentModelIndex
WHY = N_("Go to a [c] with the arrow keys or the mouse to read why that number is hidden.")
SAID = N_("{cell} {reason}")
LEAST, NAMES, MOST = 96, 150, 320
"""Pixels at 100%: of a column, of one with names where there is little room, and where there is enough."""
OURS = "ours"
"""Marks words of the window's own beside words that leave."""


class TableModel(QAbstractTableModel):
    """The cells of one table, each with what a screen reader says of it."""

    way = Qt.LayoutDirection.LeftToRight
    """Of the table, not of the window: headings would follow the window."""

    def __init__(self, block: Table, reasons: Reasons, language: str) -> None:
        super().__init__()
        self._block, self._reasons = block, reasons
        self._rows = [[previewing.cell_words(cell, language) for cell in row.cells] for row in block.rows]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are, those that name the rows among them."""
        return 0 if parent is not None and parent.isValid() else len(self._block.columns)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a column counts."""
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._block.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section) | Qt.TextFlag.TextWordWrap.value
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell as it is printed, and in full for a screen reader."""
        line, place = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[line][place]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line, place)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(place)
        if role == Qt.ItemDataRole.FontRole and self._block.rows[line].total:
            font = QFont()
            font.setPixelSize(letters(18))
            font.setBold(True)
            return font
        return None

    def reason(self, index: Index) -> str:
        """Return why this number is hidden, "" when it is not."""
        return self._reasons.get((index.row(), index.column()), "")

    @property
    def stub(self) -> int:
        """How many columns name the rows; a table without any has its names in the first."""
        return self._block.stub

    def _side(self, place: int) -> int:
        """Return where the words of a column stand: names where a line begins, numbers where it ends."""
        left = (place < self._block.stub) is (self.way is Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        return int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def _spoken(self, line: int, place: int) -> str:
        words = self._rows[line]
        if place < self._block.stub:
            return words[place]
        name = " ".join(words[: self._block.stub])
        said = previewing.spoken(name, self._block.columns[place], words[place])
        reason = self._reasons.get((line, place), "")
        return tr(SAID, cell=said, reason=reason) if reason else said


class Grid(QTableView):
    """As high as its rows, so that the page alone scrolls; Tab goes on to what follows."""

    def __init__(self, model: TableModel, name: str, stub: int) -> None:
        super().__init__()
        self._model, self._stub = model, stub
        model.way = self.layoutDirection()
        self.setModel(model)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(px(60))
        self._widths = [self._width(place) for place in range(model.columnCount())]
        self._fit()

    def _width(self, place: int) -> tuple[int, int]:
        """Return the least width of a column, that of its longest word, and the width that it would have."""
        head = self.horizontalHeader().fontMetrics()
        words = str(self._model.headerData(place, Qt.Orientation.Horizontal)).split()
        longest = max((head.horizontalAdvance(word) for word in words), default=0) + px(28)
        cells = self.sizeHintForColumn(place) + px(28)
        if place >= self._stub:  # a number, or a few words in its place
            least = max(longest, px(LEAST), min(cells, px(NAMES)))
            return least, least
        return max(longest, min(cells, px(NAMES))), max(longest, min(cells, px(MOST)))

    def _row_height(self, row: int) -> int:
        """Return the height at which the name of a row can be read in full."""
        high = 0
        for place in range(self._stub):
            words = str(self._model.data(self._model.index(row, place)))
            room = QRect(0, 0, self.columnWidth(place) - px(26) - 8, 10_000)
            high = max(high, self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height())
        return max(px(ROW), high + px(16))

    def _head_height(self) -> int:
        """Return the height at which every heading can be read in full."""
        head = self.horizontalHeader()
        high = 0
        for place in range(self._model.columnCount()):
            words = str(self._model.headerData(place, Qt.Orientation.Horizontal))
            room = QRect(0, 0, self.columnWidth(place) - px(26), 10_000)
            high = max(high, head.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words).height())
        return high + px(24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the room that is left over."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the words again in the letters that they have by now."""
        super().showEvent(event)
        self._widths = [self._width(place) for place in range(self._model.columnCount())]
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the sides of names and numbers when the table reads another way than the window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._model.way = self.layoutDirection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc to the page."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        room = self.viewport().width() - sum(least for least, _ in self._widths)
        for place, (least, best) in enumerate(self._widths):
            more = min(best - least, max(room, 0))
            room -= more
            self.setColumnWidth(place, least + more)
        self.horizontalHeader().setFixedHeight(self._head_height())
        for row in range(self._model.rowCount()):
            self.setRowHeight(row, self._row_height(row))
        head = self.horizontalHeader()
        bar = self.horizontalScrollBar().sizeHint().height() if head.length() > self.viewport().width() else 0
        rows = sum(self.rowHeight(row) for row in range(self._model.rowCount()))
        self.setFixedHeight(head.height() + rows + bar + 4)


class TableCard(QFrame):
    """A table with its name and notes; under it the reason for the hidden number that one has come to.

    ``behind`` carries the place of a number whose records are wanted, row and column, and what it says.
    """

    behind = Signal(object, str)

    def __init__(self, block: Table, name: str, reasons: Reasons, language: str) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._model = TableModel(block, reasons, language)
        self.grid = Grid(self._model, name, block.stub)
        self.why = ours(text(tr(WHY) if reasons else "", "small"))
        if not reasons:
            self.why.hide()
        notes = [text(note, "small") for note in block.notes]
        self.open = button(tr(N_("Show the records behind this number")), self._open, "quiet", picture="see")
        self._offer = flow(self.open)
        self._offer.hide()
        self._offered = False
        things = (text(name, "label"), self.grid, *notes, self.why, self._offer)
        self.setLayout(column(*things, gap=8, margin=16))
        self.grid.selectionModel().currentChanged.connect(self._moved)

    def offer_records(self) -> None:
        """Let a click, Enter or a button ask for the records behind a number.

        A click on a hidden number tells why it is hidden: its records are asked for by the button.
        """
        self._offered = True
        self.grid.activated.connect(lambda _: self._open())
        self.grid.clicked.connect(self._clicked)

    def _moved(self, index: QModelIndex) -> None:
        reason = self._model.reason(index)
        self._offer.setVisible(self._offered and index.column() >= self._model.stub)
        if reason:
            self.why.setText(reason)
            announce(self.why, reason)

    def _clicked(self, index: QModelIndex) -> None:
        if not self._model.reason(index):
            self._open()

    def _open(self) -> None:
        """Ask for the records behind the number that one has come to."""
        index = self.grid.currentIndex()
        if self._offered and index.isValid() and index.column() >= self._model.stub:
            said = str(self._model.data(index, Qt.ItemDataRole.AccessibleTextRole))
            self.behind.emit((index.row(), index.column()), said)


def ours(label: QLabel) -> QLabel:
    """Mark words of the window's own: they are in its language."""
    label.setProperty(OURS, True)
    return label
