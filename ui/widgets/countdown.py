"""The sentence that says in how many seconds the screen is covered or everything locked."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from ui.theme.look import px
from ui.widgets.accessible import announce
from ui.widgets.frame import column
from ui.widgets.words import text
from vcse_desktop.i18n import ngettext

EDGE, WIDE = 24, 620


def cover_words(n: int) -> str:
    """Return that the screen is covered in so many seconds."""
    return ngettext(
        "Nobody used this computer for a while. The screen will be covered in {n} second. Any key stops it.",
        "Nobody used this computer for a while. The screen will be covered in {n} seconds. Any key stops it.",
        n,
    )


def lock_words(n: int) -> str:
    """Return that everything is locked in so many seconds."""
    return ngettext(
        "Nobody used this computer for a while. Everything will be locked in {n} second. Any key stops it.",
        "Nobody used this computer for a while. Everything will be locked in {n} seconds. Any key stops it.",
        n,
    )


class Countdown(QFrame):
    """Stands over whatever the window shows, at its foot; announced once, when it begins."""

    def __init__(self, window: QWidget, most: int) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("k", "toast")
        self.setObjectName("countdown")
        self.sentence = text("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, most)
        self._inside = column(self.sentence, self.bar, gap=10, margin=16)
        self.setLayout(self._inside)
        self.hide()

    def show_seconds(self, sentence: str, seconds: int) -> None:
        """Show how many are left."""
        begins = self.isHidden()
        self.sentence.setText(sentence)
        self.bar.setValue(seconds)
        self.bar.setAccessibleName(sentence)
        room = self._room()
        width = min(px(WIDE), room.width() - 2 * px(EDGE))
        high = self._inside.totalHeightForWidth(width)
        left, top = room.left() + (room.width() - width) // 2, room.bottom() - high - px(EDGE)
        self.setGeometry(left, top, width, high)
        self.show()
        self.raise_()
        if begins:
            announce(self, sentence)

    def _room(self) -> QRect:
        """Return the window without the list of places, where that stands."""
        whole, side = self._window.rect(), self._window.findChild(QFrame, "side")
        if side is None or not side.isVisible():
            return whole
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return whole.adjusted(0, 0, -side.width(), 0)
        return whole.adjusted(side.width(), 0, 0, 0)
