"""Days between which something lies: some that move on by themselves, or two that are written."""

from PySide6.QtWidgets import QWidget

from ui.widgets.boxes import DateBox
from ui.widgets.chips import OneOf
from ui.widgets.frame import boxed, column, field
from ui.widgets.remark import Remark
from vcse_desktop.actions.filtering import MONTH, QUARTER, YEAR
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Problem
from vcse_desktop.records.typed import NotUnderstood
from vcse_desktop.records.validation import show_problem

OTHER = "other"
OFFERED = {
    MONTH: N_("This month"),
    QUARTER: N_("The last three months"),
    YEAR: N_("The last twelve months"),
    OTHER: N_("Other days…"),
}
BACKWARDS = N_("The last day lies before the first. Change one of them.")


class Period(QWidget):
    """Chips, and two boxes for other days."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.chips = OneOf(label, [(code, tr(words)) for code, words in OFFERED.items()])
        self.first = DateBox(tr(N_("From")), near=False)
        self.last = DateBox(tr(N_("Until")), near=False)
        self._problem = Remark(self.first.box)
        from_, until = field(tr(N_("From")), self.first), field(tr(N_("Until")), self.last)
        self._other = boxed(column(from_, until, self._problem, gap=12))
        self._other.hide()
        self.setLayout(column(self.chips, self._other, gap=8))
        self.setFocusProxy(self.chips)
        self.chips.chosen.connect(lambda: self._other.setVisible(self.chips.code() == OTHER))

    def days(self) -> tuple[str, str, str] | None:
        """Return the span, or the first and the last day ("" for an open end); None says what is wrong."""
        code = self.chips.code() or ""
        if code != OTHER:
            return code, "", ""
        try:
            first, last = self.first.day() or "", self.last.day() or ""
        except NotUnderstood as error:
            self._problem.show_as(show_problem(Problem("", error.message)))
            return None
        self._problem.show_as(tr(BACKWARDS) if first and last and last < first else "")
        return None if first and last and last < first else ("", first, last)
