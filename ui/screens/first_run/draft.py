"""What was typed so far in the first run, and what every step of it is."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.screens.unlock.opening import Opening
from ui.theme.look import px
from ui.widgets.frame import Thing, column
from ui.widgets.reading import LINE, readable
from vcse_desktop.i18n import N_

LOOK, CHOICES, JOIN, GROUP, KEEPER, CHECKS, SHEET, REHEARSAL = (
    "look",
    "choices",
    "join",
    "group",
    "keeper",
    "checks",
    "sheet",
    "rehearsal",
)
EXAMPLE, IN, UNLOCK, RESTORE = "example", "in", "unlock", "restore"
"""Where a step can lead beside another step: the example, the inside, the door of a vault, a backup."""
BEFORE = {
    CHOICES: LOOK,
    JOIN: CHOICES,
    GROUP: CHOICES,
    CHECKS: CHOICES,
    KEEPER: GROUP,
    REHEARSAL: SHEET,
}
WAYS = {
    GROUP: (LOOK, CHOICES, GROUP, KEEPER, SHEET, REHEARSAL),
    CHECKS: (LOOK, CHOICES, CHECKS, SHEET, REHEARSAL),
    JOIN: (LOOK, CHOICES, JOIN),
}
"""The steps of each way, by the step that begins it."""
CODE_HERE = N_(
    "The recovery code is shown only now. Put it on paper and go in first: then there is time for the file."
)
CODE_LOST = N_(
    "The recovery code is shown only now. Once it is on paper, close the window again: "
    "your passphrase opens everything next time."
)
FINISH = N_("Finish this first, or go back to the beginning: what you typed here is not kept yet.")


@dataclass(slots=True)
class Draft:
    """Everything that outlives a step, and the screen being drawn anew. Only in memory."""

    step: str = LOOK
    way: str = ""
    """The step that begins the way chosen, "" as long as none was."""
    name: str = ""
    kind: str = ""
    number: str = ""
    folder: str = ""
    chosen: bool = False
    """Whether the folder was chosen by the person, not filled in."""
    joined: str = ""
    """The folder of a vault that is there already."""
    keeper: str = ""
    passphrase: tuple[str, str] = ("", "")
    before: Path | None = None
    """The vault that the person came from."""
    opening: Opening = field(default_factory=Opening)
    warned: bool = False
    """Whether somebody who closed the window was told that the code goes with it."""

    def turn(self, step: str) -> None:
        """Be at another step, and know which way was chosen."""
        self.step = step
        self.way = "" if step in (LOOK, CHOICES) else step if step in WAYS else self.way

    def place(self) -> tuple[int, int]:
        """Return the number of the step, and of how many; 0 as long as no way was chosen."""
        way = WAYS.get(self.way) or next(steps for steps in WAYS.values() if self.step in steps)
        known = way if self.before is None else way[1:]  # whoever came from a vault has a look already
        return known.index(self.step) + 1, len(known) if self.step not in (LOOK, CHOICES) else 0

    def stays(self, *, closing: bool) -> str:
        """Return what would be lost by leaving now, "" for nothing. Closing twice is meant."""
        warned, self.warned = self.warned, self.warned or closing
        if self.opening.code:
            return ("" if warned else CODE_LOST) if closing else CODE_HERE
        typed = (self.name, self.number, self.joined, self.keeper, *self.passphrase, self.opening.sentence)
        at_work = self.step not in (LOOK, CHOICES) and any(typed)
        return FINISH if at_work and not closing else ""

    def forget(self) -> None:
        """Forget the passphrase."""
        self.passphrase = ("", "")


class Step(QWidget):
    """One step. ``gone`` carries where to go on to, ``makes`` the work that makes a vault, ``found`` the
    folder of a vault that is there already."""

    gone = Signal(str)
    makes = Signal(object)
    found = Signal(object)
    title = ""
    on = ""
    """The words of the button that goes on, "" when the step has its own."""
    later = ""
    wide = LINE
    """Pixels at 100%: how wide it stands at most."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft

    def fill(self, *things: Thing) -> None:
        """Stand these below each other."""
        stand = (readable(one) if isinstance(one, QLabel) else one for one in things)
        self.setLayout(column(*stand, gap=16))
        self.setMaximumWidth(px(self.wide))

    def keep(self) -> None:
        """Put what was typed into the draft."""

    def go(self) -> None:
        """Go on, or say beside the box what is missing."""

    def put_off(self) -> None:
        """Leave it for later."""

    def wipe(self) -> None:
        """Forget every secret that is shown or was typed."""
