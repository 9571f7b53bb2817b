"""One of many in a menu: as wide as its place, and never changed by a wheel that meant the page."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from ui.theme.look import px
from ui.widgets.chips import OneOf

APART, LEAST = 24, 12
"""Pixels at 100% beside the words of the open menu, and letters that are seen at least."""


class Chooser(QComboBox):
    """``taken`` carries the code that a person has chosen."""

    taken = Signal(object)

    def __init__(self, name: str, about: str, offer: Iterable[tuple[str, str]], code: str = "") -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(about)
        for one, words in offer:
            self.addItem(words, one)
        self.choose(code)
        self.activated.connect(lambda at: self.taken.emit(self.itemData(at)))

    def choose(self, code: str) -> None:
        """Choose one without telling of it; the first where there is none with this code."""
        self.setCurrentIndex(max(self.findData(code), 0))

    def code(self) -> str:
        """Return the code of what is chosen."""
        return str(self.currentData() or "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def showPopup(self) -> None:
        """Show every line in full."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + px(APART))
        super().showPopup()


def show_choice(group: OneOf, code: str | None) -> None:
    """Show what is chosen of a few without telling of it."""
    blocker = QSignalBlocker(group)
    group.choose(code)
    blocker.unblock()
