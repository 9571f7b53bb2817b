"""Taking back what was done, from the toast or by Alt+U."""

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.changes import changes
from ui.screens.desk import Desk
from ui.tasks import Lane
from vcse_desktop.actions import recording
from vcse_desktop.actions.changed import Changed
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import TABLES

UNDONE = N_("Undone. Everything is as it was before.")
PARTLY = N_("Undone. What was changed later stays as it is.")


def take_back(owner: QWidget, desk: Desk, unit: int | None = None) -> None:
    """Take back a unit of work, the newest when it is None; say so, and let every screen ask again."""

    def done(left: object) -> None:
        desk.say(tr(PARTLY if left else UNDONE))
        changes.changed.emit(Changed(frozenset({*TABLES, "setting"}), None))

    tasks.run(
        owner,
        lambda: recording.undo(desk.vault, unit),
        done,
        lambda error: errors.tell(owner, error),
        Lane.ACT,
    )
