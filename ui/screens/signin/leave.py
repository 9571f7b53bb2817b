"""How the sign-in screen is left: by the passphrase of whoever is in, and by nothing shorter."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import tasks
from ui.language import isolated
from ui.screens.cover.screen import ON_PAPER, WITHOUT, WRONG
from ui.screens.desk import Desk
from ui.screens.keyed import keyed
from ui.screens.signin.naming import LEAVE
from ui.screens.signin.parts import BACK
from ui.screens.unlock.waiting import Waiting
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.passphrase import Passphrase
from ui.widgets.words import heading, text
from vcse_desktop.actions.covering import PIN
from vcse_desktop.actions.signing_in import leaves
from vcse_desktop.i18n import N_, ngettext, tr

WHY = N_("This is for whoever opened the program.")
EXAMPLE = N_("The example needs no passphrase.")
NO_PIN = N_("A PIN is not enough here. Type your passphrase.")


class Leave(QWidget):
    """``left`` says that it was right; ``back`` is the wish to go on signing in; ``typed`` that a key was."""

    left = Signal()
    back = Signal()
    typed = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self.busy = desk, False
        self.secret = Passphrase(tr(WITHOUT if desk.who else ON_PAPER), show=False)
        self.secret.box.returnPressed.connect(self.enter)
        self.secret.box.textChanged.connect(lambda _: self.typed.emit())
        self.go = button(tr(N_("Leave")), self.enter, "primary")
        self._wait = text("", "sub")
        self._stand()
        self._waiting = Waiting(self, desk.vault.folder)
        self._waiting.left.connect(self._wait_on)
        self._waiting.go_on()

    def _stand(self) -> None:
        desk = self._desk
        who = text(tr(N_("For {name}"), name=isolated(desk.who)), "label")
        why = text(tr(EXAMPLE if desk.example else WHY), "sub")
        back = keyed(button(tr(BACK), self.back.emit, "quiet", picture="back"), tr(N_("Esc")))
        verbs = flow(keyed(self.go, tr(N_("Enter"))), back, gap=24)
        self.setLayout(column(heading(tr(LEAVE), 2), why, who, self.secret, self._wait, verbs, gap=16))
        who.setVisible(bool(desk.who) and not desk.example)
        self.secret.setVisible(not desk.example)
        self._wait.hide()
        self.setFocusProxy(self.go if desk.example else self.secret)

    def empty(self) -> None:
        """Forget what was typed."""
        self.secret.box.setText("")
        self.secret.clear()

    def enter(self) -> None:
        """Try what was typed; the example needs nothing."""
        typed, vault = self.secret.text(), self._desk.vault
        if self._desk.example:
            self.left.emit()
        elif typed and not self.busy and not self._waiting.seconds():
            self._be_busy(busy=True)
            work = partial(leaves, vault, typed)
            tasks.run(self, work, partial(self._tried, typed), self._broken)

    def _tried(self, typed: str, right: bool) -> None:
        self._be_busy(busy=False)
        if right:
            self._waiting.right()
            self.empty()
            self.left.emit()
            return
        self.secret.wrong(tr(NO_PIN if PIN.fullmatch(typed) else WRONG))
        self.secret.box.selectAll()
        self._waiting.wrong()

    def _broken(self, error: BaseException) -> None:
        self._be_busy(busy=False)
        self.failed.emit(error)

    def _be_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.go.setEnabled(not busy)

    def _wait_on(self, seconds: int) -> None:
        """Say how long one has to wait after a wrong one; 0 is the end."""
        self.go.setEnabled(not seconds)
        self._wait.setText(
            ngettext("You can try again in {n} second.", "You can try again in {n} seconds.", seconds)
        )
        if bool(seconds) == self._wait.isHidden() and self.isVisible():
            announce(self, self._wait.text() if seconds else tr(N_("You can try again now.")))
        self._wait.setVisible(bool(seconds))
