"""A quiet line over the list of people: how many pairs may be the same person."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.changes import changes
from ui.screens.desk import Desk
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import row
from ui.widgets.words import text
from vcse_desktop.actions.alike import Pair, alike
from vcse_desktop.actions.changed import Changed
from vcse_desktop.i18n import N_, ngettext, tr

NAME = N_("Look at the pairs that may be the same person")


class MayBeSame(QWidget):
    """Takes no room while there are none. ``wanted`` is the wish to look at them."""

    wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stale = True
        self.words = text("", "sub")
        self.look_at = button(tr(N_("Look at them")), self.wanted.emit, "quiet", name=tr(NAME))
        line = row(self.words, self.look_at, gap=8)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()
        changes.changed.connect(self._changed)

    def look(self) -> None:
        """Ask at first, and when somebody changed since."""
        if self._stale:
            self._stale = False
            vault = self._desk.vault
            tasks.run(self, lambda: alike(vault), self._show, partial(errors.tell, self), Lane.LONG)

    def _changed(self, changed: Changed) -> None:
        if "person" in changed.kinds:
            self._stale = True
            around = self.parentWidget()
            if around is not None and around.isVisible():  # else when the screen is seen
                self.look()

    def _show(self, found: list[Pair]) -> None:
        n = len(found)
        sentence = ngettext("{n} pair may be the same person.", "{n} pairs may be the same person.", n)
        self.words.setText(sentence)
        self.setVisible(bool(found))
