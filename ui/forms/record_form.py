"""The form of any kind of record, read from its declaration."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.forms.at_risk import AtRisk
from ui.forms.editor import Editor
from ui.forms.editors import editor_for
from ui.forms.field_row import FieldRow
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column
from ui.widgets.notice import Notice
from ui.widgets.scrolled import soon
from vcse_desktop.actions.entering import New, judged, today, understood
from vcse_desktop.actions.suggesting import Names
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Field, Form, Lists, Problem, RecordKind, Values
from vcse_desktop.records.validation import show_problem

__all__ = ["New", "RecordForm"]

OF_TODAY = (N_("Today, unless you change it"), N_("From the session, or today"))
"""What a day says that was not filled in yet; it is not true of one that was."""
MORE, LESS = N_("More details"), N_("Fewer details")
GAP = 20


class RecordForm(QWidget):
    """Quick fields, and the others behind a button. No field of a kind is known here.

    ``special`` gives editors of the caller's own for some fields; ``values`` those of an existing record, or
    what a new one begins with. Fields that the program fills or that are switched off are not shown.
    """

    changed = Signal()

    def __init__(
        self,
        kind: RecordKind,
        lists: Lists,
        names: Mapping[str, Names],
        values: Values | None = None,
        special: Mapping[str, Editor] | None = None,
    ) -> None:
        super().__init__()
        self.kind = kind
        self.rows: dict[str, FieldRow] = {}
        self._lists, self._names, self._special = lists, names, dict(special or {})
        self._given = dict(values or {})
        self.risk = AtRisk(self, self.rows, dict(self._given))
        self.changed.connect(self.risk.look)
        self._kept_before: list[Problem] = []
        quick, self._more = _near_and_far(kind)
        self._notice = Notice()
        self._folded = column(gap=GAP)
        self._holder = boxed(self._folded)
        self._holder.hide()
        self._unfold = button(tr(MORE), self.turn, "quiet")
        self._box = column(self._notice, gap=GAP)
        self.setLayout(self._box)
        for field in quick:
            self._box.addWidget(self._row(field))
        if self._more:
            self._box.addWidget(self._unfold)
        self._box.addWidget(self._holder)

    def _row(self, field: Field) -> FieldRow:
        editor = self._special.get(field.code) or editor_for(
            field, self._lists, self._names, self._given.get(field.code)
        )
        told = any(field.help == row.field.help for row in self.rows.values())
        old = field.help in OF_TODAY and self._given.get(field.code) not in (None, today().isoformat())
        row = FieldRow(replace(field, help="") if old or told else field, editor)
        editor.put(self._given.get(field.code))
        row.clear()
        editor.changed.connect(self.changed)
        self.rows[field.code] = row
        return row

    def turn(self) -> None:
        """Unfold the other fields, or fold them again; what stands in them stays."""
        for field in self._more:
            if field.code not in self.rows:
                self._folded.addWidget(self._row(field))
        folded = self._holder.isHidden()
        self._holder.setVisible(folded)
        self._unfold.setText(tr(LESS if folded else MORE))

    def fuller(self) -> bool:
        """Say whether something stands in a field behind the button."""
        return any(self._given.get(field.code) is not None for field in self._more)

    def values(self) -> dict[str, object]:
        """Return the values of all fields of the form; words that mean none of the kind stay words."""
        shown = {code: row.editor.value() for code, row in self.rows.items()}
        unseen = {field.code: self._given.get(field.code) for field in self._more}
        return understood(self.kind, unseen | shown, self._lists)[0]

    def keep(self) -> None:
        """Ask no more about what stands here now: whoever saved it was asked, or it is history."""
        self._kept_before = [one for one in self.problems() if one.asked or one.history]

    def put(self, values: Values) -> None:
        """Show these values, behind the button, too; fields that are not named stay as they are."""
        if self._holder.isHidden() and any(values.get(field.code) is not None for field in self._more):
            self.turn()
        self._given |= values
        for code, row in self.rows.items():
            if code in values:
                row.editor.put(values[code])

    def typed(self) -> Values:
        """Return what stands in the fields, as it was typed."""
        return {code: row.editor.value() for code, row in self.rows.items()}

    def problems(self) -> list[Problem]:
        """Return what needs another look, without what was asked about and kept."""
        shown = {code: row.editor.value() for code, row in self.rows.items()}
        found = judged(self.kind, self._given | shown, self._lists, today())
        kept = {code for code, row in self.rows.items() if row.is_kept()}
        asked = [one for one in found if one in self._kept_before or (one.asked and one.field in kept)]
        return [one for one in found if one not in asked]

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each beneath its field, say how many there are, and go to the first."""
        for row in self.rows.values():
            if not row.is_kept():
                row.clear()
        if any(one.field in {field.code for field in self._more} for one in problems):
            if self._holder.isHidden():
                self.turn()
        for problem in reversed(problems):
            if problem.field in self.rows:
                self.rows[problem.field].show_problem(problem)
        whole = [show_problem(one) for one in problems if one.field not in self.rows]
        self._notice.show_as("bad", "\n".join(whole))
        if problems:
            self._go_to(problems[0], len(problems))

    def _go_to(self, problem: Problem, n: int) -> None:
        row = self.rows.get(problem.field)
        if row is not None:
            place = row.asked() if problem.asked else row.editor.control
            place.setFocus()
            soon(place)
        count = ngettext("{n} answer needs another look.", "{n} answers need another look.", n)
        first = row.sentence(problem) if row is not None else show_problem(problem)
        announce(self, tr(N_("{count} {first}"), count=count, first=first))

    def first(self) -> QWidget:
        """Return the control in which the work begins."""
        return next(iter(self.rows.values())).editor.control


def _near_and_far(kind: RecordKind) -> tuple[list[Field], list[Field]]:
    """Return the fields that are shown at once, and those behind a button.

    A small row has no quick fields: what it needs is shown at once, or all when it needs nothing.
    """
    quick = [field for field in kind.fields if field.form is Form.QUICK]
    more = [field for field in kind.fields if field.form is Form.MORE]
    near = quick or [field for field in more if field.required] or more
    return near, [field for field in more if field not in near]
