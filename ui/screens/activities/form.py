"""A form for a record that has no screen of its own here: an activity, or time that was given apart."""

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.forms.record_form import RecordForm
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, Key, begun
from ui.widgets.frame import card, column, row
from ui.widgets.words import text
from vcse_desktop.actions.listing import Opened
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Values


class RecordPart(QWidget):
    """``saving`` is the wish to save. ``record`` is None for a new one."""

    saving = Signal()

    def __init__(self, kind: str, record: int | None, opened: Opened, form: RecordForm | None = None) -> None:
        super().__init__()
        self.kind, self.record = kind, record
        self.touched = False
        self.form = form or RecordForm(TABLES[kind], opened.lists, opened.names, opened.values)
        self.form.changed.connect(self._touch)
        risk = self.form.risk
        risk.lead = opened.lead
        save = button(tr(N_("Save")), self.saving.emit, "primary")
        foot = row(save, text(tr(N_("Ctrl+Enter")), "small", wrap=False), None)
        self._box = column(card(self.form), foot, gap=16)
        self.setLayout(self._box)
        draft = lambda: self.form.typed() if self.touched else None  # noqa: E731
        begun(self, Drafted(self.key, draft, self.type_again, risk.stands, risk.forget))

    def put_over(self, thing: QWidget) -> None:
        """Put something over the form."""
        self._box.insertWidget(0, thing)

    def key(self) -> Key:
        """Return under what a draft of this is kept."""
        return self.kind, self.record

    def typed(self) -> object:
        """Return what stands in the form."""
        return self.form.typed()

    def type_again(self, typed: object) -> None:
        """Fill it in as it was."""
        self.form.put(cast(Values, typed))

    def _touch(self) -> None:
        self.touched = True
