"""Texts on a page: headings, sentences, labels and tags. Plain text: what people typed is never markup."""

import re
from unicodedata import bidirectional

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from ui.language import plain, reads
from ui.theme.look import px
from ui.theme.look import text as letters
from ui.theme.tokens import BESIDE, TICK
from ui.widgets.accessible import HEADINGS

MARKS = 5
"""Pixels at 100% over the letters of the largest heading, for marks above them."""
DOTS = 3
"""Pixels at 100% under every line of letters, for the dots below them."""
ENDS, EDGES = 24, 6
"""Pixels round the words of a tag, as its style has them."""


LONG_WORD = re.compile(r"\S{41,}")
"""A word so long may break, or it would make the page wider than the window."""
PIECE = re.compile(r"(\S{16})(?=\S)")
MAY_BREAK = "\u200b"


def breakable(words: str) -> str:
    """Return words in which the longest may break."""
    return LONG_WORD.sub(lambda word: PIECE.sub(rf"\1{MAY_BREAK}", word[0]), words)


def breakless(words: str) -> str:
    """Return words without the places where they may break."""
    return words.replace(MAY_BREAK, "")


class Text(QLabel):
    """A text in which the longest words may break; ``text`` gives it back as it was."""

    _broken = False
    whole = False
    """Whether no word may break: what is copied from it is the same to a letter."""

    def __init__(self) -> None:
        super().__init__()
        self._heights: dict[int, int] = {}  # Qt breaks the words anew for each of thousands of questions

    def heightForWidth(self, width: int) -> int:
        """Return the height that the words need at a width."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def setContentsMargins(self, left: int, top: int, right: int, bottom: int) -> None:  # type: ignore[override]
        """Leave so much room round the words."""
        self._heights.clear()
        super().setContentsMargins(left, top, right, bottom)

    def setIndent(self, indent: int) -> None:
        """Let the words begin so far in."""
        self._heights.clear()
        super().setIndent(indent)

    def setWordWrap(self, wraps: bool) -> None:
        """Let the words go on in another line where there is no room."""
        self._heights.clear()
        super().setWordWrap(wraps)

    def changeEvent(self, event: QEvent) -> None:
        """Another font or style may need another height."""
        self._heights.clear()
        super().changeEvent(event)

    def setText(self, words: str) -> None:
        """Show these words; a screen reader is told them without a break."""
        shown = words if self.whole else breakable(words)
        self._heights.clear()
        super().setText(shown)
        _leave_room(self)
        if shown != words or self._broken:
            self._broken = shown != words
            self.setAccessibleName(words if self._broken else "")

    def text(self) -> str:
        """Return the words shown."""
        return breakless(super().text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint lines from the right up to the edge: Qt keeps room there for the blank at each break."""
        turned = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        by_mouse = self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        if turned and self.wordWrap() and not by_mouse:
            _from_the_right(self)
        else:
            super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is marked, or all of it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(plain(breakless(self.selectedText()) or self.text()))
        else:
            super().keyPressEvent(event)


def _from_the_right(label: QLabel) -> None:
    words, room = QLabel.text(label), label.contentsRect().adjusted(0, 0, -max(label.indent(), 0), 0)
    option = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(reads(words))  # what is not translated keeps the sign at its end
    y, layouts = 0.0, []
    for part in words.split("\n"):
        made = QTextLayout(part, label.font())
        made.setTextOption(option)
        made.beginLayout()
        while (line := made.createLine()).isValid():
            line.setLineWidth(room.width())
            line.setPosition(QPointF(0, y))
            y += line.height()
        made.endLayout()
        layouts.append(made)
    painter = QPainter(label)
    painter.setPen(label.palette().color(label.foregroundRole()))
    for made in layouts:
        made.draw(painter, QPointF(room.x(), room.y() + (room.height() - y) / 2))


class Tag(QLabel):
    """One line where there is room for it, else as many as it needs."""

    def sizeHint(self) -> QSize:
        """Return the size of one line and its edges."""
        drawn = self.fontMetrics()
        return QSize(drawn.horizontalAdvance(self.text() + "x") + ENDS, drawn.height() + EDGES)


def text(shown: str, kind: str = "", *, wrap: bool = True, buddy: QWidget | None = None) -> QLabel:
    """Return a text. ``kind`` is a style: h1 to h3, number, sub, small, label, quote, problem, tag, none."""
    return dressed(Text() if wrap else QLabel(), shown, kind, wrap=wrap, buddy=buddy)


def dressed(
    made: QLabel, shown: str, kind: str = "", *, wrap: bool = True, buddy: QWidget | None = None
) -> QLabel:
    """Return a label with its words, in a style."""
    made.setTextFormat(Qt.TextFormat.PlainText)
    if kind:  # before its words: those are told to a screen reader at once, and with them what it is
        made.setProperty("k", kind)
    made.setText(shown)
    made.setWordWrap(wrap)
    if buddy is not None:
        made.setBuddy(buddy)
    if QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:  # else by the direction of its text
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        made.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        _leave_room(made)
    return made


def _leave_room(label: QLabel) -> None:
    """Leave room over and under Arabic letters: their marks reach beyond the height that Qt measures."""
    if QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        over = letters(MARKS) if label.property("k") == "h1" else 0
        turns = any(bidirectional(letter) in {"R", "AL"} for letter in QLabel.text(label))
        label.setContentsMargins(0, over, 0, letters(DOTS) if turns else 0)


def under_words(label: QLabel) -> QLabel:
    """Let a text stand under the words of a box to tick, not under the box."""
    label.setIndent(px(TICK) + BESIDE)
    return label


def heading(shown: str, level: int = 1) -> QLabel:
    """Return a heading of the page (1), of a card (2) or within one (3); screen readers can jump to it."""
    return text(shown, f"h{level}")


def tag(shown: str) -> QLabel:
    """Return a short neutral mark, such as what somebody agreed to."""
    made = dressed(Tag(), shown, "tag")
    policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def marked(label: QLabel) -> QLabel:
    """Let a text be marked by mouse, and copied by keys; but for a heading, to the letter.

    Marking by keys would have a cursor blink in words that nobody can change: the key copies all of them.
    """
    if isinstance(label, Text) and label.property("k") not in HEADINGS:
        label.whole = True
        label.setText(label.text())
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return label
