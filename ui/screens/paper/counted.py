"""A tally on screen: its fields, then the lists of the paper, each group with its number."""

from collections.abc import Mapping, Sequence
from typing import cast

from ui.screens.paper.sheet import SheetForm
from ui.screens.tally.counter import Counter
from ui.screens.tally.one_list import ListOfGroups
from ui.widgets.accessible import announce
from ui.widgets.frame import card
from ui.widgets.notice import Notice
from vcse_desktop.actions.listing import Opened
from vcse_desktop.actions.tally_words import name
from vcse_desktop.actions.tallying import TALLY, Counted, Key
from vcse_desktop.actions.typed_in import Typed
from vcse_desktop.i18n import tr
from vcse_desktop.records.fields import Problem, Values
from vcse_desktop.records.printed import Paper, after, with_number
from vcse_desktop.records.typed import NotUnderstood
from vcse_desktop.records.validation import show_problem


class CountedSheet(SheetForm):
    """``lists`` are those of the paper, in its order."""

    def __init__(self, paper: Paper, opened: Opened, begins: Values, vocabs: Sequence[str]) -> None:
        super().__init__(paper, opened, begins)
        self.lists = [
            ListOfGroups(vocab, opened.lists, (), with_number(n, name(vocab)))
            for n, vocab in enumerate(vocabs, after(paper))
        ]
        self._notice = Notice()
        self.box.insertWidget(0, self._notice)
        for one in self.lists:
            self.box.addWidget(card(one))
            one.changed.connect(self.changed)

    def counters(self) -> Mapping[Key, Counter]:
        """Return the counters of all groups."""
        return {(one.vocab, code): made for one in self.lists for code, made in one.counters.items()}

    def more(self) -> object:
        """Return what stands in the boxes, as it was typed."""
        return {key: one.box.text() for key, one in self.counters().items() if one.box.text()}

    def put_more(self, more: object) -> None:
        """Fill in the boxes; a group that is on no list any more is passed over."""
        typed = cast(Mapping[Key, str], more)
        for key, one in self.counters().items():
            one.box.setText(typed.get(key, ""))

    def looks_right(self) -> bool:
        """Say whether it can be kept; if not, show why."""
        fine = super().looks_right()
        return not self._misread() and fine

    def to_keep(self) -> Typed:
        """Return what is to be kept."""
        counts = {key: one.box.count() for key, one in self.counters().items()}
        kept = {key: n for key, n in counts.items() if n is not None}
        known = [Problem("date", one.message, one.values, asked=True) for one in self._asked()]
        return Typed(self.paper.code, self.values(), counted=Counted(kept), known=tuple(known))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what was found where it is."""
        self.found = list(problems)
        self.form.show_problems([one for one in problems if one.field in self.form.rows])
        elsewhere = [one for one in problems if one.field not in self.form.rows]
        for one in elsewhere:
            place = next((c for key, c in self.counters().items() if one.field == _place(key)), None)
            if place is not None:
                place.show_problem(show_problem(one))
        whole = [one for one in elsewhere if not one.field.startswith(TALLY)]
        self._notice.show_as("bad", "\n".join(map(show_problem, whole)))

    found: Sequence[Problem] = ()

    def _asked(self) -> list[Problem]:
        """Return what was asked about and answered with "Keep it"."""
        rows = self.form.rows
        return [one for one in self.found if one.asked and one.field in rows and rows[one.field].is_kept()]

    def _misread(self) -> bool:
        """Show each number that is none."""
        wrong = False
        for one in self.counters().values():
            try:
                one.box.count()
            except NotUnderstood as error:
                one.show_problem(tr(error.message))
                if not wrong:
                    one.box.setFocus()
                    announce(self, tr(error.message))
                wrong = True
        return wrong


def _place(key: Key) -> str:
    return ".".join((TALLY, *key))
