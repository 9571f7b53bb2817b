"""What the group does again and again, with the likeliest of today at the top."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.language import isolated
from ui.screens.activities.lines import ActivityLines
from ui.screens.activities.words import about
from ui.screens.keyed import keyed
from ui.screens.searching import searching
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, card, column, flow
from ui.widgets.words import heading, text
from vcse_desktop.actions.activities import Activity
from vcse_desktop.actions.suggesting import folded
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Lists

EMPTY = N_("No activities yet. Start with the thing you do most often.")
EMPTY_FOR_HELPERS = N_("No activities yet. A member or a keeper adds them. Hours can be logged without one.")
NONE_FOUND = N_("No activity is called that.")
CALENDAR = N_("Calendar file of planned sessions…")
SAME_OF = N_("Same as last time: {activity}")
TAKE_OF = N_("Take the register: {activity}")


class ActivityList(QWidget):
    """``register`` carries an activity and "" or "last"; ``chosen`` an activity; ``adding`` is a wish,
    ``logging`` that for hours alone, and ``saving`` that for a calendar file of what is planned."""

    register = Signal(object, str)
    chosen = Signal(object)
    adding = Signal()
    saving = Signal()
    logging = Signal()

    def __init__(self, *, may_add: bool) -> None:
        super().__init__()
        self._found: Sequence[Activity] = ()
        self._lists: Lists = {}
        self._next: Activity | None = None
        self._hasty = ""
        self.again = button(
            tr(N_("Same as last time")), lambda: self._press("last"), "primary", picture="repeat"
        )
        self.take = button(tr(N_("Take the register")), lambda: self._press(""), picture="check")
        self._title, self._about = heading("", 2), text("", "sub")
        self._card = card(self._title, self._about, flow(self.again, self.take), gap=8)
        self.begin = _begin(self, may_add=may_add)
        self.more = button(tr(N_("Add an activity")), self.adding.emit, picture="add")
        keyed_more = keyed(self.more, tr(N_("Ctrl+N")))
        key = N_("Ctrl+N") if may_add else N_("Ctrl+H")
        self._empty = card(text(tr(EMPTY if may_add else EMPTY_FOR_HELPERS)), keyed(self.begin, tr(key)))
        self._empty.hide()
        if not may_add:
            keyed_more.hide()
        self.search = QLineEdit()
        self.search.textChanged.connect(lambda _: self._fill())
        find = searching(self.search, "activity")
        self._lines = ActivityLines()
        self._lines.chosen.connect(self.chosen)
        self._none = text(tr(NONE_FOUND), "sub")
        lines = card(self._lines, self._none, margin=8)
        self.calendar = button(tr(CALENDAR), self.saving.emit, "quiet", picture="file")
        self.wanted: QWidget | None = None
        self._all = boxed(
            column(heading(tr(N_("All activities")), 2), keyed_more, find, lines, self.calendar)
        )
        self.setLayout(column(self._empty, self._card, self._all, gap=24))

    def show_all(self, found: Sequence[Activity], likeliest: Activity | None, lists: Lists) -> None:
        """Show these activities."""
        held = self.again.hasFocus() or self.take.hasFocus()
        self._found, self._next, self._lists = found, likeliest, lists
        self._empty.setVisible(not found)
        self._all.setVisible(bool(found))
        self._card.setVisible(likeliest is not None)
        if likeliest is not None:
            name = isolated(likeliest.title)
            self._title.setText(likeliest.title)
            self._about.setText(about(likeliest, lists))
            self.again.setVisible(likeliest.last is not None)
            self.again.setAccessibleName(tr(SAME_OF, activity=name))
            self.take.setAccessibleName(tr(TAKE_OF, activity=name))
            if held:
                announce(self, tr(SAME_OF, activity=name))
        if held:  # what has the focus may be gone now
            self.first().setFocus()
        self._fill()
        if self._hasty and likeliest is not None:
            self._press(self._hasty.strip())

    def first(self) -> QWidget:
        """Return what is asked for, once; else what is likeliest to be wanted."""
        wanted, self.wanted = self.wanted, None
        if wanted is not None:
            return wanted
        if self._found or self._empty.isHidden():
            return self.take if self._next is not None and self._next.last is None else self.again
        return self.begin

    def _press(self, how: str) -> None:
        """Ask for the register; who is quicker than the list gets it when it is there."""
        if self._next is None:
            self._hasty = how or " "
            return
        self._hasty = ""
        self.register.emit(self._next.id, how)

    def _fill(self) -> None:
        wanted = folded(self.search.text()).split()
        fitting = [one for one in self._found if all(word in folded(one.title) for word in wanted)]
        self._lines.show_lines([(one.id, one.title, about(one, self._lists)) for one in fitting])
        self._none.setVisible(bool(self._found) and not fitting)
        if wanted:
            announce(self.search, ngettext("{n} activity", "{n} activities", len(fitting)))


def _begin(shown: ActivityList, *, may_add: bool) -> QPushButton:
    """Return the button under the sentence that there is none: a helper logs hours, all others add one."""
    if may_add:
        return button(tr(N_("Add an activity")), shown.adding.emit, "primary", picture="add")
    return button(tr(N_("Log hours")), shown.logging.emit, "primary")
