"""What is due by one rule: each record with its reason, and what can be done with those chosen."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.screens.keeping.stay import Stay
from ui.screens.keeping.tick import DueTick
from ui.widgets.buttons import button
from ui.widgets.frame import Thing, boxed, column, flow
from ui.widgets.notice import Notice
from ui.widgets.words import heading, text
from vcse_desktop.actions.letting_go import COUNTS, ERASE, KEEP, NAMELESS, OFFERS, REMOVE, Line
from vcse_desktop.i18n import N_, ngettext, tr

MOST = 25
VERBS = {
    KEEP: N_("Keep until…"),
    REMOVE: N_("Remove"),
    NAMELESS: N_("Take the names off…"),
    COUNTS: N_("Turn into counts…"),
    ERASE: N_("Erase…"),
}
"""In the same order under each rule, from what takes least away to what takes most: hands remember places."""
SURE = {
    ERASE: N_("Erase for good"),
    NAMELESS: N_("Take the names off for good"),
    COUNTS: N_("Turn into counts for good"),
}
NOTHING_CHOSEN = N_("Choose at least one record first.")
Opening = Callable[[Line], Callable[[], object] | None]
"""Returns what shows a record, or None where there is no page for it."""


class DueGroup(QWidget):
    """``wanted`` carries what is to be done, the lines, the day until which they stay, and the reason."""

    wanted = Signal(str, object, object, object)

    def __init__(self, words: str, lines: Sequence[Line], go: Opening) -> None:
        super().__init__()
        self._words, self._code = words, ""
        self.ticks = [DueTick(line, go(line)) for line in lines[:MOST]]
        self.notice = Notice("info")
        self.verbs = {code: self._verb(code) for code in VERBS if code in OFFERS[lines[0].due.rule]}
        self.stay = Stay()
        self.stay.chosen.connect(lambda until, why: self.wanted.emit(KEEP, self.chosen(), until, why))
        self._sure = text("")
        self.yes = button("", lambda: self.wanted.emit(self._code, self.chosen(), None, None))
        self.no = button(tr(N_("No, leave them")), self._fold)
        self._asking = boxed(column(self._sure, flow(self.yes, self.no), gap=12))
        self.setLayout(column(*self._things(len(lines) - MOST), gap=10))
        self._fold()

    def _things(self, more: int) -> list[Thing]:
        name = tr(N_("Choose all: {rule}"), rule=self._words)
        self.every = button(tr(N_("Choose all")), self._all, "quiet", name=name)
        things: list[Thing] = [heading(self._words, 3), *self.ticks]
        if more > 0:
            things.append(text(ngettext("… and {n} more", "… and {n} more", more), "small"))
        return [*things, flow(self.every, *self.verbs.values()), self.notice, self.stay, self._asking]

    def _verb(self, code: str) -> QPushButton:
        words = tr(VERBS[code])
        name = tr(N_("{verb}: {rule}"), verb=words, rule=self._words)
        return button(words, partial(self._begin, code), name=name)

    def chosen(self) -> list[Line]:
        """Return what is ticked."""
        return [tick.line for tick in self.ticks if tick.box.isChecked()]

    def _all(self) -> None:
        for tick in self.ticks:
            tick.box.setChecked(True)

    def _fold(self) -> None:
        self.stay.hide()
        self._asking.hide()
        self.notice.clear()

    def _begin(self, code: str) -> None:
        self._fold()
        count = len(self.chosen())
        if not count:
            self.notice.say(tr(NOTHING_CHOSEN), "info")
        elif code == KEEP:
            self.stay.show()
            self.stay.setFocus()
        elif code in SURE:
            self._code = code
            self._sure.setText(_lost(code, count))
            self.yes.setText(tr(SURE[code]))
            self._asking.show()
            self.no.setFocus()
        else:
            self.wanted.emit(code, self.chosen(), None, None)


def _lost(code: str, count: int) -> str:
    """Return what is lost, in a sentence."""
    if code == ERASE:
        return ngettext(
            "{n} record, and all that goes with it, will be gone for good, from the history as well.",
            "{n} records, and all that goes with them, will be gone for good, from the history as well.",
            count,
        )
    if code == NAMELESS:
        return ngettext(
            "The words of {n} record stay. Who said them will be gone for good.",
            "The words of {n} records stay. Who said them will be gone for good.",
            count,
        )
    return ngettext(
        "{n} answer stays as a count. Whose it was will be gone for good.",
        "{n} answers stay as counts. Whose they were will be gone for good.",
        count,
    )
