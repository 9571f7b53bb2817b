"""The last thing that is seen: a backup that takes a moment is made before the window closes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.screens.later import backing
from ui.screens.outside import Outside
from ui.tasks import Task
from ui.widgets.working import Working
from vcse_desktop.i18n import N_, tr

if TYPE_CHECKING:
    from vcse_desktop.actions.unlocking import Vault
    from vcse_desktop.errors import VcseError

MAKING = N_("Making a backup…")
UNDER = N_("The window closes by itself. “Stop” closes it without a backup; what you saved is safe.")


@dataclass(slots=True)
class Kept:
    """The work, while there is some."""

    task: Task | None = None


class Leaving(Outside):
    """Locks the vault in any case, then closes the window."""

    def __init__(self, what: object = None) -> None:
        super().__init__(tr(N_("One moment")), tr(UNDER))
        self.now = Kept()
        self.working = Working()
        self.working.stop.connect(lambda: self.may_leave(closing=True))
        self.add(self.working)

    def take_over(self, vault: "Vault") -> None:
        """Back up, lock, and close the window."""
        window, now = self.window(), self.now  # this may be drawn anew meanwhile, they stay

        def work(task: Task) -> "VcseError | None":
            return backing.leave(vault, task.tell, task.stopped)

        def done(_: object) -> None:
            now.task = None
            window.close()

        def failed(error: BaseException) -> None:
            done(errors.tell(window, error))

        now.task = tasks.run_long(window, work, done, failed)
        self.again(now)

    def first(self) -> QWidget:
        """Begin with the bar."""
        return self.working

    def may_leave(self, *, closing: bool = False) -> bool:
        """Stay until the vault is locked; who closes again wants no backup."""
        if self.now.task is not None and closing:
            self.now.task.stop()
        return self.now.task is None

    def kept(self) -> Kept:
        """Hand on the work."""
        return self.now

    def again(self, kept: object) -> None:
        """Show how far it is."""
        assert isinstance(kept, Kept)  # noqa: S101 - it is what kept() returned
        self.now = kept
        if kept.task is not None:
            self.working.begin(tr(MAKING))
            kept.task.moved.connect(self.working.moved)
