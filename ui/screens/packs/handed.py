"""A note of how a pack was handed over: the program sends nothing, so somebody says it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.language import isolated
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow
from ui.widgets.words import heading
from vcse_desktop.actions.sending import LONGEST_NOTE, Sent
from vcse_desktop.i18n import N_, tr

TITLE = N_("How was pack {number} for {partner} handed over?")
HOW, HOW_HELP = N_("How and when"), N_("Such as: by e-mail to their office, on 3 May.")


class Handed(QWidget):
    """``kept`` carries what was written, ``left`` says that it is put off."""

    kept = Signal(str)
    left = Signal()

    def __init__(self, pack: Sent) -> None:
        super().__init__()
        self.how = QLineEdit(pack.handed)
        self.how.setMaxLength(LONGEST_NOTE)
        asked = Asked(tr(HOW), self.how, tr(HOW_HELP))
        self.how.returnPressed.connect(self.save)
        title = tr(TITLE, number=pack.number, partner=isolated(", ".join(pack.audience)))
        verbs = flow(button(tr(N_("Keep the note")), self.save), button(tr(N_("Leave it")), self.left.emit))
        self.setLayout(column(card(heading(title, 2), asked, verbs)))
        self.setFocusProxy(asked)

    def save(self) -> None:
        """Keep it."""
        self.kept.emit(self.how.text())
