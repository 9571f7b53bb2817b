"""What is wrong or unlikely in a control, said right under it: a picture and a sentence, no mere colour."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import icons
from ui.theme.look import colour
from ui.widgets.accessible import announce
from ui.widgets.frame import row
from ui.widgets.words import text

SIZE = 20


class Remark(QWidget):
    """Empty, it takes no room. ``about`` is the control: it is scrolled into view with what is said of it."""

    def __init__(self, about: QWidget | None = None) -> None:
        super().__init__()
        self.about = about
        self._picture, self._words = QLabel(), text("", "problem")
        line = row(self._picture, self._words, gap=6)
        line.setContentsMargins(0, 0, 0, 0)
        first = self._words.fontMetrics().lineSpacing()
        self._picture.setFixedHeight(max(first, icons.size(SIZE).height()))  # as high as the first line
        line.setAlignment(self._picture, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()

    def show_as(self, sentence: str, kind: str = "bad") -> None:
        """Show a sentence about what is wrong ("bad") or unlikely ("warn"); "" for nothing."""
        if sentence and self._words.property("ink") != kind:
            self._words.setProperty("ink", kind)
            self._words.style().unpolish(self._words)
            self._words.style().polish(self._words)
            self._picture.setPixmap(icons.picture(kind, colour(kind), icons.size(SIZE).width()))
        self._words.setText(sentence)
        self.setVisible(bool(sentence))

    def say(self, sentence: str, kind: str = "bad") -> None:
        """Show a sentence and have a screen reader say it."""
        self.show_as(sentence, kind)
        announce(self, sentence)

    def clear(self) -> None:
        """Say nothing."""
        if not self.isHidden():
            self.show_as("")

    def text(self) -> str:
        """Return what is shown, "" for nothing."""
        return "" if self.isHidden() else self._words.text()
