"""A sign-in sheet on screen: its fields, then a row for each row of the paper, one empty row always last."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtWidgets import QWidget

from ui.screens.paper.batch import Done
from ui.screens.paper.one_row import OneRow
from ui.screens.paper.sheet import SheetForm
from ui.widgets.accessible import announce
from ui.widgets.frame import boxed, card, column
from ui.widgets.notice import Notice
from ui.widgets.words import heading, text
from vcse_desktop.actions.listing import Opened
from vcse_desktop.actions.signed_rows import Row, wrong
from vcse_desktop.actions.typed_in import Typed
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Problem, Values
from vcse_desktop.records.printed import NAME, Paper
from vcse_desktop.records.validation import show_problem

ROWS = N_("The rows of the sheet")
TIMES = N_(
    "Of who helped, the time is kept; of the others, that they came. Hours alone are enough. "
    "Tick “No name” for a row that cannot be read: it is counted without a name."
)
UNKNOWN = N_("This name is not on record. Take one from the list, or add it as new.")
AGAIN = N_("{question} Save again to keep it.")
MOST = 60
"""Rows: no sheet has more."""


class SignedSheet(SheetForm):
    """``asked`` is what was asked about, and is kept when it is saved again."""

    def __init__(self, paper: Paper, opened: Opened, begins: Values) -> None:
        super().__init__(paper, opened, begins)
        self.rows: list[OneRow] = []
        self.asked: list[Problem] = []
        self._notice = Notice()
        self._column = column(gap=16)
        head = (heading(tr(ROWS), 3), text(tr(TIMES), "small"), self._notice)
        self.box.addWidget(card(*head, boxed(self._column)))
        self._one_more()

    def after(self) -> QWidget:
        """Return the name of the first row."""
        return self.rows[0].name.control

    def filled(self) -> list[Row]:
        """Return the rows as they were typed; a name that is none of those on record is left out."""
        return [row.value() for row in self.rows]

    def more(self) -> object:
        """Return the rows, as they were typed."""
        return [row.typed() for row in self.rows]

    def put_more(self, more: object) -> None:
        """Fill in the rows."""
        typed = cast(Sequence[tuple[object, Row]], more)
        while len(self.rows) < len(typed):
            self._one_more()
        for row, one in zip(self.rows, typed, strict=False):
            row.put(*one)

    def looks_right(self) -> bool:
        """Say whether it can be kept; if not, show why."""
        for row in self.rows:
            row.clear_problem()
        fine = super().looks_right()
        found = {(place, NAME): UNKNOWN for place, row in enumerate(self.rows) if row.is_strange()}
        found |= {(one.row, one.column): one.message for one in wrong(self.filled())}
        for place, column_ in sorted(found, key=lambda one: (one[0], one[1] != NAME), reverse=True):
            self.rows[place].show_problem(column_, tr(found[place, column_]))
        if fine and found:
            many = len({place for place, _ in found})
            announce(self, ngettext("{n} row needs another look.", "{n} rows need another look.", many))
        return fine and not found

    def to_keep(self) -> Typed:
        """Return what is to be kept."""
        return Typed(self.paper.code, self.values(), self.filled(), known=tuple(self.asked))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what was found: in the fields, or over the rows."""
        codes = self.form.rows.keys()
        self.form.show_problems([one for one in problems if one.field in codes])
        others = [one for one in problems if one.field not in codes]
        self.asked = [one for one in problems if one.asked]
        told = [tr(AGAIN, question=show_problem(one)) if one.asked else show_problem(one) for one in others]
        if told:
            self._notice.say("\n".join(told), "warn")
        else:
            self._notice.clear()

    def marks(self) -> Done:
        """Return of which session it is, and how many came by it without a name."""
        values = self.values()
        rows = [row for row in self.filled() if row.unread and row.who is None and not row.helped]
        of = (values.get("activity"), values.get("date"))
        return Done(0, None, of, len(rows))

    def _one_more(self) -> None:
        made = OneRow(self.paper, len(self.rows) + 1, self.opened.names["person"])
        self.rows.append(made)
        self._column.addWidget(made)
        made.changed.connect(self._changed)

    def _changed(self) -> None:
        if not self.rows[-1].is_blank() and len(self.rows) < MOST:
            self._one_more()
        self.changed.emit()
