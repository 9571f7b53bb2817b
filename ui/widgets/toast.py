"""The sentence at the foot of the window that says what was just done, and takes it back."""

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from ui.theme.look import px
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import row
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr

SECONDS = 10
EDGE, GAP = 24, 8


class Toast(QFrame):
    """Stays ten seconds, or as long as it is focused or under the pointer. ``undo`` carries the unit.

    ``stood`` carries how many pixels at the foot of the page it covers, 0 once it is gone.
    """

    undo = Signal(object)
    stood = Signal(int)

    def __init__(self, window: QWidget, page: QWidget) -> None:
        super().__init__(window)
        self._window, self._page = window, page
        self.setProperty("k", "toast")
        self.setObjectName("toast")
        self.setAccessibleName(tr(N_("What was just done")))
        self._unit: object = None
        self.sentence = text("", wrap=True)
        self._undo = button(tr(N_("Undo (Alt+U)")), self.take_back, name=tr(N_("Undo what was just done")))
        self._close = button(tr(N_("Dismiss")), self.hide)
        line = row(self.sentence, self._undo, self._close)
        line.setStretch(0, 1)
        line.setContentsMargins(px(16), px(10), px(16), px(10))  # the same at both ends: Qt turns no margins
        self._line = line
        self.setLayout(line)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self._end)
        self.hide()

    def say(self, sentence: str, unit: object = None) -> None:
        """Show and announce a sentence; with a unit of work, offer to take that back."""
        self._unit = unit
        self.sentence.setText(sentence)
        self._undo.setVisible(unit is not None)
        self.place()
        self.show()
        self.raise_()
        self.repaint()  # at once: what was done is said before the page is laid out and drawn anew
        self._timer.start()
        announce(self, sentence)

    def place(self) -> None:
        """Stand at the foot of the page, as wide as the sentence, never wider than the page."""
        left = self._page.mapTo(self._window, QPoint(0, 0)).x()
        across, edge = self._page.width(), px(EDGE)
        most = max(across - 2 * edge, 200)
        buttons = sum(b.sizeHint().width() + px(12) for b in (self._undo, self._close) if not b.isHidden())
        words = self.sentence.fontMetrics().horizontalAdvance(self.sentence.text())
        width = min(most, words + buttons + px(60))
        foot = self._window.height() - edge
        height = min(max(self._line.totalHeightForWidth(width), self.sizeHint().height()), foot - edge)
        self.setGeometry(left + (across - width) // 2, foot - height, width, height)
        self.stood.emit(height + edge + px(GAP))

    def take_back(self) -> bool:
        """Ask for the undo of what the sentence speaks of; False when it speaks of nothing to undo."""
        if not self.isVisible() or self._unit is None:
            return False
        unit, self._unit = self._unit, None
        self.hide()
        self.undo.emit(unit)
        return True

    def focus(self) -> bool:
        """Take the focus, for those who come by F6; False when nothing is shown."""
        if self.isVisible():
            (self._close if self._undo.isHidden() else self._undo).setFocus()
        return self.isVisible()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the foot of the page back."""
        super().hideEvent(event)
        self.stood.emit(0)

    def enterEvent(self, _: QEnterEvent) -> None:
        """Stay while the pointer is on it."""
        self._timer.stop()

    def leaveEvent(self, _: QEvent) -> None:
        """Count again once the pointer has left."""
        self._timer.start()

    def _end(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._timer.start()
        else:
            self.hide()
