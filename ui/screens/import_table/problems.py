"""Step 4 of an import: cells that need another look, one by one by keys, and how many are left."""

from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from ui.screens.import_table.course import Course
from ui.screens.import_table.leaves import EACH, Leaves
from ui.screens.import_table.one_problem import OneProblem
from ui.screens.import_table.stages import unmended
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow
from ui.widgets.words import text
from vcse_desktop.actions.imports.previewing import Wrong
from vcse_desktop.i18n import N_, ngettext, tr

HOW = N_(
    "Write in a box what the cell should say and press Enter, press F2 to take what is suggested, or leave "
    "the row out. The arrow keys up and down go to the problem before and after. Your file stays as it is."
)
ALL_OUT = N_("Leave out all rows with problems")
NONE = N_("Every cell is understood now.")
IN_AGAIN = N_("Take these rows in again")
FIRST = N_("Go to the first that is left")


class Problems(QWidget):
    """Problems by leaves; what was done about one stays beside it until it is looked at again."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course
        self._left = text("", "label")
        self.out = button(tr(ALL_OUT), self._all_out)
        self.first = button(tr(FIRST), self._to_first)
        self.problems = Leaves[Wrong, OneProblem](tr(N_("Problems")), self._make, lambda one: one)
        self._rows = text("", "small")
        self.again = button(tr(IN_AGAIN), self._take_in)
        self._some = boxed(
            column(
                text(tr(HOW)), flow(self.first, self.out), self._rows, flow(self.again), self.problems, gap=12
            )
        )
        self.setLayout(column(self._left, self._some, gap=12))
        self.renew()

    def begin(self) -> QWidget:
        """Return the first box that still waits, else what follows."""
        shown, plan = self._course.shown, self._course.plan
        left = unmended(shown, plan) if shown is not None and plan is not None else []
        part = self.problems.turn_to(left[0]) if left else None
        return part.begin() if part is not None else self.out

    def renew(self) -> None:
        """Show what is wrong by now, and how much of it is left."""
        shown, plan = self._course.shown, self._course.plan
        if shown is None or plan is None:
            return
        at_work = next((one for one in self.problems.parts() if _within(one)), None)
        self.problems.show_things(shown.problems)
        if at_work is not None and not at_work.isVisible():
            self._go_on_from(at_work.wrong)
        for part in self.problems.parts():
            part.renew()
        left = len(unmended(shown, plan))
        said = ngettext("{n} problem is left.", "{n} problems are left.", left) if left else tr(NONE)
        self._left.setText(said)
        out = len(plan.left_out)
        rows = ngettext("{n} row is left out.", "{n} rows are left out.", out) if out else ""
        self._rows.setText(rows)
        self._rows.setVisible(bool(rows))
        self.again.setVisible(bool(rows))
        self._some.setVisible(bool(shown.problems))
        self.first.setVisible(left > 0 and len(shown.problems) > EACH)

    def _go_on_from(self, wrong: Wrong) -> None:
        """Keep the focus where somebody was at work, or go to what is left, when others have gone."""
        found = [at for at, one in enumerate(self.problems.things) if one.spot >= wrong.spot]
        part = self.problems.turn_to(found[0] if found else 0)
        if part is not None:
            part.begin().setFocus()

    def _make(self, wrong: Wrong) -> OneProblem:
        made = OneProblem(self._course, wrong)
        made.settled.connect(partial(self._settled, made))
        made.stepped.connect(partial(self._step, made))
        return made

    def _settled(self, made: OneProblem) -> None:
        """Go on to the next that is left, and say how many there are."""
        self.renew()
        shown, plan = self._course.shown, self._course.plan
        if shown is not None and plan is not None:
            left, at = unmended(shown, plan), self._place(made)
            further = [one for one in left if one > at] or left
            part = self.problems.turn_to(further[0]) if further else None
            if part is not None:
                part.begin().setFocus()
        announce(self, self._left.text())

    def _step(self, made: OneProblem, by: int) -> None:
        part = self.problems.turn_to(self._place(made) + by)
        if part is not None:
            part.begin().setFocus()

    def _place(self, made: OneProblem) -> int:
        return self.problems.at * EACH + self.problems.parts().index(made)

    def _to_first(self) -> None:
        self.begin().setFocus()

    def _all_out(self) -> None:
        """Leave out each row in which something is wrong."""
        shown, plan = self._course.shown, self._course.plan
        if shown is not None and plan is not None:
            left = unmended(shown, plan)
            self._course.change(plan.leave_out([shown.problems[at].spot[0] for at in left]), soon=True)
            self.renew()
            announce(self, self._left.text())

    def _take_in(self) -> None:
        plan = self._course.plan
        if plan is not None:
            self._course.change(plan.take_in(plan.left_out), soon=True)
            self.renew()
            self.begin().setFocus()


def _within(part: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and part.isAncestorOf(focus)
