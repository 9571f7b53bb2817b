"""Saying that two records are one person: both stand side by side before anything is joined."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui import errors, tasks
from ui.forms.linking import choosing_records
from ui.language import isolated, spoken
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, emptied, fact, field, flow
from ui.widgets.page import Columns
from ui.widgets.type_ahead import Suggestion, TypeAhead
from ui.widgets.words import heading, text
from vcse_desktop.actions.alike import clashes
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.listing import Names
from vcse_desktop.actions.one_line import LIST, together
from vcse_desktop.actions.people import Card, join, person_card
from vcse_desktop.i18n import N_, tr

BOTH = N_(
    "Both records stay as they are. What is empty in one is taken from the other. Undo parts them again."
)
CLASH = N_("Both are kept where they differ: {fields}")
JOINED = N_("{one} and {other} are one person now.")


class SamePerson(QFrame):
    """``ended`` is the wish to go back, or that they were joined."""

    ended = Signal()

    def __init__(self, desk: Desk, shown: Card, names: Names) -> None:
        super().__init__()
        self.setProperty("k", "card")
        explained(self, "joining")
        self._desk, self._one, self._other = desk, shown, 0
        self.picker = TypeAhead(
            tr(N_("Same person as")), tr(N_("Type a name")), choosing_records(names, shown.id)
        )
        self.picker.picked.connect(self._picked)
        self.setFocusProxy(self.picker)
        self._both = column(gap=12)
        leave = button(tr(N_("No, leave them")), self.ended.emit)
        self.yes = button(tr(N_("They are the same person")), self._join, "primary")
        self.yes.hide()
        box = field(tr(N_("Same person as")), self.picker)
        self.setLayout(column(heading(shown.name, 2), box, self._both, flow(self.yes, leave), margin=20))

    def _picked(self, chosen: Suggestion | None) -> None:
        emptied(self._both)
        self.yes.hide()
        if chosen is None or chosen.id is None:
            return
        vault, other, language = self._desk.vault, int(chosen.id), spoken()
        work = lambda: (person_card(vault, other, language), clashes(vault, self._one.id, other))  # noqa: E731
        tasks.run(self, work, lambda found: self._show(*found), self._failed)

    def _show(self, other: Card | None, differently: Sequence[str]) -> None:
        if other is None:
            return
        self._other = other.id
        for thing in side_by_side(self._one, other, differently):
            self._both.addWidget(thing)
        self._both.addWidget(text(tr(BOTH), "sub"))
        self.yes.show()
        QTimer.singleShot(0, self.yes, self.yes.setFocus)  # when it has its place
        self._names = (self._one.name, other.name)

    def _join(self) -> None:
        vault, one, other = self._desk.vault, self._one.id, self._other
        first, second = map(isolated, self._names)

        def done(changed: Changed) -> None:
            self.ended.emit()
            self._desk.did(tr(JOINED, one=first, other=second), changed)

        tasks.run(self, lambda: join(vault, one, other), done, self._failed, Lane.ACT)

    def _failed(self, error: BaseException) -> None:
        errors.tell(self, error)


def side_by_side(one: Card, other: Card, differently: Sequence[str]) -> list[QWidget]:
    """Return what is known of two people side by side, and what the two say differently."""
    shown: list[QWidget] = [Columns(_facts(one), _facts(other))]
    if differently:
        shown.append(text(tr(CLASH, fields=together(LIST, [*differently]))))
    return shown


def _facts(shown: Card) -> QWidget:
    facts = (fact(name, value) for name, value in (*shown.contact, *shown.about))
    return boxed(column(heading(shown.name, 3), *facts, None, gap=8))
