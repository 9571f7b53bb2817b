"""The first rows of a sheet as the file has them, with their numbers, to point at the row of the headings."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView

from ui.language import isolated
from ui.screens.import_table.few_rows import Few
from ui.screens.import_table.said import shown_cell
from ui.theme.look import text as letters
from vcse_desktop.actions.imports.opening import Opened
from vcse_desktop.i18n import N_, tr

Index = QModelIndex | QPersistentModelIndex
ROWS, SEEN, COLUMNS, LONGEST = 100, 7, 60, 80
"""Rows that can be looked at, those seen at once, columns that are shown, and letters of a cell."""
HEADINGS = N_("Row {row}, the headings, column {column}: {cell}")
CELL = N_("Row {row}, column {column}: {cell}")
NOTHING = N_("nothing")


class SheetRows(QAbstractTableModel):
    """The cells of the rows at the head of a sheet."""

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self._rows = opened.book.grids[opened.sheet].rows[:ROWS]
        self._header = opened.header
        self._wide = min(max((len(row) for row in self._rows), default=0), COLUMNS)
        self._bold = QFont()
        self._bold.setPixelSize(letters(18))
        self._bold.setBold(True)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are to look at."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns are shown."""
        return 0 if parent is not None and parent.isValid() else self._wide

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the letter of a column, or the number of a row, as a spreadsheet shows them."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return letter(section) if way is Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell, and where it stands for a screen reader."""
        row, at = index.row(), index.column()
        if role not in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.FontRole,
        }:
            return None
        heads = self._header == row + 1
        if role == Qt.ItemDataRole.FontRole:
            return self._bold if heads else None
        line = self._rows[row]
        words = shown_cell(line[at])[:LONGEST] if at < len(line) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return isolated(words) if words else ""
        said = HEADINGS if heads else CELL
        return tr(said, row=row + 1, column=letter(at), cell=words or tr(NOTHING))


class SheetView(Few):
    """Enter or two presses point at a row. ``pointed`` carries its number, from 1."""

    pointed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.activated.connect(lambda index: self.pointed.emit(index.row() + 1))

    def show_rows(self, model: SheetRows, marked: int) -> None:
        """Show these rows, one of them marked, its number from 1."""
        self.fill(model, SEEN)
        self.setCurrentIndex(model.index(marked - 1, 0))


def letter(at: int) -> str:
    """Return what a spreadsheet calls a column by its place from 0."""
    made = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        made = chr(ord("A") + rest) + made
    return made
