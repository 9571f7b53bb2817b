"""The sentences of the Easy Read page, one below the other: added, taken out, moved up."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.packs.easy_sentence import EasySentence
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column
from ui.widgets.words import text
from vcse_desktop.actions import photos
from vcse_desktop.actions.easy_read import MOST_LINES, Line
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import N_, tr

FULL = N_("That is as many sentences as an Easy Read page has.")


class Sentences(QWidget):
    """``changed`` tells each change of one of them."""

    changed = Signal()

    def __init__(self, vault: Vault) -> None:
        super().__init__()
        self.each: list[EasySentence] = []
        self._picture = partial(photos.picture, vault)
        self._list, self._full = column(gap=12), text(tr(FULL), "small")
        self.add = button(tr(N_("Add a sentence")), self._add, picture="add")
        self.setLayout(column(boxed(self._list), self.add, self._full, gap=12))

    def lines(self) -> tuple[Line, ...]:
        """Return them as they stand here."""
        return tuple(one.line() for one in self.each)

    def put(self, lines: Sequence[Line]) -> None:
        """Show these sentences, numbered from the first."""
        old, self.each = self.each, []
        for number, line in enumerate(lines, 1):
            made = EasySentence(line, self._picture)
            made.number(number)
            made.gone.connect(partial(self._take_out, made))
            made.up.connect(partial(self._move_up, made))
            made.changed.connect(self.changed)
            self._list.addWidget(made)
            self.each.append(made)
        for one in old:
            self._list.removeWidget(one)
            one.hide()
            one.deleteLater()
        self.add.setVisible(len(lines) < MOST_LINES)
        self._full.setVisible(len(lines) >= MOST_LINES)

    def _add(self) -> None:
        """Add an empty one, and go there."""
        self.put([*self.lines(), Line()])
        self.each[-1].words.setFocus()
        self.changed.emit()

    def _take_out(self, sentence: EasySentence) -> None:
        place = self.each.index(sentence)
        self.put([one.line() for one in self.each if one is not sentence])
        (self.each[min(place, len(self.each) - 1)].words if self.each else self.add).setFocus()
        self.changed.emit()

    def _move_up(self, sentence: EasySentence) -> None:
        lines, place = [*self.lines()], self.each.index(sentence)
        lines[place - 1], lines[place] = lines[place], lines[place - 1]
        self.put(lines)
        self.each[place - 1].words.setFocus()
        self.changed.emit()
