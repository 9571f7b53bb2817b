"""How the group asked people: one thing at a time, its picture over its table, its points below."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.language import isolated, spoken
from ui.screens.contents.table import TableCard
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.today.behind import BehindNumber
from ui.screens.today.points import points_card
from ui.widgets.chart import ChartPicture
from ui.widgets.chips import OneOf
from ui.widgets.frame import card, column, emptied, field
from ui.widgets.words import heading, text
from vcse_desktop.actions.asked import SHOWN, Asked, asked
from vcse_desktop.actions.principles import this_year
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Chart, Table

OURS = N_(
    "For ourselves: nothing here is hidden, and nothing leaves from here. No rung is called good or bad. "
    "Money is never put in an order."
)
NOTHING = N_("There is nothing on this yet. What you note in a piece of asking shows here.")
MEANS, MEANT = N_("What the words mean"), {"duties": N_("What older papers call them")}
MEANING = N_("{name}: {meaning}")
SPANS = {"all": lambda: None, "year": this_year}


class HowWeAsked(QWidget):
    """Each number shows the records behind it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        explained(self, "asked")
        self._desk = desk
        self._told: Asked | None = None
        offer = [(code, tr(name)) for code, (name, _) in SHOWN.items()]
        self.which = OneOf(tr(N_("What to look at")), offer, offer[0][0])
        spans = (("all", tr(N_("All time"))), ("year", tr(N_("This year"))))
        self.period = OneOf(tr(N_("Period")), spans, "all")
        self.which.chosen.connect(self._show)
        self.period.chosen.connect(self.look)
        self.behind = BehindNumber(desk)
        self._page, self._waiting = column(gap=16), column(self.behind)
        chosen = (field(tr(N_("What to look at")), self.which), field(tr(N_("Period")), self.period))
        self.setLayout(column(text(tr(OURS), "sub"), *chosen, self._page, self._waiting, None, gap=16))
        self.look()

    def look(self) -> None:
        """Count again."""
        vault, language, span = self._desk.vault, spoken(), SPANS[str(self.period.code())]()
        work = lambda: asked(vault, span, language)  # noqa: E731
        tasks.run(self, work, self._fill, lambda error: errors.tell(self, error))

    def _fill(self, told: Asked) -> None:
        same = self._told is not None and (self._told.blocks, self._told.groups) == (told.blocks, told.groups)
        self._told = told
        if not same:
            self._show()

    def _show(self) -> None:
        told, code = self._told, str(self.which.code())
        if told is None:
            return
        self.behind.hide()
        self._waiting.addWidget(self.behind)  # out of what goes now
        emptied(self._page)
        for block in told.blocks[code]:
            self._page.addWidget(
                card(ChartPicture(block)) if isinstance(block, Chart) else self._table(block)
            )
        if told.blocks[code] and told.meanings.get(code):
            title = heading(tr(MEANT.get(code, MEANS)), 2)
            meanings = self._meanings(title, told.meanings[code])
            self._page.insertWidget(self._meant(told.blocks[code]), meanings)
        for group in told.groups.get(code, ()):
            self._page.addWidget(points_card(self._desk, group))
        if not self._page.count():
            self._page.addWidget(text(tr(NOTHING), "sub"))

    def _meant(self, blocks: tuple[Chart | Table, ...]) -> int:
        """Return the place after the first table, whose rows have these meanings."""
        return next(place for place, block in enumerate(blocks, 1) if isinstance(block, Table))

    def _meanings(self, title: QWidget, meanings: tuple[tuple[str, str], ...]) -> QWidget:
        lines = (tr(MEANING, name=isolated(name), meaning=isolated(said)) for name, said in meanings)
        return card(title, *map(text, lines), gap=8)

    def _table(self, block: Table) -> QWidget:
        made = TableCard(block, block.caption, {}, spoken())
        made.offer_records()
        made.behind.connect(partial(self._look_behind, made, block))
        return made

    def _look_behind(self, under: QWidget, block: Table, place: tuple[int, int], said: str) -> None:
        """Show the records behind a number, under its table."""
        told = self._told
        if told is not None:
            self._page.insertWidget(self._page.indexOf(under) + 1, self.behind)
            self.behind.look(lambda: told.behind(block, *place), said)
