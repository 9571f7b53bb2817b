"""What each way through the door has in common, and the two that need no paper."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import isolated
from ui.screens.keyed import keyed
from ui.screens.later import unlocking
from ui.screens.unlock.opening import Opened, Opening, example
from ui.theme.look import px
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import Thing, column, flow, row
from ui.widgets.passphrase import Passphrase
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr

WHO = N_("Who are you?")
WHOSE = N_("For {name}")


NARROW = 720
"""Pixels at 100%: how wide a way with short boxes stands at most."""


class Part(QWidget):
    """One way. ``go`` tries it, ``back`` wants another one, ``typed`` tells of each letter."""

    go = Signal()
    typed = Signal()
    back = Signal()
    wide = NARROW

    def fill(self, *things: Thing) -> None:
        """Stand these below each other."""
        self.setLayout(column(*things, gap=16))
        self.setMaximumWidth(px(self.wide))

    def ready(self, ready: bool) -> None:
        """Let it be tried, or not now."""

    def wipe(self) -> None:
        """Forget what was typed."""

    def call(self, keeper: str) -> None:
        """Take the name of the keeper, which is read meanwhile."""

    def wrong(self, sentence: str) -> None:
        """Say beside the box that it does not open."""

    def work(self, folder: Path, opening: Opening) -> Callable[[], Opened] | None:
        """Return what opens the vault of this folder; None, and said, when it cannot be tried yet."""


class ByPassphrase(Part):
    """Who it is, when several may open this, and the passphrase."""

    def __init__(self) -> None:
        super().__init__()
        self.slot: str | None = None
        self._who = QVBoxLayout()
        self.passphrase = Passphrase(tr(N_("Passphrase")))
        self.passphrase.box.returnPressed.connect(self._enter)
        self.passphrase.box.textEdited.connect(lambda _: self.typed.emit())
        self.opens = button(tr(N_("Open")), self.go.emit, "primary")
        opens = keyed(self.opens, tr(N_("Enter")))
        other = button(tr(N_("Use the recovery sheet")), self.back.emit)
        self.fill(self._who, self.passphrase, flow(opens, other, gap=24))
        self.setFocusProxy(self.passphrase)

    def offer(self, people: Sequence[tuple[str, str]]) -> None:
        """Show who may open this, as slot and name; of several one may be chosen, or nobody: then all fit."""
        if len(people) == 1:
            self._who.addWidget(text(tr(WHOSE, name=isolated(people[0][1])), "label"))
        elif people:
            made = OneOf(tr(WHO), people, self.slot)
            made.chosen.connect(lambda: self._choose(made.code()))
            self._who.addWidget(text(tr(WHO), "label"))
            self._who.addWidget(made)

    def ready(self, ready: bool) -> None:
        """Let it be tried, or not now."""
        self.opens.setEnabled(ready)

    def work(self, folder: Path, opening: Opening) -> Callable[[], Opened]:
        """Try what is typed, for whoever was chosen."""
        typed, slot = self.passphrase.text(), self.slot
        return lambda: (unlocking.unlock(folder, typed, slot=slot), "")

    def call(self, keeper: str) -> None:
        """Take the name of the keeper, which is read meanwhile."""

    def wrong(self, sentence: str) -> None:
        """Say that it does not open; what was typed stays, marked, to be typed over."""
        self.passphrase.wrong(sentence)
        self.passphrase.box.selectAll()

    def wipe(self) -> None:
        """Forget what was typed."""
        self.passphrase.box.clear()

    def _choose(self, slot: str | None) -> None:
        self.slot = slot
        self.passphrase.setFocus()

    def _enter(self) -> None:
        if self.opens.isEnabled():
            self.go.emit()


class Example(Part):
    """One button: nobody real is in there."""

    def __init__(self) -> None:
        super().__init__()
        self.opens = button(tr(N_("Open the example organisation")), self.go.emit, "primary")
        self.fill(
            text(tr(N_("Nobody in it is real, so it needs no passphrase."))),
            row(self.opens, None),
        )
        self.setFocusProxy(self.opens)

    def ready(self, ready: bool) -> None:
        """Let it be tried, or not now."""
        self.opens.setEnabled(ready)

    def work(self, folder: Path, opening: Opening) -> Callable[[], Opened]:
        """Open it, or make it first."""
        return example
