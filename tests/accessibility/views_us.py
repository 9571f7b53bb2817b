"""Exact figures for ourselves: other days, the pages, and what is said once they are saved or old."""

from collections.abc import Iterator

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.make_pack.period import LAST_QUARTER, OTHER
from ui.screens.packs.for_us import SAVED, ForUs
from ui.screens.packs.screen import Packs
from ui.screens.shell import Shell
from vcse_desktop.actions.changed import Changed
from vcse_desktop.i18n import tr


def _part(shell: Shell) -> ForUs:
    shell.go("packs", "us")
    settle()
    page = shell.page()
    assert isinstance(page, Packs)
    return page.us


def _shown(window: MainWindow, shell: Shell) -> Iterator[View]:
    part = _part(shell)
    part.which.chips.choose(OTHER)
    part.go_on()
    settle()
    yield "packs-us-other", window
    part.which.chips.choose(LAST_QUARTER)
    part.go_on()
    settle()
    assert part.pages is not None
    yield "packs-us-shown", window
    part.pages._copied.show()
    part.pages.turn.choose("section-volunteering")
    part.notice.say(tr(SAVED, name=part.pages.file.name), "ok")
    part.open.setFocus()
    settle()
    yield "packs-us-saved", window
    part._changed(Changed(frozenset({"session"}), None))
    settle()
    yield "packs-us-stale", window
    part._forget()
    shell.go("today")
    settle()


FOR_US = (_shown,)
"""Each state of exact figures for ourselves."""
