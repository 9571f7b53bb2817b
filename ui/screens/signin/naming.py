"""The first page of the door: three letters, at most three names, or no name at all."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.language import isolated
from ui.screens.signin.letters import Letters, large
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow
from ui.widgets.scrolled import into_view
from ui.widgets.words import text
from vcse_desktop.actions.at_the_door import LEAST, MOST, Guest, Match, matches
from vcse_desktop.i18n import N_, ngettext, tr

ASK = N_("Type the first three letters of your name")
HOW = N_("Three letters are enough to begin. After a shorter name, type a space.")
WAIT = N_("One moment…")
NONE = N_("No name here begins like that. Press “Just count me”: that is just as good.")
ONE = N_("If you are {name}, press Enter or the button.")
MORE = N_("Press your name. If it is not here, type more of it.")
ALIKE = N_("Some names look the same here. Type more of yours, or press “Just count me”.")
COUNT, NEW, LEAVE = N_("Just count me"), N_("I am new here"), N_("Leave the sign-in screen")


class Naming(QWidget):
    """``chosen`` carries a match; the others are wishes. No name is in it but those that are shown."""

    chosen = Signal(object)
    counting = Signal()
    newcomer = Signal()
    leaving = Signal()
    typed = Signal()

    def __init__(self, *, may_add: bool) -> None:
        super().__init__()
        self._guests: Sequence[Guest] | None = None
        self._found: Sequence[Match] = ()
        self.box = Letters()
        self.box.setAccessibleName(tr(ASK))
        self.box.setAccessibleDescription(tr(HOW))
        self.box.textChanged.connect(self._look)
        self.box.returnPressed.connect(self.enter)
        self.names = [large("", partial(self._choose, place)) for place in range(MOST)]
        for one in self.names:
            one.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hint = text("", "quote")
        self.count = large(tr(COUNT), self.counting.emit)
        self.new = large(tr(NEW), self.newcomer.emit)
        ask = text(tr(ASK), "number", buddy=self.box)
        self._listed = boxed(column(self.hint, *self.names, gap=12))
        self._how = text(tr(HOW), "sub")
        verbs = flow(self.count, self.new, gap=16)
        leave = button(tr(LEAVE), self.leaving.emit, "quiet", picture="lock")
        self.setLayout(column(ask, self._how, self.box, self._listed, verbs, 24, flow(leave), gap=16))
        self.new.setVisible(may_add)
        self.setFocusProxy(self.box)
        self.empty()

    def know(self, guests: Sequence[Guest]) -> None:
        """Look among these people from now on."""
        self._guests = guests
        self._look()

    def empty(self) -> None:
        """Forget what was typed and whom it showed."""
        self.box.empty()
        self._show((), "")

    def enter(self) -> None:
        """Take the name that is shown, when it is the only one."""
        if len(self._found) == 1:
            self._choose(0)
        elif self.hint.text():
            announce(self.box, self.hint.text())

    def _look(self) -> None:
        self.typed.emit()
        letters = self.box.text()
        found = matches(self._guests or (), letters)
        if len(letters.lstrip()) < LEAST:
            self._show((), "")
        elif self._guests is None:
            self._show((), tr(WAIT))
        elif found.alike:
            self._show(found.found, tr(ALIKE))
        elif found.more:
            self._show(found.found, tr(MORE))
        elif len(found.found) == 1:
            self._show(found.found, tr(ONE, name=isolated(found.found[0].shown)))
        else:
            self._show(found.found, _several(len(found.found)))

    def _show(self, found: Sequence[Match], hint: str) -> None:
        """Show these names and no other; the words of what is hidden go, too."""
        self._found = found
        for place, one in enumerate(self.names):
            words = found[place].shown if place < len(found) else ""
            one.setText(isolated(words).replace("&", "&&") if words else "")
            one.setAccessibleName(words)
            one.setVisible(bool(words))
        said = self.hint.text()
        self.hint.setText(hint)
        self._listed.setVisible(bool(hint))
        self._how.setVisible(not hint)  # there is little room in large letters
        if found:
            QTimer.singleShot(0, self, partial(into_view, self.names[len(found) - 1]))
        if hint and hint != said:
            announce(self.box, hint)

    def _choose(self, place: int) -> None:
        if place < len(self._found):
            self.chosen.emit(self._found[place])


def _several(many: int) -> str:
    if not many:
        return tr(NONE)
    return ngettext(
        "{n} name begins like that. If it is yours, press it.",
        "{n} names begin like that. Press yours, or go to it by Tab.",
        many,
    )
