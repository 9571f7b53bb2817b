"""Answering a pack from its questions to a signed file, in place of the tabs."""

from collections.abc import Sequence
from functools import partial
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui import errors
from ui.language import spoken
from ui.screens.answer_pack.form import AnswerForm
from ui.screens.answer_pack.leaves import Leaves
from ui.screens.answer_pack.ready import Ready
from ui.screens.desk import Desk
from ui.screens.keyed import keyed
from ui.screens.make_pack.work import Work
from ui.tasks import Lane, Task
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.drafted import over
from ui.widgets.frame import boxed, column, flow
from ui.widgets.scrolled import from_the_top
from ui.widgets.words import heading
from vcse_desktop.actions.pack_words import let_stay
from vcse_desktop.actions.replying import (
    DraftReply,
    MadeReply,
    NotYours,
    Pointing,
    ToAnswer,
    draft_reply,
    pointing_at,
    sign_reply,
)
from vcse_desktop.i18n import N_, tr

WRITE, SIGN, READY = (
    N_("Step 1 of 2: Your answers"),
    N_("Step 2 of 2: What leaves, and sign"),
    N_("The reply is ready"),
)
ON = {WRITE: N_("Continue"), SIGN: N_("Sign and save"), READY: N_("Finish")}
DRAFTING, SIGNING, KEEPING = N_("Making the reply…"), N_("Signing, and checking the file…"), N_("Keeping it…")
_under_way: WeakKeyDictionary[Desk, ToAnswer] = WeakKeyDictionary()


def under_way(desk: Desk) -> ToAnswer | None:
    """Return the pack that is being answered at this desk: the window may be drawn anew meanwhile."""
    return _under_way.get(desk)


class AnswerPack(QWidget):
    """``left`` tells that it is finished or given up; what was typed waits as a draft."""

    left = Signal()

    def __init__(self, desk: Desk, to: ToAnswer) -> None:
        super().__init__()
        _under_way[desk] = to
        self.desk, self.to, self.work = desk, to, Work(desk)
        self.form = AnswerForm(to)
        self.draft: DraftReply | None = None
        self.leaves: Leaves | None = None
        self.made: MadeReply | None = None
        self.title = heading("", 2)
        self.back = button(tr(N_("Back")), self.go_back, "quiet", picture="back")
        self.on = button(tr(N_("Continue")), self.go_on, "primary")
        self._leave = keyed(self.back, tr(N_("Esc")))
        self._page = column(self.form, gap=16)
        foot = flow(keyed(self.on, tr(N_("Ctrl+Enter"))), self._leave, gap=24)
        self.setLayout(column(self.title, boxed(self._page), self.work, foot, None, gap=16))
        self._show(WRITE, self.form.begin())

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        if self.made is not None:
            return self.on
        return self.form.begin() if self.leaves is None else self.leaves.begin()

    def go_on(self) -> None:
        """Go on from the step that is shown (Ctrl+Enter)."""
        if self.work.is_busy():
            return
        if self.made is not None:
            self.left.emit()
        elif self.leaves is None:
            self._draft()
        else:
            self._sign(self.leaves)

    def go_back(self) -> None:
        """Go back to the answers, or to where one came from; stop what is under way (Esc)."""
        if self.work.is_busy():
            self.work.stop()
        elif self.made is not None or self.leaves is None:
            self.left.emit()
        else:
            self._away()
            self._show(WRITE, self.form.begin())

    def give_up(self) -> None:
        """Forget that this pack is being answered."""
        _under_way.pop(self.desk, None)

    def _draft(self) -> None:
        reply, vault, to, language = self.form.reply(), self.desk.vault, self.to, spoken()
        if reply is None:
            return

        def make(_: Task) -> tuple[DraftReply, Sequence[Pointing]]:
            draft = draft_reply(vault, to, reply, language)
            return draft, pointing_at(vault, draft)

        self.work.do(tr(DRAFTING), make, self._drafted)

    def _drafted(self, made: tuple[DraftReply, Sequence[Pointing]]) -> None:
        self.draft, pointing = made
        self._away()
        self.leaves = Leaves(made[0], pointing)
        self.leaves.warned.stays.connect(self._let_stay)
        self._page.addWidget(self.leaves)
        self.leaves.show()  # now, or the focus could not go there yet
        self._show(SIGN, self.leaves.begin())

    def _let_stay(self, one: Pointing, reason: str) -> None:
        """Keep why a stretch of words may stay, and show what is left."""
        draft, vault, leaves = self.draft, self.desk.vault, self.leaves

        def keep(_: Task) -> Sequence[Pointing]:
            let_stay(vault, one.text, one.spot.words, reason)
            return pointing_at(vault, draft) if draft else ()

        def kept(left: Sequence[Pointing]) -> None:
            if leaves is not None and leaves is self.leaves:
                leaves.warned.show_left(left)
                leaves.warned.go_on()
                if not left:
                    leaves.passphrase.box.setFocus()

        self.work.do(tr(KEEPING), keep, kept, Lane.ACT)

    def _sign(self, leaves: Leaves) -> None:
        draft, vault, file = self.draft, self.desk.vault, leaves.place.file
        typed, passphrase = leaves.passphrase.text(), leaves.passphrase
        if leaves.warned.first is not None:
            leaves.warned.wait()
            return
        if draft is None or not typed:
            passphrase.wrong(tr(N_("Type your passphrase.")))
            return

        def failed(error: BaseException) -> bool:
            if isinstance(error, NotYours):
                passphrase.wrong(errors.sentence(error))
            return isinstance(error, NotYours)

        sign = lambda _: sign_reply(vault, draft, file, typed)  # noqa: E731
        self.work.do(tr(SIGNING), sign, self._signed, Lane.ACT, failed)

    def _signed(self, made: MadeReply) -> None:
        self.made = made
        over(self.form)
        self._away()
        self._page.addWidget(Ready(made))
        self.desk.did(tr(N_("The reply is signed and saved.")), made.changed)
        self._show(READY, self.on)

    def _away(self) -> None:
        """Take what is shown beside the answers away."""
        leaves, self.leaves = self.leaves, None
        if leaves is not None:
            leaves.hide()
            leaves.deleteLater()

    def _show(self, step: str, begin: QWidget) -> None:
        """Show a step from its top, and go to where its work begins."""
        self.form.setVisible(step == WRITE)
        self.title.setText(tr(step))
        self.on.setText(tr(ON[step]))
        self._leave.setVisible(step != READY)
        announce(self, tr(step))
        if self.isVisible():
            begin.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, partial(from_the_top, begin))
