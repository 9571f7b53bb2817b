"""What stands in a partner's pack: its tables and what people said, one at a time."""

from PySide6.QtWidgets import QWidget

from ui.language import isolated, spoken
from ui.screens.contents.sheet import quote_card
from ui.screens.contents.table import TableCard
from ui.widgets.chips import OneOf
from ui.widgets.frame import boxed, column, emptied
from ui.widgets.words import heading, text
from vcse_desktop.actions.opening import Contents
from vcse_desktop.i18n import N_, tr

SAID = "said"


class Reading(QWidget):
    """Chips for the tables and the quotes, and under them the one that is chosen."""

    def __init__(self, contents: Contents) -> None:
        super().__init__()
        self._contents = contents
        offer = [(str(table.number), table.caption) for table in contents.tables]
        quotes = [(SAID, tr(N_("What people said")))] if contents.quotes else []
        self.turn = OneOf(tr(N_("What stands in it")), [*quotes, *offer])
        self._page = column(gap=12)
        title = heading(isolated(contents.title), 2)
        lead = text(tr(N_("[c] means hidden to protect people. Choose what to look at.")))
        self.setLayout(column(title, lead, self.turn, boxed(self._page), gap=12))
        self.setFocusProxy(self.turn)
        self.turn.chosen.connect(self._show)

    def _show(self) -> None:
        emptied(self._page)
        code = self.turn.code()
        if code == SAID:
            for quote in self._contents.quotes:
                self._page.addWidget(quote_card(quote, ""))
        for table in self._contents.tables:
            if str(table.number) == code:
                self._page.addWidget(TableCard(table, isolated(table.caption), {}, spoken()))
