"""The last twelve months under the figures of this month, with the records behind one of their numbers."""

from collections.abc import Iterator

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.contents.table import TableCard
from ui.screens.shell import Shell
from ui.screens.today.screen import Today


def _unfolded(window: MainWindow, shell: Shell) -> Iterator[View]:
    shell.go("today", "month")
    settle()
    page = shell.page()
    assert isinstance(page, Today) and page.month is not None
    year = page.month.year
    if year.inside is None or year.inside.isHidden():
        year.unfold()
    settle()
    table = next(one for one in year.findChildren(TableCard) if one.isVisible())
    table.grid.setCurrentIndex(table.grid.model().index(0, 1))
    table.open.click()
    settle()
    yield "today-month-year", window
    assert year.inside is not None
    year.inside.which.choose("themes")
    settle()
    yield "today-month-themes", window
    year.inside.which.choose("sessions_by_month")
    year.unfold()
    settle()


YEAR = (_unfolded,)
"""The year unfolded."""
