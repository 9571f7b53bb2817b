"""Until when records stay although they are due, and why: a reason that is chosen, never written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.boxes import DateBox
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import column, field, flow
from ui.widgets.notice import Notice
from vcse_desktop.actions.letting_go import WHY_KEEP, in_a_year
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.typed import NotUnderstood

NO_REASON = N_("Choose a reason.")
NO_DAY = N_("Write the day until which it stays.")


class Stay(QWidget):
    """``chosen`` carries the day (2027-04-03) and the code of the reason."""

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.until = DateBox(tr(N_("Keep until")))
        self.until.set_day(in_a_year().isoformat())
        self.until.chips.hide()  # neither today nor yesterday is later than today
        self.until.setFocusProxy(self.until.box)
        reasons = [(code, tr(reason)) for code, reason in WHY_KEEP.items()]
        self.why = OneOf(tr(N_("Why it stays")), reasons)
        self.notice = Notice("info")
        self.keep = button(tr(N_("Keep them until then")), self._keep)
        day, why = field(tr(N_("Keep until")), self.until), field(tr(N_("Why it stays")), self.why)
        self.setLayout(column(day, why, self.notice, flow(self.keep), gap=12))
        self.setFocusProxy(self.until)

    def _keep(self) -> None:
        try:
            until = self.until.day()
        except NotUnderstood:
            until = None
        reason = self.why.code()
        if until is None or reason is None:
            self.notice.say(tr(NO_DAY if until is None else NO_REASON), "info")
        else:
            self.notice.clear()
            self.chosen.emit(until, reason)
