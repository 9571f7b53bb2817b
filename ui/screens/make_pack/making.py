"""New pack: four steps from the days it is about to a signed file, each with its way back."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import errors
from ui.changes import changes
from ui.screens.desk import Desk
from ui.screens.make_pack.begun import begin, finish
from ui.screens.make_pack.choose import Choose
from ui.screens.make_pack.done import Done
from ui.screens.make_pack.period import Period
from ui.screens.make_pack.preview import Preview
from ui.screens.make_pack.sign import Sign
from ui.screens.make_pack.steps import DONE, Step, Steps
from ui.screens.make_pack.weighing import Weighing
from ui.screens.make_pack.work import Work
from ui.tasks import Lane, Task
from ui.widgets.frame import column
from vcse_desktop.actions.alternatives import offers
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.offering import Offer, offer
from vcse_desktop.actions.pack_words import Pointing, let_stay, pointing
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.sending import Choices, Draft, Made, NotYours, sign_pack
from vcse_desktop.actions.weighing import Weighed
from vcse_desktop.i18n import N_, tr

LOOKING = N_("Looking at what there is…")
DRAFTING = N_("Hiding small numbers, checking it, and making the pages…")
KEEPING = N_("Keeping why it may stay…")
SIGNING = N_("Signing, and checking the file as a partner would…")
PERIOD, CHOOSE, PREVIEW, SIGN = 1, 2, 3, 4
OURS = frozenset({"sent", "signer", "document", "draft", "may_stay"})


class MakePack(QWidget):
    """``left`` tells that the person is back at the list."""

    left = Signal()

    def __init__(self, desk: Desk, period: Period) -> None:
        super().__init__()
        self.desk, self.begun, self.period = desk, begin(desk), period
        self.work = Work(desk)
        self.steps = Steps()
        self.weighing = Weighing(desk, self.begun, self.steps, self.work, self._draft)
        self.setLayout(column(self.steps, self.work, self.steps.foot, None, gap=16))
        self.steps.back.clicked.connect(lambda _: self.go_back())
        self.steps.on.clicked.connect(lambda _: self.go_on())
        changes.changed.connect(self._changed)
        self.work.way.connect(self._take)
        if self.begun.asked is not None:
            period.put(self.begun.asked)
        self._show(self.begun.step)

    def go_on(self) -> None:
        """Go on from the step that is shown."""
        step = self.begun.step
        if self.work.is_busy():
            self.weighing.then = step == CHOOSE
        elif step == PERIOD:
            self._ask()
        elif step == CHOOSE:
            self._draft()
        elif step == PREVIEW:
            shown = self.steps.step()
            if self.begun.pointing and isinstance(shown, Preview):
                shown.warned.wait()
            else:
                self._show(SIGN)
        elif step == SIGN:
            self._sign()
        else:
            self.leave()

    def go_back(self) -> None:
        """Go one step back, or to the list; all that was chosen stays."""
        if self.work.is_busy():
            self.work.stop()
        elif self.begun.step == DONE:
            self.leave()
        elif self.begun.step == PERIOD:
            self.left.emit()
        else:
            self._show(self.begun.step - 1)

    def leave(self) -> None:
        """Go to the list, this pack being finished."""
        finish(self.desk)
        self.left.emit()

    def _show(self, step: int) -> None:
        """Show a step, made of what there is by now."""
        begun = self.begun
        begun.step = step
        made: Step = self.period
        if step == CHOOSE and begun.offer and begun.chosen:
            made = self.weighing.choose(begun.offer, begun.chosen)
        elif step == PREVIEW and begun.draft:
            made = Preview(begun.draft, begun.pointing, self.desk)
            made.warned.stays.connect(partial(_let_stay, self))
        elif step == SIGN and begun.draft:
            made = Sign(begun.draft)
        elif step == DONE and begun.draft and begun.made:
            made = Done(begun.draft, begun.made, self.desk.vault)
        else:
            begun.step = PERIOD
        self.work.clear()
        self.steps.show_step(begun.step, made)
        if begun.stale and isinstance(made, Preview):
            made.grow_stale()

    def _ask(self) -> None:
        """Step 1: ask what could go in, unless that is known."""
        begun, asked, vault = self.begun, self.period.choices(), self.desk.vault
        if asked is None:
            return
        if asked == begun.asked and begun.offer and not begun.stale:
            self._show(CHOOSE)
            return

        def offered(found: Offer) -> None:
            kept = begun.chosen or asked
            begun.asked, begun.offer, begun.stale = asked, found, False
            begun.chosen = replace(
                kept,
                first=asked.first,
                last=asked.last,
                audience=asked.audience,
                replaces=asked.replaces,
                reason=asked.reason,
                template=asked.template,
                language=asked.language,
                unanswered=kept.unanswered if kept.template == asked.template else frozenset(),
            )
            begun.weighed = begun.draft = None
            self._show(CHOOSE)

        self.work.do(tr(LOOKING), lambda _: offer(vault, asked), offered, Lane.LOOK)

    def _take(self, choices: Choices) -> None:
        """Go back to step 2 with choices that were found safe."""
        self.begun.chosen, self.begun.weighed = choices, None
        self._show(CHOOSE)

    def _draft(self) -> None:
        """Step 2: make the pages, unless they are made already."""
        self.weighing.then = False
        begun, vault = self.begun, self.desk.vault
        chosen, ready = begun.chosen, begun.weighed
        shown = self.steps.step()
        if chosen is None or (isinstance(shown, Choose) and not shown.following.is_sound()):
            return
        if begun.draft and begun.draft.made_of.choices == chosen and not begun.stale:
            self._show(PREVIEW)
            return

        def draft_it(task: Task) -> tuple[Draft, list[Pointing]]:
            draft = draft_pack(vault, chosen, task.tell, task.stopped, ready=ready)
            return draft, pointing(vault, draft.made_of)

        def drafted(made: tuple[Draft, list[Pointing]]) -> None:
            (draft, begun.pointing), begun.stale = made, False
            begun.draft = draft
            begun.weighed = Weighed(draft.made_of, draft.plan)
            begun.offers = offers(begun.weighed)
            self._show(PREVIEW)

        self.work.do(tr(DRAFTING), draft_it, drafted)

    def _sign(self) -> None:
        """Step 4: sign, unless no passphrase was typed."""
        begun, step, vault = self.begun, self.steps.step(), self.desk.vault
        draft = begun.draft
        if not isinstance(step, Sign) or draft is None:
            return
        file, passphrase = step.place.file, step.passphrase
        typed = passphrase.text()
        if not typed:
            passphrase.wrong(tr(N_("Type your passphrase.")))
            return

        def signed(made: Made) -> None:
            begun.made = made
            self.desk.did(tr(N_("The pack is signed and saved.")), Changed(frozenset({"sent"}), None))
            self._show(DONE)

        def failed(error: BaseException) -> bool:
            if isinstance(error, NotYours):
                passphrase.wrong(errors.sentence(error))
            return isinstance(error, NotYours)

        self.work.do(
            tr(SIGNING),
            lambda task: sign_pack(vault, draft, file, typed, task.stopped),
            signed,
            Lane.ACT,
            failed,
        )

    def _changed(self, changed: Changed) -> None:
        """Remember that something was recorded since the pages were made, and say so beside them."""
        if changed.kinds - OURS:
            self.begun.stale = True
            step = self.steps.step()
            if isinstance(step, Preview):
                step.grow_stale()


def _let_stay(page: MakePack, one: Pointing, reason: str) -> None:
    """Keep why a stretch of words may stay, and show what is left."""
    begun, vault = page.begun, page.desk.vault
    draft = begun.draft
    if draft is None:
        return

    def keep() -> list[Pointing]:
        let_stay(vault, one.text, one.spot.words, reason)
        return pointing(vault, draft.made_of)

    def kept(left: list[Pointing]) -> None:
        begun.pointing = left
        step = page.steps.step()
        if isinstance(step, Preview):
            step.warned.show_left(left)
            step.warned.go_on()

    page.work.do(tr(KEEPING), lambda _: keep(), kept, Lane.ACT)
