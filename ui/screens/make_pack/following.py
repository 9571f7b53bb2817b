"""When a partner may expect the next pack: a day that is still to come, or none."""

from datetime import date

from PySide6.QtCore import Signal

from ui.widgets.asked import Asked
from ui.widgets.boxes import DateBox
from vcse_desktop.actions.recording import today
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.typed import NotUnderstood

LABEL = N_("When they may expect the next pack")
HELP = N_("Leave it empty if you cannot say. A partner who knows the day notices when a pack is missing.")
TO_COME = N_("Choose a day that is still to come, or none.")


class Following(Asked):
    """``changed`` tells each change."""

    changed = Signal()

    def __init__(self, day: date | None) -> None:
        self._box = DateBox(tr(LABEL), near=False)
        super().__init__(tr(LABEL), self._box.box, tr(HELP), [self._box])
        self._box.set_day(day.isoformat() if day else None)
        self._box.changed.connect(self.changed.emit)

    def day(self) -> date | None:
        """Return the day; None also for one that has passed, and for words that are none."""
        try:
            said = self._box.day()
        except NotUnderstood:
            return None
        day = date.fromisoformat(said) if said else None
        return day if day and day > today() else None

    def is_sound(self) -> bool:
        """Say whether it is such a day, or none; what is wrong stands beside it."""
        self.clear()
        try:
            said = self._box.day()
        except NotUnderstood as problem:
            self.wrong(tr(problem.message))
            return False
        if said and date.fromisoformat(said) <= today():
            self.wrong(tr(TO_COME))
            return False
        return True
