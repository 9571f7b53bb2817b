"""The activities one under the other, each to be pressed; of very many the first, the rest when wanted."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.row_button import RowButton
from ui.widgets.standing import Standing
from vcse_desktop.i18n import N_, tr

MANY = 30
Said = tuple[int, str, str]
"""The id of an activity, what it is called, and what is said under it."""


class ActivityLines(QWidget):
    """``chosen`` carries the id of an activity."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._said: Sequence[Said] = ()
        self._many = MANY
        lines = column(gap=0)
        self._lines = Standing[Said, RowButton](lines, self._line)
        self.more = button("", self._show_more, "quiet")
        self.setLayout(column(lines, flow(self.more), gap=0))
        self.more.hide()

    def show_lines(self, said: Sequence[Said]) -> None:
        """Show these; lines that are there already stay as they are."""
        self._said = said
        self._lines.show(said[: self._many])
        for place, part in enumerate(self._lines.parts()):
            part.ruled = place > 0
        self.more.setVisible(len(said) > self._many)
        self.more.setText(tr(N_("Show all {n}"), n=len(said)))

    def _show_more(self) -> None:
        """Show all of them, and go to the first that was not there before."""
        place, self._many = self._many, len(self._said)
        self.show_lines(self._said)
        rows = self._lines.parts()
        if place < len(rows):
            rows[place].setFocus()

    def _line(self, said: Said) -> RowButton:
        one, title, under = said
        return RowButton(title, under, partial(self.chosen.emit, one))
