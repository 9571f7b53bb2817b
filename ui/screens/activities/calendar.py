"""The calendar file of planned sessions: where it goes is asked, then it is written."""

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.screens.desk import Desk
from ui.tasks import Lane
from ui.widgets.saving import AskWhere, ask_where
from vcse_desktop.actions import planning
from vcse_desktop.actions.planning import Saved
from vcse_desktop.actions.standing import KEEPER, refusal
from vcse_desktop.i18n import N_, tr

NAME, KINDS = "planned-sessions.ics", N_("Calendar files (*.ics)")
TITLE = N_("Where to save the calendar file")
asking: dict[str, AskWhere] = {"file": ask_where}
"""How a place is asked for; tests put something in its place that needs no window."""


def save_calendar(owner: QWidget, desk: Desk, activity: int | None) -> None:
    """Save what is planned of an activity, or of all of them."""
    if not desk.keeper:
        desk.say(errors.sentence(refusal(KEEPER)))
        return
    file = asking["file"](owner, tr(TITLE), NAME, tr(KINDS))
    if file is None:
        return
    vault = desk.vault

    def done(saved: Saved) -> None:
        desk.say(planning.sentence(saved))

    def failed(error: BaseException) -> None:
        errors.tell(owner, error)

    tasks.run(owner, lambda: planning.save_calendar(vault, file, activity), done, failed, Lane.ACT)
