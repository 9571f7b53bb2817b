"""Less detail for the tables of a section: each with how much it hides, and all detail to come back to."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.widgets.chips import OneWithMeaning
from ui.widgets.frame import column, emptied, row
from ui.widgets.words import heading, text
from vcse_desktop.actions.alternatives import IN_FULL, WITHOUT, Coarser, changed, said
from vcse_desktop.actions.sending import Choices
from vcse_desktop.i18n import N_, tr

OFFER = N_("These tables hide numbers. With less detail they may hide fewer:")
UNDER_WORDS = 34
"""Pixels at 100%: where the words of a tick box begin."""
BETWEEN = 6
STALE = N_("How much each hides was worked out before your last change.")


class Detail(QWidget):
    """The tables of one section, each in one detail of several. ``chosen`` tells each change."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tables: dict[str, OneWithMeaning] = {}
        self._stale = text("", "small")
        self._page = column(gap=6)
        self.setLayout(row(UNDER_WORDS, self._page))
        self.hide()

    def show_offers(self, offers: Sequence[Coarser], choices: Choices) -> None:
        """Offer every detail of some tables, of which those that were chosen are marked."""
        emptied(self._page)
        self.tables = {}
        detail = dict(choices.detail)
        for table in dict.fromkeys(one.table for one in offers):
            mine = [one for one in offers if one.table == table]
            now = WITHOUT if table in choices.left_out else detail.get(table, IN_FULL)
            made = OneWithMeaning(mine[0].title, [(one.step, one.words, said(one)) for one in mine], now)
            made.chosen.connect(self._changed)
            self.tables[table] = made
        self._stale = text("", "small")
        if self.tables:
            self._page.addWidget(text(tr(OFFER), "small"))
        for table, made in self.tables.items():
            title = next(one.title for one in offers if one.table == table)
            self._page.addLayout(column(BETWEEN, heading(isolated(title), 3), made, gap=6))
        self._page.addWidget(self._stale)
        self._stale.hide()
        self.setVisible(bool(self.tables))

    def put(self, choices: Choices) -> Choices:
        """Return the choices with what is chosen here."""
        for table, made in self.tables.items():
            choices = changed(choices, table, made.code() or IN_FULL)
        return choices

    def grow_stale(self) -> None:
        """Say that what is told of each was true before the last change."""
        self._stale.setText(tr(STALE))
        self._stale.show()

    def _changed(self) -> None:
        self.chosen.emit()
