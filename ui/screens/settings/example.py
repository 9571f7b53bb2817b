"""Deleting the example organisation: said first, then done in one step."""

from PySide6.QtWidgets import QWidget

from ui.screens.screen import Screen
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow
from ui.widgets.words import text
from vcse_desktop.actions.example import delete_example
from vcse_desktop.i18n import N_, tr

WHAT = N_(
    "This is the example organisation. You can delete it when you no longer need it, and make it again."
)
LOST = N_("Everything in the example is lost, also what you typed into it. Packs saved elsewhere stay there.")


class Example(QWidget):
    """The verb is on the button, and nothing is chosen beforehand."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.begin = button(tr(N_("Delete the example organisation…")), self._ask)
        self.delete = button(tr(N_("Delete the example organisation")), self._delete)
        self.keep = button(tr(N_("Keep it")), self._keep)
        for one in (self.delete, self.keep):
            one.setAutoDefault(False)
        self._asked = boxed(column(text(tr(LOST)), flow(self.delete, self.keep), gap=12))
        self._asked.hide()
        self.setLayout(column(text(tr(WHAT)), self.begin, self._asked, gap=12))

    def _ask(self) -> None:
        self.begin.hide()
        self._asked.show()
        self.keep.setFocus()

    def _keep(self) -> None:
        self._asked.hide()
        self.begin.show()
        self.begin.setFocus()

    def _delete(self) -> None:
        vault = self._screen.vault
        self._screen.act(lambda: delete_example(vault), lambda _: self._screen.desk.lock())
