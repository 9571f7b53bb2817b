"""Step 3 of an import: what each column is, by its heading and some of what stands in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.language import isolated
from ui.screens.import_table.chooser import Chooser
from ui.screens.import_table.course import Course
from ui.screens.import_table.leaves import Leaves
from ui.screens.import_table.said import WHY, samples, used_before
from ui.screens.import_table.table import BEFORE
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, card, column
from ui.widgets.notice import Notice
from ui.widgets.sentences import Sentences
from ui.widgets.words import heading, text
from vcse_desktop.actions.imports import proposing
from vcse_desktop.actions.imports.opening import Column
from vcse_desktop.actions.imports.proposing import Target
from vcse_desktop.i18n import N_, ngettext, tr

INTO = N_("What column {letter}, “{heading}”, goes into")
INTO_BARE = N_("What column {letter} goes into")
LEFT = N_("Leave it out")
SUCH_AS = N_("Such as {values}")
EMPTY = N_("Nothing stands in it.")
BLANK = N_("What is blank in the file stays blank.")
MISSING = N_("No column goes into “{field}”, which every record needs. You are asked for it next.")
A_DAY = N_("A day: {day}")
DAYS = N_("Columns that are days")
DAY = "day:"


class OneColumn(QFrame):
    """One column: its heading, some of its values, and what it goes into. ``changed`` tells of another."""

    changed = Signal()

    def __init__(self, course: Course, column_: Column, targets: list[Target]) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._course, self._column = course, column_
        name = isolated(column_.heading)
        into = tr(INTO if column_.heading else INTO_BARE, letter=column_.letter, heading=name)
        plan = course.plan
        found = samples(plan, column_.at) if plan is not None else []
        values = " · ".join(isolated(one) for one in found)
        said = tr(SUCH_AS, values=values) if found else tr(EMPTY)
        offer = [("", tr(LEFT)), *((one.code, one.label) for one in targets)]
        if plan is not None and column_.at in plan.days:
            code = f"{DAY}{plan.days[column_.at]}"
            offer.insert(1, (code, tr(A_DAY, day=plan.days[column_.at])))
        self.into = Chooser(into, said, offer)
        self.into.taken.connect(self._take)
        self.setFocusProxy(self.into)
        self._why = text("", "small")
        title = tr(N_("{letter}: {heading}"), letter=column_.letter, heading=name or tr(N_("no heading")))
        self.setLayout(
            column(
                text(title, "label", buddy=self.into),
                text(said, "small"),
                self.into,
                self._why,
                gap=6,
                margin=16,
            )
        )
        self.renew()

    def renew(self) -> None:
        """Show what it goes into by now, and why."""
        plan, at = self._course.plan, self._column.at
        if plan is None:
            return
        self.into.choose(f"{DAY}{plan.days[at]}" if at in plan.days else plan.columns.get(at, ""))
        how = plan.why.get(at)
        used = at in plan.columns or at in plan.days
        self._why.setText(tr(WHY[how]) if how is not None and how in WHY and used else "")
        self._why.setVisible(bool(self._why.text()))

    def _take(self, code: object) -> None:
        plan, at = self._course.plan, self._column.at
        if plan is None:
            return
        words = str(code or "")
        if words.startswith(DAY):
            self._course.change(plan.with_day(at, words.removeprefix(DAY)))
        else:
            self._course.change(plan.with_column(at, words))
        self.renew()
        self.changed.emit()


class Columns(QWidget):
    """The columns by leaves; those that are days are told together, and shown one by one when asked."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course
        plan = course.plan
        self._targets = list(proposing.targets(plan.kind, plan.shape)) if plan is not None else []
        self._before = Notice("info")
        self._needs = Sentences()
        name = tr(N_("Columns"))
        self.columns = Leaves[Column, OneColumn](name, self._make, lambda one: one.at)
        self._days, self.days = (
            Sentences(),
            Leaves[Column, OneColumn](tr(DAYS), self._make, lambda one: one.at),
        )
        self.each = button(tr(N_("Show each of these columns")), self._open)
        inside = column(heading(tr(DAYS), 3), self._days, self.each, self.days, gap=12)
        self._daily = card(boxed(inside), margin=16)
        self.days.hide()
        self.setLayout(column(self._before, text(tr(BLANK)), self._needs, self._daily, self.columns, gap=16))
        self.renew()
        if plan is not None and used_before(plan):
            self._before.show_as("info", tr(BEFORE))

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return next((one.into for one in self.columns.parts()), self.each)

    def renew(self) -> None:
        """Show every column as it is understood by now."""
        plan = self._course.plan
        if plan is None:
            return
        daily = [one for one in plan.table.columns if one.at in plan.days]
        others = [one for one in plan.table.columns if one.at not in plan.days]
        self._daily.setVisible(bool(daily))
        if daily:
            said = ngettext("{n} column is a day", "{n} columns are days", len(daily))
            span = tr(
                N_("{columns}: from “{first}” to “{last}”."),
                columns=said, first=isolated(daily[0].heading), last=isolated(daily[-1].heading),
            )  # fmt: skip
            self._days.show_all([span])
        self.columns.show_things(others)
        self.days.show_things(daily)
        for part in (*self.columns.parts(), *self.days.parts()):
            part.renew()
        self._say_missing()

    def _say_missing(self) -> None:
        plan = self._course.plan
        if plan is None:
            return
        filled = {code.partition(".")[0] for code in (*plan.columns.values(), *plan.always)}
        lacking = [one for one in self._targets if one.needed and one.code.partition(".")[0] not in filled]
        self._needs.show_all([tr(MISSING, field=one.label) for one in lacking])
        self._needs.setVisible(bool(lacking))

    def _make(self, one: Column) -> OneColumn:
        made = OneColumn(self._course, one, self._targets)
        made.changed.connect(self._say_missing)
        return made

    def _open(self) -> None:
        self.days.show()
        self.each.hide()
        parts = self.days.parts()
        if parts:
            parts[0].setFocus()
