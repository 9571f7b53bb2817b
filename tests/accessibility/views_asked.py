"""How the group asked: a number with the records behind it, and the points of a programme."""

from collections.abc import Iterator

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.asked.tab import FiguresTab
from ui.screens.contents.table import TableCard
from ui.screens.records.plan_on_paper import PlanOnPaper
from ui.screens.records.tabs import RecordTabs
from ui.screens.shell import Shell
from ui.widgets.scrolled import into_view
from vcse_desktop.actions.asking_plan import Plan
from vcse_desktop.actions.naming_in_words import NUMBER, SURE, Spot
from vcse_desktop.disclosure.identifiers import Kind
from vcse_desktop.reports.material import Written
from vcse_desktop.reports.ten import ASKED as ASKED_ABOUT


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


def _printed(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield a plan in which something was found before it is printed; a group that never asked has none."""
    rows = shell.desk.vault.rows("engagement")
    if not rows:
        return
    shell.go("engagement", ("engagement", rows[0]["id"]))
    settle()
    page = shell.page()
    assert isinstance(page, RecordTabs)
    (card,) = page.findChildren(PlanOnPaper)
    words = str(rows[0]["question"])
    found = Spot(0, len(words), words, "", "", SURE[Kind.PHONE], NUMBER, True, Kind.PHONE)
    card._print(Plan(Written(ASKED_ABOUT, words), (found,)))
    settle()
    into_view(card.as_it_is)
    settle()
    yield "engagement-plan-pointing", window
    card.notice.clear()
    page.back()
    settle()


ASKED = (_looked_at, _printed)
"""Pages of how the group asked."""
