"""The question whether the date of this computer is right; asked before anything can be recorded."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ui import errors
from ui.widgets import dates
from vcse_desktop.actions.dating import Doubt
from vcse_desktop.i18n import N_, tr

ASKED = N_("Is the date right?")
BEHIND = N_(
    "This computer says that today is {today}. The newest record here was written on {newest}, a day still "
    "to come. Nothing was lost, but what you record now would bear the wrong day. If the date is wrong, lock "
    "this, set the date of the computer, and open it again."
)
AHEAD = N_(
    "This computer says that today is {today}. The newest record here was written on {newest}, over a year "
    "ago. Nothing was lost, but if the date is wrong, what you record now would bear the wrong day. In that "
    "case lock this, set the date of the computer, and open it again."
)
RIGHT = N_("It is right")
LOCK = N_("Lock this")


class DateQuestion(QMessageBox):
    """Stands over the window until it is answered; ``wrong`` is for whoever wants to set the date."""

    def __init__(self, window: QWidget, doubt: Doubt) -> None:
        super().__init__(window)
        behind = doubt.now < doubt.newest
        said = tr(BEHIND if behind else AHEAD, today=_day(doubt.now), newest=_day(doubt.newest))
        errors.dress(self, "warn", tr(ASKED), said)
        self.right = self.addButton(tr(RIGHT), QMessageBox.ButtonRole.RejectRole)
        self.wrong = self.addButton(tr(LOCK), QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.wrong)
        self.setEscapeButton(self.wrong)
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)  # it wants an answer
        errors.give_room(self)


def _day(when: datetime) -> str:
    return dates.in_words(when.date())
