"""Figures on the page of a day or a month; a press on one shows the records that it counts."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.screens.desk import Desk
from ui.screens.places import HOME
from ui.screens.today.lines import Line, Lines
from ui.screens.today.words import FIGURES, OPEN, day_words, entry_words, figure_words
from ui.widgets.frame import column, flow
from ui.widgets.number import NumberButton
from ui.widgets.words import heading, text
from vcse_desktop.actions.counting import Figure
from vcse_desktop.actions.entries import Entry
from vcse_desktop.i18n import N_, tr

SHOWN = 12
SHOW = N_("Show")
"""Not the word of the other lists: a record may stand in both."""


def opening(desk: Desk, entry: Entry) -> tuple[str, Callable[[], object]]:
    """Return the verb that opens a record where it lives."""
    return tr(OPEN), lambda: desk.go(HOME[entry.kind], (entry.kind, entry.id))


class Figures(QFrame):
    """A card with a heading and figures; ``asked`` carries the figure that was pressed."""

    asked = Signal(object)

    def __init__(self, title: str, codes: Sequence[str], under: str = "") -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._figures: dict[str, Figure] = {}
        self.numbers = {code: NumberButton(tr(FIGURES[code]), self._asking(code)) for code in codes}
        words: list[QWidget] = [text(under, "sub")] if under else []
        self.setLayout(column(heading(title, 2), *words, flow(*self.numbers.values()), margin=20))

    def fill(self, figures: Sequence[Figure]) -> None:
        """Show these figures, as far as they belong here."""
        self._figures = {figure.code: figure for figure in figures}
        for code, number in self.numbers.items():
            if code in self._figures:
                number.show_number(figure_words(self._figures[code]))

    def _asking(self, code: str) -> Callable[[], None]:
        def press() -> None:
            if code in self._figures:
                self.asked.emit(self._figures[code])

        return press


class Behind(Lines):
    """The records behind a figure, each of which can be opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            "", tr(N_("There are none. What was left empty is not counted as 0: it is not recorded.")), SHOWN
        )
        self._desk = desk
        self._code = ""
        self.close_button.show()
        self.hide()

    def open_figure(self, figure: Figure) -> None:
        """Show the records of a figure; the focus goes to the first."""
        self._code = figure.code
        self.update_figure(figure)
        self.show()
        first = [*self.buttons(), self.close_button][0]
        first.setFocus()

    def update_figure(self, figure: Figure) -> None:
        """Show them as they are now, when it is the figure shown."""
        if figure.code == self._code:
            self.title.setText(
                tr(N_("{number} {words}"), number=figure_words(figure), words=tr(FIGURES[figure.code]))
            )
            self.fill([self._line(entry) for entry in figure.entries])

    def _line(self, entry: Entry) -> Line:
        under = day_words(entry) if entry.kind != "person" else ""
        return Line(entry_words(entry), under, [(tr(SHOW), opening(self._desk, entry)[1])])
