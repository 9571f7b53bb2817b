"""Support for volunteers: who was not thanked yet, whose expenses wait, and what we gave them."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.forms.arranged import few
from ui.screens.desk import Desk
from ui.screens.looking_after.words import given_words, last_words, owed_words
from ui.screens.records.few import Few, FewFields
from ui.screens.today.lines import Line, Lines
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, emptied
from ui.widgets.words import heading, text
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.entering import enter
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.thanking import Given, Support, pay, support, thank
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.fields import Values

ALL_THANKED = N_("Nobody who gave time in the last 90 days waits for thanks, as far as it is noted.")
ALL_PAID = N_("No expenses wait to be paid.")
How = tuple[str, Callable[[Vault, Sequence[int]], Changed], str]
THANKS: How = (N_("Thanked today"), thank, N_("{name} was thanked today."))
PAYS: How = (N_("Paid"), pay, N_("The expenses of {name} are paid."))
"""The words on the key, what it does with rows of time, and the sentence after it."""
GAVE = N_("Note training or support we gave")
ABOUT = N_("Training, supervision, a thank-you meal: what you did so that volunteers can do it well.")
GIVEN = ("what", "for_whom", "given_on", "hours", "difference")
SHOWN = 10


class ThanksPart(QWidget):
    """People stand by their names: nobody is put first for having given more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.form: FewFields | None = None
        self.thanks = Lines(tr(N_("Not thanked yet")), tr(ALL_THANKED), SHOWN, below=True)
        self.owed = Lines(tr(N_("Expenses not paid yet")), tr(ALL_PAID), SHOWN, below=True)
        self.gave = button(tr(GAVE), self.begin, picture="add")
        self._place = column()
        whole = card(
            heading(tr(N_("What we gave volunteers")), 2), text(tr(ABOUT), "sub"), self.gave, self._place
        )
        self.setLayout(column(self.thanks, self.owed, whole, None, gap=16))
        self.look()

    def look(self) -> None:
        """Ask again who waits."""
        vault = self._desk.vault
        tasks.run(self, lambda: support(vault, today()), self._show, self._failed)

    def begin(self, kept: Values | None = None) -> None:
        """Ask what was given, for whom and when."""
        if self.form is not None:
            self.first().setFocus()
            return
        vault, now = self._desk.vault, today().isoformat()
        ours = {"direction": "given_by_us"}
        save = lambda values: enter(vault, "capacity_support", None, {**values, **ours})  # noqa: E731
        kind, key = few(KINDS["capacity_support"], GIVEN), ("capacity_support.given", None)
        asked = Few(kind, key, tr(GAVE), tr(N_("What you gave is noted.")), save, {"given_on": now})
        made = self.form = FewFields(self._desk, asked, kept)
        made.ended.connect(self._ended)
        self.gave.hide()
        self._place.addWidget(made)
        made.show()

    def first(self) -> QWidget:
        """Return where the work begins."""
        if self.form is not None and self.form.form is not None:
            return self.form.form.first()
        return next(iter([*self.thanks.buttons(), *self.owed.buttons()]), self.gave)

    def kept(self) -> tuple[Values | None] | None:
        """Return what stands in the form."""
        return (self.form.kept(),) if self.form is not None else None

    def _ended(self) -> None:
        self.form = None
        emptied(self._place)
        self.gave.show()
        self.gave.setFocus()

    def _show(self, found: Support) -> None:
        self.thanks.fill([self._line(one, last_words(one), THANKS) for one in found.not_thanked])
        self.owed.fill([self._line(one, owed_words(one), PAYS) for one in found.not_paid])

    def _line(self, one: Given, under: str, how: How) -> Line:
        who, vault, (verb, do, said) = given_words(one), self._desk.vault, how
        done = lambda changed: self._desk.did(tr(said, name=who), changed)  # noqa: E731
        act = lambda: tasks.run(self, lambda: do(vault, one.rows), done, self._failed, Lane.ACT)  # noqa: E731
        look = lambda: self._desk.go("people", ("person", one.person))  # noqa: E731
        verbs = [(tr(verb), act), *([(tr(N_("Open the person")), look)] if one.person else [])]
        return Line(who, under, verbs)

    def _failed(self, error: BaseException) -> None:
        errors.tell(self, error)
