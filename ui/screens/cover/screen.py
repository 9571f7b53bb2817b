"""The cover: it shows nothing of what is open, and is lifted by a PIN or the passphrase of whoever is in."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.screens.desk import Desk
from ui.screens.keyed import keyed
from ui.screens.outside import Outside
from ui.screens.unlock.waiting import Waiting
from ui.theme.look import px
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow
from ui.widgets.passphrase import Passphrase
from ui.widgets.words import text
from vcse_desktop.actions.covering import PIN, TRIES, lifts
from vcse_desktop.i18n import N_, ngettext, tr

NARROW = 720
UNDER = N_("Nothing is shown while nobody is here. Everything is as it was left.")
WITH_PIN, WITHOUT = N_("Your PIN or your passphrase"), N_("Your passphrase")
ON_PAPER = N_("The code of the recovery sheet")
WRONG = N_("That passphrase does not open this.")
WRONG_PIN = N_("That is not your PIN. Try again, or type your passphrase.")
NO_MORE = N_("Five PINs were wrong. Type your passphrase now.")
OTHER_HELP = N_("For somebody else everything is locked first. What you have begun stays yours.")


class Cover(Outside):
    """``what`` is the desk; ``opened`` carries its vault again once the cover is lifted."""

    def __init__(self, what: object = None) -> None:
        super().__init__(tr(N_("Covered")), tr(UNDER))
        assert isinstance(what, Desk)  # noqa: S101 - the window shows it with nothing else
        self._desk, self._busy = what, False
        self._waiting = Waiting(self, what.vault.folder)
        self.secret = Passphrase(tr(WITHOUT if what.who else ON_PAPER))
        self.secret.box.returnPressed.connect(self.save)
        self.go = button(tr(N_("Go on")), self.save, "primary")
        self._wait = text("", "sub")
        other = button(tr(N_("Somebody else, or the recovery sheet")), what.lock)
        self._stand([keyed(self.go, tr(N_("Enter"))), other])
        self._waiting.left.connect(self._wait_on)
        self._waiting.go_on()
        if not what.example:
            self.ask(lambda: what.vault.has_pin, self._met)

    def _stand(self, verbs: list[QWidget]) -> None:
        who = text(tr(N_("For {name}"), name=isolated(self._desk.who)), "label")
        if not self._desk.who:
            who.hide()
        self._wait.hide()
        if self._desk.example:
            self.secret.hide()
        inside = column(
            who, self.secret, self._wait, flow(*verbs, gap=24), text(tr(OTHER_HELP), "small"), gap=16
        )
        holder = boxed(inside)
        holder.setMaximumWidth(px(NARROW))
        self.add(holder)

    def first(self) -> QWidget:
        """Begin in the box."""
        return self.go if self._desk.example else self.secret

    def save(self) -> None:
        """Try what was typed; the example needs nothing."""
        if self._desk.example:
            self.opened.emit(self._desk.vault)
            return
        typed, vault, wrong = self.secret.text(), self._desk.vault, self._desk.wrong_pins
        if typed and not self._busy and not self._waiting.seconds():
            self._busy = True
            self.go.setEnabled(False)
            self.ask(partial(lifts, vault, typed, wrong), partial(self._tried, typed))

    def failed(self, error: BaseException) -> None:
        """Let it be tried again."""
        self._busy = False
        self.go.setEnabled(True)
        super().failed(error)

    def _met(self, has_pin: bool) -> None:
        if has_pin and self._desk.wrong_pins < TRIES:
            self.secret.name(tr(WITH_PIN))

    def _tried(self, typed: str, right: bool) -> None:
        self._busy = False
        self.go.setEnabled(True)
        if right:
            self._desk.wrong_pins = 0
            self._waiting.right()
            self.secret.box.clear()
            self.opened.emit(self._desk.vault)
        elif PIN.fullmatch(typed):
            self._desk.wrong_pins += 1
            self._say(WRONG_PIN if self._desk.wrong_pins < TRIES else NO_MORE)
        else:
            self._say(WRONG)
            self._waiting.wrong()

    def _say(self, sentence: str) -> None:
        if sentence is NO_MORE:
            self.secret.name(tr(WITHOUT))
        self.secret.wrong(tr(sentence))
        self.secret.box.selectAll()

    def _wait_on(self, seconds: int) -> None:
        self.go.setEnabled(not seconds)
        self._wait.setText(
            ngettext("You can try again in {n} second.", "You can try again in {n} seconds.", seconds)
        )
        if bool(seconds) == self._wait.isHidden():
            announce(self, self._wait.text() if seconds else tr(N_("You can try again now.")))
        self._wait.setVisible(bool(seconds))
