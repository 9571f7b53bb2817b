"""What stands before a photo is erased: that it is for good, and two buttons, neither of them the default."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.notice import Notice


class Sure(QWidget):
    """Hidden until it is asked; the focus begins on the button that changes nothing."""

    agreed = Signal()
    kept = Signal()

    def __init__(self, sentence: str, keep: str, erase: str) -> None:
        super().__init__()
        self.no = button(keep, self._leave)
        self.yes = button(erase, self._agree)
        for one in (self.no, self.yes):
            one.setAutoDefault(False)
        self.setLayout(column(Notice("warn", sentence), flow(self.no, self.yes), gap=8))
        self.hide()

    def ask(self) -> None:
        """Ask."""
        self.show()
        self.no.setFocus()

    def _leave(self) -> None:
        self.hide()
        self.kept.emit()

    def _agree(self) -> None:
        self.hide()
        self.agreed.emit()
