"""A piece of asking on paper: its plan with all that is noted, and sheets with its own words."""

from functools import partial

from PySide6.QtWidgets import QFrame

from ui import errors, tasks
from ui.language import isolated, spoken
from ui.screens.desk import Desk
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, emptied, flow
from ui.widgets.notice import Notice
from ui.widgets.printing import Printing, printed
from ui.widgets.words import heading, text
from vcse_desktop.actions.asking_plan import Plan, plan
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.printed import SIGNIN

TITLE = N_("On paper")
ABOUT = N_("The plan, for those who take part: what is asked, who decides, what can still change, and how.")
SHEETS = N_("A sign-in sheet, or a form for what people said, that tells in your words how it will be used.")

MAY_POINT = N_("Something in this plan may point at somebody")
FOUND = N_("“{words}”: {why}")
INSTEAD = N_("Change it in the record above, or print the plan as it is.")


class PlanOnPaper(QFrame):
    """``ask`` prints the plan, once somebody has chosen a printer; sheets are made where all paper is.

    What may point at somebody is shown first: others will read it.
    """

    def __init__(self, desk: Desk, asking: int) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._desk, self._asking = desk, asking
        self._found: Plan | None = None
        self.ask: Printing = printed
        self.print_button = button(tr(N_("Print the plan…")), self.print_it, picture="print")
        self.sheets = button(tr(N_("Sheets for this asking")), self._to_sheets, "quiet", picture="file")
        title, about, sheets = heading(tr(TITLE), 2), text(tr(ABOUT), "sub"), text(tr(SHEETS), "sub")
        self.notice = Notice("warn")
        self.as_it_is = button(tr(N_("Print it as it is…")), self._print_it_as_it_is, picture="print")
        self.seen = column(gap=4)
        self.notice.add(boxed(self.seen))
        self.notice.add(flow(self.as_it_is))
        verbs = flow(self.print_button, self.sheets)
        self.setLayout(column(title, about, sheets, verbs, self.notice, gap=12, margin=20))

    def print_it(self) -> None:
        """Ask for what is noted, then for a printer."""
        vault, asking, language = self._desk.vault, self._asking, spoken()
        tasks.run(self, lambda: plan(vault, asking, language), self._print, partial(errors.tell, self))

    def _to_sheets(self) -> None:
        self._desk.go("paper", ("print", SIGNIN, ("engagement", self._asking)))

    def _print(self, found: Plan | None) -> None:
        self._found = found
        self.notice.clear()
        emptied(self.seen)
        if found is not None and found.pointing:
            for spot in found.pointing:
                self.seen.addWidget(text(tr(FOUND, words=isolated(spot.words), why=tr(spot.why))))
            self.notice.say(tr(INSTEAD), "warn", tr(MAY_POINT))
        else:
            self._print_it_as_it_is()

    def _print_it_as_it_is(self) -> None:
        found = self._found
        if found is not None and self.ask(self, found.said.title, found.said.pairs):
            self.notice.clear()
