"""The records of one kind as a long list: what it shows, what a search leaves of it, how a line is drawn."""

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, QStringListModel, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyleOptionViewItem,
)

from ui.language import plain, reads
from ui.models.drawn import GroundPainter, at_the_start, drawn_list
from ui.models.pages import Pages
from ui.theme.look import colour, font, px
from ui.widgets.words import breakable
from vcse_desktop.actions.listing import Line, folded
from vcse_desktop.i18n import N_, tr

SPOKEN = N_("{title}. {second}")
Index = QModelIndex | QPersistentModelIndex
LineRole = Qt.ItemDataRole.UserRole
WHOLE = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
"""Where the words of a line are said whole: in a long list each of its sentences is drawn on one row, and
cut where it is longer."""
TALL = "Ŵg بي ਪ੍ਰ"
"""Letters that reach as far up and down as any that people write here."""
CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
ROLES = (LineRole, Qt.ItemDataRole.DisplayRole, *WHOLE)


class RecordTable(QStringListModel):
    """The lines of a list. A short one is held whole; of a long one the ids, and pages as they are seen.

    Qt counts the rows by strings that are all empty: a view asks for their number once for each row.
    """

    def __init__(self) -> None:
        super().__init__()
        self._whole: Sequence[Line] | None = ()
        self._words = ""
        self.pages = Pages()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these records from now on, which are all there are; the search stays."""
        self._whole = lines
        self.find(self._words)

    def find(self, words: str) -> None:
        """Leave only the records in which each of these words is found, whatever its accents."""
        self._words = words
        wanted = folded(words).split()
        self._put([line for line in self._whole or () if all(word in line.words for word in wanted)])

    def show_first(self, lines: Sequence[Line]) -> None:
        """Show the first page of a list that is too long to be held whole."""
        self._whole = None
        self._put(lines)

    def show_ids(self, ids: "array[int]") -> None:
        """Go on with the whole of a long list, which begins with what is shown unless it was changed."""
        begun = len(self.pages.ids)
        if ids[:begun] != self.pages.ids:
            self.pages.ids = ids
            self.pages.forget()
            self.setStringList([""] * len(ids))
        elif len(ids) > begun:
            self.pages.ids = ids
            self.insertRows(begun, len(ids) - begun)

    def give(self, ids: Sequence[int], lines: Sequence[Line]) -> None:
        """Take the lines of a page that was wanted, unless the list is another one by now."""
        rows = self.pages.take(ids, lines)
        if rows:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))

    def is_whole(self) -> bool:
        """Say whether the list is held whole, so that a search needs nobody else."""
        return self._whole is not None

    def found(self) -> int:
        """Return how many records were found."""
        return len(self.pages.ids)

    def place(self, record: int) -> QModelIndex:
        """Return the index of a record; an index that is none when it is not among them."""
        ids = self.pages.ids
        return self.index(ids.index(record)) if record in ids else QModelIndex()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that a line can be chosen, and nothing else."""
        return CHOSEN if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line, or its words for a screen reader; None while its page is on its way."""
        line = self.pages.line(index.row()) if index.isValid() and role in ROLES else None
        if line is None or role == LineRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        return plain(tr(SPOKEN, title=line.title, second=line.second) if line.second else line.title)

    def _put(self, lines: Sequence[Line]) -> None:
        self.pages.begin(lines)
        self.setStringList([""] * len(lines))


class LinePainter(GroundPainter):
    """Draws a line's two sentences, each as high as it needs to be: none is cut."""

    def _words(self, index: Index) -> tuple[str, str]:
        line = index.data(LineRole)
        return (breakable(line.title), breakable(line.second)) if isinstance(line, Line) else ("", "")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that both sentences need at the width of the list; in a long one it is equal."""
        width = self.width()
        if self._equal():
            high = sum(map(_high, (18, 16)))
            return QSize(width, high + px(18))
        title, second = self._heights(index, width)
        return QSize(width, max(title + second + px(18), px(46)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground as the style does, then the sentences."""
        self.initStyleOption(option, index)
        chosen = self.ground(painter, option)
        first, then = self._words(index)
        rect: QRect = option.rect.adjusted(px(14), px(9), -px(12), -px(9))
        high, _ = self._heights(index, self.width())
        if self._equal():
            first, then = (_cut(words, pixels, rect.width()) for words, pixels in ((first, 18), (then, 16)))
            high = _high(18)
        flags = at_the_start()
        painter.save()
        painter.setLayoutDirection(reads(first))
        painter.setPen(colour("on_soft" if chosen else "ink"))
        painter.setFont(font(18, bold=chosen))
        painter.drawText(QRect(rect.x(), rect.y(), rect.width(), high), flags, first)
        painter.setPen(colour("on_soft" if chosen else "ink2"))
        painter.setLayoutDirection(reads(then))
        painter.setFont(font(16))
        painter.drawText(rect.adjusted(0, high, 0, 0), flags, then)
        painter.restore()

    def _equal(self) -> bool:
        view = self.view()
        return isinstance(view, QListView) and view.uniformItemSizes()

    def _heights(self, index: Index, width: int) -> tuple[int, int]:
        first, then = self._words(index)
        room = QRect(0, 0, width - px(26), 1 << 14)
        fonts = ((first, font(18, bold=True)), (then, font(16)))  # bold, as it is when it is chosen
        high = [
            QFontMetrics(drawn).boundingRect(room, at_the_start(), words).height() if words else 0
            for words, drawn in fonts
        ]
        return high[0], high[1]


def record_list(model: RecordTable, name: str) -> QListView:
    """Return the list that shows such a table: Enter and a press open a line."""
    view = drawn_list(model, name)
    view.setItemDelegate(LinePainter(view))
    model.modelAboutToBeReset.connect(lambda: view.setUniformItemSizes(False))
    model.modelReset.connect(lambda: _stand(view, long=not model.is_whole()))
    return view


def _stand(view: QListView, *, long: bool) -> None:
    """Let every line of a long list be equally high: then another width moves none of them."""
    view.setUniformItemSizes(long)
    view.setResizeMode(QListView.ResizeMode.Fixed if long else QListView.ResizeMode.Adjust)


def _high(pixels: int) -> int:
    """Return how high one row of a long list is in letters of any script: some reach further than ours."""
    return QFontMetrics(font(pixels)).boundingRect(QRect(0, 0, 1 << 14, 1 << 14), 0, TALL).height()


def _cut(words: str, pixels: int, width: int) -> str:
    """Return what of some words fits on the one row that each sentence has in a long list."""
    return QFontMetrics(font(pixels, bold=True)).elidedText(words, Qt.TextElideMode.ElideRight, width)
