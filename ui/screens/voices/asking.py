"""Asking again whether words may be shared: what they said to that is kept with the words as they are now."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.screen import Screen
from ui.screens.voices.sharing import Sharing
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column
from vcse_desktop.actions.hearing import agree
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists

NOTHING_CHOSEN = N_("Choose what they said, or leave it: then nothing changes.")
SAVE_FIRST = N_("Save the words first, so that they agree to what is kept.")


class Asking(QWidget):
    """A button that unfolds the question. ``agreed`` carries the change, ``said`` why nothing was kept."""

    agreed = Signal(object)
    said = Signal(str)

    def __init__(self, screen: Screen, insight: int, lists: Lists, is_dirty: Callable[[], bool]) -> None:
        super().__init__()
        self._screen, self._insight, self._is_dirty = screen, insight, is_dirty
        question = tr(N_("What did they say when they were asked?"))
        self.ask = button(tr(N_("They were asked about sharing it")), self.unfold)
        self.sharing = Sharing(lists, question, tr(NOTHING_CHOSEN))
        keep = button(tr(N_("Keep their answer")), self.keep)
        self._asked = boxed(column(self.sharing, keep, gap=12))
        self._asked.hide()
        self.setLayout(column(self.ask, self._asked))

    def unfold(self) -> None:
        """Show the question, and go there."""
        self.ask.hide()
        self._asked.show()
        self.sharing.setFocus()

    def keep(self) -> None:
        """Keep what they said, or say what comes first."""
        answer, vault, insight = self.sharing.answer(), self._screen.vault, self._insight
        name, wording = self.sharing.shown_name(), self.sharing.wording()
        if answer is None:
            self.said.emit(tr(NOTHING_CHOSEN))
        elif self._is_dirty():
            self.said.emit(tr(SAVE_FIRST))
        elif self.sharing.is_complete():
            work = partial(agree, vault, insight, answer, name=name, wording=wording)
            self._screen.act(work, self.agreed.emit)
