"""Asking how it goes with two who were introduced."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.forms.arranged import few
from ui.screens.desk import Desk
from ui.screens.records.few import Few, FewFields
from ui.widgets.frame import column, emptied
from vcse_desktop.actions.bringing_together import went
from vcse_desktop.actions.recording import today
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.fields import Values

FIELDS = ("going", "state", "outcome", "checked_on", "ended_on", "ended_why")
HOW, WENT = N_("How does it go?"), N_("How it goes is noted.")


class Going(QWidget):
    """Takes no room until it is asked. ``answered`` tells that the form is gone again."""

    answered = Signal()

    def __init__(self, desk: Desk, record: int, kept: Values | None = None) -> None:
        """Go on with what ``kept`` returned before."""
        super().__init__()
        self.form: FewFields | None = None
        self._desk, self._record, self._kept = desk, record, kept
        self._place = column()
        self.setLayout(self._place)

    def ask(self) -> None:
        """Open the form, with today as the day on which somebody asked."""
        if self.form is not None:
            return
        vault, record = self._desk.vault, self._record
        save = lambda values: went(vault, record, values)  # noqa: E731
        kind, began = few(KINDS["connection"], FIELDS), {"checked_on": today().isoformat()}
        asked = Few(kind, ("connection.going", record), tr(HOW), tr(WENT), save, began)
        made = self.form = FewFields(self._desk, asked, self._kept)
        self._kept = None
        made.ended.connect(self._answered)
        self._place.addWidget(made)
        made.show()

    def kept(self) -> Values | None:
        """Return what stands in the form."""
        return self.form.kept() if self.form is not None else self._kept

    def _answered(self) -> None:
        self.form = None
        emptied(self._place)
        self.answered.emit()
