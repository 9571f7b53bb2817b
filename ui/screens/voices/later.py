"""What is noted once an answer is there, in a few fields: whom we told, how we know, what became of it."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.forms.arranged import few
from ui.screens.desk import Desk
from ui.screens.records.few import Few, FewFields
from ui.widgets.frame import card, column, emptied
from ui.widgets.words import text
from vcse_desktop.actions.entering import enter
from vcse_desktop.actions.recording import today
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.fields import Values


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of which kind of record."""

    kind: str
    codes: tuple[str, ...]
    title: str
    said: str


ASKED = {
    "told": Asked(
        "response",
        ("told_on", "told_how", "told_whom"),
        N_("Whom we told, and how"),
        N_("Kept: whom we told, and how."),
    ),
    "evidence": Asked(
        "response", ("changed", "evidence", "decision_ref"), N_("How we know"), N_("Kept: how we know.")
    ),
    "became": Asked(
        "insight",
        ("became_words", "became_on"),
        N_("What became of it, in their words"),
        N_("Kept in their words. It stays with us."),
    ),
}
"""By the words that its draft is kept under."""
DAYS = {"told": "told_on", "became": "became_on"}
"""The day of each that has one."""


class Wish(NamedTuple):
    """What is to be noted, the id of its record, the words that it is about, and the id of the answer.

    ``new`` says that nobody has noted it yet, so that its day is today unless it is changed.
    """

    what: str
    record: int
    about: str = ""
    response: int | None = None
    new: bool = False


Kept = tuple[Wish, Values | None]
"""What was wished for, and what stands in the fields."""


class Later(QWidget):
    """One such form at a time; ``ended`` carries the answer that it was about once that is over."""

    ended = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._of: Wish | None = None
        self.form: FewFields | None = None
        self._place = column()
        self.setLayout(self._place)
        self.hide()

    def begin(self, wish: Wish, typed: Values | None = None) -> None:
        """Ask it of a record; a form that is open goes first: what was typed in it waits as a draft."""
        emptied(self._place)
        what, record, about, *_ = wish
        asked, vault = ASKED[what], self._desk.vault
        save = lambda values: enter(vault, asked.kind, record, values)  # noqa: E731
        first = {DAYS[what]: today().isoformat()} if wish.new else {}
        kind, key = few(KINDS[asked.kind], asked.codes), (f"{asked.kind}.{what}", record)
        made = FewFields(self._desk, Few(kind, key, tr(asked.title), tr(asked.said), save, first), typed)
        made.ended.connect(self._ended)
        self._of, self.form = wish, made
        self._place.addWidget(card(*([text(about, "quote")] if about else []), made))
        self.show()
        made.show()

    def holds(self, focus: QWidget | None) -> bool:
        """Say whether somebody is at work here."""
        return self.form is not None and focus is not None and self.isAncestorOf(focus)

    def kept(self) -> Kept | None:
        """Return what stands in the fields; None when no form is open."""
        return (self._of, self.form.kept()) if self._of and self.form else None

    def _ended(self) -> None:
        about = self._of.response if self._of else None
        self._of = self.form = None
        emptied(self._place)
        self.hide()
        self.ended.emit(about)
