"""The whole timeline of a record: the newest page of it, and earlier ones as they are wanted."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui import errors, tasks
from ui.changes import changes
from ui.language import isolated, spoken
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.keyed import going_back
from ui.screens.timeline.lines import Lines, Spot
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.words import heading, marked, text
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.timeline import PAGE, SHOWS, Timeline, timeline
from vcse_desktop.i18n import N_, ngettext, tr

NOTHING = N_("Nothing noted yet.")
EVERYTHING = N_("Everything with {name}")
DAY_BY_DAY = N_("All that happened, day by day")
UNFOLD, FOLD = N_("Show all that happened"), N_("Fold it away")


class Whole(QWidget):
    """Asks for itself, and again when something of it changed."""

    def __init__(self, desk: Desk, about: Spot) -> None:
        super().__init__()
        self._desk, self._about = desk, about
        self._many, self._stale = 0, False
        self.lines = Lines(desk, about)
        self.count = text("", "small")
        self.earlier = button(tr(N_("Show earlier ones")), self._ask_earlier, "quiet")
        self.setLayout(column(self.count, self.lines, flow(self.earlier)))
        self.earlier.hide()
        changes.changed.connect(self._changed)
        self.look()

    def look(self) -> None:
        """Ask again for as many pages as are shown."""
        self._stale = False
        pages = -(-self._many // PAGE)
        self._ask(0, max(pages, 1) * PAGE)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask again if something changed while nobody saw it."""
        super().showEvent(event)
        if self._stale:
            self.look()

    def _changed(self, changed: Changed) -> None:
        if changed.kinds & SHOWS and self.isVisible():
            self.look()
        elif changed.kinds & SHOWS:
            self._stale = True

    def _ask_earlier(self) -> None:
        self._ask(self._many, PAGE)

    def _ask(self, skip: int, most: int) -> None:
        vault, about, language = self._desk.vault, self._about, spoken()
        ask = lambda: timeline(vault, about, language, skip, most)  # noqa: E731
        tasks.run(self, ask, partial(self._show, skip), partial(errors.tell, self))

    def _show(self, skip: int, found: Timeline) -> None:
        if skip:
            first = self.lines.add(found.entries)
        else:
            first = None
            self.lines.show_all(found.entries)
        self._many = skip + len(found.entries)
        rest = found.found - self._many
        self.count.setText(_counted(self._many, found.found))
        if skip:
            (first or self.count).setFocus()
            announce(self, self.count.text())
        self.earlier.setVisible(rest > 0)


class Folded(QFrame):
    """A timeline under something else: it is asked for when somebody unfolds it, which ``turned`` tells."""

    turned = Signal(bool)

    def __init__(self, desk: Desk, about: Spot) -> None:
        super().__init__()
        self.setProperty("k", "card")
        explained(self, "timeline", within=True)
        self._desk, self._about = desk, about
        self.whole: Whole | None = None
        self.turn = button(tr(UNFOLD), self.unfold, "quiet")
        self._box = column(heading(tr(DAY_BY_DAY), 2), self.turn, margin=20)
        self.setLayout(self._box)

    def unfold(self) -> None:
        """Unfold it, or fold it again."""
        if self.whole is None:
            self.whole = Whole(self._desk, self._about)
            self._box.addWidget(self.whole)
            self.whole.show()
        else:
            self.whole.setVisible(self.whole.isHidden())
        self.turn.setText(tr(UNFOLD if self.whole.isHidden() else FOLD))
        self.turned.emit(not self.whole.isHidden())


class AllThatHappened(QFrame):
    """The whole timeline in the place of a card. ``ended`` is the wish to go back to that."""

    ended = Signal()

    def __init__(self, desk: Desk, about: Spot, name: str) -> None:
        super().__init__()
        self.setProperty("k", "card")
        explained(self, "timeline")
        title = tr(EVERYTHING, name=isolated(name))
        self.setAccessibleName(title)
        self.title = marked(heading(title, 2))
        self.whole = Whole(desk, about)
        back = going_back(self.ended.emit)
        self.setLayout(column(back, self.title, self.whole, None, gap=12, margin=20))


def _counted(shown: int, found: int) -> str:
    if not found:
        return tr(NOTHING)
    if shown == found:
        return ngettext("{n} thing is noted.", "{n} things are noted.", found)
    return ngettext(
        "The newest {shown} of {n} thing.", "The newest {shown} of {n} things.", found, shown=shown
    )
