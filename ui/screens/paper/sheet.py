"""One sheet on screen: the fields of its paper in printed order, each with its number on the paper."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.forms.record_form import RecordForm
from ui.screens.explained import explained
from ui.screens.paper.batch import Done
from ui.widgets.frame import card, column
from vcse_desktop.actions.listing import Opened
from vcse_desktop.actions.typed_in import Typed
from vcse_desktop.i18n import tr
from vcse_desktop.records.fields import Problem, RecordKind, Values
from vcse_desktop.records.printed import Paper, numbered, with_number


class SheetForm(QWidget):
    """``changed`` tells each change. What follows the fields is for the papers that have it."""

    changed = Signal()

    def __init__(self, paper: Paper, opened: Opened, begins: Values) -> None:
        super().__init__()
        explained(self, "typing")
        self.paper, self.opened = paper, opened
        self.begins = {code: begins[code] for code in paper.same if begins.get(code) is not None}
        self.form = RecordForm(_with_numbers(paper), opened.lists, opened.names, self.begins)
        self.form.risk.lead = opened.lead
        self.form.changed.connect(self.changed)
        self.box = column(card(self.form), gap=16)
        self.setLayout(self.box)

    def first(self) -> QWidget:
        """Return where the work begins: after what stays from the sheet before, if there was one."""
        return self.after() if self.begins else next(iter(self.form.rows.values())).editor.control

    def after(self) -> QWidget:
        """Return the first field that is of one sheet alone."""
        own = [row for code, row in self.form.rows.items() if code not in self.paper.same]
        return own[0].editor.control

    def values(self) -> dict[str, object]:
        """Return the values of the fields; words that mean nothing stay words."""
        return self.form.values()

    def typed(self) -> object:
        """Return what stands here, as it was typed; nothing of what may not be kept."""
        return None if self.form.risk.stands() else (self.form.typed(), self.more())

    def type_again(self, typed: object) -> None:
        """Fill in what ``typed`` returned."""
        if typed is not None:
            fields, more = cast(tuple[Values, object], typed)
            self.form.put(fields)
            self.put_more(more)

    def more(self) -> object:
        """Return what stands after the fields, as it was typed."""
        return None

    def put_more(self, more: object) -> None:
        """Fill in what ``more`` returned."""

    def looks_right(self) -> bool:
        """Say whether it can be kept; if not, show why."""
        problems = self.form.problems()
        self.form.show_problems(problems)
        return not problems

    def to_keep(self) -> Typed:
        """Return what is to be kept."""
        return Typed(self.paper.code, self.values())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what was found when it was to be kept."""
        self.form.show_problems(problems)

    def marks(self) -> Done:
        """Return what the pile must know of it: of which session it is, and how many have no name."""
        return Done(0)


def _with_numbers(paper: Paper) -> RecordKind:
    """Return the kind of a paper with the number of each field before its label."""
    numbers = {field.code: number for number, field in numbered(paper)}
    return replace(
        paper.asks,
        fields=tuple(
            replace(one, label=with_number(numbers[one.code], tr(one.label))) for one in paper.asks.fields
        ),
    )
