"""What is unfolded of the last twelve months: one table at a time, under its picture, over its records."""

from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from ui import errors, tasks
from ui.language import spoken
from ui.screens.contents.table import TableCard
from ui.screens.desk import Desk
from ui.screens.today.behind import BehindNumber
from ui.screens.today.points import points_card
from ui.widgets.chart import ChartPicture
from ui.widgets.chips import OneOf
from ui.widgets.frame import card, column, emptied
from ui.widgets.words import text
from vcse_desktop.actions import over_time
from vcse_desktop.actions.over_time import OverTime
from vcse_desktop.actions.recording import today
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Chart, Table

OURS = N_("Choose what to look at. The picture shows what is in the table under it.")
NONE = N_("There is nothing on this in the last twelve months.")
FEW = N_("There is too little for a picture: the table has it all.")


class TwelveMonths(QWidget):
    """One chooses what to look at; each number shows the records behind it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._told: OverTime | None = None
        offer = [(code, tr(name)) for code, name in over_time.OFFERED.items()]
        self.which = OneOf(tr(N_("What to look at")), offer, offer[0][0])
        self.which.chosen.connect(self._show)
        self.behind = BehindNumber(desk)
        self._page, self._said = column(gap=12), column(gap=12)
        parts = (self.which, self._page, self.behind, self._said)
        self.setLayout(column(text(tr(OURS), "sub"), *parts, gap=12))

    def look(self) -> None:
        """Count again."""
        vault, language = self._desk.vault, spoken()
        work = lambda: over_time.over_time(vault, today(), language)  # noqa: E731
        tasks.run(self, work, self._fill, lambda error: errors.tell(self, error))

    def _fill(self, told: OverTime) -> None:
        if self._told is None or (told.blocks, told.said) != (self._told.blocks, self._told.said):
            self._told = told
            self._show()
        self._told = told

    def _show(self) -> None:
        if self._told is None:
            return
        self.behind.hide()
        emptied(self._page)
        emptied(self._said)
        blocks = self._told.blocks[str(self.which.code())]
        for block in blocks:
            self._page.addWidget(
                card(ChartPicture(block)) if isinstance(block, Chart) else self._table(block)
            )
        if len(blocks) == 1:
            self._page.insertWidget(0, text(tr(FEW), "sub"))
        if not blocks:
            self._page.addWidget(text(tr(NONE), "sub"))
        for group in self._told.said if self.which.code() == over_time.THEMES else ():
            self._said.addWidget(points_card(self._desk, group))

    def _table(self, block: Table) -> QFrame:
        made = TableCard(block, block.caption, {}, spoken())
        made.offer_records()
        made.behind.connect(partial(self._look_behind, block))
        return made

    def _look_behind(self, block: Table, place: tuple[int, int], said: str) -> None:
        """Show the records behind a number, under its table."""
        told = self._told
        if told is not None:
            self.behind.look(lambda: told.behind(block, *place), said)
