"""A key of somebody's own, such as the chair's: their role, a passphrase that nobody else knows, the card."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import errors, tasks
from ui.screens.screen import Screen
from ui.tasks import Lane
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.notice import Notice
from ui.widgets.saving import AskWhere, ask_where
from ui.widgets.words import heading, text
from vcse_desktop.actions.approving import LONGEST_LABEL, Approver, make_own_key, save_own_card
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr

TITLE = N_("A key of your own")
WHAT = N_(
    "Where two people must sign, the second one has a key of their own. It opens with a passphrase that "
    "nobody else knows. Whoever appoints you needs its card, and compares its digits with you."
)
ROLE, ROLE_HELP = N_("Your role"), N_("Such as Chair of trustees. Partners can read it; no name is needed.")
OWN = N_("A passphrase for this key")


class OwnKey(QWidget):
    """``done`` carries the key that was made, ``left`` says that it is put off."""

    done = Signal(object)
    left = Signal()
    asking: AskWhere = staticmethod(ask_where)
    """How a place is asked for; tests put something in its place that needs no window."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.role = QLineEdit()
        self.role.setMaxLength(LONGEST_LABEL)
        self._role = Asked(tr(ROLE), self.role, tr(ROLE_HELP))
        self.new = NewPassphrase(tr(OWN))
        self.go = button(tr(N_("Make the key and save its card…")), self.save)
        self.keep = button(tr(N_("Leave it as it is")), self.left.emit)
        for one in (self.go, self.keep):
            one.setAutoDefault(False)
        self.notice = Notice("bad")
        things = (heading(tr(TITLE), 3), text(tr(WHAT)), self._role, self.new)
        self.setLayout(column(*things, flow(self.keep, self.go), self.notice, gap=16))
        self.setFocusProxy(self._role)

    def save(self) -> None:
        """Make it, once it is known where its card goes."""
        role, secret = self.role.text().strip(), self.new.sound()
        if not role:
            self._role.wrong(tr(N_("Write your role.")))
            return
        if secret is None:
            return
        kind = tr(N_("Certificates (*.pem)"))
        file = self.asking(self, tr(N_("Where to save the card of your key")), "card.pem", kind)
        if file is None:
            return
        place = file if file.suffix else file.with_suffix(".pem")
        vault = self._screen.vault
        self.go.setEnabled(False)

        def work() -> Approver:
            made = make_own_key(vault, role, secret)
            save_own_card(made, place)
            return made

        tasks.run(self, work, self.done.emit, self._failed, Lane.ACT)

    def wipe(self) -> None:
        """Forget the passphrase."""
        self.new.wipe()

    def _failed(self, error: BaseException) -> None:
        self.go.setEnabled(True)
        if isinstance(error, Refused):
            self.notice.say(errors.sentence(error), "bad", tr(error.title))
        else:
            self._screen.failed_in(self.notice, error)
