"""Notices of a changed key for every partner, signed at once and saved in one folder."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import tasks
from ui.screens.screen import Screen
from ui.screens.settings.refused import Refusals
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.notice import Notice
from ui.widgets.passphrase import Passphrase
from ui.widgets.place import Place
from ui.widgets.saving import documents
from ui.widgets.words import heading, text
from vcse_desktop.actions import notices
from vcse_desktop.i18n import N_, tr

TITLE = N_("A notice for every partner")
WHAT = N_(
    "A notice is a small signed file without figures. It says what has changed, and which of your packs "
    "stand. Send each partner theirs. What is signed stays in the register; nothing takes it back."
)
FOLDER = N_("The folder for the notices")
NOT_THERE = N_("There is no such folder. Nothing was made. Choose one that is there.")


class Telling(QWidget):
    """``done`` carries the notices that were made, ``left`` says that it is put off."""

    done = Signal(object)
    left = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.place = Place(tr(FOLDER), "", tr(FOLDER))
        self.place.box.setText(str(documents()))
        self.passphrase = Passphrase(
            tr(N_("Your passphrase")), tr(N_("Asked again, because this is signed in your group's name."))
        )
        self.go = button(tr(N_("Sign and save the notices")), self.save)
        self.keep = button(tr(N_("Later")), self.left.emit, name=tr(N_("Later: notices for partners")))
        for one in (self.go, self.keep):
            one.setAutoDefault(False)
        self.notice = Notice("bad")
        self._refused = Refusals(screen, self.passphrase, self.notice, self.go)
        things = (heading(tr(TITLE), 3), text(tr(WHAT)), self.place, self.passphrase)
        self.setLayout(column(*things, flow(self.keep, self.go), self.notice, gap=16))
        self.setFocusProxy(self.place)

    def save(self) -> None:
        """Sign them, or say what is missing."""
        folder = Path(self.place.box.text().strip()).expanduser()
        if not folder.is_absolute() or not folder.is_dir():
            self.place.wrong(tr(NOT_THERE))
        elif not self.passphrase.text():
            self.passphrase.wrong(tr(N_("Type your passphrase.")))
        else:
            self.notice.clear()
            self.go.setEnabled(False)
            vault, secret = self._screen.vault, self.passphrase.text()
            work = lambda: notices.tell(vault, folder, secret)  # noqa: E731 - a task wants a callable
            tasks.run(self, work, self.done.emit, self._refused.say, Lane.ACT)

    def wipe(self) -> None:
        """Forget the passphrase."""
        self.passphrase.box.clear()
