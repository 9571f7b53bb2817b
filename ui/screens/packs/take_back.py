"""Taking a pack back: why, where the signed notice goes, and the passphrase; said first, for nothing "
"undoes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import errors, tasks
from ui.language import isolated
from ui.screens.desk import Desk
from ui.screens.make_pack.sign import KIND
from ui.tasks import Lane
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow
from ui.widgets.notice import Notice
from ui.widgets.passphrase import Passphrase
from ui.widgets.saving import FilePlace
from ui.widgets.words import heading, text
from vcse_desktop.actions import notices
from vcse_desktop.actions.notices import LONGEST_REASON, PointsAtSomebody
from vcse_desktop.actions.sending import NotYours, Sent
from vcse_desktop.i18n import N_, tr

TITLE = N_("Take pack {number} for {partner} back")
WHAT = N_(
    "A small signed notice says that the pack is taken back, and why. Send it to everybody who has the pack: "
    "whoever checks the pack after that sees it."
)
FOR_GOOD = N_(
    "Nothing undoes this once it is signed. The pack cannot be called back from where it is, and what it "
    "told stays told: later numbers are still checked against it."
)
WHY = N_("Why is it taken back?")
WHY_HELP = N_("Your partner reads this, and keeps it. Name nobody.")
NAME = "notice-{id}.zip"
HARMLESS = N_("“{words}” points at nobody")


class TakeBack(QWidget):
    """``done`` carries the notice that was made, ``left`` says that the pack stays."""

    done = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, pack: Sent) -> None:
        super().__init__()
        self._desk, self._pack = desk, pack
        self._kept: list[str] = []
        self.place = FilePlace(NAME.format(id=pack.pack), tr(N_("Where to save the notice")), tr(KIND))
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.why = Asked(tr(WHY), self.reason, tr(WHY_HELP))
        self.harmless = button("", self._harmless)
        self._found = flow(self.harmless)
        self._found.hide()
        self.passphrase = Passphrase(
            tr(N_("Your passphrase")), tr(N_("Asked again, because this is signed in your group's name."))
        )
        self.keep = button(tr(N_("Leave the pack as it is")), self.left.emit)
        self.go = button(tr(N_("Sign the notice and take the pack back")), self.save)
        for one in (self.keep, self.go):
            one.setAutoDefault(False)
        self.notice = Notice("bad")
        title = tr(TITLE, number=pack.number, partner=isolated(", ".join(pack.audience)))
        things = (heading(title, 2), text(tr(WHAT)), text(tr(FOR_GOOD), "label"), self.why)
        verbs = flow(self.keep, self.go)
        self.setLayout(
            column(
                card(
                    *things,
                    self._found,
                    self.place,
                    self.passphrase,
                    verbs,
                    self.notice,
                )
            )
        )
        self.setFocusProxy(self.why)

    def save(self) -> None:
        """Sign the notice; what is wrong stands beside its box."""
        self.notice.clear()
        reason, secret = self.reason.text().strip(), self.passphrase.text()
        if not reason:
            self.why.wrong(tr(N_("Write why.")))
        elif not secret:
            self.passphrase.wrong(tr(N_("Type your passphrase.")))
        else:
            self.go.setEnabled(False)
            vault, pack, file, kept = self._desk.vault, self._pack.pack, self.place.file, tuple(self._kept)
            work = lambda: notices.take_back(vault, pack, reason, file, secret, kept)  # noqa: E731 - a task wants it
            tasks.run(self, work, self.done.emit, self._failed, Lane.ACT)

    def _failed(self, error: BaseException) -> None:
        self.go.setEnabled(True)
        if isinstance(error, NotYours):
            self.passphrase.wrong(errors.sentence(error))
        elif isinstance(error, PointsAtSomebody):
            words = error.found.spot.words
            self.harmless.setText(tr(HARMLESS, words=isolated(words)))
            self.harmless.setProperty("words", words)
            self._found.show()
            self.why.wrong(errors.sentence(error))
        else:
            self.notice.say(errors.sentence(error), "bad")

    def _harmless(self) -> None:
        """Keep the words that were found, and go on."""
        self._kept.append(str(self.harmless.property("words")))
        self._found.hide()
        self.why.clear()
        self.save()
