"""A sentence that needs to be seen where it belongs: a problem beside a field, a warning, a verdict."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.theme import icons
from ui.theme.look import colour, px
from ui.widgets.accessible import announce
from ui.widgets.frame import column, row
from ui.widgets.scrolled import into_view
from ui.widgets.words import text

PICTURES = {"ok": "ok", "warn": "warn", "bad": "bad", "info": "info"}


class Notice(QFrame):
    """A box with a picture, a heading (or none) and sentences; empty, it takes no room."""

    def __init__(self, kind: str = "bad", sentence: str = "", title: str = "") -> None:
        super().__init__()
        self._full = False
        self._picture = QLabel()
        self._title = text("", "h2")
        self.sentence = text("")
        inside = column(self._title, self.sentence, gap=4)
        line = row(self._picture, inside, gap=12)
        line.setStretch(1, 1)
        line.setContentsMargins(px(14), px(10), px(14), px(10))
        self.setLayout(line)
        self.body = inside
        self.show_as(kind, sentence, title)

    def show_as(self, kind: str, sentence: str, title: str = "") -> None:
        """Show a sentence of a kind (ok, warn, bad, info) without announcing it; "" hides the box."""
        self._full = bool(sentence or title)
        if self._full:
            self._wear(kind)
        self._title.setText(title)
        self._title.setAccessibleName(title)  # a screen reader asked before it said anything
        self._title.setVisible(bool(title))
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.setVisible(self._full and not self.isWindow())

    def _wear(self, kind: str) -> None:
        """Take the colours and the picture of a kind."""
        self.setProperty("k", kind)
        for one in (self, self._title, self.sentence):
            one.style().unpolish(one)
            one.style().polish(one)
        ink = {"info": "on_soft"}.get(kind, kind)
        self._picture.setPixmap(icons.picture(PICTURES[kind], colour(ink), icons.size(24).width()))

    def changeEvent(self, event: QEvent) -> None:
        """Be seen once it stands in something: before, to be shown would make a window of it."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ParentChange:
            self.setVisible(self._full and not self.isWindow())

    def say(self, sentence: str, kind: str = "bad", title: str = "") -> None:
        """Show a sentence, announce it, and have it in view once it has its place."""
        self.show_as(kind, sentence, title)
        QTimer.singleShot(0, self, self._into_view)
        announce(self, f"{title} {sentence}".strip())

    def _into_view(self) -> None:
        if self.isVisible():
            into_view(self)

    def clear(self) -> None:
        """Say nothing and take no room."""
        if self._full:
            self.show_as(str(self.property("k")), "")

    def add(self, thing: QWidget) -> None:
        """Put something to do under the sentence."""
        self.body.addWidget(thing)
