"""The second signature under an unfinished file: read it, then sign with a key of one's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui import errors, tasks
from ui.language import isolated
from ui.screens.check_pack.read import Reading
from ui.screens.check_pack.report import Report
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import boxed, column, flow
from ui.widgets.notice import Notice
from ui.widgets.passphrase import Passphrase
from ui.widgets.saving import AskWhere, ask_where
from ui.widgets.words import text
from vcse_desktop.actions.checking import Checked
from vcse_desktop.actions.cosigning import SIGNATURE, Cosigned, NotTheirs, cosign
from vcse_desktop.actions.opening import Contents, read_pack
from vcse_desktop.actions.sending import PACK
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import N_, ngettext, tr

AS = N_("You can sign this as {label}. What you sign cannot be changed any more, and nothing takes it back.")
OWN = N_("The passphrase of your own key")
OWN_HELP = N_("The one that you chose when your key was made; not the one that opens the program.")
ALONE, ALONE_WHY = (
    N_("Save my signature alone, to hand it back"),
    N_("For whoever made the file: they put it in."),
)
KINDS, KIND_ALONE = N_("Summary packs (*.zip)"), N_("Signatures (*.p7s)")
FINISHED = N_("Signed, and finished: {name}. This is the file to hand over.")
HANDED_BACK = N_("Signed. Hand {name} back to whoever asked you.")


def say_signed(notice: Notice, done: Cosigned) -> None:
    """Say what was written, and what is still missing."""
    name = isolated(done.file.name)
    if done.file.suffix.lower() == SIGNATURE:
        notice.say(tr(HANDED_BACK, name=name), "ok")
    elif done.missing:
        said = ngettext(
            "Signed. {n} signature is still missing: {name}",
            "Signed. {n} signatures are still missing: {name}",
            done.missing,
            name=name,
        )
        notice.say(said, "info")
    else:
        notice.say(tr(FINISHED, name=name), "ok")


class Cosign(QWidget):
    """``signed`` carries what was written."""

    signed = Signal(object)
    asking: AskWhere = staticmethod(ask_where)
    """How a place is asked for; tests put something in its place that needs no window."""

    def __init__(self, checked: Checked, vault: Vault) -> None:
        super().__init__()
        self._checked, self._vault = checked, vault
        offer = [(one.key, one.label) for one in checked.mine]
        self.who = OneOf(tr(N_("Which key")), offer, offer[0][0])
        self.who.setVisible(len(offer) > 1)
        self.read = button(tr(N_("Read it")), self._read, picture="see")
        self.report = Report(vault, checked.file, checked.result.pack)
        self.report.setVisible(checked.result.kind == PACK)
        self.passphrase = Passphrase(tr(OWN), tr(OWN_HELP))
        self.alone = QCheckBox(tr(ALONE))
        self.alone.setAccessibleDescription(tr(ALONE_WHY))
        self.go = button(tr(N_("Sign it…")), self.save)
        self.go.setAutoDefault(False)
        self.notice = Notice("ok")
        self._place = column(gap=12)
        said = text(tr(AS, label=isolated(", ".join(one.label for one in checked.mine))))
        alone = column(self.alone, text(tr(ALONE_WHY), "small"), gap=4)
        things = (said, flow(self.read), boxed(self._place), self.report, self.who, self.passphrase, alone)
        self.setLayout(column(*things, flow(self.go), self.notice, gap=12))
        self.setFocusProxy(self.read)

    def save(self) -> None:
        """Ask where the file goes, and sign it."""
        secret = self.passphrase.text()
        if not secret:
            self.passphrase.wrong(tr(N_("Type your passphrase.")))
            return
        ending, kind = (SIGNATURE, KIND_ALONE) if self.alone.isChecked() else (".zip", KINDS)
        name = f"{self._checked.result.kind}-{self._checked.result.pack}{ending}"
        file = self.asking(self, tr(N_("Where to save the signed file")), name, tr(kind))
        if file is None:
            return
        out = file if file.suffix.lower() == ending else file.with_name(f"{file.name}{ending}")
        vault, pack, key = self._vault, self._checked.file, str(self.who.code())
        self.go.setEnabled(False)
        tasks.run(self, lambda: cosign(vault, pack, key, secret, out), self._done, self._failed, Lane.ACT)

    def _done(self, done: Cosigned) -> None:
        self.passphrase.box.clear()
        say_signed(self.notice, done)
        self.signed.emit(done)

    def _failed(self, error: BaseException) -> None:
        self.go.setEnabled(True)
        self.read.setEnabled(True)
        if isinstance(error, NotTheirs):
            self.passphrase.wrong(errors.sentence(error))
        else:
            self.notice.say(errors.sentence(error), "bad")

    def _read(self) -> None:
        vault, file = self._vault, self._checked.file
        self.read.setEnabled(False)
        tasks.run(self, lambda: read_pack(vault, file), self._show, self._failed, Lane.LONG)

    def _show(self, contents: Contents) -> None:
        self.read.hide()
        reading = Reading(contents)
        self._place.addWidget(reading)
        reading.show()
        reading.setFocus()
