"""How many months each rule counts: boxes, kept one by one."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from ui.widgets.asked import Asked
from ui.widgets.boxes import CountBox
from ui.widgets.buttons import button
from ui.widgets.frame import column
from ui.widgets.words import text
from vcse_desktop.actions.retention_rules import LONGEST, Rule
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.typed import NotUnderstood

WHAT = N_("These are proposals, not law. Nothing is ever removed by itself.")
WRONG = N_("Write a whole number of months, up to {most}.")
IN_MONTHS = N_("In months")


class Months(QWidget):
    """``keep`` is given the code of a rule and its months."""

    def __init__(self, known: Mapping[str, Rule], keep: Callable[[dict[str, int]], None]) -> None:
        super().__init__()
        self._keep = keep
        self._known = {code: rule for code, rule in known.items() if rule.months is not None}
        self.boxes = {code: CountBox(rule.words) for code, rule in self._known.items()}
        self._asked = {}
        for code, rule in self._known.items():
            self.boxes[code].set_count(rule.months)
            self._asked[code] = Asked(rule.words, self.boxes[code], tr(IN_MONTHS))
        others = [text(rule.words, "sub") for rule in known.values() if rule.months is None]
        verb = button(tr(N_("Save")), self.save, name=tr(N_("Save: how long we keep things")))
        self.setLayout(column(text(tr(WHAT), "sub"), *self._asked.values(), verb, *others, gap=12))

    def save(self) -> None:
        """Keep what was changed, or say which is no number of months."""
        changed: dict[str, int] = {}
        for code, box in self.boxes.items():
            try:
                months = box.count()
            except NotUnderstood:
                months = None
            if months is None or months > LONGEST:
                self._asked[code].wrong(tr(WRONG, most=LONGEST))
                return
            if months != self._known[code].months:
                changed[code] = months
        if changed:
            self._keep(changed)
