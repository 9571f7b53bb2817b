"""How the group asked: a number with the records behind it, and the points of a programme."""

from collections.abc import Iterator

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.asked.tab import FiguresTab
from ui.screens.contents.table import TableCard
from ui.screens.records.tabs import RecordTabs
from ui.screens.shell import Shell


def _looked_at(window: MainWindow, shell: Shell) -> Iterator[View]:
    shell.go("engagement")
    settle()
    page = shell.page()
    assert isinstance(page, RecordTabs)
    tab = page.tabs.show_part("asked")
    assert isinstance(tab, FiguresTab)
    settle()
    tab.which.choose("barriers")
    settle()
    tables = [one for one in tab.findChildren(TableCard) if one.isVisible()]
    if tables:  # a group that never asked has none
        tables[0].grid.setCurrentIndex(tables[0].grid.model().index(0, 1))
        tables[0].open.click()
        settle()
    yield "engagement-asked-behind", window
    page.back()
    tab.which.choose("programmes")
    settle()
    yield "engagement-asked-programmes", window
    tab.which.choose("rungs")
    page.tabs.bar.setCurrentIndex(0)
    settle()


ASKED = (_looked_at,)
"""Pages of how the group asked."""
