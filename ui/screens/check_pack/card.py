"""The verdict on one file: its sentence, the facts, what to do now, and the digits of a new signer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ui import errors, tasks
from ui.changes import changes
from ui.language import isolated
from ui.screens.check_pack.cosign import Cosign
from ui.screens.check_pack.put_in import PutIn
from ui.screens.check_pack.read import Reading
from ui.screens.check_pack.replied import Replied
from ui.screens.contents.as_workbook import AsWorkbook
from ui.screens.contents.digits import Digits
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, fact, flow
from ui.widgets.notice import Notice
from ui.widgets.words import heading, text
from vcse_desktop.actions.checking import Checked, Verdict
from vcse_desktop.actions.opening import Contents, read_pack
from vcse_desktop.actions.replying import can_be_answered
from vcse_desktop.actions.standing import is_keeper
from vcse_desktop.actions.taking_back import TakenBack, take_back
from vcse_desktop.actions.taking_replies import is_reply
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import N_, tr

OK = {Verdict.OK, Verdict.REPACKED}
LOOK = {
    Verdict.UNKNOWN_SIGNER,
    Verdict.NOT_A_PACK,
    Verdict.NEWER_FORMAT,
    Verdict.UNFINISHED,
    Verdict.SUPERSEDED,
    Verdict.TOO_BIG,
}
QUESTION = N_("Do they match what they told you by phone or card?")
STOP = N_(
    "Stop. These digits are not theirs, so somebody else may have made this file. Nobody was remembered. "
    "Do not use it, and phone them on a number that you already have."
)
LATER = N_(
    "Nobody was remembered. The file is whole; check it again once you have their card or have reached them."
)
THEIRS = N_("Their digits")
BY_KEEPER = N_("A keeper can take it into the register.")
OPEN_IT = N_("If they match, it is theirs. Open the program to remember this.")
WHOLE_PACK = N_("If they match, it is theirs. To remember this, compare them beside the whole pack.")
IF_ALONE = (
    N_(
        "If they do not match, do not use it: somebody else may have made this file. Phone them on a number "
        "that you already have."
    ),
    N_("If you cannot ask them now, keep the file and check it again once you have reached them."),
)
"""What the other two answers mean where nothing can be remembered."""


class CheckCard(QFrame):
    """``matched`` carries the card whose digits a person found to be the same.

    ``answering`` carries the pack that somebody wants to answer, ``took`` a reply that was taken in, and
    ``seeing`` tells that its answers are wanted where they are kept.
    """

    matched, answering, took = Signal(object), Signal(object), Signal(object)
    seeing = Signal()

    def __init__(self, checked: Checked, vault: Vault | None) -> None:
        super().__init__()
        self.checked, self._vault = checked, vault
        self.setProperty("k", "card")
        self.setAccessibleName(checked.file.name)
        self.verdict = Notice()  # filled once it stands here: shown before, it would be a window
        self.answer = Notice("info")
        self.match, self.differ, self.later = (
            button(tr(N_("They match")), lambda: self.matched.emit(self)),
            button(tr(N_("They do not match")), self._differ),
            button(tr(N_("Not yet")), lambda: self.answer.say(tr(LATER), "info")),
        )
        self.read = button(tr(N_("Read it")), self._read, picture="see")
        self.reply = button(tr(N_("Answer this pack")), lambda: self.answering.emit(checked))
        self.take = button(tr(N_("Take it into the register")), self._take)
        self.replied: Replied | None = None
        self.cosign: Cosign | None = None
        self.put_in: PutIn | None = None
        self._digits: Digits | None = None
        self._page = column(
            heading(isolated(checked.file.name), 2),
            self.verdict,
            *map(text, checked.remarks),
            text(checked.next_step),
            *(self._good(vault) if vault is not None else []),
            *(self._forgotten() if checked.forgotten and vault is not None else []),
            *(fact(name, isolated(words)) for name, words in checked.facts()),
            gap=10,
            margin=20,
        )
        self.setLayout(self._page)
        self.verdict.show_as(_kind(checked), checked.first_sentence)
        self.verdict.setAccessibleName(checked.first_sentence)
        if checked.is_new_signer:
            self._compare()
        if self.begin() is self.verdict:
            self.verdict.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def begin(self) -> QWidget:
        """Return where somebody goes on: the digits to compare, reading, or else the verdict."""
        if self._digits is not None:
            return self._digits.first()
        if self.take.parentWidget() and not self.take.isHidden():
            return self.take
        if self.cosign is not None:
            return self.cosign.read
        if self.replied is not None:
            return self.verdict  # what it says is still being read
        return self.read if self.read.parentWidget() else self.verdict

    def choices(self) -> list[QPushButton]:
        """Return the three answers, none of them the default."""
        return [self.match, self.differ, self.later]

    def _good(self, vault: Vault) -> list[QWidget]:
        """Return what can be done with a file that is good: read it and answer it, or look at the reply; one
        that waits for a signature can be signed."""
        if self.checked.waits:
            self.cosign = Cosign(self.checked, vault) if self.checked.mine else None
            self.put_in = PutIn(self.checked)
            return [part for part in (self.cosign, self.put_in) if part is not None]
        if not self.checked.is_good or self.checked.result.is_report:
            return []  # a report is read by whatever opens a PDF
        if is_reply(self.checked):
            self.replied = Replied(self.checked, vault)
            self.replied.took.connect(self.took)
            self.replied.seeing.connect(self.seeing)
            return [self.replied]
        may = can_be_answered(self.checked) and is_keeper(vault)
        return [flow(self.read, *([self.reply] if may else []))]

    def _forgotten(self) -> list[QWidget]:
        """Return what can be done with a pack of ours that is not remembered."""
        if self._vault is None or not is_keeper(self._vault):
            return [text(tr(BY_KEEPER)), self.answer]
        return [flow(self.take), self.answer]

    def _take(self) -> None:
        vault, file = self._vault, self.checked.file
        if vault is not None:
            self.take.setEnabled(False)
            tasks.run(self, lambda: take_back(vault, file), self._taken, self._failed, Lane.LONG)

    def _taken(self, taken: TakenBack) -> None:
        said = " ".join(taken.sentences(isolated(taken.audience)))
        self.answer.say(said, "ok")
        self.answer.setAccessibleName(said)
        self.answer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.answer.setFocus()
        self.take.hide()
        changes.changed.emit(taken.changed)

    def _compare(self) -> None:
        self._digits = Digits(self.checked.digits)
        question = text(tr(QUESTION), "label")
        self._page.addWidget(text(tr(THEIRS), "label"))
        self._page.addWidget(self._digits)
        alone = self.checked.result.is_report
        if self._vault is None or alone:
            if_they_match = WHOLE_PACK if alone else OPEN_IT
            meant = (text(tr(sentence)) for sentence in (if_they_match, *IF_ALONE))
            self._page.addWidget(boxed(column(question, *meant, gap=8)))
        else:
            self._page.addWidget(boxed(column(question, flow(*self.choices()), gap=8)))
            self._page.addWidget(self.answer)

    def _differ(self) -> None:
        self.answer.say(tr(STOP), "bad")

    def _read(self) -> None:
        vault, file = self._vault, self.checked.file
        if vault is not None:
            self.read.setEnabled(False)
            tasks.run(self, lambda: read_pack(vault, file), self._show, self._failed, Lane.LONG)

    def _show(self, contents: Contents) -> None:
        self.read.hide()
        reading = Reading(contents)
        self._page.addWidget(reading)
        reading.show()
        if self._vault is not None and contents.tables:
            book = AsWorkbook(self._vault, self.checked.file, self.checked.result.pack)
            self._page.addWidget(book)
            book.show()
        reading.setFocus()

    def _failed(self, error: BaseException) -> None:
        self.read.setEnabled(True)
        self.take.setEnabled(True)
        self._page.addWidget(self.answer)
        self.answer.say(errors.sentence(error), "bad")


def _kind(checked: Checked) -> str:
    """Return which colour and picture repeat the verdict."""
    if checked.ours:
        return "warn" if checked.forgotten else "ok"
    if checked.fault or checked.result.verdict in LOOK:
        return "warn"
    return "ok" if checked.result.verdict in OK else "bad"
