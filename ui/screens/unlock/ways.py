"""The ways through the door of one vault, one at a time, and what comes of trying."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import errors
from ui.screens.later import unlocking
from ui.screens.unlock.opening import Opening
from ui.screens.unlock.parts import ByPassphrase, Example, Part
from ui.screens.unlock.waiting import Waiting
from ui.widgets.accessible import announce
from ui.widgets.frame import column, emptied, row
from ui.widgets.notice import Notice
from ui.widgets.words import text
from ui.widgets.working import Working
from vcse_desktop.actions.last_opened import remember
from vcse_desktop.errors import VcseError
from vcse_desktop.i18n import N_, ngettext, tr

OPENING = N_("Opening…")
MAKING = N_("Making the example organisation. This takes a few seconds…")
WRONG = N_("That passphrase does not open this.")
WRONG_CODE = N_(
    "That code does not open this. Nothing was changed. Compare each group with the paper. If all are the "
    "same, the paper is of another vault, a newer sheet has taken its place, or a file is damaged."
)
GONE = N_("What you opened last is not there now")
GONE_HOW = N_(
    "If it is on a stick or card, put that in and open it again. If it was moved, press “{other}”, "
    "and then “Join or restore”."
)
OTHER = N_("Another group, or a new one")
PASSPHRASE, SHEET, RENEWING, EXAMPLE = "passphrase", "sheet", "renewing", "example"


@dataclass(slots=True)
class Kept:
    """What outlives the screen being drawn anew."""

    way: str = PASSPHRASE
    slot: str | None = None
    keeper: str = ""
    said: tuple[str, str] = ("", "")
    opening: Opening = field(default_factory=Opening)


class Ways(QWidget):
    """``opened`` carries the open vault; ``typed`` tells that somebody is on the way in."""

    opened = Signal(object)
    typed = Signal()

    def __init__(self, folder: Path, kept: Kept) -> None:
        super().__init__()
        self.folder, self.now = folder, kept
        self.people: Sequence[tuple[str, str]] = []
        self._holder = row()
        self._notice, self._working, self._wait = Notice(), Working(), text("", "sub")
        self._wait.hide()
        self.setLayout(column(self._notice, self._holder, self._wait, self._working, gap=16))
        self._notice.show_as("bad", kept.said[1], kept.said[0])
        self._waiting = Waiting(self, folder)
        self.part: Part = ByPassphrase()
        self.turn(kept.way)
        self._waiting.left.connect(self._wait_on)
        self._waiting.go_on()
        self._working.stop.connect(self._stop)
        kept.opening.watch(self)
        kept.opening.arrived.connect(self._arrived)
        kept.opening.failed.connect(self.failed)
        if kept.opening.sentence:
            self._begun()

    def offer(self, people: Sequence[tuple[str, str]], keeper: str) -> None:
        """Show who may open this, as slot and name; ``keeper`` is whose passphrase the sheet renews."""
        self.people, self.now.keeper = people, keeper
        if isinstance(self.part, ByPassphrase):
            self.part.offer(people)
        self.part.call(keeper)

    def turn(self, way: str) -> None:
        """Show another way."""
        self.part.wipe()
        emptied(self._holder)
        self._notice.clear()
        self.now.way, self.now.said = way, ("", "")
        self.part = _part(way, self.now.keeper)
        if isinstance(self.part, ByPassphrase):
            self.part.slot = self.now.slot
            self.part.offer(self.people)
        self.part.typed.connect(self.typed)
        self.part.go.connect(self.go)
        self.part.back.connect(self._other)
        self._holder.addWidget(self.part, 1)
        self._holder.addStretch(0)
        self.part.ready(not self._waiting.seconds())
        self.part.show()  # at once: what is not seen yet takes no focus
        self.part.setFocus()

    def go(self) -> None:
        """Try it."""
        part, folder, opening = self.part, self.folder, self.now.opening
        if opening.sentence or self._waiting.seconds():
            return
        if isinstance(part, ByPassphrase):
            self.now.slot = part.slot
        work = part.work(folder, opening)
        if work is None:
            return
        making = self.now.way == EXAMPLE and not folder.is_dir()
        opening.begin(tr(MAKING if making else OPENING), work)
        self._begun()

    def back(self) -> None:
        """Go from the sheet back to the passphrase."""
        if self.now.way == SHEET:
            self.turn(PASSPHRASE)

    def _other(self) -> None:
        if self.now.way == RENEWING:
            self._in()
        else:
            self.turn(SHEET if self.now.way == PASSPHRASE else PASSPHRASE)

    def _begun(self) -> None:
        self.now.said = ("", "")
        self._notice.clear()
        self.part.ready(False)
        self._working.begin(self.now.opening.sentence)

    def _stop(self) -> None:
        self.now.opening.stop()
        self._working.end()
        self.part.ready(True)

    def _arrived(self) -> None:
        self._working.end()
        self._waiting.right()
        if self.now.way == SHEET:
            self.turn(RENEWING)
        else:
            self._in()

    def _in(self) -> None:
        self.part.wipe()
        remember(self.folder)
        self.opened.emit(self.now.opening.take())

    def failed(self, error: BaseException) -> None:
        """Say in words why it does not open; after a wrong passphrase the next try waits."""
        self._working.end()
        self.part.ready(True)
        if self.now.way == RENEWING:  # the vault is locked again
            self.turn(PASSPHRASE)
        if not isinstance(error, VcseError):
            errors.tell(self, error)
        elif isinstance(self.part, ByPassphrase) and isinstance(error, unlocking.WrongKeyOrDamaged):
            self.part.wrong(tr(WRONG))
            self._waiting.wrong()
        elif self.now.way == SHEET:
            other = isinstance(error, unlocking.WrongKeyOrDamaged)
            self.part.wrong(tr(WRONG_CODE) if other else errors.sentence(error))
        else:
            here = self.folder.is_dir()
            how = errors.sentence(error) if here else tr(GONE_HOW, other=tr(OTHER))
            self.now.said = (tr(error.title if here else GONE), how)
            self._notice.say(how, "bad", self.now.said[0])

    def _wait_on(self, seconds: int) -> None:
        self.part.ready(not seconds)
        self._wait.setText(
            ngettext("You can try again in {n} second.", "You can try again in {n} seconds.", seconds)
        )
        if bool(seconds) == self._wait.isHidden():
            announce(self, self._wait.text() if seconds else tr(N_("You can try again now.")))
        self._wait.setVisible(bool(seconds))


def _part(way: str, keeper: str) -> Part:
    """Return what stands on a way; that of paper is loaded when it is taken."""
    if way in {PASSPHRASE, EXAMPLE}:
        return ByPassphrase() if way == PASSPHRASE else Example()
    by_paper = import_module("ui.screens.unlock.sheet")
    made: Part = by_paper.BySheet() if way == SHEET else by_paper.Renewing(keeper)
    return made
