"""One stay in an open vault: from going in, through covers, until it is left."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from ui.screens.dating import DateQuestion
from ui.screens.desk import desk_for
from ui.screens.going import Going, drop, waiting
from ui.screens.guard import Guard
from ui.screens.shell import Shell
from ui.widgets.whole_screen import WholeScreen
from vcse_desktop.actions.dating import doubted
from vcse_desktop.actions.unlocking import Vault

__all__ = ["Stay", "finish"]


class Stay(QObject):
    """``outside`` carries the code of a screen to show in place of the inside, and what it shows."""

    outside = Signal(str, object)
    locking = Signal(bool)
    """Carries whether there is no time to wait for what is being saved."""

    def __init__(self, stack: QStackedWidget, vault: Vault, shell: Callable[[], Shell | None]) -> None:
        """``shell`` returns the inside that is shown in the stack."""
        super().__init__(stack)
        self._stack, self._shell = stack, shell
        self.desk = desk_for(vault)
        self._doubt = doubted(vault)  # here, before the first page asks for so much that this would wait
        self.covered: Shell | None = None
        self._guard = Guard(self, stack.window())
        self._guard.cover.connect(self.cover)
        self._guard.lock.connect(lambda: self.locking.emit(False))
        self._guard.sleeping.connect(lambda: self.locking.emit(True))
        self.desk.leaving.connect(lambda: self.locking.emit(False))
        self.desk.covering.connect(self.cover)
        self.desk.signing_in.connect(self.sign_in)
        self._whole = WholeScreen(stack.window())

    def begin(self) -> None:
        """Watch whether the computer is used; ask first whether its date is right, where it hardly can be."""
        self._guard.begin(self.desk)
        self.ask_date()

    def ask_date(self) -> None:
        """Ask whether the date is right, where it hardly can be and nobody has said so yet."""
        if self._doubt is not None:
            asked = DateQuestion(self._stack.window(), self._doubt)
            asked.right.clicked.connect(self._date_is_right)
            asked.wrong.clicked.connect(self.desk.lock)
            asked.open()

    def _date_is_right(self) -> None:
        self._doubt = None

    def cover(self) -> None:
        """Show nothing of what is open until whoever is in lifts the cover."""
        self._put_aside("cover", self.desk)

    def sign_in(self, door: object) -> None:
        """Let people sign in at a door, on the whole screen, until whoever is in is back."""
        if self._put_aside("signin", (self.desk, door)):
            self._whole.take()

    def _put_aside(self, code: str, what: object) -> bool:
        """Show a screen over what is open; the guard knows that it need not be covered. False when it is."""
        shell = self._shell()
        if shell is None or self.covered is not None:
            return False
        shell.drafts.write()
        self.covered = shell
        self._take_out(shell)
        self._guard.covered = True
        self.outside.emit(code, what)
        return True

    def uncover(self) -> Shell | None:
        """Return what was covered, None for nothing."""
        shell, self.covered = self.covered, None
        self._guard.covered = False
        self._whole.give_back()
        return shell

    def leave(self, *, at_once: bool) -> None:
        """Go out: hide everything at once, then keep what was begun and lock the vault."""
        shell = self._end()
        if shell is not None:
            going = Going(self._stack.window(), shell, self.desk)
            folder = self.desk.vault.folder
            self.outside.emit("unlock" if folder.is_dir() else "first_run", folder)
            if at_once:
                going.now()

    def hand_over(self) -> Vault:
        """Drop everything that shows a record, and return the vault: whoever gets it locks it."""
        shell = self._end()
        if shell is not None:
            drop(shell, self.desk, for_good=True)
        return self.desk.vault

    def _end(self) -> Shell | None:
        shell, self.covered = self.covered or self._shell(), None
        self._guard.end()
        self._whole.give_back()
        if shell is not None:
            self._take_out(shell)
        self.deleteLater()
        return shell

    def _take_out(self, shell: Shell) -> None:
        """Take the inside out of the window without dropping it, and close all that stands over it."""
        for one in (*self._stack.window().findChildren(QDialog), *shell.findChildren(QDialog)):
            one.close()
            one.deleteLater()
        shell.hide()
        self._stack.removeWidget(shell)
        QWidget.setParent(shell, None)


def finish() -> None:
    """Lock at once whatever is being left: the window closes."""
    for one in waiting():
        one.now()
