"""Every state of the cards in Settings about who may open this, the sheet, and whether all is whole."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.settings.leaving import IS_OUT, MAKING, Leaving
from ui.screens.settings.newcomer import Newcomer
from ui.screens.settings.screen import Settings
from ui.screens.shell import Shell
from vcse_desktop.actions.holding import Holder
from vcse_desktop.actions.keeping import FOUND, Looked
from vcse_desktop.actions.recording import today
from vcse_desktop.i18n import tr

CODE = "ABCDEFGHJKMN2345PQRSTUVW6789"
KEEPER = Holder("1", "A. K.", "keeper", today(), True)
PEOPLE = [
    KEEPER,
    Holder("2", "M. L.-D.", "member", today(), False),
    Holder("3", "H. J.", "helper", today(), False),
]


Card = Callable[[MainWindow, Settings], Iterator[View]]


def on_settings(window: MainWindow, shell: Shell, card: Card) -> Iterator[View]:
    """Yield each state of a card; afterwards the page is as it was, and nothing was kept."""
    if shell.desk.example:
        return
    shell.go("settings", "people")
    settle()
    page = shell.page()
    assert isinstance(page, Settings)
    yield from card(window, page)
    page.look()
    settle()


def people(window: MainWindow, page: Settings) -> Iterator[View]:
    """Yield the list of three people as a keeper sees it and as others do, and each thing to do about it."""
    part = page.holders
    part._show(PEOPLE, False, True, False)
    yield seen("people-member", window, page, part)
    part._show(PEOPLE, True, False, True)
    yield seen("people", window, page, part)
    part._stand(Newcomer())
    yield seen("people-new", window, page, part.form)
    page.holders.save()
    yield seen("people-new-asked", window, page, part.form)
    part._change(PEOPLE[1])
    yield seen("people-change", window, page, part.form)
    for name, one in (("out", PEOPLE[1]), ("key", None)):
        leaving = Leaving(page, one)
        part._stand(leaving)
        yield seen(f"people-{name}", window, page, leaving)
    leaving._asked.hide()
    leaving.working.begin(tr(MAKING))
    leaving.working.moved(40, 100)
    yield seen("people-key-working", window, page, leaving)
    leaving._moved(95, 100)
    yield seen("people-key-swapping", window, page, leaving)
    part._done(tr(IS_OUT, name=PEOPLE[1].label))
    yield seen("people-done", window, page, part)
    part.notice.clear()


def sheet(window: MainWindow, page: Settings) -> Iterator[View]:
    """Yield a new sheet: shown, then typed back, and a slip in it."""
    part = page.new_sheet
    part._show((CODE, "Anytown Carers"))
    yield seen("new-sheet", window, page, part)
    part._type()
    yield seen("new-sheet-typed", window, page, part)
    part.typed.box.setText("ABCD EFGH")
    part.save()
    settle()
    yield seen("new-sheet-slip", window, page, part)
    part._leave()


def whole(window: MainWindow, page: Settings) -> Iterator[View]:
    """Yield what was found: nothing, the index alone, and damage."""
    part = page.whole
    part._begun()
    part.working.moved(1, 3)
    yield seen("whole-working", window, page, part)
    for name, came in {
        "none": Looked(),
        "index": Looked((tr(FOUND["search"]),), only_index=True),
    }.items():
        part._ended(came)
        settle()
        yield seen(f"whole-{name}", window, page, part)
    inside = page.vault._inside
    inside.found, inside.copied = ("row", "chain"), True
    part._ended(Looked((tr(FOUND["row"]),)))
    page.desk.harmed.emit()
    settle()
    yield seen("whole-damage", window, page, part)
    inside.found = ()
    part.notice.clear()
    part.index.hide()
    shell = window.shell()
    assert shell is not None
    shell.harm.hide()


def seen(name: str, window: MainWindow, page: Settings, part: QWidget | None) -> View:
    """Return the window, with this part of the page in view."""
    settle()
    if part is not None:
        page.ensureWidgetVisible(part, 0, 400)
    settle()
    return f"settings-{name}", window


WALKS = tuple(partial(on_settings, card=card) for card in (people, sheet, whole))
"""Walks behind the door."""
