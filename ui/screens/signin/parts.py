"""The pages of the door that follow the first: a first name for who is new, and a word of thanks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.screens.keyed import keyed
from ui.screens.signin.letters import Letters, large
from ui.widgets.accessible import announce
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.words import text
from vcse_desktop.actions.signing_in import Signed
from vcse_desktop.i18n import N_, tr

FIRST, BACK = N_("Your first name"), N_("Back to signing in")
BLANK = N_("Type your first name, or go back and press “Just count me”.")
THANKS, COUNTED = N_("Thank you, {name}. You are signed in."), N_("Thank you. You are counted.")
ALREADY = N_("You are signed in already, {name}.")
NEXT, NOT_ME = N_("Next person"), N_("That was not me")


class Newcomer(QWidget):
    """A box for a first name. ``named`` carries it; ``back`` is the wish to go back; ``typed`` says so."""

    named = Signal(str)
    back = Signal()
    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.box = Letters()
        self.asked = Asked(tr(FIRST), self.box)
        self.box.textChanged.connect(lambda _: self.typed.emit())
        self.box.returnPressed.connect(self.enter)
        go = keyed(large(tr(N_("Sign in")), self.enter, "primary"), tr(N_("Enter")))
        back = keyed(button(tr(BACK), self.back.emit, "quiet", picture="back"), tr(N_("Esc")))
        self.setLayout(column(self.asked, flow(go, gap=24), 24, flow(back), gap=16))
        self.setFocusProxy(self.box)

    def enter(self) -> None:
        """Take the name."""
        if self.box.text().strip():
            self.named.emit(self.box.text())
        else:
            self.asked.wrong(tr(BLANK))

    def empty(self) -> None:
        """Forget what was typed."""
        self.box.empty()
        self.asked.clear()


class Thanks(QWidget):
    """``over`` carries the letter with which the next person begins, or ""; ``taken_back`` is a wish."""

    over = Signal(str)
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said = text("", "number")
        self.next = large(tr(NEXT), lambda: self.over.emit(""), "primary")
        self.not_me = large(tr(NOT_ME), self.taken_back.emit)
        self.setLayout(column(self.said, 8, flow(self.next, self.not_me, gap=16), gap=16))
        self.setFocusProxy(self.next)

    def thank(self, signed: Signed) -> None:
        """Say what came of it; only what was added can be taken back."""
        words = ALREADY if signed.already else THANKS if signed.first else COUNTED
        said = tr(words, name=isolated(signed.first)) if signed.first else tr(words)
        self.said.setText(said)
        self.not_me.setVisible(signed.changed.unit is not None)
        announce(self, said)

    def empty(self) -> None:
        """Forget who was thanked."""
        self.said.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin with the next person at any letter: it is the first of their name."""
        shortcut = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.text().isprintable() and event.text() and not shortcut:
            self.over.emit(event.text())
        else:
            super().keyPressEvent(event)
