"""The tab "You said, we did": who should answer what, how long it waits, and telling people."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.screens.explained import explained
from ui.screens.filters.bar import NONE_FIT, FilterBar
from ui.screens.records.form import plain_page
from ui.screens.records.forms import RecordForms
from ui.screens.screen import Screen
from ui.screens.voices.communities import Communities
from ui.screens.voices.later import Kept as LaterKept
from ui.screens.voices.later import Later
from ui.screens.voices.loop import Kept as LoopKept
from ui.screens.voices.loop import Loop
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, card, column, emptied, flow
from ui.widgets.words import text
from vcse_desktop.actions import recording
from vcse_desktop.actions.answering import Answer, answers, unanswered
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Lists

EMPTY = N_("No answers yet. Choose something that was heard, and name who should answer it.")
ALL_TOLD = N_("People were told what became of each of these.")
ASK = N_("Ask for an answer")
STEP = 20
Kept = tuple[dict[int, LoopKept], LaterKept | None, object]
"""What was typed in the loops by their responses, in the form of what is noted later, and in the forms."""


class AnswersPart(QWidget):
    """``heard_wanted`` tells that somebody wants to see what was heard."""

    heard_wanted = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        explained(self, "answers")
        self._screen = screen
        self._shown = STEP
        self._found: tuple[Sequence[Answer], int, Lists] = ((), 0, {})
        self.bar = FilterBar(screen.desk, "response", ordered=False)
        self.bar.changed.connect(self.look)
        self._open_ones = text("", "sub")
        self.add = button(tr(ASK), self.new, "primary", picture="add")
        self._see = button(tr(N_("See what was heard")), self.heard_wanted.emit)
        self._count = text("")
        self.later = Later(screen.desk)
        self.later.ended.connect(partial(_come_back, self))
        self._cards = column(gap=12)
        self._cards_holder = boxed(self._cards)
        self._loops: list[Loop] = []
        self._begun: dict[int, LoopKept] = {}
        self._more = button(tr(N_("Show more")), self._show_more)
        self._more.hide()
        self.communities = Communities(screen)
        self._list = QWidget()
        self._list.setLayout(
            column(
                card(self._count, self._open_ones, flow(self.add, self._see)),
                self.later,
                self.bar,
                self._cards_holder,
                self._more,
                self.communities,
                None,
                gap=12,
            )
        )
        self.forms = RecordForms(screen.desk, "response", self._list, plain_page("response"), tr(ASK))
        self.forms.settled.connect(lambda _: self.add.setFocus())
        self.setLayout(column(self.forms))

    def look(self) -> None:
        """Ask for the answers again; a form that is open stays as it is."""
        vault, asked = self._screen.vault, self.bar.asked
        self.bar.look()
        self.communities.look()
        self._screen.ask(
            lambda: (answers(vault, asked), len(unanswered(vault)), group_lists(vault)), self._show_found
        )

    def _show_found(self, found: tuple[Sequence[Answer], int, Lists]) -> None:
        self._found = found
        listed, alone, lists = found
        self._show_loops(listed[: self._shown], lists)
        waiting = sum(not one.is_told for one in listed)
        told = ngettext(
            "{n} answer is open: people have not been told yet what came of what they said.",
            "{n} answers are open: people have not been told yet what came of what they said.",
            waiting,
        )
        none = tr(NONE_FIT if self.bar.asks() else EMPTY)
        self._count.setText((told if waiting else tr(ALL_TOLD)) if listed else none)
        self.bar.setVisible(bool(listed) or self.bar.asks())
        self._open_ones.setText(
            ngettext(
                "{n} thing heard: nobody has been asked for an answer yet.",
                "{n} things heard: nobody has been asked for an answer yet.",
                alone,
            )
        )
        self._open_ones.setVisible(alone > 0)
        self._more.setVisible(len(listed) > self._shown)

    def _show_loops(self, listed: Sequence[Answer], lists: Lists) -> None:
        """Show these; what was typed stays, and the focus stays on the same one."""
        focus = QApplication.focusWidget()
        held = focus is not None and self._cards_holder.isAncestorOf(focus)
        at = next((loop.response for loop in self._loops if focus and loop.isAncestorOf(focus)), None)
        begun = self._begun | _typed(self._loops)
        emptied(self._cards)
        self._loops = []
        for answer in listed:
            loop = Loop(self._screen, answer, lists)
            loop.opened.connect(self.open)
            loop.later.connect(self.later.begin)
            self._cards.addWidget(loop)
            self._loops.append(loop)
            if loop.response in begun:
                loop.again(begun.pop(loop.response))
        self._begun = begun
        if held:
            back: QWidget = next((loop for loop in self._loops if loop.response == at), self.add)
            back.show()  # at once: what is not seen yet takes no focus
            back.setFocus()

    def _show_more(self) -> None:
        self._shown += STEP
        self._show_found(self._found)

    def new(self, insight: int | None = None) -> None:
        """Begin a response, to this insight when one is given; one that was begun goes on."""
        day = recording.today().isoformat()
        self.forms.begin(None, {"insights": [insight], "asked_on": day} if insight else {})

    def open(self, response: object) -> None:
        """Open the whole of a response."""
        self.forms.begin(int(str(response)))

    def first(self) -> QWidget:
        """Return where the work begins."""
        page = self.forms.page()
        return page.form.first() if page else self.add

    def save(self) -> None:
        """Save the form that is open, or the loop that the focus is in."""
        focus = QApplication.focusWidget()
        if self.forms.page():
            self.forms.save()
            return
        if self.later.form is not None and self.later.holds(focus):
            self.later.form.save()
            return
        for loop in self._loops:
            if focus is not None and loop.is_open() and loop.isAncestorOf(focus):
                loop.save()

    def back(self) -> None:
        """Go back to the list; what was typed in the form waits there."""
        self.forms.back()

    def kept(self) -> Kept:
        """Return what was typed in the loops and in the forms."""
        return self._begun | _typed(self._loops), self.later.kept(), self.forms.kept()

    def again(self, kept: Kept) -> None:
        """Go on from what ``kept`` returned."""
        self._begun, later, forms = kept
        if later is not None:
            self.later.begin(*later)
        if forms is not None:
            self.forms.again(forms)


def _come_back(part: AnswersPart, response: object) -> None:
    """Go to the card of an answer, else to where the work begins."""
    back = next((loop for loop in part._loops if loop.response == response), None)
    (back or part.first()).setFocus()


def _typed(loops: Sequence[Loop]) -> dict[int, LoopKept]:
    return {loop.response: loop.kept() for loop in loops if loop.is_open()}
