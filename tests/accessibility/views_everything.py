"""Leaving with everything and coming back: before, under way, refused, written, and in a full vault."""

from collections.abc import Iterator
from pathlib import Path

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.filters.bar import FilterBar
from ui.screens.filters.taking import COPIED
from ui.screens.settings.screen import Settings
from ui.screens.settings.taking_along import SYNCED, WRITING
from ui.screens.shell import Shell
from vcse_desktop.actions.leaving import Left
from vcse_desktop.i18n import tr

FOLDER = Path("/media/stick/Everything, with personal data, 2026-11-30")


def _everything(window: MainWindow, shell: Shell) -> Iterator[View]:
    if not shell.desk.keeper:
        return
    shell.go("settings", "everything")
    settle()
    page = shell.page()
    assert isinstance(page, Settings)
    page.along.save()
    settle()
    if not shell.desk.example:
        page.coming.show_empty(False)
    page.along.notice.say(tr(SYNCED), "warn")
    page.along.working.begin(tr(WRITING))
    page.along.working.setFocus()
    settle()
    yield "settings-everything-asked", window
    page.along.working.end()
    page.along._show(Left(FOLDER, 12402, 3))
    page.along.copy.click()
    settle()
    yield "settings-everything-written", window
    if not shell.desk.example:
        page.coming.save()
        settle()
        yield "settings-everything-refused", window
    page.along._there.hide()
    page.along.notice.clear()
    page.along.place.clear()
    page.coming.place.clear()
    page.coming.look()
    settle()


def _taking(window: MainWindow, shell: Shell) -> Iterator[View]:
    shell.go("people")
    settle()
    for one in [one for one in window.findChildren(FilterBar) if one.isVisible() and one.take.isVisible()]:
        one.take.click()
        one.taking.notice.say(tr(COPIED), "ok")
        settle()
        yield "people-take-along", window
        one.taking.close_it.click()
    settle()


EVERYTHING = (_everything, _taking)
"""Each state of leaving with everything, of the way back, and of a list that is taken along."""
