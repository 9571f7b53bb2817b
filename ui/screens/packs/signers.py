"""The address book of signers: whose digits were compared, by whom and when, and forgetting one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.language import isolated
from ui.screens.contents.digits import Digits
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.tasks import Lane
from ui.widgets import dates
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, card, column, emptied, flow
from ui.widgets.words import heading, text
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.signers import KnownSigner, forget
from vcse_desktop.i18n import N_, ngettext, tr

WHAT = N_(
    "These are known: somebody has compared their digits by phone or card. A file of another key under one "
    "of these names or numbers is stopped."
)
EMPTY = N_(
    "Nobody yet. When you check the first pack of somebody, its digits are shown. Compare them with their "
    "card or by phone; then the signer is known here."
)
COMPARED_BY, COMPARED = N_("Compared by {name} on {day}."), N_("Compared on {day}.")
NO_DIGITS = N_("An older version did not keep the digits. They are kept again when a pack is compared.")
FORGET = N_("Forget this signer")
FORGET_NAME = N_("Forget {name}")
FORGET_WHY = N_(
    "Forget a signer when they tell you that they have begun anew with another key. What came from them "
    "stays in the list; their next file asks to compare digits again."
)
FORGOTTEN = N_("{name} is forgotten.")


class Signers(QWidget):
    """A card for each."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        explained(self, "checking")
        self._desk = desk
        self._lines = column(gap=12)
        self._known: list[KnownSigner] | None = None
        self.check = button(tr(N_("Check a pack")), lambda: desk.go("packs", "check"), picture="see")
        self.setLayout(column(boxed(self._lines), flow(self.check), None, gap=16))

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return self.check

    def show_signers(self, known: Sequence[KnownSigner]) -> None:
        """Show these."""
        if self._known == list(known):
            return
        self._known = list(known)
        emptied(self._lines)
        self._lines.addWidget(text(tr(WHAT if known else EMPTY), "sub"))
        for one in known:
            self._lines.addWidget(self._line(one))
        if known:
            self._lines.addWidget(text(tr(FORGET_WHY), "small"))

    def _line(self, one: KnownSigner) -> QWidget:
        name, day = isolated(one.name), dates.in_words(one.compared_on)
        compared = tr(COMPARED_BY, name=isolated(one.compared_by), day=day) if one.compared_by else ""
        seen = ngettext(
            "{n} document of theirs is in the list.",
            "{n} documents of theirs are in the list.",
            one.documents,
        )
        out = button(tr(FORGET), partial(self._forget, one), name=tr(FORGET_NAME, name=name))
        made = card(
            heading(name, 3),
            *([text(isolated(one.number))] if one.number else []),
            Digits(one.digits) if one.digits else text(tr(NO_DIGITS), "small"),
            text(compared or tr(COMPARED, day=day), "sub"),
            text(seen, "sub"),
            flow(out),
            gap=8,
        )
        made.setAccessibleName(one.name)
        return made

    def _forget(self, one: KnownSigner) -> None:
        desk, vault = self._desk, self._desk.vault

        def done(changed: Changed) -> None:
            self.check.setFocus()
            desk.did(tr(FORGOTTEN, name=isolated(one.name)), changed)

        tasks.run(self, lambda: forget(vault, one.first), done, self._failed, Lane.ACT)

    def _failed(self, error: BaseException) -> None:
        errors.tell(self, error)
