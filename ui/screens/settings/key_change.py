"""One change of the key at a time: what it means, the passphrase, the sheet, and the verb."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ui import tasks
from ui.screens.recovery.sheet import CodeBox
from ui.screens.screen import Screen
from ui.screens.settings.refused import Refusals
from ui.tasks import Lane
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow, row
from ui.widgets.notice import Notice
from ui.widgets.passphrase import Passphrase, SecretBox
from ui.widgets.words import heading, text
from vcse_desktop.actions import succession
from vcse_desktop.actions.succession import Renewed
from vcse_desktop.i18n import N_, tr

CHANGE, STOLEN, NAME, LOST, CLOSE = "change", "stolen", "name", "lost", "close"
FOLLOW = N_(
    "A new key is made. The key of now and your recovery sheet both stand behind it, so partners who know "
    "you follow by themselves. Your digits change: print the card again. Nothing takes this back."
)
DECISIONS = {
    CHANGE: (
        N_("We want a new key"),
        N_("Somebody who could sign has left, or it is simply time."),
        N_("Make a new key"),
        FOLLOW,
    ),
    STOLEN: (
        N_("Somebody else may have our key"),
        N_("A computer or a backup was stolen, and its passphrase may be known."),
        N_("Make a new key"),
        FOLLOW,
    ),
    NAME: (
        N_("We have another name or number"),
        N_("The key and its digits stay the same."),
        N_("Sign under this name"),
        N_(
            "Packs are signed under this name and number from now on. Partners are told by the next pack or "
            "notice. The name of your group in your records stays as it is there."
        ),
    ),
    LOST: (
        N_("Our old records and their key are lost"),
        N_("These are new records, and you have the old recovery sheet and a pack that you sent."),
        N_("Go on as the group of that pack"),
        N_(
            "A new key is made, behind which the old sheet stands alone. Partners are therefore asked to "
            "compare your digits once more. The pack is taken into the register. Nothing takes this back."
        ),
    ),
    CLOSE: (
        N_("Our group closes"),
        N_("No more packs are signed. What partners hold stays good."),
        N_("Say that we have closed"),
        N_(
            "Your key states that the group has closed, and signs nothing but notices from now on. Nothing "
            "takes this back. Your records stay as they are."
        ),
    ),
}
"""What may have happened: its title, what it means, the verb, and what is said before."""
ASKED_AGAIN = N_("Asked again, because this is signed in your group's name.")
SHEET, THIS_SHEET = N_("The code on your recovery sheet"), N_("The code on the sheet of these records")
OLD = N_("The code on the old recovery sheet")
OLD_HELP = N_("The sheet of the records that are lost.")
NUMBER_HELP = N_("Such as GB-CHC-1234567; leave it empty if it has none.")
PACK_HELP = N_("The newest one that you have. It shows which key came before.")
LONGEST = 200


class KeyChange(QWidget):
    """``done`` carries what partners meet from now on, ``left`` says that it is put off."""

    done = Signal(object)
    left = Signal()

    def __init__(self, screen: Screen, code: str) -> None:
        super().__init__()
        self.code, self._screen = code, screen
        title, _, verb, meaning = DECISIONS[code]
        self.name, self.number, self.pack, self.old = QLineEdit(), QLineEdit(), QLineEdit(), SecretBox()
        self._called = ("", "")
        self.sheet = CodeBox()
        self.sheet.name(tr(THIS_SHEET if code == LOST else SHEET))
        self.passphrase = Passphrase(tr(N_("Your passphrase")), tr(ASKED_AGAIN))
        self.go, self.keep = button(tr(verb), self.save), button(tr(N_("Leave it as it is")), self.left.emit)
        for one in (self.go, self.keep):
            one.setAutoDefault(False)
        self.notice = Notice("bad")
        self._refused = Refusals(screen, self.passphrase, self.notice, self.go)
        own = self._own()
        verbs = flow(self.keep, self.go)
        things = (*own, self.sheet, self.passphrase, verbs, self.notice)
        self.setLayout(column(heading(tr(title), 3), text(tr(meaning)), *things, gap=16))
        self.setFocusProxy(own[0] if own else self.sheet)

    def _own(self) -> list[Asked]:
        """Return what is asked for this change alone."""
        if self.code == NAME:
            for box in (self.name, self.number):
                box.setMaxLength(LONGEST)
            name = Asked(tr(N_("The name of your group")), self.name)
            return [name, Asked(tr(N_("Its number")), self.number, tr(NUMBER_HELP))]
        if self.code == LOST:
            choose = button(tr(N_("Choose a file…")), self._choose, name=tr(N_("Choose a pack of yours…")))
            line = [row(self.pack, choose)]
            pack = Asked(tr(N_("A pack or notice of yours")), self.pack, tr(PACK_HELP), line)
            return [pack, Asked(tr(OLD), self.old, tr(OLD_HELP))]
        return []

    def called(self, name: str, number: str) -> None:
        """Begin with the name and number of now, unless somebody has typed others."""
        if (self.name.text(), self.number.text()) == self._called:
            self.name.setText(name)
            self.number.setText(number)
            self._called = (name, number)

    def save(self) -> None:
        """Do it; what is wrong stands beside its box."""
        self.notice.clear()
        if not self.passphrase.text():
            self.passphrase.wrong(tr(N_("Type your passphrase.")))
            return
        self.go.setEnabled(False)
        vault, secret, sheet = self._screen.vault, self.passphrase.text(), self.sheet.typed()
        name, number, old = self.name.text(), self.number.text(), self.old.text()
        file, code = Path(self.pack.text().strip().strip("\"'")), self.code

        def work() -> Renewed:
            if code == NAME:
                return succession.rename(vault, secret, sheet, name, number)
            if code == LOST:
                return succession.carry_on(vault, secret, sheet, old, file)
            if code == CLOSE:
                return succession.close(vault, secret, sheet)
            return succession.change_key(vault, secret, sheet, stolen=code == STOLEN)

        tasks.run(self, work, self.done.emit, self._refused.say, Lane.ACT)

    def wipe(self) -> None:
        """Forget every secret that was typed."""
        self.sheet.wipe()
        self.old.clear()
        self.passphrase.box.clear()

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr(N_("Choose a pack of yours")))
        if name:
            self.pack.setText(name)
