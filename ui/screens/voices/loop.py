"""One answer on a card: what was said, who should answer, how long it has waited, and closing the loop."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.forms.written import Lines
from ui.language import isolated, spoken
from ui.screens.keyed import keyed
from ui.screens.screen import Screen
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.drafted import Drafted, begun, over
from ui.widgets.frame import boxed, column, field, flow, rule
from ui.widgets.remark import Remark
from ui.widgets.words import tag, text
from vcse_desktop.actions.answering import ENDED, TEXT_OF, Answer, close_loop, tell
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.recording import today
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import label
from vcse_desktop.reports import numbers

LONGEST = 200
Kept = tuple[str | None, str]
"""The state chosen and the words typed."""
NO_STATE = N_("Nothing is known of it yet")
ASKS = {
    "considering": N_("What they said about it"),
    "planned": N_("What is planned, and when"),
    "passed_on": N_("To whom it was passed on"),
    "done": N_("What changed"),
    "not_possible": N_("Why it is not possible"),
}
"""What the one box asks for, by the state chosen."""
STATE = N_("Where has it got to?")
ANSWER, SO_FAR = N_("The answer: {answer}"), N_("Reply so far: {answer}")
CHOOSE = N_("Choose where it has got to.")


def clock(answer: Answer) -> str:
    """Return in a sentence how long it has waited, or took."""
    n = answer.days
    if n is None:
        return tr(N_("People were told.") if answer.is_told else N_("The day is not recorded."))
    if answer.is_told:
        return ngettext("People were told after {n} day.", "People were told after {n} days.", n)
    if answer.row["status"] in ENDED:
        return ngettext(
            "Waiting {n} day. There is an answer; people were not told yet.",
            "Waiting {n} days. There is an answer; people were not told yet.",
            n,
        )
    if _reply(answer):
        return ngettext(
            "Heard {n} day ago, no final answer yet.", "Heard {n} days ago, no final answer yet.", n
        )
    if not answer.words:
        return ngettext("Asked {n} day ago, no answer yet.", "Asked {n} days ago, no answer yet.", n)
    return ngettext("Heard {n} day ago, no answer yet.", "Heard {n} days ago, no answer yet.", n)


class Loop(QFrame):
    """``opened`` carries the id of the response: the whole of it is wanted."""

    opened = Signal(object)

    def __init__(self, screen: Screen, answer: Answer, lists: Lists) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._screen, self._answer = screen, answer
        self.response = int(str(answer.row["id"]))
        what = str(answer.row["what"])
        offer = [(code, label(lists, "you_said_status", code)) for code in TEXT_OF]
        self.state = OneOf(tr(STATE), offer)
        self._label = text(tr(N_("In a sentence")), "label")
        self.box = Lines()
        self._problem = Remark(self.state)
        self._form = boxed(self._asked())
        self._form.hide()
        self.setLayout(
            column(
                text(what, "quote"),
                *self._lines(),
                flow(tag(_state(answer, lists)), *map(tag, _signed(answer))),
                text(clock(answer)),
                self._verbs(what),
                self._form,
                gap=8,
                margin=20,
            )
        )
        self.setAccessibleName(what)
        kept = lambda: self.kept() if self.is_open() and self.kept() != (None, "") else None  # noqa: E731
        begun(self, Drafted(lambda: ("loop", self.response), kept, self.again))

    def _verbs(self, what: str) -> QWidget:
        close, told, whole = (
            tr(words, what=what)
            for words in (
                N_("Close the loop: {what}"),
                N_("People were told today: {what}"),
                N_("Open the whole of it: {what}"),
            )
        )
        verbs = []
        if not self._answer.is_told:
            verbs.append(button(tr(N_("Close the loop")), self.unfold, name=close))
        if _reply(self._answer) and not self._answer.is_told:
            verbs.append(button(tr(N_("People were told today")), self._told, name=told))
        verbs.append(button(tr(N_("Open")), lambda: self.opened.emit(self.response), "quiet", name=whole))
        self.setFocusProxy(verbs[0])
        return flow(*verbs)

    def _lines(self) -> list[QLabel]:
        lines = []
        for said in self._answer.words[:2]:
            lines.append(text(tr(N_("You said: {words}"), words=isolated(_short(said))), "sub"))
        if self._answer.organisation:
            who = isolated(self._answer.organisation)
            lines.append(text(tr(N_("Who should answer: {organisation}"), organisation=who), "sub"))
        if reply := _reply(self._answer):
            words = ANSWER if self._answer.row["status"] in ENDED else SO_FAR
            lines.append(text(tr(words, answer=isolated(_short(reply))), "sub"))
        return lines

    def _asked(self) -> QVBoxLayout:
        self.box.name(self._label.text(), "")
        self.state.chosen.connect(self._chosen)
        foot = keyed(button(tr(N_("Keep the answer")), self.save, "primary"), tr(N_("Ctrl+Enter")))
        sentence = column(self._label, self.box, gap=6)
        return column(rule(), field(tr(STATE), self.state), self._problem, sentence, foot, gap=12)

    def unfold(self) -> None:
        """Show one choice and one box, and go there."""
        self._form.show()
        self.state.setFocus()

    def kept(self) -> Kept:
        """Return what was chosen and typed and not kept yet."""
        return self.state.code(), self.box.box.toPlainText()

    def again(self, kept: Kept) -> None:
        """Show it again."""
        self._form.show()
        self.state.choose(kept[0])
        if kept[0] is not None:
            self._chosen()
        self.box.put(kept[1])

    def is_open(self) -> bool:
        """Say whether the choice and the box are shown."""
        return not self._form.isHidden()

    def _chosen(self) -> None:
        asks = tr(ASKS[str(self.state.code())])
        self._label.setText(asks)
        self.box.name(asks, "")
        self._problem.clear()

    def save(self) -> None:
        """Keep where it has got to and the sentence."""
        state, words, vault = self.state.code(), str(self.box.value() or ""), self._screen.vault
        if state is None:
            self.state.setFocus()
            self._problem.say(tr(CHOOSE))
            return
        response = self.response
        self._screen.act(lambda: close_loop(vault, response, state, words), self._closed)

    def _closed(self, changed: Changed) -> None:
        self.setFocus()
        self._form.hide()
        over(self)
        self._screen.desk.did(tr(N_("The answer is kept. Now tell the people who said it.")), changed)

    def _told(self) -> None:
        vault, response, day = self._screen.vault, self.response, today().isoformat()
        self._screen.act(
            lambda: tell(vault, response, day),
            lambda changed: self._screen.desk.did(tr(N_("Kept: people were told today.")), changed),
        )


def _reply(answer: Answer) -> str:
    """Return what there is to tell people."""
    row = answer.row
    return str(row["changed"] or row["reason_no"] or row["answer"] or "")


def _signed(answer: Answer) -> list[str]:
    """Return whether somebody else's answer is signed; nothing where there is none."""
    if answer.is_signed:
        return [tr(N_("From a signed reply"))]
    typed_in = _reply(answer) and answer.organisation and not answer.is_ours
    return [tr(N_("Typed in here, not signed"))] if typed_in else []


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def _state(answer: Answer, lists: Lists) -> str:
    """Return where it has got to, and until when where that is known."""
    status, due = answer.row["status"], answer.row["due_on"]
    if status is None:
        return tr(NO_STATE)
    state = label(lists, "you_said_status", str(status))
    if status == "planned" and due:
        return tr(N_("{state}: {day}"), state=state, day=numbers.day(date.fromisoformat(str(due)), spoken()))
    return state
