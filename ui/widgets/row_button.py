"""One line of a list that can be pressed: a title that wraps, and what else is known of it beneath."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout

from ui.language import plain
from ui.theme.look import colour, px
from ui.widgets.frame import row
from ui.widgets.words import tag, text
from vcse_desktop.i18n import N_, tr

BOTH = N_("{title}. {more}")


class RowButton(QPushButton):
    """A button of the width of the list; its words wrap, and a screen reader reads them as one name."""

    def __init__(self, title: str, more: str, pressed: Callable[[], object], mark: str = "") -> None:
        """``mark`` stands beside the title, such as that it was cancelled."""
        super().__init__()
        self.setProperty("k", "row")
        self.setAutoDefault(True)
        said = tr(BOTH, title=title, more=mark) if mark else title
        self.setAccessibleName(plain(tr(BOTH, title=said, more=more) if more else said))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(12), px(8), px(12), px(8))
        layout.setSpacing(2)
        self.title, self.more = text(title), text(more, "small")
        marks = [tag(mark)] if mark else []
        line = row(self.title, *marks)
        line.setStretch(0, 1)
        layout.addLayout(line)
        layout.addWidget(self.more)
        for label in (self.title, self.more, *marks):
            _let_through(label)
        self.more.setVisible(bool(more))
        self.ruled = False
        """Whether a thin line stands over it, as between two of a list."""
        self.clicked.connect(lambda _: pressed())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as the style does, and the line over it."""
        super().paintEvent(event)
        if self.ruled:
            QPainter(self).fillRect(0, 0, self.width(), 1, colour("line"))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at a width."""
        layout = self.layout()
        return max(px(46), layout.totalHeightForWidth(width)) if layout is not None else px(46)

    def sizeHint(self) -> QSize:
        """Return the size of a line that need not wrap."""
        return QSize(px(320), self.heightForWidth(max(self.width(), px(320))))

    def minimumSizeHint(self) -> QSize:
        """Never keep the list from being narrow, nor cut a word at the foot."""
        return QSize(px(160), self.heightForWidth(max(self.width(), px(160))))


def _let_through(label: QLabel) -> None:
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
