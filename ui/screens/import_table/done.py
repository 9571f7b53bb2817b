"""After a file was brought in: what was made, how to take it back, and where to find it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.desk import Desk
from ui.screens.import_table.course import Course
from ui.screens.import_table.entire import counted
from ui.screens.places import HOME, PLACES
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow
from ui.widgets.notice import Notice
from ui.widgets.sentences import Sentences
from ui.widgets.words import text
from vcse_desktop.i18n import N_, ngettext, tr

UNDO = N_("Undo, or Alt+U, takes all of it back, as long as nothing else was done since.")
LATER = N_("What you chose is kept: the next file with these headings is understood the same way.")
FIND = N_("Go to {place}")


class Done(QWidget):
    """``another`` is the wish to bring in one more."""

    another = Signal()

    def __init__(self, course: Course, desk: Desk) -> None:
        super().__init__()
        kinds = course.changed.kinds if course.changed is not None else frozenset()
        places = dict.fromkeys(HOME[kind] for kind in HOME if kind in kinds)
        self.places = {
            code: button(tr(FIND, place=tr(PLACES[code].words)), partial(desk.go, code)) for code in places
        }
        self.more = button(tr(N_("Bring in another")), self.another.emit, "primary", picture="file")
        made, notice = Sentences(), Notice("ok")
        made.show_all(counted(course.shown) if course.shown is not None else [])
        self.setLayout(
            column(
                notice,
                card(made, text(tr(UNDO)), text(tr(LATER), "small"), flow(*self.places.values())),
                flow(self.more),
                gap=16,
            )
        )
        notice.show_as("ok", tr(N_("The file is brought in.")))

    def begin(self) -> QWidget:
        """Return the way to what was made."""
        return next(iter(self.places.values()), self.more)

    def renew(self) -> None:
        """What was made stays as it is told."""


def summed(course: Course) -> str:
    """Return how many rows have become records, in a few words."""
    drafts = course.shown.drafts if course.shown is not None else ()
    return ngettext("{n} row", "{n} rows", len(drafts))
