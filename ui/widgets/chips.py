"""One of many, some of many: chips that are radio buttons or check boxes, choices with their meaning."""

from collections.abc import Collection, Sequence
from typing import TypeVar

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from ui.theme.look import colour, px, worn
from ui.theme.look import text as lettering
from ui.theme.style import chip_ink
from ui.theme.tokens import CHIP, END, GAP, MARK
from ui.widgets.frame import column, flow
from ui.widgets.words import text, under_words

LONGEST_EM = 20
Chip = TypeVar("Chip", QRadioButton, QCheckBox)
Offer = Sequence[tuple[str, str]]
"""What can be chosen: a code, and its words."""


class RadioChip(QRadioButton):
    """A radio button that looks like a chip: arrow keys move in its group, which is one Tab stop."""

    def sizeHint(self) -> QSize:
        """Return the size of the words and the room at both ends."""
        return _chip_size(self)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a chip is never cut."""
        return _chip_size(self)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the words in the middle of the room that they have when they are chosen."""
        _paint(self, QStyle.ControlElement.CE_RadioButton)

    def hitButton(self, point: QPoint) -> bool:
        """Take a press anywhere on the chip."""
        return self.rect().contains(point)


class CheckChip(QCheckBox):
    """A check box that looks like a chip."""

    def sizeHint(self) -> QSize:
        """Return the size of the words and the room at both ends."""
        return _chip_size(self)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a chip is never cut."""
        return _chip_size(self)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the words in the middle of the room that they have when they are chosen."""
        _paint(self, QStyle.ControlElement.CE_CheckBox)

    def hitButton(self, point: QPoint) -> bool:
        """Take a press anywhere on the chip."""
        return self.rect().contains(point)


def _chip_size(chip: QRadioButton | QCheckBox) -> QSize:
    letters = QFontMetrics(_letters(chip, bold=True))  # as when it is chosen: nothing beside it moves then
    lines = chip.text().replace("&&", "&").split("\n")
    height = px(CHIP) + (len(lines) - 1) * letters.lineSpacing()
    mark = px(MARK) + px(GAP) if isinstance(chip, QCheckBox) else 0
    return QSize(max(max(map(letters.horizontalAdvance, lines)) + mark + px(36), px(CHIP) + 4), height)


def _paint(chip: QRadioButton | QCheckBox, control: QStyle.ControlElement) -> None:
    option, painter = QStyleOptionButton(), QStylePainter(chip)
    chip.initStyleOption(option)
    option.text = ""
    painter.drawControl(control, option)
    words, begin = chip.text().replace("&&", "&"), px(END)
    if isinstance(chip, QCheckBox):
        begin += px(MARK) + px(GAP)
    room = QStyle.visualRect(chip.layoutDirection(), chip.rect(), chip.rect().adjusted(begin, 0, -px(END), 0))
    painter.setPen(colour(chip_ink(worn().theme) if chip.isChecked() else "ink"))
    painter.setFont(chip.font())
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)


def _letters(chip: QWidget, *, bold: bool) -> QFont:
    font = QFont(chip.font())
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _dressed(chip: Chip, words: str, name: str = "") -> Chip:
    """Return a chip with its words: on two lines where one would be too wide for a narrow page."""
    shown, letters = words, QFontMetrics(QApplication.font())
    blanks = [place for place, letter in enumerate(words) if letter == " "]
    if blanks and letters.horizontalAdvance(words) > lettering(18) * LONGEST_EM:
        middle = min(blanks, key=lambda place: abs(place - len(words) // 2))
        shown = f"{words[:middle]}\n{words[middle + 1 :]}"
    chip.setText(shown.replace("&", "&&"))
    chip.setAccessibleName(words)
    chip.setAccessibleDescription(name)
    chip.setProperty("k", "chip")
    chip.toggled.connect(lambda on: chip.setFont(_letters(chip, bold=on)))  # no style sheet reaches it
    return chip


class OneOf(QWidget):
    """One of many, or none: nothing is chosen unless ``code`` says so. ``chosen`` tells each change."""

    chosen = Signal()

    def __init__(self, name: str, offer: Offer, code: str | None = None) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons = {one: self._button(one, words) for one, words in offer}
        self.setAccessibleName(name)
        for button in self.buttons.values():
            button.setAccessibleDescription(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._stand(layout, offer)
        self.choose(code)
        self._group.buttonToggled.connect(self._toggled)
        first = next(iter(self.buttons.values()), None)
        if first is not None and self.code() is None:
            self.setFocusProxy(first)

    def _toggled(self, button: QAbstractButton, on: bool) -> None:
        """Tell of a choice; the focus is where it is."""
        if on:
            self._follow(button)
            self.chosen.emit()

    def _follow(self, button: QAbstractButton) -> None:
        self.setFocusProxy(button)
        if any(one.hasFocus() for one in self.buttons.values()):
            button.setFocus()

    def _button(self, code: str, words: str) -> QRadioButton:
        made = _dressed(RadioChip(), words)
        made.setProperty("code", code)
        self._group.addButton(made)
        return made

    def _stand(self, layout: QVBoxLayout, _: Offer) -> None:
        layout.addWidget(flow(*self.buttons.values()))

    def code(self) -> str | None:
        """Return the code of what is chosen, None for nothing."""
        return next((code for code, button in self.buttons.items() if button.isChecked()), None)

    def choose(self, code: str | None) -> None:
        """Choose one, or nothing."""
        self._group.setExclusive(False)
        for one, button in self.buttons.items():
            button.setChecked(one == code)
        self._group.setExclusive(True)
        for one, button in self.buttons.items():  # Qt leaves Tab to the one that had it last
            tab = code not in self.buttons or one == code
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)
        if code in self.buttons:
            self._follow(self.buttons[code])
        elif self.buttons:
            self.setFocusProxy(next(iter(self.buttons.values())))


class OneWithMeaning(OneOf):
    """One of many in a list, each with a sentence that says what it means."""

    def __init__(self, name: str, offer: Sequence[tuple[str, str, str]], code: str | None = None) -> None:
        self._meanings = {one: meaning for one, _, meaning in offer}
        super().__init__(name, [(one, words) for one, words, _ in offer], code)

    def _button(self, code: str, words: str) -> QRadioButton:
        made = QRadioButton(words)
        self._group.addButton(made)
        return made

    def _stand(self, layout: QVBoxLayout, offer: Offer) -> None:
        for code, _ in offer:
            button, meaning = self.buttons[code], self._meanings[code]
            button.setAccessibleDescription(meaning)
            under = under_words(text(meaning, "sub"))
            layout.addLayout(column(button, *([under] if meaning else []), gap=0))


class SomeOf(QWidget):
    """Some of many, as chips that are check boxes. ``chosen`` tells each change."""

    chosen = Signal()

    def __init__(self, name: str, offer: Offer, codes: Collection[str] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: dict[str, QCheckBox] = {}
        for code, words in offer:
            made = _dressed(CheckChip(), words, name)
            made.setChecked(code in codes)
            made.toggled.connect(lambda _: self.chosen.emit())
            self.buttons[code] = made
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(flow(*self.buttons.values()))
        first = next(iter(self.buttons.values()), None)
        if first is not None:
            self.setFocusProxy(first)

    def codes(self) -> list[str]:
        """Return the codes of all that is chosen."""
        return [code for code, button in self.buttons.items() if button.isChecked()]

    def choose(self, codes: Collection[str]) -> None:
        """Choose these and no others."""
        for code, button in self.buttons.items():
            button.setChecked(code in codes)
