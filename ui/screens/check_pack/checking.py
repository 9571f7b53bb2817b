"""Checking packs: choose or drop files, and each gets its verdict, one after the other."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ui import errors, tasks
from ui.changes import changes
from ui.language import spoken
from ui.screens.check_pack.card import CheckCard
from ui.screens.check_pack.for_others import ForOthers
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.tasks import Task
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, card, column, emptied, flow, row
from ui.widgets.notice import Notice
from ui.widgets.scrolled import from_here
from ui.widgets.words import text
from ui.widgets.working import Working
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.checking import NO_MEMORY, Checked, they_match
from vcse_desktop.actions.checking_many import check_packs, files_in
from vcse_desktop.i18n import N_, tr

CHECKING = N_("Checking who signed it, and whether anything was changed…")
PLACE = N_("Or write where the file is")
ASKED = N_("Choose the file that a partner sent, or drop it anywhere on this window.")
AskFiles = Callable[[QWidget], list[Path]]
"""Asks for files; none when the person has left it."""


def ask_files(owner: QWidget) -> list[Path]:
    """Ask in the computer's own window."""
    names, _ = QFileDialog.getOpenFileNames(
        owner, tr(N_("Choose packs to check")), "", tr(N_("All files (*)"))
    )
    return [Path(name) for name in names]


class CheckPack(QWidget):
    """One button, and a card for each file. Without a desk nobody is known and nothing is remembered.

    ``answering`` carries a checked pack that somebody wants to answer.
    """

    answering = Signal(object)
    asking: AskFiles = staticmethod(ask_files)
    """How files are asked for; tests put something in its place that needs no window."""

    def __init__(self, desk: Desk | None = None) -> None:
        super().__init__()
        explained(self, "checking")
        self._desk = desk
        self._task: Task | None = None
        self.cards: list[CheckCard] = []
        self.choose = button(tr(N_("Choose a file…")), self._choose, "primary", picture="file")
        self.place = QLineEdit()
        self.place.returnPressed.connect(self._check_place)
        here = button(tr(N_("Check it")), self._check_place)
        self.working = Working()
        self.working.stop.connect(self._stop)
        self.notice = Notice("info")
        self._page = column(gap=16)
        known = [] if desk else [text(tr(NO_MEMORY), "small")]
        self.place.setAccessibleName(tr(PLACE))
        written = column(text(tr(PLACE), "label", buddy=self.place), row(self.place, here, gap=8), gap=6)
        asked = card(text(tr(ASKED)), flow(self.choose), written, *known)
        self.others = ForOthers()
        self.setLayout(column(asked, self.working, self.notice, boxed(self._page), self.others, None, gap=16))

    def first(self) -> QWidget:
        """Return the control that the work begins in."""
        return self.cards[0].begin() if self.cards else self.choose

    def check(self, files: Sequence[Path]) -> None:
        """Check these files one after the other, and show each verdict as it comes."""
        vault, language = self._desk.vault if self._desk else None, spoken()
        self._clear()
        self.working.begin(tr(CHECKING))

        def work(task: Task) -> list[Checked]:
            every, found = files_in(files), list[Checked]()
            for one in check_packs(every, vault, language, task.stopped):
                found.append(one)
                task.tell(len(found), len(every))
            return found

        def done(found: list[Checked]) -> None:
            if self._task is task:
                self._task = None
                self.working.end()
                self.show_checked(found)

        task = tasks.run_long(self, work, done, self._failed)
        task.moved.connect(self.working.moved)
        self._task = task

    def show_checked(self, found: Sequence[Checked]) -> None:
        """Show a card for each; the first sentence is said at once."""
        self._clear()
        for one in found:
            made = CheckCard(one, self._desk.vault if self._desk else None)
            made.matched.connect(self._matched)
            made.answering.connect(self.answering)
            if self._desk is not None:
                _at(self._desk, made)
            self.cards.append(made)
            self._page.addWidget(made)
            made.show()  # now, or the focus could not go there yet
        if found:
            announce(self, found[0].first_sentence)
            if self.isVisible():
                self.cards[0].begin().setFocus()
                QTimer.singleShot(0, self, partial(from_here, self.cards[0]))

    def checked(self) -> list[Checked]:
        """Return what was found."""
        return [made.checked for made in self.cards]

    def _choose(self) -> None:
        files = self.asking(self)
        if files:
            self.check(files)

    def _check_place(self) -> None:
        """Check the file that somebody wrote or pasted the place of, in quotation marks or without."""
        written = self.place.text().replace("\0", "").strip().strip("\"'")
        if written:
            self.check([Path(written)])

    def _stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.stop()
        self.working.end()
        self.notice.say(
            tr(N_("Stopped. The file was not checked to its end, so nothing is known of it.")), "info"
        )

    def _failed(self, error: BaseException) -> None:
        self._task = None
        self.working.end()
        self.notice.say(errors.sentence(error), "bad")

    def _matched(self, made: object) -> None:
        """Remember the signer of this card, then check every file again: others may be theirs too."""
        if not isinstance(made, CheckCard) or self._desk is None:
            return
        vault, files = self._desk.vault, [one.file for one in self.checked()]

        def done(_: object) -> None:
            changes.changed.emit(Changed(frozenset({"signer"}), None))
            self.check(files)

        checked = made.checked
        tasks.run(self, lambda: they_match(vault, checked), done, self._failed, tasks.Lane.ACT)

    def _clear(self) -> None:
        self.cards = []
        self.notice.clear()
        emptied(self._page)


def _at(desk: Desk, made: CheckCard) -> None:
    """Let a reply that was taken in be told of and taken back, and its answers be gone to."""
    made.took.connect(lambda taken: desk.did(taken.sentence(), taken.changed))
    made.seeing.connect(lambda: desk.go("voices", "answers"))
