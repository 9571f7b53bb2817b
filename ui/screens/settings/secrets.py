"""Changing one's own passphrase, and typing the recovery sheet back."""

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.changes import changes
from ui.screens.recovery.sheet import Rehearsal
from ui.screens.screen import Screen
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import column
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.notice import Notice
from ui.widgets.passphrase import Passphrase
from ui.widgets.words import text
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.unlocking import WrongKeyOrDamaged, change_passphrase
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr

WRONG = N_("That is not your passphrase now. Type it again.")
CHANGED = N_(
    "Your passphrase is changed. The new one opens everything from now on. If somebody else may know the old "
    "one, a keeper should also make a new key, under “Who may open this”."
)
WORKS = N_("The sheet was typed back and opens your records. Keep the paper where only you find it.")
NOT_YET = N_("Nobody has typed the sheet back yet. Until then we cannot know that it works.")
TYPE_IT = N_("Take the paper out and type the code from it: then we know that it can be read and works.")


class ChangePassphrase(QWidget):
    """The one now, then the new one twice."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.now = Passphrase(tr(N_("Your passphrase now")), show=False)
        self.new = NewPassphrase(tr(N_("New passphrase")))
        self.new.entered.connect(self.save)
        self._done = Notice("ok")
        verb = button(tr(N_("Change my passphrase")), self.save)
        self.setLayout(column(self.now, self.new, verb, self._done, gap=16))
        self.setFocusProxy(self.now)

    def save(self) -> None:
        """Change it; what is wrong stands beside its box."""
        self._done.clear()
        new, old, vault = self.new.sound(), self.now.text(), self._screen.vault
        if new is not None:
            tasks.run(self, lambda: change_passphrase(vault, old, new), self._changed, self._failed, Lane.ACT)

    def _changed(self, _: object) -> None:
        self.now.box.clear()
        self.new.wipe()
        self._done.say(tr(CHANGED), "ok")

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, WrongKeyOrDamaged):
            self.now.wrong(tr(WRONG))
        elif isinstance(error, Refused):
            self.new.first.wrong(errors.sentence(error))
        else:
            self._screen.failed(error)


class SheetAgain(QWidget):
    """The code typed back in full from the paper, as often as one likes."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._state = text("")
        self.rehearsal = Rehearsal(screen.vault)
        self.rehearsal.rehearsed.connect(self._rehearsed)
        self._done = Notice("ok")
        verb = button(tr(N_("Try the sheet")), self.save)
        self.setLayout(column(self._state, text(tr(TYPE_IT)), self.rehearsal, verb, self._done, gap=16))
        self.setFocusProxy(self.rehearsal)

    def show_rehearsed(self, rehearsed: bool) -> None:
        """Say whether it was ever typed back."""
        self._state.setText("" if rehearsed else tr(NOT_YET))
        self._state.setVisible(not rehearsed)

    def save(self) -> None:
        """Try what was typed."""
        self._done.clear()
        self.rehearsal.check()

    def _rehearsed(self) -> None:
        self.rehearsal.wipe()
        self.show_rehearsed(True)
        changes.changed.emit(Changed(frozenset({"slot"}), None))
        self._done.say(tr(WORKS), "ok")
