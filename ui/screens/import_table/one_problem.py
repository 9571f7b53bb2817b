"""A cell that could not be understood: what is wrong with it, and a box that mends it where it stands."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from ui.language import isolated
from ui.screens.import_table.course import Course
from ui.screens.import_table.said import short
from ui.screens.keyed import keyed
from ui.widgets.boxes import mark_wrong
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.remark import Remark
from ui.widgets.words import text
from vcse_desktop.actions.imports.previewing import Wrong
from vcse_desktop.actions.imports.proposing import WHOLE
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.validation import show_problem

CELL = N_("{cell}: “{words}”")
EMPTY = N_("{cell}: nothing stands there")
ROW = N_("Row {row}")
MENDED = N_("Mended: {words}")
OUT = N_("Row {row} is left out.")
AS_BLANK = N_("left blank")
INSTEAD = N_("{cell}: what it should say")
TAKE, TAKE_IT = N_("Take “{repair}”"), N_("{cell}: take “{repair}”")
LEAVE, LEAVE_IT = N_("Leave the row out"), N_("{cell}: leave row {row} out")
LONGEST = 2000


class OneProblem(QFrame):
    """``settled`` tells that it was mended or left out; ``stepped`` carries which way the arrows go."""

    settled = Signal()
    stepped = Signal(int)

    def __init__(self, course: Course, wrong: Wrong) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._course, self.wrong = course, wrong
        row, at = wrong.spot
        cell = wrong.cell or tr(ROW, row=row)
        said = (
            tr(CELL if wrong.text else EMPTY, cell=cell, words=isolated(wrong.text)) if at != WHOLE else cell
        )
        self.box = QLineEdit(wrong.text[:LONGEST])
        self.box.setMaxLength(LONGEST)
        self.box.setAccessibleName(tr(INSTEAD, cell=cell))
        self.box.returnPressed.connect(self._mend)
        self.box.installEventFilter(self)
        self.problem = Remark(self.box)
        self.box.setAccessibleDescription(show_problem(wrong.problem))
        repair = isolated(wrong.repair or tr(AS_BLANK))
        self.take = button(
            tr(TAKE, repair=isolated(short(wrong.repair or tr(AS_BLANK)))).replace("&", "&&"),
            self._take,
            name=tr(TAKE_IT, cell=cell, repair=repair),
        )
        self.out = button(tr(LEAVE), self._leave, name=tr(LEAVE_IT, cell=cell, row=row))
        self._repair = keyed(self.take, tr(N_("F2")))
        self._done = text("", "small")
        self.setLayout(
            column(text(said, "label", buddy=self.box), self.box, self.problem, flow(self._repair, self.out),
                   self._done, gap=8, margin=16)
        )  # fmt: skip
        self.box.setVisible(at != WHOLE)
        self._repair.setVisible(wrong.repair is not None and at != WHOLE)
        self.setFocusProxy(self.box if at != WHOLE else self.out)
        self.renew()

    def begin(self) -> QWidget:
        """Return the control that the mending begins in."""
        return self.box if self.wrong.spot[1] != WHOLE else self.out

    def is_open(self) -> bool:
        """Say whether nothing was done about it since it was found."""
        return self._done.isHidden()

    def renew(self) -> None:
        """Show what was done about it."""
        plan, shown = self._course.plan, self._course.shown
        if plan is None or shown is None:
            return
        row, at = self.wrong.spot
        out, mended = row in plan.left_out, plan.mended.get(self.wrong.spot)
        touched = at != WHOLE and mended != shown.plan.mended.get(self.wrong.spot)
        words = (
            tr(OUT, row=row) if out else tr(MENDED, words=isolated(mended or tr(AS_BLANK))) if touched else ""
        )
        self._done.setText(words)
        self._done.setVisible(bool(words))
        self.problem.show_as("" if words else show_problem(self.wrong.problem))
        mark_wrong(self.box, not words)
        self.out.setEnabled(not out)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is suggested by one key, and go to the problem before or after by the arrows."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_F2 and self.wrong.repair is not None:
            self._take()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and not event.modifiers():
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _mend(self) -> None:
        """Read the cell as what stands in the box."""
        if self._course.plan is not None:
            self._course.change(self._course.plan.mend(self.wrong.spot, self.box.text()), soon=True)
            self.renew()
            self.settled.emit()

    def _take(self) -> None:
        self.box.setText(self.wrong.repair or "")
        self._mend()

    def _leave(self) -> None:
        if self._course.plan is not None:
            self._course.change(self._course.plan.leave_out([self.wrong.spot[0]]), soon=True)
            self.renew()
            self.settled.emit()
