"""Activities: what repeats and its registers, support for the group, and looking back."""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui.screens.activities.entered import HOURS, SESSIONS, hours_part, sessions_part
from ui.screens.activities.on_paper import for_paper
from ui.screens.activities.part import TITLE, ActivitiesPart
from ui.screens.activities.parts import LIST
from ui.screens.desk import Desk
from ui.screens.keyed import going_back
from ui.screens.records.shared import REVIEWS, SUPPORT, capacity_part, review_part
from ui.screens.records.tabs import RecordTabs
from ui.screens.signin.entrance import open_door
from ui.screens.to_paper import paper_button
from ui.widgets.scrolled import from_the_top
from vcse_desktop.i18n import tr

OURS = ("activity", "session", "time_given", "week", "register", "plan", "planned")
DOOR, CALENDAR = "signin", "calendar"


class Activities(RecordTabs):
    """Tabs; over the first lies what was opened from it, or from the lists of sessions and hours."""

    card: ClassVar[str] = "activities"
    shows: ClassVar[frozenset[str]] = frozenset(
        {"activity", "session", "time_given", "insight", "capacity_support", "review", "action", "setting"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr(TITLE))
        self.ours = ActivitiesPart(desk)
        self.paper = paper_button(lambda: desk.go("paper", for_paper(self.ours)))
        self.verbs.addWidget(self.paper)
        self.tabs.add("activities", tr(TITLE), lambda: self.ours)
        self.tabs.add("sessions", tr(SESSIONS), lambda: sessions_part(desk))
        self.tabs.add("hours", tr(HOURS), lambda: hours_part(desk))
        if not desk.helper:
            self.tabs.add("support", tr(SUPPORT), lambda: capacity_part(desk))
            self.tabs.add("reviews", tr(REVIEWS), lambda: review_part(desk))
        self.kinds = {"capacity_support": "support", "review": "reviews"}
        self.tabs.show_part("activities")
        self._back = going_back(self.back)
        self._back.hide()
        self.body.insertWidget(0, self._back)
        self.ours.turned.connect(self._turned)
        self.tabs.turned.connect(lambda code: self._turned(self.ours.heading if code == "activities" else ""))

    def open(self, what: object) -> None:
        """Show "new", "register", ("register", activity[, "last"]), ("week",), a record, or what leads on.

        "signin" opens the door, "calendar" goes to the button for the calendar file.
        """
        parts = what if isinstance(what, tuple) else (what,)
        kind, record = str(parts[0]), parts[1] if len(parts) > 1 else None
        if kind == DOOR:
            self.tabs.show_part("activities")
            open_door(self.ours, self.desk, None)
            return
        if kind == CALENDAR:
            self.tabs.show_part("activities")
            self.ours.show_calendar()
            return
        if kind not in OURS and what != "new":
            super().open(what)
            return
        self.tabs.show_part("activities")
        if what == "new":
            self.ours.new()
        else:
            self.ours.go(
                (kind, None if record is None else int(str(record))), str(parts[2]) if parts[2:] else ""
            )

    def _turned(self, heading: str) -> None:
        """Let the heading of the page say what is shown."""
        deep = bool(heading) and self.ours.trail[-1] != LIST
        self.title.setText(heading or tr(TITLE))
        self._back.setVisible(deep)
        self.tabs.offer(shown=not deep)
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        """Begin at the top of what is shown now, unless the work begins further down."""
        focus = QApplication.focusWidget()
        from_the_top(focus if focus is not None and self.isAncestorOf(focus) else self.tabs)
