"""Large boxes and buttons for the public: nothing that stood in a box, or was copied, comes back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QPushButton

from ui.theme.look import px
from ui.widgets.buttons import button

HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
HEIGHT, LONGEST = 64, 60
Standard = QKeySequence.StandardKey
LEFT_OUT = (Standard.Copy, Standard.Cut, Standard.Paste, Standard.Undo, Standard.Redo)


class Letters(QLineEdit):
    """Takes letters from the keys alone; it has no menu and remembers nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("large", True)
        self.setInputMethodHints(HINTS)
        self.setMaxLength(LONGEST)
        self.setMinimumHeight(px(HEIGHT))
        self.setAcceptDrops(False)

    def empty(self) -> None:
        """Forget what was typed: to clear it would let it be undone."""
        self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave out all that brings back or takes along what somebody else typed."""
        if any(event.matches(one) for one in LEFT_OUT):
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave out the middle button, which pastes what was marked last."""
        if event.button() is Qt.MouseButton.MiddleButton:
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show no menu: it would offer to paste."""
        event.accept()


def large(words: str, pressed: Callable[[], object], kind: str = "") -> QPushButton:
    """Return a button that is easily hit; ``kind`` is primary for the one that matters."""
    made = button(words, pressed, kind)
    made.setProperty("large", True)
    made.setMinimumHeight(px(HEIGHT))
    return made
