"""A contact list on the screen: headings by channel, under each the people, what they need first."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyleOptionViewItem,
)

from ui.language import reads
from ui.models.drawn import GroundPainter, at_the_start, drawn_list
from ui.screens.people.contact.words import access, aloud, parts
from ui.theme.look import colour, font, px
from ui.widgets.words import breakable
from vcse_desktop.actions.contacting import ContactSheet, Entry
from vcse_desktop.i18n import ngettext

Index = QModelIndex | QPersistentModelIndex
RowRole = Qt.ItemDataRole.UserRole
WHOLE = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
AT_ONCE = 200
"""Rows that are laid out together: of ten thousand the first can be read at once."""
Row = str | Entry
"""The words of a heading, or a person."""
Line = tuple[str, int, bool, str]
"""Words, their size in pixels at 100%, whether they are bold, and the name of their colour."""


class Lines(QAbstractListModel):
    """The rows of a list."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def show_sheet(self, sheet: ContactSheet) -> None:
        """Show this list from now on."""
        self.beginResetModel()
        self._rows = []
        for title, entries in parts(sheet):
            self._rows += [_headed(title, entries), *entries]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, its first words, or all of it for a screen reader."""
        row = self._rows[index.row()] if index.isValid() else ""
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name if isinstance(row, Entry) else row
        if role in WHOLE:
            return aloud(row) if isinstance(row, Entry) else row
        return None


class LinesPainter(GroundPainter):
    """Draws a heading, or a name and all that is said of that person: each line as high as it needs to be."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that all lines need at the width of the list."""
        width = self.width()
        lines = _lines(index.data(RowRole), chosen=False)
        high = sum(_high(line, width - px(26)) + px(2) for line in lines)
        over = px(14) if isinstance(index.data(RowRole), str) else px(8)
        return QSize(width, max(high + over + px(8), px(46)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground as the style does, then the lines."""
        self.initStyleOption(option, index)
        chosen = self.ground(painter, option)
        row = index.data(RowRole)
        rect: QRect = option.rect.adjusted(px(14), px(14) if isinstance(row, str) else px(8), -px(12), 0)
        painter.save()
        for line in _lines(row, chosen=chosen):
            words, size, bold, ink = line
            painter.setLayoutDirection(reads(words))
            painter.setPen(colour("on_soft" if chosen else ink))
            painter.setFont(font(size, bold=bold))
            high = _high(line, self.width() - px(26))
            painter.drawText(QRect(rect.x(), rect.y(), rect.width(), high), at_the_start(), words)
            rect.translate(0, high + px(2))
        painter.restore()


def contact_lines(model: Lines, name: str) -> QListView:
    """Return the list that shows such rows."""
    view = drawn_list(model, name)
    view.setItemDelegate(LinesPainter(view))
    view.setLayoutMode(QListView.LayoutMode.Batched)
    view.setBatchSize(AT_ONCE)
    return view


def _headed(title: str, entries: Sequence[Entry]) -> str:
    return ngettext("{title}: {n} person", "{title}: {n} people", len(entries), title=title)


def _lines(row: Row, *, chosen: bool) -> list[Line]:
    """Return the lines of a row from the first to the last."""
    if isinstance(row, str):
        return [(breakable(row), 19, True, "accent")]
    said: list[Line] = [(row.name, 18, True, "ink")]
    said += [(access(row), 18, False, "accent")] if row.access else []
    said += [(row.way, 18, False, "ink")] if row.way else []
    said += [(words, 18, False, "ink") for words in row.not_when]
    said += [(words, 16, False, "ink2") for words in row.more]
    return [(breakable(words), size, bold, ink) for words, size, bold, ink in said]


def _high(line: Line, width: int) -> int:
    words, size, bold, _ = line
    room = QRect(0, 0, width, 1 << 14)
    return QFontMetrics(font(size, bold=bold)).boundingRect(room, at_the_start(), words).height()
