"""Blocks of a report as widgets: headings, paragraphs, quotes, facts, and the very same charts."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.language import isolated, plain, spoken
from ui.screens.contents.table import OURS, TableCard, ours
from ui.theme.look import px
from ui.widgets.accessible import PICTURE
from ui.widgets.chart import ChartPicture
from ui.widgets.frame import boxed, card, column, flow, row, rule
from ui.widgets.number import NumberButton
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
    Picture,
    Quote,
    Reasons,
    Table,
)
from vcse_desktop.actions.speaking import speaking
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, tr
from vcse_desktop.reports import numbers

QUOTED = N_("“{words}”")
TRANSLATED = N_("Translation: {words}")
LOGO = 220, 90
"""Pixels at 100% that a picture has at most."""
FIGURE = N_("{name}: {number}")
BULLET = "•"
EMPHASIS = {"nothing": "sub", "closing": "sub", "organisation": "sub", "lead": ""}


Why = Callable[[Table], Reasons]
"""Says why the hidden numbers of a table are hidden."""


Shown = tuple[str, str]
"""A name, and a number or words as they are written."""
Opens = Callable[[str, str, QWidget], object]
"""Shows the records behind a large number: its name, what it says, and the widget that it stands in."""


def block_widget(
    block: Block,
    why: Why,
    consents: Mapping[str, str],
    opens: Opens | None = None,
    language: str = SOURCE_LANGUAGE,
) -> QWidget:
    """Return one block of a report in this language as it will be read.

    A hidden number and a quote say why they are as they are. Large numbers are pressed to see their records
    where there is something that ``opens`` them.
    """
    match block:
        case Table():
            made: QWidget = TableCard(block, previewing.caption(block, language), why(block), language)
        case Quote():
            with speaking(language):
                made = quote_card(block, consents.get(block.text, ""))
        case Facts():
            shown = [(name, previewing.cell_words(cell, language)) for name, cell in block.pairs]
            made = _figures(shown, opens) if block.role == "figures" and opens else _facts(block.role, shown)
        case Picture():
            made = picture_label(block)
        case Chart():
            with speaking(language):
                made = chart_card(block)
        case _:
            made = _words(block)
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


def chart_card(block: Chart) -> QWidget:
    """Return a chart under its name."""
    return card(text(previewing.chart_name(block), "label"), ChartPicture(block), margin=16)


def picture_label(block: Picture) -> QLabel:
    """Return a picture that goes along, as large as the pages have it; it says what it shows."""
    made = QLabel()
    made.setProperty("k", PICTURE)
    made.setAccessibleName(plain(block.description))
    drawn = QPixmap()
    drawn.loadFromData(block.content, "PNG")
    room = QSize(px(LOGO[0]), px(LOGO[1])).boundedTo(drawn.size())
    kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    made.setPixmap(drawn.scaled(room, kept, smooth))
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


def in_order_of(sheet: QWidget, language: str) -> None:
    """Let what leaves read in the order of its language, whichever way the window reads.

    Words of the window's own stay as they are.
    """
    rightward = numbers.direction(language) == "ltr"
    sheet.setLayoutDirection(Qt.LayoutDirection.LeftToRight if rightward else Qt.LayoutDirection.RightToLeft)
    begins = Qt.AlignmentFlag.AlignLeft if rightward else Qt.AlignmentFlag.AlignRight
    for label in sheet.findChildren(QLabel):
        if not label.property(OURS):
            label.setAlignment(Qt.AlignmentFlag.AlignAbsolute | begins | Qt.AlignmentFlag.AlignVCenter)


def _item(line: str) -> QWidget:
    made = row(text(BULLET, wrap=False), text(line), gap=8)
    made.setStretch(1, 1)
    return boxed(made)


def _figures(figures: Sequence[Shown], opens: Opens) -> QWidget:
    """Return large numbers that are each pressed to see their records."""
    made = QFrame()
    made.setProperty("k", "card")
    buttons = []
    for name, shown in figures:
        buttons.append(NumberButton(name, partial(opens, name, tr(FIGURE, name=name, number=shown), made)))
        buttons[-1].show_number(shown)
    made.setLayout(column(flow(*buttons), margin=12))
    return made


def _facts(role: str, facts: Sequence[Shown]) -> QWidget:
    if role == "digits":
        return card(*(marked(text(words, "code")) for _, words in facts))
    return card(*(_fact(name, words) for name, words in facts), gap=6)


def _fact(name: str, words: str) -> QWidget:
    left = text(name, "sub")
    left.setFixedWidth(px(220))  # these names are longer than those of our records
    made = row(left, text(words), gap=16)
    made.setStretch(1, 1)
    return boxed(made)
