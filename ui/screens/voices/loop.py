"""One answer on a card: what was said, who should answer, how long it has waited, and closing the loop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.forms.written import Lines
from ui.screens.keyed import keyed
from ui.screens.screen import Screen
from ui.screens.voices.later import Wish
from ui.screens.voices.standing import after, before, clock, reply, signed, state
from ui.widgets.at_length import at_length
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.drafted import Drafted, begun, over
from ui.widgets.frame import boxed, column, field, flow, rule
from ui.widgets.remark import Remark
from ui.widgets.words import tag, text
from vcse_desktop.actions.answering import TEXT_OF, Answer, close_loop, tell
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.recording import today
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import label

Kept = tuple[str | None, str]
"""The state chosen and the words typed."""
ASKS = {
    "considering": N_("What they said about it"),
    "planned": N_("What is planned, and when"),
    "passed_on": N_("To whom it was passed on"),
    "done": N_("What changed"),
    "not_possible": N_("Why it is not possible"),
}
"""What the one box asks for, by the state chosen."""
STATE = N_("Where has it got to?")
TOLD, KNOWN, BECAME = N_("Whom we told, and how…"), N_("How we know…"), N_("What became of it…")
OF = N_("{verb} {what}")
CHOOSE = N_("Choose where it has got to.")


class Loop(QFrame):
    """``opened`` carries the id of the response: the whole of it is wanted.

    ``later`` carries the wish to note something of it now (see later.py).
    """

    opened = Signal(object)
    later = Signal(object)

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
                *(text(line, "sub") for line in before(answer)),
                flow(tag(state(answer, lists)), *map(tag, signed(answer))),
                text(clock(answer)),
                *(text(line, "sub") for line in after(answer, lists)),
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
        verbs: list[QWidget] = []
        if not self._answer.is_told:
            verbs.append(button(tr(N_("Close the loop")), self.unfold, name=close))
        if reply(self._answer) and not self._answer.is_told:
            verbs.append(button(tr(N_("People were told today")), self._told, name=told))
        verbs += self._later(what)
        verbs.append(button(tr(N_("Open")), lambda: self.opened.emit(self.response), "quiet", name=whole))
        self.setFocusProxy(verbs[0])
        return flow(*verbs)

    def _later(self, what: str) -> list[QWidget]:
        """Return what can be noted once there is an answer: whom we told, how we know, what became of it."""
        answer = self._answer
        made: list[QWidget] = []

        def offer(words: str, code: str, record: int, *, new: bool, about: str = what) -> None:
            wish = Wish(code, record, about, self.response, new)
            press = lambda: self.later.emit(wish)  # noqa: E731
            made.append(button(tr(words), press, "quiet", name=tr(OF, verb=tr(words), what=what)))

        if reply(answer):
            offer(TOLD, "told", self.response, new=not answer.is_told)
        if answer.row["status"] == "done" and not answer.is_change:
            offer(KNOWN, "evidence", self.response, new=False)
        if answer.is_told and answer.silent:
            offer(BECAME, "became", answer.silent[0], new=True, about=answer.silent_words[0])
        return made

    def _asked(self) -> QVBoxLayout:
        self.box.name(self._label.text(), "")
        self.state.chosen.connect(self._chosen)
        foot = keyed(button(tr(N_("Keep the answer")), self.save, "primary"), tr(N_("Ctrl+Enter")))
        sentence = column(self._label, self.box, at_length(self.box.box), gap=6)
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
