"""A piece of asking on paper: its plan with all that is noted, and sheets with its own words."""

from functools import partial

from PySide6.QtWidgets import QFrame

from ui import errors, tasks
from ui.language import spoken
from ui.screens.desk import Desk
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.printing import Printing, printed
from ui.widgets.words import heading, text
from vcse_desktop.actions.asking_plan import plan
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.printed import SIGNIN
from vcse_desktop.reports.material import Written

TITLE = N_("On paper")
ABOUT = N_("The plan, for those who take part: what is asked, who decides, what can still change, and how.")
SHEETS = N_("A sign-in sheet, or a form for what people said, that tells in your words how it will be used.")


class PlanOnPaper(QFrame):
    """``ask`` prints the plan, once somebody has chosen a printer; sheets are made where all paper is."""

    def __init__(self, desk: Desk, asking: int) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._desk, self._asking = desk, asking
        self.ask: Printing = printed
        self.print_button = button(tr(N_("Print the plan…")), self.print_it, picture="print")
        self.sheets = button(tr(N_("Sheets for this asking")), self._to_sheets, "quiet", picture="file")
        title, about, sheets = heading(tr(TITLE), 2), text(tr(ABOUT), "sub"), text(tr(SHEETS), "sub")
        verbs = flow(self.print_button, self.sheets)
        self.setLayout(column(title, about, sheets, verbs, gap=12, margin=20))

    def print_it(self) -> None:
        """Ask for what is noted, then for a printer."""
        vault, asking, language = self._desk.vault, self._asking, spoken()
        tasks.run(self, lambda: plan(vault, asking, language), self._print, partial(errors.tell, self))

    def _to_sheets(self) -> None:
        self._desk.go("paper", ("print", SIGNIN, ("engagement", self._asking)))

    def _print(self, found: Written | None) -> None:
        if found is not None:
            self.ask(self, found.title, found.pairs)
