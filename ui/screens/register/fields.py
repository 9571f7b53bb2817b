"""The fields of a session on a register: those at hand, and the others behind a button."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.forms.editor import Editor
from ui.forms.editors import editor_for
from ui.forms.field_row import FieldRow
from ui.forms.record_form import LESS, MORE
from ui.widgets.boxes import DateBox
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column
from vcse_desktop.actions.entering import New, understood
from vcse_desktop.actions.suggesting import Names
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Form, Lists, Problem, Values
from vcse_desktop.records.session import SESSION
from vcse_desktop.records.typed import NotUnderstood

AT_HAND = ("activity", "date", "people_n", "carers_n")
HELPS = {"activity": "", "date": "", "people_n": N_("Leave empty if nobody counted")}
"""Other helps than in a plain form: what theirs would say is filled in already."""
MOST = 1 << 20
"""Pixels: as wide as there is room."""
FIELDS = {field.code: field for field in SESSION.fields}


class Day(Editor):
    """A day, by chips for the days that are likely."""

    def __init__(self, label: str) -> None:
        self.day = DateBox(label)
        super().__init__(self.day)
        self.day.changed.connect(self.changed)

    def value(self) -> object:
        """Return the day, or what was typed where it is none."""
        try:
            return self.day.day()
        except NotUnderstood:
            return self.day.box.text().strip()

    def put(self, value: object) -> None:
        """Show a day."""
        self.day.set_day(None if value is None else str(value))

    def mark(self, *, wrong: bool) -> None:
        """Show at the edge of the box that it needs another look."""
        self.day.mark_wrong(wrong)


class SessionFields(QWidget):
    """Itself the fields behind the button; those at hand are in ``rows`` and stand where the register wants.

    ``changed`` tells each change.
    """

    changed = Signal()

    def __init__(self, lists: Lists, names: Mapping[str, Names], values: Values) -> None:
        super().__init__()
        self._lists, self._names, self._given = lists, names, dict(values)
        self._shown: list[Problem] = []
        self.rows = {code: self._row(code) for code in AT_HAND}
        self._more = [field.code for field in SESSION.fields if field.form is Form.MORE]
        self._folded = column(gap=20)
        self._holder = boxed(self._folded)
        self._holder.hide()
        self._unfold = button(tr(MORE), self.turn, "quiet")
        self.setLayout(column(self._unfold, self._holder, gap=16))
        if any(self._given.get(code) is not None for code in self._more if code != "place"):
            self.turn()

    def _row(self, code: str) -> FieldRow:
        field = replace(FIELDS[code], help=HELPS.get(code, FIELDS[code].help))
        value = self._given.get(code)
        editor = (
            Day(tr(field.label)) if code == "date" else editor_for(field, self._lists, self._names, value)
        )
        editor.control.setMaximumWidth(MOST)  # in a pair the box ends where that over it ends
        row = FieldRow(field, editor)
        editor.put(value)
        row.clear()
        editor.changed.connect(self.changed)
        return row

    def turn(self) -> None:
        """Unfold the other fields, or fold them again; what stands in them stays."""
        for code in self._more:
            if code not in self.rows:
                self.rows[code] = self._row(code)
                self._folded.addWidget(self.rows[code])
        folded = self._holder.isHidden()
        self._holder.setVisible(folded)
        self._unfold.setText(tr(LESS if folded else MORE))

    def put(self, code: str, value: object) -> None:
        """Show a value in its field, behind the button if it stands there."""
        if code not in self.rows:
            self.turn()
        self.rows[code].editor.put(value)

    def typed(self) -> Values:
        """Return what stands in the fields, as it was typed."""
        return {code: row.editor.value() for code, row in self.rows.items()}

    def type_again(self, typed: Values) -> None:
        """Fill in what ``typed`` returned."""
        for code, value in typed.items():
            self.put(code, value)

    def values(self) -> tuple[dict[str, object], list[Problem]]:
        """Return the values, and what could not be understood of them."""
        return understood(SESSION, {**self._given, **self.typed()}, self._lists)

    def show_problems(self, problems: Sequence[Problem]) -> list[Problem]:
        """Show each beneath its field, and return those that are about something else."""
        for row in self.rows.values():
            if not row.is_kept():
                row.clear()
        if any(one.field in self._more for one in problems) and self._holder.isHidden():
            self.turn()
        self._shown = [one for one in problems if one.field in self.rows]
        for one in reversed(self._shown):
            if not (one.asked and self.rows[one.field].is_kept()):
                self.rows[one.field].show_problem(one)
        return [one for one in problems if one.field not in self.rows]

    def known(self) -> list[Problem]:
        """Return what was asked about and answered with "Keep it"."""
        return [one for one in self._shown if one.asked and self.rows[one.field].is_kept()]

    def came(self) -> list[object]:
        """Return who came by name: ids, or New for those who are not on record yet."""
        value = self.rows["came"].editor.value() if "came" in self.rows else self._given.get("came")
        return [one for one in value if isinstance(one, int | New)] if isinstance(value, list) else []
