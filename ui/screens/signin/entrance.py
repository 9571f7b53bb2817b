"""How one comes to the sign-in screen: by an activity, or by what is on today."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.screens.desk import Desk
from vcse_desktop.actions.signing_in import NO_ACTIVITY, Door, begin
from vcse_desktop.i18n import tr


def open_door(owner: QWidget, desk: Desk, activity: int | None) -> None:
    """Let people sign in to an activity today; to what is on today as a rule when it is None."""

    def found(door: Door | None) -> None:
        if door is None:
            desk.say(tr(NO_ACTIVITY))
        else:
            desk.sign_in(door)

    tasks.run(owner, partial(begin, desk.vault, activity), found, lambda error: errors.tell(owner, error))
