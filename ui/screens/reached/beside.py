"""Those who came in some days, by each list, beside those who live in an area: a picture and a table."""

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.forms.linking import LongChoice
from ui.language import spoken
from ui.screens.contents.table import TableCard
from ui.screens.desk import Desk
from ui.screens.keyed import keyed
from ui.screens.make_pack.period import Which
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.chart import ChartPicture
from ui.widgets.frame import boxed, card, column, emptied, field
from ui.widgets.words import heading, text
from vcse_desktop.actions.looking_at_files import Here, choose_area, here
from vcse_desktop.actions.reached import Reached, reached, said_unused
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Chart, Table

WHAT = N_(
    "Those who came, as far as somebody counted them by group, beside those who live around you. To think "
    "with: nothing here is added up, and no number is a mark."
)
AREA, AREA_HELP = N_("The area beside it"), N_("Stands in your reports and packs, too.")
NO_AREA = N_("Who lives here is not known yet. Add a Census table below.")
NOT_LISTED = N_("This area is not on the list, so it was left out. Take one from the list.")
NOBODY = N_("Nobody was counted by group in these days. The number who came: {n}.")
HOMES = N_("Where people by name live")
NOBODY_BY_NAME = N_("Nobody was on record by name in these days.")
NO_HOMES = N_(
    "Which areas are among the most deprived fifth is not known yet. Add a file of small areas with the "
    "Index of Multiple Deprivation below."
)


class Beside(QWidget):
    """Figures are for ourselves: true, and nothing leaves from here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._here = Here([], "")
        self.which = Which()
        self.area = LongChoice(tr(AREA), [])
        self._areas, self._results = column(), column(gap=16)
        self.show_it = button(tr(N_("Show the figures")), self.show_figures, "primary")
        begin = keyed(self.show_it, tr(N_("Ctrl+Enter")))
        asked = card(text(tr(WHAT)), self.which, boxed(self._areas), begin, gap=12)
        self.setLayout(column(asked, boxed(self._results), gap=16))

    def look(self) -> None:
        """Ask again which areas there are, and who came."""
        vault = self._desk.vault
        tasks.run(self, lambda: here(vault), self._know, lambda error: errors.tell(self, error))

    def show_figures(self) -> None:
        """Count those who came in these days; the area that a keeper chose is kept."""
        days, vault, language = self.which.days(), self._desk.vault, spoken()
        if days is None:
            return
        code = self._chosen()
        if self._desk.keeper and code and code != self._here.chosen:
            self._here = Here(self._here.offered, code)
            tasks.run(
                self,
                lambda: choose_area(vault, code),
                lambda changed: self._desk.did(tr(N_("Kept.")), changed),
                lambda error: errors.tell(self, error),
                Lane.ACT,
            )
        tasks.run(
            self,
            lambda: reached(vault, days, code, language),
            self._show,
            lambda error: errors.tell(self, error),
        )

    def _chosen(self) -> str:
        value = str(self.area.value() or "")
        known = value in dict(self._here.offered)
        self.area.mark(wrong=bool(value) and not known)
        if value and not known:
            self._desk.say(tr(NOT_LISTED))
        return value if known else ""

    def _know(self, found: Here) -> None:
        """Offer the areas that there are figures of, the one chosen before standing there."""
        if found != self._here or not self._areas.count():
            before, self._here = self._here, found
            there = str(self.area.value() or "") if before.offered else ""
            self.area = LongChoice(tr(AREA), found.offered)
            self.area.name(tr(AREA), tr(AREA_HELP))
            self.area.put((there if there in dict(found.offered) else "") or found.chosen or None)
            emptied(self._areas)
            if found.offered:
                self._areas.addWidget(boxed(field(tr(AREA), self.area, tr(AREA_HELP))))
            else:
                self._areas.addWidget(text(tr(NO_AREA), "sub"))
        self.show_figures()

    def _show(self, found: Reached) -> None:
        emptied(self._results)
        if not found.lists:
            self._results.addWidget(card(text(tr(NOBODY, n=found.came))))
        for one in found.lists:
            self._results.addWidget(self._blocks(one.blocks))
        things = [text(found.deprived, "sub")] if found.deprived else []
        if any(isinstance(block, Table) and block.rows for block in found.homes):
            self._results.addWidget(self._blocks(found.homes, *things))
        else:
            self._results.addWidget(
                card(
                    heading(tr(HOMES), 2),
                    text(tr(NOBODY_BY_NAME if found.homes else NO_HOMES)),
                    *things,
                    gap=8,
                )
            )
        for table in found.also:
            self._results.addWidget(self._blocks((table,)))
        if found.lists and found.unused:
            self._results.addWidget(text(said_unused(found.unused), "sub"))

    def _blocks(self, blocks: tuple[Chart | Table, ...], *more: QWidget) -> QWidget:
        """Return a picture under its heading, if there is one, and the table."""
        made = [
            card(heading(block.title, 2), ChartPicture(block), gap=12)
            if isinstance(block, Chart)
            else TableCard(block, block.caption, {}, spoken())
            for block in blocks
        ]
        return boxed(column(*made, *more, gap=8))

    def begin(self) -> QWidget:
        """Return where the work begins."""
        return self.which.begin()

    def search(self) -> None:
        """Go to the choice of an area."""
        if self._here.offered:
            self.area.setFocus()
