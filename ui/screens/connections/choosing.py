"""Choosing what one offer or wish is brought together with: all that fit, the best fitting words first."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui import errors, tasks
from ui.screens.connections.words import NONE, one_words, since_words, whole_words
from ui.screens.desk import Desk
from ui.screens.keyed import going_back
from ui.screens.today.lines import Line, Lines
from ui.tasks import Lane
from ui.widgets.frame import column
from ui.widgets.words import heading, marked, text
from vcse_desktop.actions.bringing_together import join
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.matching import OTHER, One, board, fitting
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import N_, tr

ASKS = {"offer": N_("Who wishes for something like it?"), "wish": N_("Who offers something like it?")}
SUGGESTED = N_(
    "Those whose words are most alike stand first. That is a suggestion and no more: you know them. "
    "Nobody is told anything yet."
)
BROUGHT = N_("Brought together. Nobody is introduced yet: first both are asked.")
SHOWN = 20
Found = tuple[One, list[One]] | None


class Choosing(QFrame):
    """``ended`` is the wish to go back; ``joined`` carries the record in which both stand now."""

    ended = Signal()
    joined = Signal(object)

    def __init__(self, desk: Desk, side: str, record: int) -> None:
        super().__init__()
        self.side, self.record = side, record
        self._desk, self._busy = desk, False
        self.title = marked(heading("", 2))
        self.others = Lines(tr(ASKS[side]), tr(NONE[OTHER[side]]), SHOWN, below=True)
        self.back = going_back(self.ended.emit)
        self.setLayout(column(self.back, self.title, text(tr(SUGGESTED), "sub"), self.others, gap=12))
        self._eager = True
        self.look()

    def look(self) -> None:
        """Ask again for what is open."""
        vault, side, record = self._desk.vault, self.side, self.record
        tasks.run(self, lambda: _found(vault, side, record), self._show, self._failed)

    def first(self) -> QWidget:
        """Return the one that fits best, else the way back."""
        return next(iter(self.others.buttons()), self.title)

    def _show(self, found: Found) -> None:
        if found is None:
            self.ended.emit()
            return
        one, others = found
        self.title.setText(whole_words(one))
        self.others.fill([self._line(other) for other in others])
        if self._eager:
            self._eager = False
            QTimer.singleShot(0, self, lambda: self.first().setFocus())  # when it has its place

    def _line(self, other: One) -> Line:
        return Line(
            one_words(other), since_words(other), [(tr(N_("Bring together")), lambda: self._join(other))]
        )

    def _join(self, other: One) -> None:
        if self._busy:
            return
        self._busy = True
        vault = self._desk.vault
        offer, wish = (self.record, other.id) if self.side == "offer" else (other.id, self.record)

        def done(changed: Changed) -> None:
            self.joined.emit(offer)
            self._desk.did(tr(BROUGHT), changed)

        tasks.run(self, lambda: join(vault, offer, wish), done, self._failed, Lane.ACT)

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        errors.tell(self, error)


def _found(vault: Vault, side: str, record: int) -> Found:
    shown = board(vault)
    mine, theirs = (shown.offers, shown.wishes) if side == "offer" else (shown.wishes, shown.offers)
    one = next((one for one in mine if one.id == record), None)
    return None if one is None else (one, fitting(one, theirs))
