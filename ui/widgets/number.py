"""A number that opens what it counts: large figures over their words, and a button as a whole."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.language import plain
from ui.theme.look import px
from ui.widgets.frame import column
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr

WIDEST, SIDE = 170, 8
OPENS = N_("{number} {words}: show them")


class NumberButton(QPushButton):
    """One figure with its words. ``under`` is said of it in small letters, such as what it leaves out."""

    def __init__(self, words: str, pressed: Callable[[], object]) -> None:
        super().__init__()
        self._words = words
        self._number = text("", "number", wrap=False)
        self._label = text(words, "sub")
        for part in (self._number, self._label):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = column(self._number, self._label, None, gap=0)
        self._inside.setContentsMargins(px(SIDE), px(8), px(SIDE), px(8))
        self.setLayout(self._inside)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.clicked.connect(lambda _: pressed())
        self.show_number("")

    def show_number(self, number: str) -> None:
        """Show the figures."""
        self._number.setText(number)
        self.setAccessibleName(plain(tr(OPENS, number=number, words=self._words)))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room that the words need, on two lines or more where they are long."""
        words = self._label.fontMetrics().horizontalAdvance(self._words) + px(4)
        inside = max(min(words, px(WIDEST)), self._number.sizeHint().width())
        widest = inside + 2 * px(SIDE) + 2
        return QSize(widest, self._inside.totalHeightForWidth(widest))

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are never cut."""
        return self.sizeHint()
