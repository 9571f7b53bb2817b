"""Trying a backup, bringing one back, and what waits for a keeper afterwards."""

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.changes import changes
from ui.screens.recovery.sheet import CodeBox
from ui.screens.restore.parts import BackupFile, SecretOfDay
from ui.screens.restore.words import old_words, trial_words
from ui.screens.screen import Screen
from ui.tasks import Lane, Task
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow
from ui.widgets.notice import Notice
from ui.widgets.sentences import Sentences
from ui.widgets.words import text
from ui.widgets.working import Working
from vcse_desktop.actions import restoring
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.restoring import Trial
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr

WHAT = N_(
    "A backup that was never tried may not help. This one is brought back for real in a temporary folder, as "
    "if on another computer, compared with what it says of itself, and taken away again. Your records stay "
    "as they are."
)
TRYING = N_("Trying the backup")
STOPPED = N_("Stopped. Nothing is left of it.")
BRING = N_(
    "A backup can take the place of everything that is here. The records are closed first, and a last backup "
    "is made of them."
)
LOST = N_(
    "What was written after the backup will not be in it. What is here now is put aside in a folder, whole, "
    "and can be opened from there."
)
KEEPER = N_("A keeper of your group can bring a backup back.")
RESTS = N_(
    "These records came back from a backup or from another computer, so the right to sign packs rests: one "
    "computer at a time signs. A keeper confirms it by typing the recovery sheet. Then sign nothing on the "
    "other one, and take packs that it signed into the register here: check each of their files."
)
CONFIRMED = N_("The right to sign holds again.")


class Trying(QWidget):
    """Which file, what opens it, and what was found."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._task: Task | None = None
        self.file, self.secret = BackupFile(), SecretOfDay()
        self.secret.entered.connect(self.save)
        self.verb = button(tr(N_("Test my backup")), self.save)
        self.working, self.notice, self._old = Working(), Notice("ok"), Sentences()
        self.notice.add(self._old)
        self.working.stop.connect(lambda: self._task.stop() if self._task is not None else None)
        things = (text(tr(WHAT)), self.file, self.secret, self.verb, self.working, self.notice)
        self.setLayout(column(*things, gap=16))
        self.setFocusProxy(self.file)

    def save(self) -> None:
        """Try it, or say what is missing."""
        file = self.file.file() if self._task is None else None
        secret = self.secret.typed() if file is not None else None
        if file is None or secret is None:
            return
        self.notice.clear()
        self.working.begin(tr(TRYING))
        vault = self._screen.vault

        def work(task: Task) -> Trial:
            return restoring.try_backup(file, secret, vault, task.tell, task.stopped)

        self._task = tasks.run_long(self, work, self._tried, self._failed)
        self._task.moved.connect(self.working.moved)

    def _tried(self, trial: Trial) -> None:
        self._end()
        self.secret.wipe()
        old = old_words(trial)
        self._old.show_all([old] if old else [])
        self.notice.say(trial_words(trial), "ok")
        changes.changed.emit(Changed(frozenset({"setting"}), None))

    def _failed(self, error: BaseException) -> None:
        self._end()
        self._old.show_all([])
        if isinstance(error, restoring.Stopped):
            self.notice.say(tr(STOPPED), "info")
        elif isinstance(error, restoring.DoesNotOpen):
            self.secret.wrong(errors.sentence(error))
        else:
            self._screen.failed_in(self.notice, error)

    def _end(self) -> None:
        self._task = None
        self.working.end()


class Bringing(QWidget):
    """What is lost is said first, and nothing is chosen beforehand."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.begin = button(tr(N_("Bring a backup back…")), self.ask)
        self.go = button(tr(N_("Close the records and choose a backup")), screen.desk.bring_back)
        self.keep = button(tr(N_("Leave everything as it is")), self._keep)
        for one in (self.go, self.keep):
            one.setAutoDefault(False)
        self._asked = boxed(column(text(tr(LOST)), flow(self.go, self.keep), gap=12))
        self._asked.hide()
        things = (text(tr(BRING)), self.begin, self._asked) if screen.desk.keeper else (text(tr(KEEPER)),)
        self.setLayout(column(*things, gap=12))

    def ask(self) -> None:
        """Say what is lost, and ask."""
        self.begin.hide()
        self._asked.show()
        self.keep.setFocus()

    def _keep(self) -> None:
        self._asked.hide()
        self.begin.show()
        self.begin.setFocus()


class Resting(QWidget):
    """Hidden unless the right to sign rests."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.code = CodeBox()
        self.code.box.returnPressed.connect(self.save)
        self._asked = boxed(
            column(text(tr(RESTS)), self.code, button(tr(N_("Confirm the right to sign")), self.save), gap=16)
        )
        self._done = Notice("ok")
        self.setLayout(column(self._asked, self._done, gap=0))
        self.setFocusProxy(self.code)
        self.hide()

    def show_rests(self, rests: bool) -> None:
        """Ask for the sheet, or for nothing."""
        self._asked.setVisible(rests)
        self.setVisible(rests or self._done.isVisibleTo(self))

    def save(self) -> None:
        """Confirm it with the code that is typed."""
        vault, code = self._screen.vault, self.code.typed()
        work = lambda: restoring.confirm_signing(vault, code)  # noqa: E731 - a task wants a callable
        tasks.run(self, work, self._confirmed, self._failed, Lane.ACT)

    def _confirmed(self, _: object) -> None:
        self.code.wipe()
        self.show_rests(False)
        self._done.say(tr(CONFIRMED), "ok")
        changes.changed.emit(Changed(frozenset({"setting"}), None))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Refused):
            self.code.wrong(errors.sentence(error))
        else:
            self._screen.failed(error)
