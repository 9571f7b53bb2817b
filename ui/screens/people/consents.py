"""What somebody agreed to, each with its wording and how they take it back by one key."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.language import isolated
from ui.screens.desk import Desk
from ui.screens.sent_before import sent_before
from ui.tasks import Lane
from ui.theme.tokens import SPACE
from ui.widgets.buttons import button
from ui.widgets.frame import Thing, boxed, column, row
from ui.widgets.words import text
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.consents import Consent, take_back
from vcse_desktop.i18n import N_, tr

BACK, BACK_WHAT = N_("They take it back"), N_("They take it back: {what}")
MEANS = N_(
    "What they take back leaves in no pack made from then on. "
    "A pack that was sent before cannot be called back."
)
TAKEN, TAKEN_WORDS = (
    N_("Taken back today: {what}."),
    N_("Taken back today: {what}. It leaves in no pack made from now on."),
)
ABOUT_WORDS, WORDING = N_("Their words: “{words}”"), N_("Agreed to: “{words}”")


class Consents(QWidget):
    """What stands first; under it what was taken back or has ended, a sentence for each."""

    def __init__(self, desk: Desk, found: list[Consent]) -> None:
        super().__init__()
        self._desk = desk
        stands = [one for one in found if not one.over]
        things: list[Thing] = [self._card(one) for one in stands]
        if any(one.leaves for one in stands):
            things.append(text(tr(MEANS), "small"))
        for one in found:
            if one.over:
                things += [text(one.over, "sub"), *sent_before(one.packs)]
        self.setLayout(column(*things, gap=12))

    def _card(self, one: Consent) -> QWidget:
        told = (
            (one.words and tr(ABOUT_WORDS, words=isolated(one.words)), ""),
            (one.wording and tr(WORDING, words=isolated(one.wording)), "small"),
            (one.given, "small"),
        )
        lines = [text(words, kind) for words, kind in told if words]
        name = tr(BACK_WHAT, what=isolated(one.title))
        back = button(tr(BACK), partial(self._take_back, one), "quiet", name=name)
        top = row(text(one.title), back, gap=SPACE["body"])
        top.setStretch(0, 1)
        return boxed(column(top, *lines, gap=0))

    def _take_back(self, one: Consent) -> None:
        vault = self._desk.vault
        tasks.run(
            self,
            lambda: take_back(vault, one.id),
            partial(self._done, one),
            partial(errors.tell, self),
            Lane.ACT,
        )

    def _done(self, one: Consent, changed: Changed) -> None:
        sentence = TAKEN_WORDS if one.leaves else TAKEN
        self._desk.did(tr(sentence, what=isolated(one.title)), changed)
