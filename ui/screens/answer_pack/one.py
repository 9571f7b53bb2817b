"""One answer, to a question of a pack or about something else: where it has got to and what else it says."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QPlainTextEdit, QWidget

from ui.forms.written import Lines
from ui.language import isolated
from ui.widgets import dates
from ui.widgets.asked import Asked
from ui.widgets.boxes import DateBox
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import Thing, boxed, column, field, flow
from ui.widgets.remark import Remark
from ui.widgets.words import text
from vcse_desktop.actions.reply_answers import LONGEST, STATES
from vcse_desktop.actions.replying import Answer, Question
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.typed import NotUnderstood

STATE = N_("Where has it got to?")
SHOWN = {
    "considering": ("text",),
    "planned": ("by", "text", "reference", "people_told"),
    "done": ("changed", "evidence", "text", "reference", "people_told"),
    "not_possible": ("text", "reference", "people_told"),
    "passed_on": ("text", "reference"),
    "question": ("text",),
}
"""What is asked for, by the state that is chosen."""
WORDS = {
    "considering": N_("What you say about it"),
    "planned": N_("What is planned"),
    "done": N_("What else you say about it"),
    "not_possible": N_("The reason why it is not possible"),
    "passed_on": N_("To whom you have passed it on"),
    "question": N_("Your question to them"),
}
"""What the box for words asks for, by the state."""
ABOUT = N_("What it is about")
Kept = dict[str, object]


class OneAnswer(QFrame):
    """``gone`` tells that an answer about something else is not wanted after all."""

    gone = Signal()

    def __init__(self, question: Question | None) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.question = question
        self.topic = QLineEdit()
        self.topic.setMaxLength(LONGEST["topic"])
        self.state = OneOf(tr(STATE), [(code, tr(words)) for code, words in STATES.items()])
        self._problem = Remark(self.state)
        self.day = DateBox(tr(N_("By when")), near=False)
        self.told = QCheckBox(tr(N_("We have told the people whom it is about")))
        self.words, self.changed, self.evidence = Lines(), Lines(), Lines()
        self.reference = QLineEdit()
        self.fields = {
            "topic": Asked(tr(ABOUT), self.topic),
            "by": Asked(tr(N_("By when")), self.day.box, "", [self.day]),
            "changed": _lines(N_("What changed"), self.changed),
            "evidence": _lines(N_("How you know (you may leave it empty)"), self.evidence),
            "text": _lines(WORDS["considering"], self.words),
            "reference": Asked(tr(N_("Decision or minute (you may leave it empty)")), self.reference),
        }
        self._parts: dict[str, QWidget] = {**self.fields, "people_told": self.told}
        self._more = boxed(column(*(part for name, part in self._parts.items() if name != "topic"), gap=12))
        self.setLayout(column(*self._asked(), gap=12, margin=20))
        self.state.chosen.connect(self._show)
        self._show()

    def _asked(self) -> list[Thing]:
        """Return what is asked, and under it the states."""
        chosen: list[Thing] = [field(tr(STATE), self.state), self._problem, self._more]
        if self.question is None:
            away = button(tr(N_("Leave this one out")), self.gone.emit, "quiet")
            self.setAccessibleName(tr(N_("An answer about something else")))
            return [self.fields["topic"], *chosen, flow(away)]
        self.setAccessibleName(self.question.text)
        self.state.setAccessibleName(
            tr(N_("{state} {question}"), state=tr(STATE), question=self.question.text)
        )
        asked: list[Thing] = [text(isolated(self.question.text), "quote")]
        if self.question.by:
            by = dates.in_words(self.question.by)
            asked.append(text(tr(N_("They hope for an answer by {day}."), day=by), "sub"))
        return [*asked, *chosen]

    def first(self) -> QWidget:
        """Return where the work begins."""
        return self.topic if self.question is None else self.state

    def answer(self) -> Answer | None:
        """Return what was answered; None when the day is none, which is said and gone to."""
        state = self.state.code() or ""
        shown = SHOWN.get(state, tuple(self._parts))
        try:
            day = self.day.day() if "by" in shown else None
        except NotUnderstood as problem:
            self.fields["by"].wrong(tr(problem.message))
            return None
        texts = {name: self._typed(name) for name in LONGEST if name in shown or name == "topic"}
        told = self.told.isChecked() and "people_told" in shown
        ask = self.question.id if self.question else ""
        by = date.fromisoformat(day) if day else None
        return Answer(ask, state, by=by, people_told=told, **texts)

    def wrong(self, name: str, sentence: str) -> None:
        """Say what is wrong with a field, and go there."""
        if name in self.fields:
            self.fields[name].wrong(sentence)
        else:
            self._problem.say(sentence)
            self.state.setFocus()

    def kept(self) -> Kept | None:
        """Return what was chosen and typed, None for nothing."""
        found: Kept = {name: self._typed(name) for name in LONGEST}
        found |= {"state": self.state.code(), "by": self.day.box.text(), "people_told": self.told.isChecked()}
        return found if any(found.values()) else None

    def again(self, kept: Kept) -> None:
        """Show it again."""
        self.topic.setText(str(kept["topic"]))
        self.reference.setText(str(kept["reference"]))
        for name, box in (("text", self.words), ("changed", self.changed), ("evidence", self.evidence)):
            box.put(kept[name])
        self.day.box.setText(str(kept["by"]))
        self.told.setChecked(bool(kept["people_told"]))
        state = kept["state"]
        self.state.choose(str(state) if state else None)
        self._show()

    def _typed(self, name: str) -> str:
        control = self.fields[name].control
        if isinstance(control, QPlainTextEdit):
            return control.toPlainText().strip()
        return control.text().strip() if isinstance(control, QLineEdit) else ""

    def _show(self) -> None:
        """Ask for what belongs to the state."""
        state = self.state.code() or ""
        shown = SHOWN.get(state, ())
        for name, part in self._parts.items():
            part.setVisible(name in shown or (name == "topic" and self.question is None))
        self._more.setVisible(bool(state))
        self._problem.clear()
        if state:
            self.fields["text"].name(tr(WORDS[state]))


def _lines(label: str, box: Lines) -> Asked:
    made = Asked(tr(label), box.box, "", [box])
    box.changed.connect(made.clear)
    return made
