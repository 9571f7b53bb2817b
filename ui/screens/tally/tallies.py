"""Counters for the groups that people belong to: the lists used last are open, the others behind a button."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.explained import explained
from ui.screens.tally.counter import Counter
from ui.screens.tally.one_list import ListOfGroups, OneList
from ui.screens.tally.places import ListOfPlaces
from ui.screens.tally.words import name, there_are
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.words import heading, text
from vcse_desktop.actions.tallying import PLACES, TALLY, Counted, Counting, Key
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists, Problem
from vcse_desktop.records.typed import NotUnderstood

HEADING = N_("Who was in the room?")
OVERLAP = N_(
    "Press + once for each person. Somebody may belong to several groups: they overlap, and are never added "
    "up. What you leave empty is “not recorded”, which is not 0."
)
COUNT, ELSE = N_("Count by groups"), N_("Count by something else")
BY = N_("Count by: {list}")


@dataclass(frozen=True, slots=True)
class Typed:
    """Which lists are open, what stands in each box that is not empty, and the places that were added."""

    open: Sequence[str]
    boxes: Mapping[Key, str]
    new: Mapping[str, str]


class Tallies(QWidget):
    """``changed`` tells each change. ``always`` are lists that stand open in any case."""

    changed = Signal()

    def __init__(self, lists: Lists, counting: Counting, always: Sequence[str] = ()) -> None:
        super().__init__()
        explained(self, "tallying", within=True)
        self._lists, self._counting = lists, counting
        self.open: dict[str, OneList] = {}
        self._shown = column(gap=20)
        self._others = {vocab: self._offer(vocab) for vocab in there_are(lists)}
        self._folded = flow(*self._others.values())
        self._folded.hide()
        self.unfold = button(tr(COUNT), lambda: _turn(self._folded), "quiet", picture="add")
        head = (heading(tr(HEADING), 2), text(tr(OVERLAP), "small"))
        self.setLayout(column(*head, self._shown, self.unfold, self._folded, gap=12))
        for vocab in always:
            self.show_list(vocab)
        self.offer(counting)
        for (vocab, code), n in counting.counts.items():
            self._list(vocab).put(code, str(n))

    def offer(self, counting: Counting) -> None:
        """Open the lists that were used last, and those in which something is counted."""
        for vocab in dict.fromkeys([*counting.usual, *(vocab for vocab, _ in counting.counts)]):
            self._list(vocab)

    def show_list(self, vocab: str) -> OneList:
        """Open a list, and take it out of those that are offered."""
        kept = [code for of, code in self._counting.counts if of == vocab]
        made = ListOfPlaces(self._counting) if vocab == PLACES else ListOfGroups(vocab, self._lists, kept)
        self.open[vocab] = made
        self._shown.addWidget(made)
        made.changed.connect(self.changed)
        if vocab in self._others:
            self._others[vocab].hide()
        self.unfold.setText(tr(ELSE))
        self.unfold.setVisible(any(one.isHidden() is False for one in self._others.values()))
        return made

    def counted(self) -> Counted:
        """Return what is counted; raises NotUnderstood."""
        every = self._counters().items()
        new = {code: words for one in self.open.values() for code, words in one.new().items()}
        return Counted({key: counter.box.count() for key, counter in every}, new)

    def problems(self) -> list[Problem]:
        """Return what was typed and is no number."""
        found = []
        for (vocab, code), counter in self._counters().items():
            try:
                counter.box.count()
            except NotUnderstood as error:
                found.append(Problem(f"{TALLY}.{vocab}.{code}", error.message))
        return found

    def at(self, place: str) -> Counter | None:
        """Return the counter that a problem is about."""
        return next((one for key, one in self._counters().items() if place == ".".join((TALLY, *key))), None)

    def typed(self) -> Typed:
        """Return what stands here, as it was typed."""
        boxes = {key: one.box.text() for key, one in self._counters().items() if one.box.text()}
        new = {code: words for one in self.open.values() for code, words in one.new().items()}
        return Typed(tuple(self.open), boxes, new)

    def type_again(self, typed: Typed) -> None:
        """Fill in what ``typed`` returned."""
        for vocab in typed.open:
            found = self._list(vocab)
            if isinstance(found, ListOfPlaces):
                found.name_again(typed.new)
        for key in {**{key: "" for key in self._counters()}, **typed.boxes}:
            self._list(key[0]).put(key[1], typed.boxes.get(key, ""))

    def _list(self, vocab: str) -> OneList:
        return self.open.get(vocab) or self.show_list(vocab)

    def _counters(self) -> Mapping[Key, Counter]:
        return {(vocab, code): c for vocab, one in self.open.items() for code, c in one.counters.items()}

    def _offer(self, vocab: str) -> QWidget:
        return button(name(vocab), partial(self._open, vocab), name=tr(BY, list=name(vocab)))

    def _open(self, vocab: str) -> None:
        self.show_list(vocab).first().setFocus()


def _turn(folded: QWidget) -> None:
    """Unfold the other lists, or fold them again."""
    folded.setVisible(folded.isHidden())
