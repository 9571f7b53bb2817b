"""Two parts of a form side by side where there is room for both, else one below the other."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.theme.look import px
from ui.theme.look import text as letters
from ui.theme.tokens import SPACE

WIDE_EM = 34


class Pair(QWidget):
    """Each part has half of the width; what a part says beneath its control does not move the other."""

    def __init__(self, first: QWidget, second: QWidget, em: int = WIDE_EM) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(SPACE["body"]))
        self._em = em
        self._parts = (first, second)
        for part in self._parts:
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._box.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side or one below the other, by the room in letters."""
        super().resizeEvent(event)
        half = (self.width() - self._box.spacing()) // 2
        fits = all(part.minimumSizeHint().width() <= half for part in self._parts)
        wide = fits and self.width() >= letters(18) * self._em
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if way is not self._box.direction():
            self._box.setDirection(way)
            for part in self._parts:
                self._box.setStretchFactor(part, int(wide))
                self._box.setAlignment(part, Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0))
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the wider part needs alone: then the parts go below each other."""
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())
