"""Counters in as many columns as there is room for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.look import px
from ui.theme.tokens import SPACE

WIDE = 400
APART = 32
"""Pixels at 100%: what a line needs for its words and buttons, and the room between two columns."""


class Lines(QWidget):
    """They stand one below the other, the second column after the first."""

    def __init__(self) -> None:
        super().__init__()
        self._columns = 1
        self._lines: list[QWidget] = []
        self._rest = QWidget(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(px(SPACE["tight"]))
        self._grid.setHorizontalSpacing(px(APART))

    def add(self, line: QWidget) -> None:
        """Add one more at the end."""
        self._lines.append(line)
        self._stand(self._columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as many columns as there is room for."""
        super().resizeEvent(event)
        columns = max(1, (self.width() + px(APART)) // px(WIDE + APART))
        if columns != self._columns:
            self._stand(columns)

    def _stand(self, columns: int) -> None:
        for spare in range(columns, self._columns):
            self._grid.setColumnStretch(spare, 0)
        self._grid.removeWidget(self._rest)
        self._columns = columns
        high = -(-len(self._lines) // columns)
        for place, line in enumerate(self._lines):
            self._grid.addWidget(line, place % high, place // high, Qt.AlignmentFlag.AlignTop)
        if high * (columns - 1) >= len(self._lines):  # a column in which nothing stands has its room, too
            self._grid.addWidget(self._rest, 0, columns - 1)
        for number in range(columns):
            self._grid.setColumnStretch(number, 1)
        self.updateGeometry()
