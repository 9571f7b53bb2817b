"""A backup comes back: over records that are here, or on a computer that has only the file and the paper."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.screens.later import restoring
from ui.screens.outside import Outside
from ui.screens.restore.form import Form
from ui.screens.restore.words import back_words
from ui.screens.unlock.opening import Opened, Opening
from ui.tasks import Lane, Task
from ui.widgets.buttons import button
from ui.widgets.frame import row
from ui.widgets.notice import Notice
from ui.widgets.sentences import Sentences
from ui.widgets.working import Working
from vcse_desktop.actions.last_opened import remember
from vcse_desktop.i18n import N_, tr

if TYPE_CHECKING:
    from vcse_desktop.actions.restoring import Present
    from vcse_desktop.actions.unlocking import Vault

TITLE, UNDER = (
    N_("Bring a backup back"),
    N_("You need a backup, and the recovery sheet or a passphrase of the day on which it was made."),
)
CLOSING = N_("Making a last backup and closing the records…")
BRINGING = N_("Bringing the backup back…")
BACK = N_("The backup is back")
STOPPED = N_("Stopped. Everything is as it was.")


@dataclass(slots=True)
class Kept:
    """What outlives the screen being drawn anew. ``said``: what became of it, once the records are back."""

    folder: Path | None = None
    present: "Present | None" = None
    said: list[str] = field(default_factory=list)
    opening: Opening = field(default_factory=Opening)


class Restore(Outside):
    """``what`` is the folder of the vault that is to be replaced, or None."""

    def __init__(self, what: object = None) -> None:
        super().__init__(tr(TITLE), tr(UNDER))
        self.form, self.working, self.notice = Form(), Working(), Notice("ok")
        self._others = Sentences()
        self.notice.add(self._others)
        self.enter = button(tr(N_("Go in")), self.save, "primary")
        self.add(self.form, self.working, self.notice, row(self.enter, None))
        self.form.go.connect(self.save)
        self.form.back.connect(self.back)
        self.now = Kept(what if isinstance(what, Path) else None)
        self.working.stop.connect(self.now.opening.ask_to_stop)
        self._stand()

    def first(self) -> QWidget:
        """Begin with the file, or with the secret when a file is filled in."""
        return self.form.secret if self.form.file.box.text() else self.form.file

    def save(self) -> None:
        """Bring it back, or say what is missing; once it is back, go in."""
        now = self.now
        if now.said and now.opening.vault is not None:
            self.form.secret.wipe()
            remember(now.opening.vault.folder)
            self.opened.emit(now.opening.take())
            return
        if now.folder is not None and now.present is None:
            now.present = restoring.Present(now.folder)
        answer = self.form.answer(now.present)
        if answer is None or now.opening.sentence:
            return

        def work(task: Task) -> Opened:
            back = restoring.restore(*answer, task.tell, task.stopped)
            now.said = back_words(back)
            return back.vault, ""

        now.opening.begin_long(tr(BRINGING), work)
        self._busy(tr(BRINGING))

    def back(self) -> None:
        """Go back to the door, or to the first run."""
        if not self.now.opening.sentence and not self.now.said:
            self.wanted.emit("unlock" if self.now.folder else "first_run", self.now.folder)

    def may_leave(self, *, closing: bool = False) -> bool:
        """Stay while records are on their way; who closes the window wants it to end."""
        if closing:
            self.now.opening.ask_to_stop()
        return not self.now.opening.sentence

    def kept(self) -> Kept:
        """Hand on what is under way, and what has come of it."""
        self.now.opening.handed = True
        return self.now

    def again(self, kept: object) -> None:
        """Go on with it."""
        assert isinstance(kept, Kept)  # noqa: S101 - it is what kept() returned
        self.now = kept
        self.working.stop.connect(kept.opening.ask_to_stop)
        self._stand()

    def failed(self, error: BaseException) -> None:
        """Say in words why it is not back."""
        self._busy("")
        if isinstance(error, restoring.Stopped):
            self.notice.say(tr(STOPPED), "info")
        elif isinstance(error, restoring.DoesNotOpen):
            self.form.secret.wrong(errors.sentence(error))
        else:
            self.failed_in(self.notice, error)

    def _stand(self) -> None:
        opening = self.now.opening
        opening.watch(self)
        opening.arrived.connect(self._arrived)
        opening.failed.connect(self.failed)
        opening.moved.connect(self.working.moved)
        self.form.over(self.now.folder)
        self._busy(opening.sentence)
        if self.now.said and opening.vault is not None:
            self._arrived()

    def take_over(self, vault: "Vault") -> None:
        """Make a last backup and lock what is open; whatever comes of it, it is locked."""

        def work() -> "Present":
            with vault:
                return restoring.before_restoring(vault)

        def closed(present: "Present") -> None:
            self.now.present = present
            self.form.over(present.folder)
            self._busy("")
            self.first().setFocus()

        self._busy(tr(CLOSING))
        tasks.run(self, work, closed, self.failed, Lane.ACT)

    def _busy(self, sentence: str) -> None:
        """Show what is being done, or that it is one's turn again."""
        self.enter.hide()
        self.form.setVisible(not self.now.said)
        self.form.setEnabled(not sentence)
        if sentence:
            self.notice.clear()
            self.working.begin(sentence)
        else:
            self.working.end()

    def _arrived(self) -> None:
        self._busy("")
        first, *others = self.now.said
        self._others.show_all(others)
        self.under.hide()
        self.notice.say(first, "ok", tr(BACK))
        self.enter.show()
        self.enter.setFocus()
