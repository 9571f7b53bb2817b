"""A row that seems to be there already: which one, why, and what becomes of it."""

from PySide6.QtWidgets import QFrame, QWidget

from ui.language import isolated
from ui.screens.import_table.chooser import show_choice
from ui.screens.import_table.course import Course
from ui.screens.import_table.said import DOUBLES, shown_cell
from ui.widgets.chips import OneOf
from ui.widgets.frame import column
from ui.widgets.words import text
from vcse_desktop.actions.imports.previewing import REASONS, Seeming
from vcse_desktop.actions.imports.proposing import Double, Plan
from vcse_desktop.actions.suggesting import Names
from vcse_desktop.i18n import N_, tr

ROW = N_("Row {row}: {cells}")
THERE = N_("It seems to be in your records already: {reasons}.")
IS = N_("It seems to be {name}, who is in your records already: {reasons}.")
TWICE = N_("It seems to stand in the file twice, also in row {row}: {reasons}.")
SUGGESTED = N_("Suggested: {answer}")
CELLS, LONGEST = 5, 60


class OneDouble(QFrame):
    """Nothing is chosen beforehand: what is suggested is said."""

    def __init__(self, course: Course, seeming: Seeming, names: Names) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._course, self.seeming = course, seeming
        cells = ", ".join(map(isolated, _cells(course.plan, seeming.spot[0])))
        title = tr(ROW, row=seeming.spot[0], cells=cells)
        offer = [(one.value, tr(DOUBLES[one])) for one in seeming.offered]
        self.choices = OneOf(title, offer)
        self.choices.chosen.connect(self._chosen)
        likely = text(tr(SUGGESTED, answer=offer[0][1]), "small")
        self.setLayout(
            column(
                text(title, "label"),
                text(_why(course, seeming, names)),
                likely,
                self.choices,
                gap=8,
                margin=16,
            )
        )
        self.setFocusProxy(self.choices)
        self.renew()

    def begin(self) -> QWidget:
        """Return the control that the answer begins in."""
        return self.choices

    def is_open(self) -> bool:
        """Say whether nobody has said what becomes of it."""
        return self._what() is None

    def renew(self) -> None:
        """Show what becomes of it by now."""
        what = self._what()
        code = what.value if what is not None else None
        if code != self.choices.code():
            show_choice(self.choices, code)

    def _what(self) -> Double | None:
        plan, seeming = self._course.plan, self.seeming
        return plan.doubles.get(seeming.spot, seeming.what) if plan is not None else seeming.what

    def _chosen(self) -> None:
        code = self.choices.code()
        if code is not None and self._course.plan is not None:
            self._course.change(self._course.plan.with_doubles([self.seeming.spot], Double(code)))


def _why(course: Course, seeming: Seeming, names: Names) -> str:
    reasons = ", ".join(tr(REASONS[code]) for code in seeming.why if code in REASONS)
    if not seeming.record:
        return tr(TWICE, row=seeming.row, reasons=reasons)
    found = names.get(seeming.record) if course.plan is not None and course.plan.kind == "person" else None
    return tr(IS, name=isolated(found.text), reasons=reasons) if found else tr(THERE, reasons=reasons)


def _cells(plan: Plan | None, row: int) -> list[str]:
    """Return the first cells of a row, in short."""
    rows = plan.table.rows if plan is not None else ()
    low, high = 0, len(rows)
    while low < high:  # rows stand in their order
        middle = (low + high) // 2
        if rows[middle][0] < row:
            low = middle + 1
        else:
            high = middle
    if low == len(rows) or rows[low][0] != row:
        return []
    said = [shown_cell(cell)[:LONGEST] for cell in rows[low][1]]
    return [one for one in said if one][:CELLS]
