"""Several sentences one below the other, each of its own, so that none is joined to another."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.widgets.frame import column, emptied
from ui.widgets.words import text


class Sentences(QWidget):
    """Takes no room while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._column = column(gap=4)
        self._shown: list[str] = []
        self.setLayout(self._column)

    def show_all(self, sentences: Sequence[str]) -> None:
        """Show these instead of those that were shown."""
        if list(sentences) != self._shown:
            self._shown = list(sentences)
            emptied(self._column)
            for one in self._shown:
                self._column.addWidget(text(one))
