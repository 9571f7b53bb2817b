"""One file on its way in: how far it is, and what is settled. It outlives the window being drawn anew."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal

from ui.changes import changes
from ui.screens.desk import Desk
from ui.screens.import_table.stages import COLUMNS, DONE, ENTIRE, FILE, TABLE, after, before, waits
from ui.screens.import_table.work import Work
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.imports import making, opening, previewing, proposing
from vcse_desktop.actions.imports.opening import Going, Opened
from vcse_desktop.actions.imports.previewing import Preview
from vcse_desktop.actions.imports.proposing import Plan, Shape
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import TABLES

READING = N_("Reading the file…")
LOOKING = N_("Looking at the table…")
WORKING_OUT = N_("Working out what would be made…")
MAKING = N_("Bringing in what you saw…")
SOON = 600
"""Milliseconds after the last change before what would be made is worked out again by itself."""


class Course(Work):
    """``stepped`` tells of another step, ``renewed`` that the same step has something new to show.

    ``waiting`` carries how much waits before one can go on, ``made`` what came in.
    """

    stepped = Signal()
    renewed = Signal()
    waiting = Signal(object)
    made = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.vault = desk.vault
        self.step = self.reached = FILE
        self.file: Path | None = None
        self.opened: Opened | None = None
        self.plan: Plan | None = None
        self.shown: Preview | None = None
        self.changed: Changed | None = None
        self.of: Plan | None = None
        """The plan that ``shown`` is of."""
        changes.changed.connect(self._changed)
        self.soon = QTimer(self, singleShot=True, interval=SOON)
        self.soon.timeout.connect(lambda: None if self.sentence else self._preview("", self.renewed.emit))

    def read(self, file: Path) -> None:
        """Read a file, and suggest what its table means; what was settled about another is forgotten."""
        self.file, self.opened, self.plan, self.shown, self.of = file, None, None, None, None
        self.changed = None
        self.show(FILE)

        def work(going: Going) -> tuple[Opened, Plan]:
            found = opening.open_file(self.vault, file, going)
            return found, proposing.suggest(self.vault, found, going=going)

        self.do(tr(READING), work, self._found)

    def look_at(self, sheet: int, header: int | str | None) -> None:
        """Look at another sheet, or at the same one with its headings in another row."""
        opened = self.opened
        if opened is not None:

            def work(going: Going) -> tuple[Opened, Plan]:
                found = opening.look_at(opened, sheet, header)
                return found, proposing.suggest(self.vault, found, going=going)

            self.do(tr(LOOKING), work, self._found)

    def mean(self, kind: str, shape: Shape | None) -> None:
        """Take the table for another kind of records, or for one of another shape."""
        opened = self.opened
        if opened is not None:
            suggest = proposing.suggest
            self.do(
                tr(LOOKING),
                lambda going: (opened, suggest(self.vault, opened, kind, shape, going)),
                self._found,
            )

    def change(self, plan: Plan, *, soon: bool = False) -> None:
        """Settle something; with ``soon`` what would be made is worked out again by itself."""
        self.plan = plan
        if soon:
            self.soon.start()

    def settle(self, then: Callable[[], object]) -> None:
        """Work out what would be made, unless that is known, and go on with ``then``."""
        if self.of is self.plan and self.shown is not None:
            then()
        elif self.plan is not None:
            self._preview(tr(WORKING_OUT), then)

    def go_on(self) -> None:
        """Go to the next step; at the last, bring it in."""
        if self.sentence:
            return
        if self.step == FILE and self.opened is not None:
            self.show(TABLE)
        elif self.step == TABLE:
            self.show(COLUMNS)
        elif self.step == ENTIRE:
            self.settle(partial(_make, self))
        elif COLUMNS <= self.step < ENTIRE:
            if self.step == COLUMNS and self.of is not self.plan:
                self.reached = COLUMNS
            self.settle(partial(_next, self))

    def go_back(self) -> None:
        """Stop what is under way, else go to the step before; all that was settled stays."""
        if self.sentence:
            self.stop()
        elif self.step != DONE:
            self.show(before(self.shown, self.step))

    def show(self, step: int) -> None:
        """Show a step."""
        self.step = step
        self.reached = max(step, self.reached)
        self.stepped.emit()

    def _found(self, found: tuple[Opened, Plan]) -> None:
        self.opened, self.plan = found
        self.shown = self.of = None
        self.reached = FILE
        if self.step == TABLE:
            self.renewed.emit()
        else:
            self.show(TABLE)

    def _preview(self, sentence: str, then: Callable[[], object]) -> None:
        plan = self.plan
        self.soon.stop()
        if plan is None:
            return

        def done(shown: Preview) -> None:
            self.shown, self.of = shown, plan
            then()

        self.do(sentence, lambda going: previewing.preview(self.vault, plan, going), done)

    def _changed(self, changed: Changed) -> None:
        """What would be made depends on the records that there are: look again before going on."""
        if changed.kinds & TABLES.keys():
            self.of = None


def _next(course: Course) -> None:
    """Go on to what waits, or else to what comes next."""
    shown, plan = course.shown, course.plan
    if shown is None or plan is None:
        return
    left, step = waits(shown, plan, course.step), after(shown, plan, course.step, course.reached)
    if step == course.step:
        course.renewed.emit()
        course.waiting.emit(left)
    else:
        course.show(step)


def _make(course: Course) -> None:
    """Bring in what was seen, unless something waits after all."""
    shown, plan, vault = course.shown, course.plan, course.vault
    if shown is None or plan is None:
        return
    if (step := after(shown, plan, ENTIRE, ENTIRE)) != ENTIRE:
        course.show(step)
        return

    def done(changed: Changed) -> None:
        course.changed = changed
        course.show(DONE)
        course.made.emit(changed)

    course.do(tr(MAKING), lambda going: making.carry_out(vault, shown, going), done, patient=True)


def agree(course: Course) -> None:
    """Take every suggestion that there is."""

    def take() -> None:
        if course.shown is not None and (before := course.plan) is not None:
            taken = course.shown.agreed()  # what somebody has chosen otherwise stays as it is
            course.plan = replace(taken, values={**taken.values, **before.values})
            course.settle(course.renewed.emit)

    course.settle(take)


def course_of(desk: Desk) -> Course | None:
    """Return the file that is on its way in at this desk."""
    return desk.findChild(Course)


def begin(desk: Desk) -> Course:
    """Return the file that is on its way in, or a course for one that is not chosen yet."""
    return course_of(desk) or Course(desk)


def forget(desk: Desk) -> None:
    """Let go of a file with all that was settled about it."""
    course = course_of(desk)
    if course is not None:
        course.blockSignals(True)  # whoever listens looks at another one by now
        course.stop()
        course.setParent(None)
        course.deleteLater()
