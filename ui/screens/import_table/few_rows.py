"""A table a few rows high: it scrolls inside, sideways too, as tables of data may, and Tab leaves it."""

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from ui.theme.look import px
from ui.theme.tokens import ROW

WIDE, NARROW, BAR, LOOKED_AT = 300, 72, 18, 100
"""Pixels at 100% of a column at most and at least and of a bar that scrolls; rows that decide of widths."""


class Few(QTableView):
    """Nothing in it can be changed."""

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
        self.horizontalHeader().setResizeContentsPrecision(LOOKED_AT)
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.verticalHeader().setMinimumWidth(px(ROW))

    def fill(self, model: QAbstractTableModel, seen: int) -> None:
        """Show a table, at most so many rows of it at once."""
        self.setModel(model)
        self.resizeColumnsToContents()
        for at in range(model.columnCount()):
            self.setColumnWidth(at, min(max(self.columnWidth(at) + px(30), px(NARROW)), px(WIDE)))
        rows = min(model.rowCount(), seen)
        head = max(self.horizontalHeader().sizeHint().height(), px(ROW))
        self.setFixedHeight(head + rows * px(ROW) + px(BAR))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc to the page."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
