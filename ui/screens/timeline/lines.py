"""Things that happened, under their months: each day once, each sentence a row that opens its record."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from ui.language import plain, spoken
from ui.screens.desk import Desk
from ui.screens.places import HOME
from ui.theme.look import px
from ui.theme.look import text as letters
from ui.theme.tokens import SPACE
from ui.widgets import dates
from ui.widgets.frame import boxed, column, emptied
from ui.widgets.row_button import RowButton
from ui.widgets.words import heading, text
from vcse_desktop.actions.timeline import Entry
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports import numbers

NO_DAY = N_("Day not recorded")
WITH_YEAR, WITHOUT = 144, 104
"""Pixels at 100% of the days: as many in every month and language in which they fit."""
ON_A_DAY = N_("{day}: {words}")
Spot = tuple[str, int]
"""A record: its kind and its id."""


class Lines(QWidget):
    """``about`` is the record that all of it is about: what happened to itself opens nothing.

    ``inside`` a part of a card there are a few: each day has its year, and no month stands over them.
    """

    def __init__(self, desk: Desk, about: Spot, *, inside: bool = False) -> None:
        super().__init__()
        self._desk, self._about, self._inside = desk, about, inside
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(SPACE["tight"]))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, letters(WITH_YEAR if inside else WITHOUT))
        self._row, self._month, self._day = 0, "", ""
        self._rows: list[tuple[Spot, RowButton]] = []

    def show_all(self, entries: Sequence[Entry]) -> None:
        """Show these alone; who was on a row stays on it where it is still there."""
        at = QApplication.focusWidget()
        within = at is not None and self.isAncestorOf(at)
        spot = next((spot for spot, row in self._rows if row is at), None)
        emptied(self._grid)
        self._row, self._month, self._day = 0, "", ""
        self._rows = []
        self.add(entries)
        same = [row for one, row in self._rows if one == spot]
        for row in (same or [row for _, row in self._rows])[:1]:
            if within:
                row.setFocus()

    def add(self, entries: Sequence[Entry]) -> RowButton | None:
        """Show these under what is shown; return the first of their rows that can be pressed."""
        before = len(self._rows)
        for one in entries:
            self._put(one)
        return next((row for _, row in self._rows[before:]), None)

    def _put(self, one: Entry) -> None:
        when = date.fromisoformat(one.day) if one.day else None
        month = numbers.month_in_words(when, spoken()) if when else tr(NO_DAY)
        if month != self._month and not self._inside:
            self._grid.addWidget(self._headed(month), self._row, 0, 1, 2)
            self._month, self._day, self._row = month, "", self._row + 1
        beside = when is not None or self._inside
        if beside and (one.day or NO_DAY) != self._day:
            words = dates.in_words(when, year=self._inside) if when else tr(NO_DAY)
            day = text(words, "small", wrap=False)
            day.setMinimumHeight(px(46))
            self._grid.addWidget(day, self._row, 0, Qt.AlignmentFlag.AlignTop)
        self._day = one.day or NO_DAY
        spot = (one.kind, one.id)
        said = tr(ON_A_DAY, day=dates.in_words(when) if when else tr(NO_DAY), words=one.words)
        sentence = self._sentence(one, spot, plain(said))
        self._grid.addWidget(sentence, self._row, *((1, 1, 1) if beside else (0, 1, 2)))
        if self.isVisible():
            sentence.show()  # at once: only what is seen takes the focus
        self._row += 1

    def _headed(self, month: str) -> QWidget:
        layout = column(heading(month, 3))
        layout.setContentsMargins(0, px(SPACE["tight"]) if self._row else 0, 0, px(4))
        return boxed(layout)

    def _sentence(self, one: Entry, spot: Spot, said: str) -> QWidget:
        if one.kind not in HOME or spot == self._about:
            layout = column(text(one.words))
            layout.setContentsMargins(px(12), px(8), px(12), px(8))
            return boxed(layout)
        row = RowButton(one.words, "", partial(self._desk.go, HOME[one.kind], spot))
        row.setAccessibleName(said)
        self._rows.append((spot, row))
        return row
