"""Step 1 of a reply: an answer to each question of the pack, others besides, and a message."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.forms.written import Lines
from ui.language import isolated
from ui.screens.answer_pack.one import OneAnswer
from ui.widgets import dates
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, begun
from ui.widgets.frame import boxed, card, column, flow
from ui.widgets.remark import Remark
from ui.widgets.words import text
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.reply_answers import problems
from vcse_desktop.actions.replying import Reply, ToAnswer
from vcse_desktop.i18n import N_, ngettext, tr

WHAT = N_(
    "You may leave any question unanswered. Your reply is signed and saved as a file; the program sends "
    "nothing."
)
BEFORE = N_("You replied before, on {day}. What you answer now takes the place of what you answered then.")
NO_QUESTIONS = N_("This pack asks nothing. You can tell them what you like.")
LONGEST = 2000
DRAFT = "reply"


class AnswerForm(QWidget):
    """The pack and its questions, one card each."""

    def __init__(self, to: ToAnswer) -> None:
        super().__init__()
        self._to = to
        self.answers = [OneAnswer(question) for question in to.questions]
        self.others: list[OneAnswer] = []
        self._others = column(gap=16)
        self.add = button(tr(N_("Answer about something else")), self.add_other, picture="add")
        self.message = Lines()
        self._message = Asked(
            tr(N_("A message to them (you may leave it empty)")), self.message.box, "", [self.message]
        )
        self.may_publish = QCheckBox(tr(N_("They may pass this reply on")))
        self._problem = Remark(self.add)
        self.setLayout(
            column(
                self._pack(),
                *self.answers,
                boxed(self._others),
                flow(self.add),
                self._problem,
                card(self._message, self.may_publish, gap=12),
                gap=16,
            )
        )
        key = int(to.digest[-15:], 16)  # as the draft of this pack alone
        begun(self, Drafted(lambda: (DRAFT, key), self._kept, self._again, row=1))

    def _pack(self) -> QWidget:
        to, number = self._to, len(self.answers)
        asks = (
            ngettext("It asks {n} question.", "It asks {n} questions.", number)
            if number
            else tr(NO_QUESTIONS)
        )
        before = [text(tr(BEFORE, day=dates.in_words(to.before)))] if to.before else []
        return card(
            text(isolated(to.title), "label"),
            text(tr(N_("From {sender}"), sender=isolated(to.sender))),
            text(asks),
            *before,
            text(tr(WHAT), "small"),
            gap=6,
        )

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return self.answers[0].first() if self.answers else self.add

    def add_other(self) -> None:
        """Add an answer about something that the pack does not ask."""
        self._other().first().setFocus()

    def _other(self) -> OneAnswer:
        made = OneAnswer(None)
        made.gone.connect(partial(self._leave_out, made))
        self.others.append(made)
        self._others.addWidget(made)
        made.show()
        return made

    def _leave_out(self, one: OneAnswer) -> None:
        self.others.remove(one)
        self.add.setFocus()
        one.hide()
        one.deleteLater()

    def reply(self) -> Reply | None:
        """Return what was answered; None when something needs another look: that is said and gone to."""
        found = []
        for one in (*self.answers, *self.others):
            answer = one.answer()
            if answer is None:
                return None
            found.append(answer)
        for place, name, sentence in problems(found):
            if place < len(found):
                (*self.answers, *self.others)[place].wrong(name, sentence)
            else:
                self._problem.say(sentence)
            return None
        words = self.message.box.toPlainText().strip()
        if len(words) > LONGEST:
            self._message.wrong(
                tr(N_("This is longer than a message may be: at most {most} characters."), most=LONGEST)
            )
            return None
        return Reply(tuple(found), words, self.may_publish.isChecked(), today())

    def _kept(self) -> object:
        """Return what was typed, None for nothing."""
        asked = {one.question.id: kept for one in self.answers if one.question and (kept := one.kept())}
        others = [kept for one in self.others if (kept := one.kept())]
        words = self.message.box.toPlainText()
        if not (asked or others or words.strip() or self.may_publish.isChecked()):
            return None
        return {"asked": asked, "others": others, "words": words, "publish": self.may_publish.isChecked()}

    def _again(self, kept: Any) -> None:  # noqa: ANN401 - what ``_kept`` returned
        for one in self.answers:
            if one.question and one.question.id in kept["asked"]:
                one.again(kept["asked"][one.question.id])
        for other in kept["others"]:
            self._other().again(other)
        self.message.put(kept["words"])
        self.may_publish.setChecked(kept["publish"])
