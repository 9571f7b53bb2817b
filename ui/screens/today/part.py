"""One part of the page under a tab: as high as what is on it, and only while it is shown."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayout, QWidget


class Part(QWidget):
    """Holds the layout of a part. A stack asks hidden parts for their height, too: they need none."""

    def hold(self, layout: QLayout) -> None:
        """Stand in this layout, without an edge."""
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    def minimumSizeHint(self) -> QSize:
        """Ask for the least width alone: the height follows from the width there is."""
        return QSize(super().minimumSizeHint().width(), 0)

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return 0 if self.isHidden() else super().heightForWidth(width)
