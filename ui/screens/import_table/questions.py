"""Step 3 of an import: what the file does not say clearly, and words whose meaning somebody has to say."""

from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from ui import errors, tasks
from ui.screens.import_table.course import Course, agree
from ui.screens.import_table.leaves import Leaves
from ui.screens.import_table.one_question import OneQuestion
from ui.screens.import_table.one_value import OneValue
from ui.screens.import_table.stages import answer_of, chosen_for, unknown
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow
from ui.widgets.words import heading, text
from vcse_desktop.actions.imports import previewing, proposing
from vcse_desktop.actions.imports.previewing import Question, ValueMatch
from vcse_desktop.actions.imports.proposing import How
from vcse_desktop.i18n import N_, tr

ASKED = N_("The file does not say these things clearly. Nothing is guessed: please say what is right.")
WORDS = N_("What words mean")
MATCHED = N_("These words stand in the file. Say which of yours they are, or leave them blank.")
AGREE = N_("Agree to all suggestions")
BLANK_ALL = N_("Leave all words blank that nobody knows")
NOTHING = N_("There is nothing to ask about this file.")
Choices = dict[str, list[tuple[str, str]]]


class Questions(QWidget):
    """Questions first, then the words: those that nobody knows come before the others."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course
        self._choices: Choices = {}
        plan = course.plan
        fields = proposing.targets(plan.kind, plan.shape) if plan is not None else []
        self._labels = {one.code: one.label for one in fields}
        self.agree = button(tr(AGREE), partial(agree, course))
        self.blank = button(tr(BLANK_ALL), self._blank)
        self._nothing = text(tr(NOTHING))
        self.questions = Leaves[Question, OneQuestion](
            tr(N_("Questions")), partial(OneQuestion, course), lambda one: (one.key, one.offers, one.values)
        )
        self.words = Leaves[ValueMatch, OneValue](tr(WORDS), self._make, _known_by)
        self._asked = boxed(column(text(tr(ASKED)), self.questions, gap=12))
        told = column(heading(tr(WORDS), 3), text(tr(MATCHED)), self.words, gap=12)
        self._said = boxed(told)
        self.setLayout(column(flow(self.agree, self.blank), self._nothing, self._asked, self._said, gap=16))
        self.renew()
        self._ask()

    def begin(self) -> QWidget:
        """Return the first control that still waits for an answer, else the first there is."""
        parts = self._parts()
        waiting = next((one for one in parts if one.is_open()), None)
        if waiting is None and (more := self._further()) is not None:
            waiting = more
        found = waiting or next(iter(parts), None)
        return found.begin() if found is not None else self.agree

    def renew(self) -> None:
        """Show what is asked by now."""
        shown, plan = self._course.shown, self._course.plan
        if shown is None or plan is None:
            return
        words = sorted((one for one in shown.values if one.how is not How.EXACT), key=_order)
        self.questions.show_things(shown.questions)
        self.words.show_things(words if self._choices or not words else [])
        for part in self._parts():
            part.renew()
        self._asked.setVisible(bool(shown.questions))
        self._said.setVisible(bool(words))
        self._nothing.setVisible(not (shown.questions or words))
        asked = any(one.suggested and not answer_of(plan, one) for one in shown.questions)
        near = any(one.near and chosen_for(plan, one) is None for one in words)
        self.agree.setVisible(asked or near)
        self.blank.setVisible(any(unknown(plan, one) for one in words))

    def _parts(self) -> list[OneQuestion | OneValue]:
        return [*self.questions.parts(), *self.words.parts()]

    def _further(self) -> OneQuestion | OneValue | None:
        """Turn to the leaf of the first that waits, where it is not on the one that is shown."""
        plan, made = self._course.plan, None
        if plan is not None:
            asked = [at for at, one in enumerate(self.questions.things) if not answer_of(plan, one)]
            words = [at for at, one in enumerate(self.words.things) if unknown(plan, one)]
            made = self.questions.turn_to(asked[0]) if asked else None
            if made is None and words:
                return self.words.turn_to(words[0])
        return made

    def _ask(self) -> None:
        """Ask what the words may mean: their lists are in the vault."""
        shown, plan, vault = self._course.shown, self._course.plan, self._course.vault
        if shown is None or plan is None:
            return
        targets = {one.target for one in shown.values}
        work = lambda: {one: previewing.choices(vault, plan, one) for one in targets}  # noqa: E731
        tasks.run(self, work, self._took, partial(errors.tell, self), Lane.LOOK)

    def _took(self, choices: Choices) -> None:
        focused = any(_within(one) for one in self.questions.parts())
        self._choices = choices
        self.renew()
        if not focused and self.isVisible():
            self.begin().setFocus()

    def _make(self, match: ValueMatch) -> OneValue:
        label = self._labels.get(match.target, match.target)
        return OneValue(self._course, match, label, self._choices.get(match.target, []))

    def _blank(self) -> None:
        """Leave out all words of lists that nobody has said the meaning of."""
        plan = self._course.plan
        for one in self.words.things:
            if plan is not None and unknown(plan, one) and chosen_for(plan, one) is None:
                plan = plan.with_value(one.target, one.words, "")
        if plan is not None:
            self._course.change(plan)
        self.renew()
        self.begin().setFocus()


def _within(part: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and part.isAncestorOf(focus)


def _order(one: ValueMatch) -> tuple[bool, bool, str, str]:
    return one.how is not None, not one.near, one.target, one.words


def _known_by(one: ValueMatch) -> object:
    return one.target, one.words, one.near
