"""A partner's reply as it is looked at, and taking its answers in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.language import isolated, spoken
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, emptied, fact, flow
from ui.widgets.notice import Notice
from ui.widgets.words import tag, text
from vcse_desktop.actions.checking import Checked
from vcse_desktop.actions.standing import is_helper
from vcse_desktop.actions.taking_replies import Reading, TakenReply, Told, reading, take_reply
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import N_, tr

FILL = N_("Fill in “You said, we did”")
TAKEN = N_("Its answers are under “You said, we did”. To tell people what came of it is up to you.")
NOT_OURS = N_(
    "This reply is about a pack that this vault did not send, so its answers have no place here. If the pack "
    "was made on another computer, check the file of that pack first."
)
MESSAGE = N_("Their message")
KEPT = N_("It is kept together with the answers, and stands with the pack that it is about.")
BY_MEMBER = N_("A member or a keeper can take it in.")


class Replied(QWidget):
    """``took`` carries what was taken in, ``seeing`` the wish to look at the answers where they are kept."""

    took = Signal(object)
    seeing = Signal()

    def __init__(self, checked: Checked, vault: Vault) -> None:
        super().__init__()
        self._checked, self._vault = checked, vault
        self.answers = column(gap=12)
        self.notice = Notice("info")
        self.fill = button(tr(FILL), self._fill, "primary")
        self.see = button(tr(N_("See “You said, we did”")), self.seeing.emit, picture="see")
        self._verbs = flow(self.fill, self.see)
        self.setLayout(column(boxed(self.answers), self.notice, self._verbs, gap=12))
        self._verbs.hide()
        self.look()

    def look(self) -> None:
        """Ask for what it says, and whether it was taken in."""
        vault, checked, language = self._vault, self._checked, spoken()
        tasks.run(self, lambda: reading(vault, checked, language), self._show, self._failed)

    def _show(self, found: Reading) -> None:
        emptied(self.answers)
        for one in found.answers:
            self.answers.addWidget(_answer(one))
        if found.text:
            said = fact(tr(MESSAGE), isolated(found.text))
            self.answers.addWidget(boxed(column(said, text(tr(KEPT), "small"), gap=4)))
        may = found.ours and not is_helper(self._vault)
        self.fill.setVisible(may and not found.taken)
        self.see.setVisible(may and found.taken)
        self._verbs.setVisible(may)
        if not found.ours:
            self.notice.show_as("warn", tr(NOT_OURS))
        elif found.taken:
            self.notice.show_as("ok", tr(TAKEN))
        elif not may:
            self.notice.show_as("info", tr(BY_MEMBER))

    def _fill(self) -> None:
        vault, file = self._vault, self._checked.file
        self.fill.setEnabled(False)
        tasks.run(self, lambda: take_reply(vault, file), self._taken, self._failed, Lane.ACT)

    def _taken(self, taken: TakenReply) -> None:
        self.notice.say(tr(TAKEN), "ok")
        self.see.show()
        self.see.setFocus()
        self.fill.hide()
        self.fill.setEnabled(True)
        self.took.emit(taken)

    def _failed(self, error: BaseException) -> None:
        self.fill.setEnabled(True)
        self.notice.say(errors.sentence(error), "bad")


def _answer(one: Told) -> QWidget:
    facts = [fact(name, isolated(words)) for name, words in one.facts]
    told = [text(one.people_told, "sub")] if one.people_told else []
    return boxed(column(flow(tag(one.state)), *facts, *told, gap=4))
