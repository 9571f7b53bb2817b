"""A list that scrolls inside no page that scrolls: it ends with the window, or is as high as its rows."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QScrollArea

from ui.theme.look import px
from ui.theme.look import text as letters
from ui.widgets.page import TWO_COLUMNS_EM
from ui.widgets.scrolled import soon

LEAST, MOST = 4, 200
"""Rows that a list shows at least; rows that it is high at most."""
Index = QModelIndex | QPersistentModelIndex
UNDER = 44
"""Pixels at 100% that stay free under it for the edges of what it stands on."""


class LongList(QListView):
    """On a wide page it ends where the window ends, with a whole row; on a narrow one with its last row.

    A list of more than a few hundred rows scrolls even then: nobody would find the end of such a page.
    """

    def __init__(self) -> None:
        super().__init__()
        self._page: QScrollArea | None = None
        self._wait = QTimer(self, singleShot=True, interval=0)
        self._wait.timeout.connect(self._fit)

    def showEvent(self, event: QShowEvent) -> None:
        """Listen to the page that it stands on by now."""
        super().showEvent(event)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not self._page and above is not None:
            self._page = above
            above.viewport().installEventFilter(self)
        self._wait.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the rows need at this width."""
        super().resizeEvent(event)
        self._wait.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with the size of the window."""
        if event.type() is QEvent.Type.Resize:
            self._wait.start()
        return False

    def updateGeometries(self) -> None:
        """Take the height that the rows need now."""
        super().updateGeometries()
        self._wait.start()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Have the page show the row that the keys have come to."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            soon(self)

    def _fit(self) -> None:
        page, inside = self._page, self._page.widget() if self._page is not None else None
        if page is None or inside is None or not self.isVisible():
            return
        rest = page.viewport().height() - self.mapTo(inside, QPoint(0, 0)).y() - px(UNDER)
        least = self._rows(LEAST, 1 << 20)
        wide = page.viewport().width() >= letters(18) * TWO_COLUMNS_EM
        beyond = self.model().rowCount() > MOST  # it scrolls in any case, and then in one window at most
        room = rest if wide and rest >= least else page.viewport().height() - px(UNDER) if beyond else 1 << 20
        high = self._rows(MOST, room)
        if high and high != self.height():
            self.setFixedHeight(high)

    def _rows(self, most: int, room: int) -> int:
        """Return how high the first rows are, as many as there is room for and no more than so many."""
        high, model = 0, self.model()
        for row in range(min(most, model.rowCount()) if model is not None else 0):
            one = self.sizeHintForRow(row)
            if high + one > room:
                break
            high += one
        return high
