"""The records behind a number in a table or in a report, each of which can be opened."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication

from ui import errors, tasks
from ui.language import isolated
from ui.screens.desk import Desk
from ui.screens.today.figures import SHOW, SHOWN, opening
from ui.screens.today.lines import Line, Lines
from ui.screens.today.words import day_words, entry_words
from ui.widgets.accessible import announce
from vcse_desktop.actions.entries import Entry
from vcse_desktop.i18n import N_, tr

TITLE = N_("Behind this number: {cell}")
NONE = N_("No record stands behind it now.")


class BehindNumber(Lines):
    """True, for ourselves: nothing of it leaves. What it belongs to waits while a record is looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("", tr(NONE), SHOWN)
        self._desk = desk
        self.close_button.show()
        self.setLayoutDirection(QApplication.layoutDirection())  # among what is in English, it is not
        self.hide()

    def look(self, work: Callable[[], Sequence[Entry]], said: str) -> None:
        """Ask for the records that a number counts, and go to the first; ``said`` is what the number says."""
        self.title.setText(tr(TITLE, cell=isolated(said)))
        tasks.run(self, work, self._show, lambda error: errors.tell(self, error))

    def _show(self, found: Sequence[Entry]) -> None:
        self.fill([self._line(entry) for entry in found])
        self.show()
        announce(self, self.title.text())
        [*self.buttons(), self.close_button][0].setFocus()

    def _line(self, entry: Entry) -> Line:
        under = day_words(entry) if entry.kind != "person" else ""
        return Line(entry_words(entry), under, [(tr(SHOW), opening(self._desk, entry)[1])])
