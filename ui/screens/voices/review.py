"""What may point at somebody in the words to share, one by one: replaced, kept with a reason, or next."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.language import isolated
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.words import text
from vcse_desktop.actions.naming_in_words import KEEP, Guard, Spot, replaced, spots
from vcse_desktop.i18n import N_, ngettext, tr

IN_TEXT = N_("{what} ({text})")
IN_SENTENCE = N_("{before}«{words}»{after}")
PUT = N_("Put {mark} in its place")
LAST = N_("Nothing else was found. Read the words once more yourself.")


class Review(QWidget):
    """Shows one of what was found, in its sentence. ``changed`` carries the words with something replaced.

    ``settled`` tells that nothing is open any more.
    """

    changed = Signal(str)
    settled = Signal()

    def __init__(self, of: str = "") -> None:
        """``of`` is added to what each control says of itself, where more than one text is looked at."""
        super().__init__()
        self._guard, self._of = Guard(), of
        self._words, self._at = "", 0
        self._open: list[Spot] = []
        self.kept: dict[str, str] = {}
        """The words that were chosen to stay, each with the code of the reason."""
        self._many, self._shown, self._why = text("", "label"), text(""), text("", "sub")
        self.put = button("", self._replace)
        self.next = button(tr(N_("Next one")), self._next)
        because = text(tr(N_("Or keep it:")), "label")
        self.keep = {code: button(tr(KEEP[code]), partial(self._keep, code)) for code in KEEP}
        verbs = flow(self.put, self.next)
        self.setLayout(
            column(self._many, self._shown, self._why, verbs, because, flow(*self.keep.values()), gap=6)
        )
        for code, one in self.keep.items():
            self._call(one, tr(N_("Keep it: {reason}"), reason=tr(KEEP[code])))
        self._call(self.next, self.next.text())
        self.hide()

    def know(self, guard: Guard) -> None:
        """Take what finds names and everything else."""
        self._guard = guard

    def look_at(self, words: str) -> None:
        """Show what is open in these words."""
        self._words = words
        self._open = spots(self._guard, words, self.kept)
        self._at = min(self._at, max(len(self._open) - 1, 0))
        self._show()

    def open(self) -> int:
        """Return how many stretches nobody has decided about."""
        return len(self._open)

    def begin(self) -> None:
        """Go to the first thing to do, and say what it is about."""
        self.put.setFocus()
        self._say()

    def _show(self) -> None:
        self.setVisible(bool(self._open) and not self.isWindow())
        if not self._open:
            return
        spot = self._open[self._at]
        self._many.setText(ngettext("1 stretch to look at", "{n} stretches to look at", len(self._open)))
        self._shown.setText(tr(IN_SENTENCE, before=spot.before, words=isolated(spot.words), after=spot.after))
        self._why.setText(tr(spot.why))
        self.put.setText(tr(PUT, mark=spot.mark))
        self._call(self.put, self.put.text())
        self.next.setVisible(len(self._open) > 1)

    def _call(self, one: QPushButton, name: str) -> None:
        one.setAccessibleName(tr(IN_TEXT, what=name, text=self._of) if self._of else name)

    def _say(self) -> None:
        announce(self, " ".join((self._shown.text(), self._why.text())) if self._open else tr(LAST))

    def _replace(self) -> None:
        self.changed.emit(replaced(self._words, self._open[self._at]))
        self._onward()

    def _keep(self, reason: str) -> None:
        self.kept[self._open[self._at].words] = reason
        self.look_at(self._words)
        self._onward()

    def _next(self) -> None:
        self._at = (self._at + 1) % len(self._open)
        self._show()
        self._say()

    def _onward(self) -> None:
        """Go on to what is open, or say that nothing is."""
        if self._open:
            self.put.setFocus()
        else:
            self.settled.emit()
        self._say()
