"""Principles that others wrote, each with the number of records that show the group does something of it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui.language import spoken
from ui.screens.principles.grid import NOTHING
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, emptied, row, rule
from ui.widgets.words import heading, text
from vcse_desktop.actions.guidance import ENGAGING, PERSON_CENTRED, TITLES, Guided
from vcse_desktop.actions.principles import Spoken
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.reports import numbers

UNDER = {
    PERSON_CENTRED: N_("From the Health Foundation, in few words. A number is of what people said."),
    ENGAGING: N_("From a board's guidance, in our words. A number is of records in which you do it."),
}
NO_LIST = N_("They are for thinking with, not a list to tick off.")
UNCOUNTED = N_("no record counts for this")
NUMBER = N_("{principle}: {number}")
SHOW = N_("Show each, with what we do already")
SHOW_OF = N_("{title}: show each, with what we do already")
FEW = 6
"""So many stand there until all are wanted."""


class Guidance(QFrame):
    """One set. ``wanted`` carries the code of a principle, its words, and the records behind its number."""

    wanted, unfolded = Signal(str, str, object), Signal()

    def __init__(self, vocab: str) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._every, self._found = False, list[Guided]()
        self.buttons: dict[str, QPushButton] = {}
        self._last = ""
        self._lines = column(gap=8)
        self._all = button("", self._show_all, "quiet")
        self._all.hide()
        self.turn = button(tr(SHOW), self.unfold, name=tr(SHOW_OF, title=tr(TITLES[vocab])))
        about = column(text(tr(UNDER[vocab]), "sub"), text(tr(NO_LIST), "sub"), gap=2)
        self.setLayout(
            column(heading(tr(TITLES[vocab]), 2), about, self.turn, self._lines, self._all, gap=12, margin=20)
        )

    def unfold(self) -> None:
        """Show the principles from now on: to count their records takes longer than all above them."""
        self.turn.hide()
        self.unfolded.emit()

    def is_unfolded(self) -> bool:
        """Say whether they are shown."""
        return self.turn.isHidden()

    def show_rows(self, found: Sequence[Guided]) -> None:
        """Show these principles."""
        focused = next((code for code, one in self.buttons.items() if one.hasFocus()), None)
        self._found, self.buttons = list(found), {}
        emptied(self._lines)
        shown = self._found if self._every else self._found[:FEW]
        for place, one in enumerate(shown):
            if place:
                self._lines.addWidget(rule())
            line = self._line(one)
            self._lines.addWidget(line)
            line.show()  # at once: what is not seen yet takes no focus
        widest = max((one.sizeHint().width() for one in self.buttons.values()), default=0)
        for number in self.buttons.values():
            number.setMinimumWidth(widest)
        self._all.setVisible(len(shown) < len(self._found))
        self._all.setText(tr(N_("Show all {n}"), n=len(self._found)))
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    def focus_again(self) -> None:
        """Go back to the number that was opened."""
        if self._last in self.buttons:
            self.buttons[self._last].setFocus()

    def _line(self, one: Guided) -> QWidget:
        beside = (
            self._number(one) if one.found else text(tr(NOTHING if one.found == () else UNCOUNTED), "sub")
        )
        line = row(text(one.words), beside, gap=24)
        line.setStretch(0, 1)
        return boxed(line)

    def _number(self, one: Guided) -> QPushButton:
        found: tuple[Spoken, ...] = one.found or ()
        number = numbers.whole(len(found), spoken())
        press = partial(self._open, one.code, one.words, found)
        made = button(number, press, name=tr(NUMBER, principle=one.words, number=number))
        made.setAccessibleDescription(ngettext("Shows {n} record", "Shows {n} records", len(found)))
        self.buttons[one.code] = made
        return made

    def _open(self, code: str, words: str, found: tuple[Spoken, ...]) -> None:
        self._last = code
        self.wanted.emit(code, words, found)

    def _show_all(self) -> None:
        self._every = True
        self.show_rows(self._found)
        later = [code for code in [one.code for one in self._found[FEW:]] if code in self.buttons]
        if later:
            self.buttons[later[0]].setFocus()
