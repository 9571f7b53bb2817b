"""One row of a sign-in sheet: who, whether they helped, when they came and went, and for how long."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from ui.forms.linking import Link
from ui.theme.look import px
from ui.widgets.boxes import LONGEST, mark_wrong
from ui.widgets.frame import boxed, column, field, flow
from ui.widgets.remark import Remark
from ui.widgets.type_ahead import only_looking
from ui.widgets.words import text
from vcse_desktop.actions.entering import New
from vcse_desktop.actions.signed_rows import Row
from vcse_desktop.actions.suggesting import Names
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.printed import (
    CAME_AT,
    HELPED,
    HOURS,
    NAME,
    WENT_AT,
    Paper,
    numbered,
    with_number,
)

ROW, NO_NAME = N_("Row {n}"), N_("No name")
OF_ROW = N_("{label}, row {n}")
WIDE, SHORT, LABEL = 260, 96, 30
"""Pixels at 100%: a name, a time, and the label over a box."""


class OneRow(QWidget):
    """``changed`` tells each change."""

    changed = Signal()

    def __init__(self, paper: Paper, number: int, names: Names) -> None:
        super().__init__()
        labels = {one.code: with_number(n, tr(one.label)) for n, one in numbered(paper)}
        spoken = {code: tr(OF_ROW, label=label, n=number) for code, label in labels.items()}
        self.name = Link(labels[NAME], "person", names)
        self.name.name(spoken[NAME], "")
        self.name.picker.setMinimumWidth(px(WIDE))
        self.helped, self.unread = QCheckBox(labels[HELPED]), QCheckBox(tr(NO_NAME))
        self.helped.setAccessibleName(spoken[HELPED])
        self.unread.setAccessibleName(tr(OF_ROW, label=tr(NO_NAME), n=number))
        self.boxes = {code: QLineEdit() for code in (CAME_AT, WENT_AT, HOURS)}
        for code, box in self.boxes.items():
            box.setAccessibleName(spoken[code])
            box.setFixedWidth(px(SHORT))
            box.setMaxLength(LONGEST)
            box.textChanged.connect(self._changed)
        self._problem = Remark(self)
        times = [boxed(field(labels[code], box)) for code, box in self.boxes.items()]
        who = boxed(column(text(labels[NAME], "label", buddy=self.name.control), self.name, gap=6))
        ticks = [boxed(column(LABEL, tick, gap=0)) for tick in (self.helped, self.unread)]
        line = flow(who, ticks[0], *times, ticks[1])
        self.setLayout(column(text(tr(ROW, n=number), "label"), line, self._problem, gap=4))
        self.name.changed.connect(self._changed)
        for tick in (self.helped, self.unread):
            tick.toggled.connect(self._changed)

    def value(self) -> Row:
        """Return what stands in it."""
        with only_looking():
            who = self.name.value()
        return self._row(who if isinstance(who, int | New) else None)

    def typed(self) -> tuple[object, Row]:
        """Return the name as it was typed, and the rest."""
        with only_looking():
            return self.name.value(), self._row(None)

    def put(self, who: object, row: Row) -> None:
        """Fill in what ``typed`` returned."""
        self.name.put(who)
        self.helped.setChecked(row.helped)
        self.unread.setChecked(row.unread)
        for code, words in {CAME_AT: row.came_at, WENT_AT: row.went_at, HOURS: row.hours}.items():
            self.boxes[code].setText(words)

    def is_blank(self) -> bool:
        """Say whether nothing stands in it."""
        return self._row(None).blank() and not self.name.picker.text()

    def is_strange(self) -> bool:
        """Say whether the name that was typed is none of those on record, and is not added either."""
        return isinstance(self.name.value(), str)

    def show_problem(self, column_: str, sentence: str) -> None:
        """Say what is wrong, and go there."""
        control = self.name.control if column_ == NAME else self.boxes[column_]
        self._problem.show_as(sentence)
        control.setAccessibleDescription(sentence)
        mark_wrong(control, True)
        control.setFocus()

    def clear_problem(self) -> None:
        """Say nothing."""
        self._problem.show_as("")
        for control in (self.name.control, *self.boxes.values()):
            mark_wrong(control, False)
            control.setAccessibleDescription("")

    def _row(self, who: int | New | None) -> Row:
        boxes = self.boxes
        return Row(
            who,
            self.helped.isChecked(),
            boxes[CAME_AT].text(),
            boxes[WENT_AT].text(),
            boxes[HOURS].text(),
            self.unread.isChecked(),
        )

    def _changed(self) -> None:
        self.clear_problem()
        self.changed.emit()
