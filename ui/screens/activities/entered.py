"""All sessions and all hours that were entered, to be searched, filtered and opened in their registers."""

from ui.screens.desk import Desk
from ui.screens.records.part import RecordsPart
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Values

SESSIONS, HOURS = N_("Sessions"), N_("Hours")
NO_SESSIONS = N_("No sessions yet. Take the register of one: an activity and a day are enough.")
NO_SESSIONS_FOR_HELPERS = N_(
    "No sessions yet. Take the register of an activity that is there; a member or a keeper adds new ones."
)
NO_HOURS = N_("No hours yet. On Today a name and a length of time are enough.")


class EnteredPart(RecordsPart):
    """A list whose records are added and opened where they were entered."""

    def new(self, values: Values | None = None) -> None:
        """Go to where one is entered."""
        if self.kind == "session":
            self.desk.go("activities", ("register", None))
        else:
            self.desk.go("today", "hours")

    def open(self, record: object) -> None:
        """Open a record in its register or form."""
        self.desk.go("activities", (self.kind, record))


def sessions_part(desk: Desk) -> EnteredPart:
    """Return the list of sessions."""
    empty = tr(NO_SESSIONS_FOR_HELPERS if desk.helper else NO_SESSIONS)
    return EnteredPart(desk, "session", empty=empty, add=tr(N_("Take a register")))


def hours_part(desk: Desk) -> EnteredPart:
    """Return the list of hours."""
    return EnteredPart(desk, "time_given", empty=tr(NO_HOURS), add=tr(N_("Log hours")))
