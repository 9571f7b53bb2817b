"""Words of the help that a group hands out: copied, or printed on a page of their own."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.language import plain
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.printing import Printing, printed
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr

TITLE = N_("How we involve you")
COPIED = N_("The words were copied. Paste them into a letter or a page of your own.")


class HandOut(QWidget):
    """Two buttons under the words."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self.lines = lines
        self.ask: Printing = printed
        self.said = text("", "small")
        self.said.hide()
        copy = button(tr(N_("Copy these words")), self.copy)
        on_paper = button(tr(N_("Print these words…")), self.print_it, picture="print")
        self.setLayout(column(flow(copy, on_paper), self.said, gap=8))

    def copy(self) -> None:
        """Put them where they can be pasted from."""
        QGuiApplication.clipboard().setText(plain("\n\n".join([tr(TITLE), *self.lines])))
        self.said.setText(tr(COPIED))
        self.said.show()
        announce(self, tr(COPIED))

    def print_it(self) -> None:
        """Ask for a printer, then print."""
        self.ask(self, tr(TITLE), [("", line) for line in self.lines])
