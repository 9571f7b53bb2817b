"""Counters of a piece of asking: who took part, and the groups they belong to, saved as one step."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QApplication

from ui import errors, tasks
from ui.language import isolated
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.records.beneath import Beneath
from ui.screens.tally.tallies import Tallies, Typed
from ui.tasks import Lane
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, begun, over
from ui.widgets.frame import boxed, column, row
from ui.widgets.scrolled import soon
from ui.widgets.words import text
from vcse_desktop.actions import tallying
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.recording import NotSound
from vcse_desktop.actions.tallying import PLACES, TOOK_PART, Counting
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Lists, Problem
from vcse_desktop.records.validation import show_problem

SAVED = N_("The head count is saved.")
SAME = N_("Nothing was changed, so nothing was saved.")
LOOK = N_("{count} {first}")
EMPTY = Typed((), {}, {})


class AskingTallies(Beneath):
    """Reads what was counted, and shows it once it is there."""

    def __init__(self, desk: Desk, engagement: int) -> None:
        super().__init__()
        explained(self, "tallying", within=True)
        self._desk, self._engagement = desk, engagement
        self.tallies: Tallies | None = None
        self._first: Typed = EMPTY
        self._waiting: Typed | None = None
        self._busy = False
        self._place = column(gap=0)
        self.button = button(tr(N_("Save the head count")), self.save, "primary")
        foot = boxed(row(self.button, text(tr(N_("Ctrl+Enter")), "small", wrap=False), None))
        self.setLayout(column(self._place, foot, gap=16))
        begun(self, Drafted(lambda: ("engagement.tally", engagement), self.kept, self.again))
        self.look()

    def look(self) -> None:
        """Ask the vault again; what was counted and is not saved stays."""
        vault, engagement = self._desk.vault, self._engagement

        def asked() -> tuple[Lists, Counting]:
            return group_lists(vault), tallying.of_asking(vault, engagement)

        if self.kept() is None or self.tallies is None:
            tasks.run(self, asked, lambda found: self._show(*found), self._failed)

    def has_focus(self) -> bool:
        """Say whether somebody has counted here, and is still here."""
        focus = QApplication.focusWidget()
        return self.kept() is not None and focus is not None and self.isAncestorOf(focus)

    def kept(self) -> Typed | None:
        """Return what was counted and is not saved."""
        if self.tallies is None:
            return self._waiting
        typed = self.tallies.typed()
        return typed if (typed.boxes, typed.new) != (self._first.boxes, self._first.new) else None

    def again(self, kept: object) -> None:
        """Go on from it, now or once the numbers are read."""
        if kept is not None and self.tallies is not None:
            self.tallies.type_again(cast(Typed, kept))
        else:
            self._waiting = cast(Typed | None, kept)

    def save(self) -> None:
        """Save all numbers as one step, or say which need another look."""
        if self._busy or self.tallies is None:
            return
        if found := self.tallies.problems():
            self._tell(found)
            return
        vault, engagement, counted = self._desk.vault, self._engagement, self.tallies.counted()
        self._busy = True
        tasks.run(self, lambda: tallying.keep(vault, engagement, counted), self._done, self._failed, Lane.ACT)

    def _done(self, changed: Changed) -> None:
        self._busy = False
        over(self)
        if self.tallies is not None:
            self._first = self.tallies.typed()
        if changed.unit is None:
            self._desk.say(tr(SAME))
        else:
            self._desk.did(tr(SAVED), changed)

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        if isinstance(error, NotSound):
            self._tell(error.problems)
        else:
            errors.tell(self, error)

    def _tell(self, problems: Sequence[Problem]) -> None:
        """Show each beneath its number, say how many there are, and go to the first."""
        found = [(self.tallies.at(one.field), show_problem(one)) for one in problems] if self.tallies else []
        for counter, sentence in reversed(found):
            if counter is not None:
                counter.show_problem(sentence)
                counter.box.setFocus()
                soon(counter.box)
        count = ngettext("{n} answer needs another look.", "{n} answers need another look.", len(problems))
        announce(self, tr(LOOK, count=count, first=isolated(show_problem(problems[0]))))

    def _show(self, lists: Lists, counting: Counting) -> None:
        if self.tallies is None:
            self.tallies = Tallies(lists, counting, (TOOK_PART,))
            self._place.addWidget(self.tallies)
        elif self.kept() is None:  # else somebody has counted meanwhile
            boxes = {key: str(n) for key, n in counting.counts.items()}
            new = {code: counting.places.get(code, "") for vocab, code in boxes if vocab == PLACES}
            self.tallies.type_again(Typed(tuple(self.tallies.open), boxes, new))
        else:
            return
        self._first = self.tallies.typed()
        if self._waiting is not None:
            self.tallies.type_again(self._waiting)
            self._waiting = None
