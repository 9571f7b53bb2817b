"""Replacing a pack: why, before a new one is made in its place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.language import isolated
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow
from ui.widgets.words import heading, text
from vcse_desktop.actions.notices import LONGEST_REASON
from vcse_desktop.actions.sending import Choices, Sent
from vcse_desktop.i18n import N_, tr

TITLE = N_("Replace pack {number} for {partner}")
WHAT = N_(
    "You make a new pack, step by step. It has the next number and says that it takes the place of this one. "
    "The one before cannot be called back from where it is, and what it told stays told."
)
WHY = N_("Why is it replaced?")
WHY_HELP = N_("Your partner reads this, and keeps it. It may stay empty. Name nobody.")


class Replace(QWidget):
    """``going_on`` carries the choices of the new pack, ``left`` says that the pack stays."""

    going_on = Signal(object)
    left = Signal()

    def __init__(self, pack: Sent) -> None:
        super().__init__()
        self._pack = pack
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        why = Asked(tr(WHY), self.reason, tr(WHY_HELP))
        self.keep = button(tr(N_("Leave the pack as it is")), self.left.emit)
        self.go = button(tr(N_("Make the new pack")), self.save)
        for one in (self.keep, self.go):
            one.setAutoDefault(False)
        title = tr(TITLE, number=pack.number, partner=isolated(", ".join(pack.audience)))
        things = (heading(title, 2), text(tr(WHAT)), why, flow(self.keep, self.go))
        self.setLayout(column(card(*things)))
        self.setFocusProxy(why)

    def save(self) -> None:
        """Go on to the new pack."""
        pack = self._pack
        if pack.first is not None and pack.last is not None:
            reason = " ".join(self.reason.text().split())
            made = Choices(pack.first, pack.last, pack.audience[0], replaces=pack.pack, reason=reason)
            self.going_on.emit(made)
