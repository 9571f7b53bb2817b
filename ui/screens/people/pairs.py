"""Pairs that may be one person, one after the other: somebody who knows says whether they are."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui import errors, tasks
from ui.changes import changes
from ui.language import isolated, spoken
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.keyed import going_back
from ui.screens.people.same import BOTH, JOINED, side_by_side
from ui.tasks import Lane
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import column, emptied, flow
from ui.widgets.sentences import Sentences
from ui.widgets.words import heading, marked, text
from vcse_desktop.actions.alike import Pair, alike, are_two, clashes
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.people import Card, join, person_card
from vcse_desktop.i18n import N_, ngettext, tr

TITLE = N_("May these be one person?")
WHY = {
    "name": N_("Their names are alike."),
    "phone": N_("They have the same phone number."),
    "email": N_("They have the same e-mail address."),
    "area": N_("They live in the same area."),
}
"""What is said of each sign that two records are of one person."""
NONE = N_("There is no pair left to look at.")
TWO = N_("{one} and {other} are two people. You will not be asked again.")
SHOWN = N_("{one} and {other}")


@dataclass(frozen=True, slots=True)
class Both:
    """A pair with their cards, what they say differently, and how many pairs there are."""

    pair: Pair
    one: Card
    other: Card
    clashes: list[str]
    left: int


class Pairs(QFrame):
    """``ended`` is the wish to go back."""

    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("k", "card")
        explained(self, "joining")
        self._desk = desk
        self._later: set[Pair] = set()
        self.both: Both | None = None
        self.setAccessibleName(tr(TITLE))
        self.title = marked(heading(tr(TITLE), 2))
        self._count, self._why, self._cards = text("", "small"), Sentences(), column(gap=12)
        self.same = button(tr(N_("They are the same person")), self._join, "primary")
        self.two = button(tr(N_("They are two people")), self._part)
        self.later = button(tr(N_("Leave it for now")), self._leave, "quiet")
        self._verbs = flow(self.same, self.two, self.later)
        self._verbs.hide()
        back, under = going_back(self.ended.emit), text(tr(BOTH), "sub")
        things = (back, self.title, self._count, self._why, self._cards, under, self._verbs, None)
        self.setLayout(column(*things, gap=12, margin=20))
        changes.changed.connect(self._changed)
        self.look()

    def look(self) -> None:
        """Ask again for the pairs, and show the first that was not left for later."""
        vault, later, language = self._desk.vault, set(self._later), spoken()

        def work() -> Both | None:
            found = [pair for pair in alike(vault) if pair not in later]
            for pair in found:
                cards = [person_card(vault, one, language) for one in (pair.one, pair.other)]
                if cards[0] is not None and cards[1] is not None:
                    return Both(pair, cards[0], cards[1], clashes(vault, pair.one, pair.other), len(found))
            return None

        tasks.run(self, work, self._show, partial(errors.tell, self))

    def _changed(self, changed: Changed) -> None:
        if "person" in changed.kinds:
            self.look()

    def _show(self, both: Both | None) -> None:
        before, self.both = self.both, both
        emptied(self._cards)
        self._verbs.setVisible(both is not None)
        if both is None:
            self._why.show_all([])
            self._count.setText(tr(NONE))
            self.title.setFocus()
            announce(self, tr(NONE))
            return
        left = ngettext("{n} pair to look at.", "{n} pairs to look at.", both.left)
        self._count.setText(left)
        self._why.show_all([tr(sentence) for code, sentence in WHY.items() if code in both.pair.why])
        for thing in side_by_side(both.one, both.other, both.clashes):
            self._cards.addWidget(thing)
        if before is not None and before.pair != both.pair:
            announce(self, tr(SHOWN, one=isolated(both.one.name), other=isolated(both.other.name)))

    def _join(self) -> None:
        self._act(lambda both: join(self._desk.vault, both.one.id, both.other.id), JOINED)

    def _part(self) -> None:
        self._act(lambda both: are_two(self._desk.vault, both.one.id, both.other.id), TWO)

    def _leave(self) -> None:
        if self.both is not None:
            self._later.add(self.both.pair)
            self.look()

    def _act(self, does: Callable[[Both], Changed], sentence: str) -> None:
        both = self.both
        if both is None:
            return
        said = tr(sentence, one=isolated(both.one.name), other=isolated(both.other.name))
        self.both = None  # a second press is for the next pair
        tasks.run(
            self, lambda: does(both), partial(self._desk.did, said), partial(self._failed, both), Lane.ACT
        )

    def _failed(self, both: Both, error: BaseException) -> None:
        self.both = both
        errors.tell(self, error)
