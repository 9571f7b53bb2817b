"""Who signs together with the group: their cards, the digits that they say, and how many must sign."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from ui import errors, tasks
from ui.language import isolated
from ui.screens.contents.digits import Digits
from ui.screens.recovery.sheet import CodeBox
from ui.screens.screen import Screen
from ui.screens.settings.key_change import ASKED_AGAIN, SHEET
from ui.screens.settings.refused import Refusals
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import boxed, card, column, emptied, flow
from ui.widgets.notice import Notice
from ui.widgets.passphrase import Passphrase
from ui.widgets.words import heading, text
from vcse_desktop.actions.approving import Approver, appoint, read_card
from vcse_desktop.i18n import N_, ngettext, tr

TITLE = N_("Who signs together with us")
WHAT = N_(
    "Whoever signs with you makes a key of their own and gives you its card. Add each card here, and have "
    "them read you the digits. The group's own signature counts as one. This list takes the place of the "
    "one before."
)
THEY_MATCH = N_("They told me these digits")
NOT_COMPARED = N_("Compare the digits of each card first: nobody else's key may sign for you.")
NEED = N_("How many must sign")


class Appointing(QWidget):
    """``done`` carries what partners meet from now on, ``left`` says that it is put off."""

    done = Signal(object)
    left = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.people: list[tuple[Approver, QCheckBox]] = []
        self._cards, self._count = column(gap=12), column()
        self.need: OneOf | None = None
        self.add = button(tr(N_("Add a card…")), self._choose, picture="add")
        self.sheet = CodeBox()
        self.sheet.name(tr(SHEET))
        self.passphrase = Passphrase(tr(N_("Your passphrase")), tr(ASKED_AGAIN))
        self.go = button(tr(N_("State who signs")), self.save)
        self.keep = button(tr(N_("Leave it as it is")), self.left.emit)
        for one in (self.go, self.keep):
            one.setAutoDefault(False)
        self.notice = Notice("bad")
        self._refused = Refusals(screen, self.passphrase, self.notice, self.go)
        cards = (boxed(self._cards), flow(self.add), boxed(self._count))
        things = (heading(tr(TITLE), 3), text(tr(WHAT)), *cards, self.sheet, self.passphrase)
        self.setLayout(column(*things, flow(self.keep, self.go), self.notice, gap=16))
        self.setFocusProxy(self.add)
        self._offer()

    def put(self, file: Path) -> None:
        """Add the card in a file, or say that it is none."""
        try:
            one = read_card(file)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told beside the button
            self.notice.say(errors.sentence(error), "bad")
            return
        self.notice.clear()
        tick = QCheckBox(tr(THEY_MATCH))
        tick.setAccessibleName(tr(N_("{label} told me these digits"), label=isolated(one.label)))
        made = card(heading(isolated(one.label), 3), Digits(one.digits), tick, gap=8)
        made.setAccessibleName(one.label)
        self.people.append((one, tick))
        self._cards.addWidget(made)
        self._offer()

    def save(self) -> None:
        """State it; what is wrong stands beside it."""
        if not all(tick.isChecked() for _, tick in self.people):
            self.notice.say(tr(NOT_COMPARED), "bad")
        elif not self.passphrase.text():
            self.passphrase.wrong(tr(N_("Type your passphrase.")))
        else:
            self.notice.clear()
            self.go.setEnabled(False)
            vault, secret, sheet = self._screen.vault, self.passphrase.text(), self.sheet.typed()
            compared = [(one, one.digits) for one, _ in self.people]
            need = int(self.need.code() or 1) if self.need else 1
            work = lambda: appoint(vault, secret, sheet, compared, need)  # noqa: E731 - a task wants a callable
            tasks.run(self, work, self.done.emit, self._refused.say, Lane.ACT)

    def wipe(self) -> None:
        """Forget every secret that was typed."""
        self.sheet.wipe()
        self.passphrase.box.clear()

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, tr(N_("Choose the card of a key")), "", tr(N_("Certificates (*.pem)"))
        )
        if name:
            self.put(Path(name))

    def _offer(self) -> None:
        """Offer as many as there are."""
        emptied(self._count)
        numbers = range(1, len(self.people) + 2)
        offer = [(str(n), ngettext("{n} signature", "{n} signatures", n)) for n in numbers]
        self.need = OneOf(tr(NEED), offer, offer[-1][0])
        self._count.addWidget(text(tr(NEED), "label"))
        self._count.addWidget(self.need)
        self.need.show()
