"""One question about a file: what is asked, the answers to choose from, or a box where any words will do."""

from datetime import date

from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from ui.language import isolated, spoken
from ui.screens.import_table.chooser import show_choice
from ui.screens.import_table.course import Course
from ui.screens.import_table.stages import answer_of
from ui.widgets import dates
from ui.widgets.chips import OneOf
from ui.widgets.frame import column
from ui.widgets.words import text
from vcse_desktop.actions.imports.previewing import Question
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports import numbers

IN_CELLS = N_("In {cells}.")
IN_ROWS = N_("In rows such as {cells}.")
SUGGESTED = N_("Suggested: {answer}")
WRITE = N_("Something else: write it here")
LONGEST = 70
"""Letters on a chip."""
TOLD = {"label"}
"""Places of a sentence that are filled with words of ours, not with those of the file."""


class OneQuestion(QFrame):
    """Nothing is chosen beforehand: what is suggested is said, and chosen by whoever knows."""

    def __init__(self, course: Course, asked: Question) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._course, self.asked = course, asked
        sentence = in_words(asked.sentence, asked.values)
        offers = [(one.code, _cut(in_words(one.text, one.values))) for one in asked.offers]
        self.chips = OneOf(sentence, offers)
        self.box = QLineEdit()
        self.box.setAccessibleName(tr(N_("{question} {hint}"), question=sentence, hint=tr(WRITE)))
        self.box.textEdited.connect(self._written)
        self.chips.chosen.connect(self._chosen)
        likely = next((words for code, words in offers if code == asked.suggested), "")
        parts: list[QWidget] = [text(sentence, "label")]
        if asked.cells:
            where = IN_ROWS if all(map(str.isdecimal, asked.cells)) else IN_CELLS
            parts.append(text(tr(where, cells=", ".join(dict.fromkeys(asked.cells))), "small"))
        if likely:
            parts.append(text(tr(SUGGESTED, answer=likely), "small"))
        if offers:
            parts.append(self.chips)
        if offers and asked.free:
            parts.append(text(tr(WRITE), "small", buddy=self.box))
        if asked.free:
            parts.append(self.box)
        self.setLayout(column(*parts, gap=8, margin=16))
        self.setFocusProxy(self.chips if offers else self.box)
        for one in (self.chips, self.box):
            if one not in parts:
                one.setParent(self)
                one.hide()
        self.renew()

    def begin(self) -> QWidget:
        """Return the control that the answer begins in."""
        return self.chips if self.asked.offers else self.box

    def is_open(self) -> bool:
        """Say whether it has no answer yet."""
        plan = self._course.plan
        return plan is not None and not answer_of(plan, self.asked)

    def renew(self) -> None:
        """Show the answer that it has by now."""
        plan = self._course.plan
        answer = answer_of(plan, self.asked) if plan is not None else ""
        known = answer in self.chips.buttons
        if self.chips.code() != (answer if known else None):
            show_choice(self.chips, answer if known else None)
        if not known and self.box.text() != answer:
            self.box.setText(answer)

    def _chosen(self) -> None:
        code = self.chips.code()
        if code is not None:
            self.box.clear()
            self._answer(code)

    def _written(self, words: str) -> None:
        self.chips.choose(None)
        self._answer(words.strip())

    def _answer(self, code: str) -> None:
        if self._course.plan is not None:
            self._course.change(self._course.plan.answer(self.asked.key, code))


def _cut(words: str) -> str:
    """Return the words of a chip, which has two lines for them."""
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def in_words(sentence: str, values: tuple[tuple[str, object], ...]) -> str:
    """Return a sentence with what it speaks of: days and months in words, words of the file kept apart."""
    return tr(sentence, **{name: _filled(name, value) for name, value in values})


def _filled(name: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    if name in TOLD:
        return tr(value)
    try:
        return dates.in_words(date.fromisoformat(value))
    except ValueError:
        return isolated(numbers.month(value, spoken()) or value)
