"""One record to be added or changed: its form, and the buttons under it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.forms.record_form import RecordForm
from ui.screens.keyed import going_back, keyed
from ui.screens.records.beneath import Beneath
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, begun
from ui.widgets.frame import card, column, flow, row
from ui.widgets.words import heading
from vcse_desktop.actions.listing import Opened
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.fields import Values

THROW = N_("Throw away what I typed")

Making = Callable[[int | None, Opened, Values], "RecordPage"]
"""Makes the page of a record (None: a new one) that was opened; a new one begins with the values."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a new record began with, and what stands in the form and in those of its small rows."""

    begun: Values
    typed: Values
    rows: Sequence[object]
    risk_kept: bool = False
    """Whether words that may be about somebody at risk are kept, since somebody wants it."""


def plain_page(kind: str) -> Making:
    """Return what makes the page of a kind from its declaration alone."""

    def make(record: int | None, found: Opened, values: Values) -> "RecordPage":
        held = {**values, **(found.values or {})}
        return RecordPage(record, found, RecordForm(KINDS[kind], found.lists, found.names, held))

    return make


class RecordPage(QWidget):
    """``record`` None is a new one. The signals are the wishes of whoever presses the buttons."""

    saving = Signal()
    leaving = Signal()
    throwing = Signal()
    removing = Signal()

    def __init__(
        self,
        record: int | None,
        found: Opened,
        form: RecordForm,
        parts: Sequence[Beneath] = (),
    ) -> None:
        """``parts`` are small rows of the record and the like, each saved by itself."""
        super().__init__()
        self.parts = tuple(parts)
        self.record = record
        self.form = form
        self.said = ""
        """What is to be said once it is saved, where the usual sentence does not do; it has a {title}."""
        self._begun = form.values()
        form.risk.lead = found.lead
        if record is not None:
            form.keep()
            if form.fuller():
                form.turn()
        self.head = heading(found.title, 2)
        self._throw = button(tr(THROW), self.throwing.emit, "quiet")
        remove = button(tr(N_("Remove")), self.removing.emit, "quiet")
        save = button(tr(N_("Save")), self.saving.emit, "primary")
        saving = keyed(save, tr(N_("Ctrl+Enter")))
        buttons = row(flow(saving, self._throw), *([remove] if record is not None else []))
        buttons.setStretch(0, 1)  # what removes stands far from what saves
        inside = card(self.head, self.form, buttons, gap=20)
        self._box = column(going_back(self.leaving.emit), inside, *map(card, self.parts), None)
        self.setLayout(self._box)
        self._throw.hide()
        self.form.changed.connect(lambda: self._throw.setVisible(self.is_draft()))
        key = lambda: (self.form.kind.code, self.record)  # noqa: E731
        draft = lambda: self.form.typed() if self.is_draft() else None  # noqa: E731
        risk = self.form.risk
        begun(self, Drafted(key, draft, self.form.put, risk.stands, risk.forget, row=1))

    def put_under(self, thing: QWidget) -> None:
        """Put something under the form and its small rows."""
        self._box.insertWidget(self._box.count() - 1, thing)

    def put_over(self, thing: QWidget) -> None:
        """Put something over the form, under the way back."""
        self._box.insertWidget(1, thing)

    def save_part(self) -> bool:
        """Save the small row that somebody is at work in; say whether there was one."""
        busy = [part for part in self.parts if part.has_focus()]
        for part in busy:
            part.save()
        return bool(busy)

    def look(self) -> None:
        """Ask the vault again for the small rows."""
        for part in self.parts:
            part.look()

    def kept(self) -> Kept:
        """Return what stands here, as it was typed."""
        begun = self._begun if self.record is None else {}
        return Kept(begun, self.form.typed(), [part.kept() for part in self.parts], self.form.risk.is_kept())

    def again(self, kept: Kept) -> None:
        """Go on from what ``kept`` returned."""
        self.form.risk.kept = kept.risk_kept
        self.form.put(kept.typed)
        for part, one in zip(self.parts, kept.rows, strict=True):
            part.again(one)

    def is_draft(self) -> bool:
        """Say whether something stands here that is not saved."""
        return self.form.values() != self._begun

    def to_save(self) -> Values:
        """Return what is to be written: everything that is new, or only what was changed."""
        now = self.form.values()
        if self.record is None:
            return now
        return {code: value for code, value in now.items() if value != self._begun.get(code)}

    def sound(self) -> bool:
        """Say whether it can be saved; if not, show why."""
        problems = self.form.problems()
        self.form.show_problems(problems)
        return not problems
