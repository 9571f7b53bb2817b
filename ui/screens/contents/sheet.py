"""Blocks of a report as widgets: headings, paragraphs, quotes, facts, and the very same charts."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.language import isolated, spoken
from ui.screens.contents.table import OURS, TableCard, ours
from ui.theme.look import px
from ui.theme.look import text as letters
from ui.widgets.frame import boxed, card, column, row, rule
from ui.widgets.words import heading, marked, text
from vcse_desktop.actions import previewing
from vcse_desktop.actions.offering import Agreed
from vcse_desktop.actions.previewing import (
    Block,
    Chart,
    Facts,
    Heading,
    Items,
    Para,
    Quote,
    Reasons,
    Table,
)
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, in_english, tr
from vcse_desktop.reports import numbers

WIDE, NARROW = 680, 300
QUOTED = N_("“{words}”")
TRANSLATED = N_("Translation: {words}")
BULLET = "•"
EMPHASIS = {"nothing": "sub", "closing": "sub", "organisation": "sub", "lead": ""}


class ChartPicture(QWidget):
    """A chart on white paper as the report prints it; its words for those who hear it are its description."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self._chart = chart
        self._drawn = QSvgRenderer(self)
        self._stacked: bool | None = None
        self.setAccessibleName(tr(N_("Chart. {title}"), title=chart.title))
        self.setAccessibleDescription(previewing.description(chart))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(px(WIDE) + px(120))
        self._draw(stacked=False)

    def _draw(self, *, stacked: bool) -> None:
        if stacked is not self._stacked:
            self._stacked = stacked
            room, size = (NARROW, 16) if stacked else (WIDE, 16)
            made = previewing.picture(self._chart, room, size, stacked=stacked)
            self._drawn.load(QByteArray(made))
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size at which letters are as large as in the window."""
        width = px(WIDE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for little: the chart stands its labels above its bars where it is narrow."""
        return QSize(NARROW // 2, letters(40))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width, the picture's shape kept."""
        size = self._drawn.defaultSize()
        return max(1, min(width, self.maximumWidth()) * size.height() // max(size.width(), 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between labels beside and above the bars."""
        super().resizeEvent(event)
        self._draw(stacked=self.width() < letters(WIDE) * 2 // 3)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(previewing.PAPER))
        self._drawn.render(painter)
        painter.end()


Why = Callable[[Table], Reasons]
"""Says why the hidden numbers of a table are hidden."""


def block_widget(block: Block, why: Why, consents: Mapping[str, str]) -> QWidget:
    """Return one block as it will be read; a hidden number and a quote say why they are as they are."""
    match block:
        case Table():
            made: QWidget = TableCard(block, previewing.caption(block), why(block), SOURCE_LANGUAGE)
        case Quote():
            with in_english():
                made = quote_card(block, consents.get(block.text, ""))
        case Facts():
            made = _facts(block)
        case Chart():
            made = card(ChartPicture(block))
        case previewing.Picture():
            made = _picture(block)
        case _:
            made = _words(block)
    return made


def _picture(block: previewing.Picture) -> QWidget:
    """Return the group's own picture, as large as on the page, with its words for those who cannot see it."""
    made, drawn = QLabel(), QPixmap()
    drawn.loadFromData(block.content, "PNG")
    room = QSize(letters(220), letters(90))
    if drawn.width() > room.width() or drawn.height() > room.height():
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        drawn = drawn.scaled(room, keep, smooth)
    made.setPixmap(drawn)
    made.setAccessibleName(tr(N_("Picture: {words}"), words=block.description))
    return made


def _words(block: Block) -> QWidget:
    match block:
        case Heading():
            made: QWidget = heading(block.text, 2)
        case Para():
            made = text(previewing.words(block.runs), EMPHASIS.get(block.role, ""))
        case previewing.Notice():
            made = card(text(block.text), margin=12)
        case Items():
            made = boxed(column(*(_item(previewing.words(item)) for item in block.items), gap=6))
        case _:
            made = rule()
    return made


def quote_card(quote: Quote, consent: str) -> QWidget:
    """Return what a person said, who said it, its translation, and what was agreed about it."""
    words = [text(tr(QUOTED, words=isolated(quote.text)), "quote")]
    if quote.source:
        words.append(text(quote.source, "sub"))
    if quote.translation:
        words.append(text(tr(TRANSLATED, words=isolated(quote.translation))))
    if consent:
        words.append(ours(text(consent, "small")))
    return card(*words, gap=6)


def consent_words(quote: Agreed) -> str:
    """Return what somebody agreed to, in a sentence of the window's language."""
    day = numbers.day(quote.agreed_on, spoken())
    return tr(quote.consent, day=isolated(day), name=isolated(quote.name))


def in_english_order(sheet: QWidget) -> None:
    """Let what leaves, which is in English, read from the left in a window that reads from the right.

    Words of the window's own stay as they are.
    """
    sheet.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for label in sheet.findChildren(QLabel):
        if not label.property(OURS):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _item(line: str) -> QWidget:
    made = row(text(BULLET, wrap=False), text(line), gap=8)
    made.setStretch(1, 1)
    return boxed(made)


def _facts(block: Facts) -> QWidget:
    pairs = [(name, previewing.cell_words(cell, SOURCE_LANGUAGE)) for name, cell in block.pairs]
    if block.role == "digits":
        return card(*(marked(text(words, "code")) for _, words in pairs))
    return card(*(_fact(name, words) for name, words in pairs), gap=6)


def _fact(name: str, words: str) -> QWidget:
    left = text(name, "sub")
    left.setFixedWidth(px(220))  # these names are longer than those of our records
    made = row(left, text(words), gap=16)
    made.setStretch(1, 1)
    return boxed(made)
