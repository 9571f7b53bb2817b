"""What is asked of a list just now in words, each to be taken out again, and the filters that are kept."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import Thing, boxed, column, emptied, flow, row
from ui.widgets.words import text
from vcse_desktop.actions.filtering import Filter
from vcse_desktop.actions.saved_filters import Saved
from vcse_desktop.i18n import N_, tr

TAKE_OUT = N_("Stop asking: {words}")
SHOW = N_("Show: {name}")
SHOWN = N_("Only those of the filter “{name}” are shown.")
SOME = N_("Only those are shown for which this is so:")
EITHER = N_("Must all of these be so?")
ALL, ANY = "all", "any"
SEVERAL, SHORT = 2, 24
"""So many things asked can be joined by an or; so many letters of a name stand on its button."""


class Told(QWidget):
    """The signals are the wishes of whoever presses: ``out`` carries a place, the last two carry a Saved.

    ``any_of`` carries whether one of what is asked is enough; ``naming`` is the wish to keep the filter.
    """

    out = Signal(int)
    any_of = Signal(bool)
    naming = Signal()
    nothing = Signal()
    chosen = Signal(object)
    gone = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(gap=8)
        self.setLayout(self._lines)
        self.hide()

    def show_asked(self, asked: Filter, words: Sequence[str], saved: Sequence[Saved]) -> None:
        """Show what is asked, in these words part by part, and these filters."""
        emptied(self._lines)
        now = next((one for one in saved if one.asked == asked), None)
        others = [one for one in saved if one is not now]
        things = [
            *([self._kept(others)] if others else []),
            *(self._asked(asked, words, now) if words else []),
        ]
        for one in things:
            if isinstance(one, QWidget):
                self._lines.addWidget(one)
                one.show()
        self.setVisible(bool(things))

    def _kept(self, saved: Sequence[Saved]) -> QWidget:
        made = [
            button(_short(one.name), partial(self.chosen.emit, one), name=tr(SHOW, name=isolated(one.name)))
            for one in saved
        ]
        return flow(text(tr(N_("Kept filters")), "label", wrap=False), *made)

    def _asked(self, asked: Filter, words: Sequence[str], now: Saved | None) -> list[Thing]:
        told = text(tr(SHOWN, name=isolated(now.name)) if now else tr(SOME), "sub")
        parts = [self._part(place, said) for place, said in enumerate(words)]
        everything = button(tr(N_("Show all again")), self.nothing.emit, "quiet")
        keep = button(tr(N_("Keep this filter…")), self.naming.emit, "quiet")
        if now is not None:
            keep = button(tr(N_("Let this filter go")), partial(self.gone.emit, now), "quiet")
        either = [self._either(asked)] if len(words) >= SEVERAL else []
        return [told, *parts, *either, flow(everything, keep)]

    def _part(self, place: int, said: str) -> QWidget:
        """Return one thing that is asked, with the button that takes it out."""
        out = button(
            tr(N_("Take out")), partial(self.out.emit, place), "quiet", name=tr(TAKE_OUT, words=said)
        )
        line = row(text(said), out, gap=8)
        line.setStretch(0, 1)
        return boxed(line)

    def _either(self, asked: Filter) -> QWidget:
        offer = [(ALL, tr(N_("All of these"))), (ANY, tr(N_("Any one is enough")))]
        made = OneOf(tr(EITHER), offer, ANY if asked.any_of else ALL)
        made.chosen.connect(lambda: self.any_of.emit(made.code() == ANY))
        return made


def _short(name: str) -> str:
    return name if len(name) <= SHORT else f"{name[: SHORT - 1].rstrip()}…"
