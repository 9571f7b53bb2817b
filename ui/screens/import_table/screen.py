"""Bringing in a spreadsheet: from a file to what was made of it, in steps that can be gone back."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.screens.desk import Desk
from ui.screens.import_table.columns import Columns
from ui.screens.import_table.course import Course, begin, course_of, forget
from ui.screens.import_table.done import Done, summed
from ui.screens.import_table.entire import Entire
from ui.screens.import_table.file import ChooseFile
from ui.screens.import_table.people import People
from ui.screens.import_table.problems import Problems
from ui.screens.import_table.questions import Questions
from ui.screens.import_table.stages import COLUMNS, DONE, ENTIRE, FILE, PEOPLE, PROBLEMS, QUESTIONS, TABLE
from ui.screens.import_table.steps import Steps
from ui.screens.import_table.table import Table
from ui.screens.screen import Screen
from ui.widgets.buttons import button
from ui.widgets.frame import card
from ui.widgets.words import text
from vcse_desktop.actions.changed import Changed
from vcse_desktop.i18n import N_, tr

TITLE = N_("Bring in a spreadsheet")
KEEPER = N_("A keeper can do this: a keeper of your group can bring a spreadsheet in. Ask one of them.")
CAME_IN = N_("{file} is brought in: {made}.")
STEPS = {
    TABLE: Table,
    COLUMNS: Columns,
    QUESTIONS: Questions,
    PEOPLE: People,
    PROBLEMS: Problems,
    ENTIRE: Entire,
}


class ImportTable(Screen):
    """A keeper goes through the steps; others are told who can."""

    card: ClassVar[str] = "import"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr(TITLE))
        self._lost = False
        self._other: Path | None = None
        self.course: Course | None = None
        self.steps = Steps(self.save, self.back)
        self._away = button(tr(N_("Go to Today")), lambda: desk.go("today"))
        if desk.keeper:
            self.add(self.steps)
            self._follow(begin(desk))
        else:
            self.add(card(text(tr(KEEPER)), self._away))

    def open(self, what: object) -> None:
        """Take a file that was dropped: ("file", paths). One that is half brought in is not lost by it."""
        if not (self.course and isinstance(what, tuple) and what[0] == "file" and what[1]):
            return
        files: Sequence[Path] = what[1]
        half_done = self.course.opened is not None and self.course.step != DONE
        if half_done or self.course.sentence:
            self._other = files[0]
            self.course.show(FILE)
        else:
            self._take(files[0])

    def first(self) -> QWidget | None:
        """Return the control that the work begins in."""
        return self.steps.step.begin() if self.steps.step is not None else self._away

    def save(self) -> None:
        """Go on to the next step (Ctrl+Enter)."""
        if self.course is not None:
            self.course.go_on()

    def back(self) -> None:
        """Stop what is under way, or go a step back (Esc)."""
        if self.course is not None:
            self.course.go_back()

    def kept(self) -> object:
        """Return whether a file is half brought in: nothing of it is kept anywhere but in memory."""
        course = self.course
        return bool(course and (course.opened or course.sentence) and course.step != DONE)

    def again(self, kept: object) -> None:
        """Say that the file has to be chosen again, where it went with a lock."""
        course = self.course
        if kept and course is not None and course.opened is None and not course.sentence:
            self._lost = True
            course.show(FILE)

    def _follow(self, course: Course) -> None:
        """Show how far a file is, and what comes of it."""
        self.course, steps = course, self.steps
        course.stepped.connect(self._show)
        course.renewed.connect(steps.renew)
        course.began.connect(steps.work)
        course.moved.connect(steps.working.moved)
        course.ended.connect(steps.end)
        course.failed.connect(steps.tell)
        course.waiting.connect(steps.wait)
        course.made.connect(self._made)
        steps.working.stop.connect(course.stop)
        self._show()
        if course.sentence:
            steps.work(course.sentence)

    def _show(self) -> None:
        """Show the step, made of what there is by now."""
        course = self.course
        if course is None:
            return
        if course.step == FILE:
            made = ChooseFile(course, self._other, lost=self._lost)
            made.chosen.connect(self._take)
            self.steps.show_step(FILE, made)
        elif course.step == DONE:
            done = Done(course, self.desk)
            done.another.connect(self._take)
            self.steps.show_step(DONE, done)
        else:
            self.steps.show_step(course.step, STEPS[course.step](course))

    def _take(self, file: Path | None = None) -> None:
        """Begin with a file, or with choosing one; what was settled about another is forgotten."""
        self._lost, self._other = False, None
        forget(self.desk)
        self._follow(begin(self.desk))
        if file is not None and (course := course_of(self.desk)) is not None:
            course.read(file)

    def _made(self, changed: object) -> None:
        course = self.course
        if isinstance(changed, Changed) and course is not None and course.file is not None:
            said = tr(CAME_IN, file=isolated(course.file.name), made=summed(course))
            self.desk.did(said, changed)
