"""Where people came from: places of the group, found by their letters, or named here for the first time."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from ui.forms.linking import choosing
from ui.language import isolated
from ui.screens.tally.lines import Lines
from ui.screens.tally.one_list import OneList
from ui.widgets.accessible import announce
from ui.widgets.frame import boxed, field
from ui.widgets.type_ahead import Suggestion, TypeAhead
from vcse_desktop.actions.one_line import clipped
from vcse_desktop.actions.suggesting import MOST
from vcse_desktop.actions.tallying import PLACES, Counting, new_place
from vcse_desktop.i18n import N_, tr

WHICH = N_("Another place")
TYPE = N_("Type a village, an estate or a ward")
ADD = N_("Add {name} as a new place")
READY = N_("{place} can be counted now.")
REMOVED = N_("A place that was removed")


class ListOfPlaces(OneList):
    """Places counted here or the last time stand there; a box has the others."""

    def __init__(self, counting: Counting) -> None:
        super().__init__(PLACES)
        self._counting = counting
        self._new: dict[str, str] = {}
        self._find = choosing(list(counting.places.items()))
        self._lines = Lines()
        self.box = TypeAhead(tr(WHICH), tr(TYPE), self._ask)
        self.inside.addWidget(self._lines)
        self.inside.addWidget(boxed(field(tr(WHICH), self.box)))
        self.box.box.setAccessibleName(tr(WHICH))
        self.box.picked.connect(self._picked)
        here = [code for vocab, code in counting.counts if vocab == PLACES]
        for code in dict.fromkeys([*counting.usual.get(PLACES, ()), *here]):
            self._stand(code)

    def first(self) -> QWidget:
        """Return where the counting begins: at the first place, or in the box while there is none."""
        return super().first() if self.counters else self.box.box

    def new(self) -> Mapping[str, str]:
        """Return the names of the places that were added here, by code."""
        return self._new

    def put(self, code: str, words: str) -> None:
        """Show a number at a place, which stands there from now on."""
        self._stand(code)
        super().put(code, words)

    def name_again(self, new: Mapping[str, str]) -> None:
        """Know these places, which were added here before."""
        self._new |= new

    def _stand(self, code: str) -> None:
        if code not in self.counters:
            words = self._new.get(code) or self._counting.places.get(code) or tr(REMOVED)
            self.count_by(self._lines, code, words, words)

    def _ask(self, words: str) -> list[Suggestion]:
        found = [*self._find(words)][:MOST]
        if (
            not words
            or not self._counting.may_add
            or new_place(self._counting, words) in self._counting.places
        ):
            return found
        return [*found[: MOST - 1], Suggestion(None, tr(ADD, name=isolated(clipped(words))))]

    def _picked(self, chosen: Suggestion | None) -> None:
        if chosen is None:
            return
        words = self.box.text() if chosen.id is None else chosen.text
        code = new_place(self._counting, words) if chosen.id is None else str(chosen.id)
        if chosen.id is None:
            self._new[code] = words
        self._stand(code)
        self.box.clear()
        self.counters[code].more.setFocus()
        announce(self, tr(READY, place=isolated(words)))
