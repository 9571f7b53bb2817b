"""Every screen that the program has, one after the other in a real window."""

from collections.abc import Callable, Iterator
from functools import partial

from tests.accessibility import holding
from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from tests.accessibility.views_asked import ASKED
from tests.accessibility.views_before import bringing_back, check_alone, first_run, unlock
from tests.accessibility.views_contact import CONTACT
from tests.accessibility.views_easy import EASY_READ
from tests.accessibility.views_everything import EVERYTHING
from tests.accessibility.views_filters import filters
from tests.accessibility.views_import import IMPORT
from tests.accessibility.views_keeping import KEEPING
from tests.accessibility.views_keys import KEYS
from tests.accessibility.views_loop import LOOP
from tests.accessibility.views_over import OVER
from tests.accessibility.views_paper import PAPER
from tests.accessibility.views_photos import PHOTOS
from tests.accessibility.views_reached import REACHED
from tests.accessibility.views_signin import SIGNING_IN
from tests.accessibility.views_tally import TALLY
from tests.accessibility.views_timeline import TIMELINE
from tests.accessibility.views_us import FOR_US
from tests.accessibility.views_voices import VOICES
from tests.accessibility.views_volunteers import VOLUNTEERS
from tests.accessibility.views_year import YEAR
from ui.main_window import MainWindow
from ui.screens.first_run.screen import SCREENS
from ui.screens.places import HOME, PLACES
from ui.screens.settings.screen import Settings
from ui.screens.shell import Shell
from ui.screens.verbs import VERBS
from ui.widgets.stack import Tabs
from vcse_desktop.actions.unlocking import Vault

AS_THE_PLACE = {
    ("today", "hours"),
    ("today", "month"),
    ("voices", "new"),
    ("voices", "answers"),
    ("activities", "signin"),
    ("import", None),
    ("packs", "easy"),
    ("packs", "us"),
    ("people", "reached"),
    *(
        ("settings", what)
        for what in ("looks", "backups", "trial", "safeguarding", "lists", "everything", "coming")
    ),
    ("activities", "calendar"),
    ("paper", "print"),
    ("paper", "type"),
}
"""What is asked of a place that shows it anyhow."""
FORMS = ("hours", "new", ("new", "person"), ("new", "engagement"))
"""What is asked of a place where an empty form is: saved so, it says what is missing."""
Inside = Callable[[MainWindow, Shell], Iterator[View]]
"""A walk behind the door."""


def views(window: MainWindow, vault: Vault, *, door: bool = True) -> Iterator[View]:
    """Yield each screen while it stands in the window: before the ``door``, behind it, and over it."""
    for walk in walks(window, vault, door=door):
        yield from walk


def walks(window: MainWindow, vault: Vault, *, door: bool = True) -> list[Iterator[View]]:
    """Return all screens in walks: each yields those that belong together, and none needs another walk."""
    before = [
        *(first_run(window, vault, step) for step in SCREENS),
        unlock(window, vault),
        check_alone(window),
        bringing_back(window, vault),
    ]
    behind: list[Inside] = [
        *(partial(place, code=code) for code in PLACES),
        *(partial(asked, code=code, what=what) for _, code, what in VERBS),
        backups,
        *(partial(record, kind=kind, code=code) for kind, code in HOME.items()),
        *KEEPING,
        *EVERYTHING,
        *CONTACT,
        *VOLUNTEERS,
        *REACHED,
        *VOICES,
        *LOOP,
        *SIGNING_IN,
        *holding.WALKS,
        *TIMELINE,
        *OVER,
        filters,
        *PHOTOS,
        *TALLY,
        *PAPER,
        *IMPORT,
        *FOR_US,
        *EASY_READ,
        *YEAR,
        *ASKED,
        *KEYS,
    ]
    return [*(before if door else ()), *(within(window, vault, walk) for walk in behind)]


def within(window: MainWindow, vault: Vault, walk: Inside) -> Iterator[View]:
    """Come in unless one is in already, and go on a walk there."""
    if window.shell() is None:
        window.enter(vault)
        settle()
    shell = window.shell()
    assert shell is not None
    shell.toast.hide()  # what the walk before has said
    yield from walk(window, shell)


def place(window: MainWindow, shell: Shell, code: str) -> Iterator[View]:
    """Yield a place, and each of its tabs."""
    shell.go(code)
    settle()
    yield code, window
    yield from tabs(window, shell, code)


def asked(window: MainWindow, shell: Shell, code: str, what: object) -> Iterator[View]:
    """Yield what can be asked of a place, and what an empty form says when it is saved."""
    shell.go(code, what)
    settle()
    name = "-".join((code, *(str(part) for part in (what if isinstance(what, tuple) else (what,)) if part)))
    if (code, what) not in AS_THE_PLACE:
        yield name, window
    page = shell.page()
    if what in FORMS and page is not None:
        page.save()
        settle()
        yield f"{name}-asked", window
    if page is not None and isinstance(what, tuple):
        page.back()
    for shown in [one for one in shell.pages.findChildren(Tabs) if one.isVisible()]:
        shown.bar.setCurrentIndex(0)
    settle()


def record(window: MainWindow, shell: Shell, kind: str, code: str) -> Iterator[View]:
    """Yield a record of a kind, if there is one."""
    rows = shell.desk.vault.rows(kind)
    if rows:
        shell.go(code, (kind, rows[0]["id"]))
        settle()
        yield f"{code}-one-{kind}", window


def backups(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield what stands in Settings once a backup is made and tried, and when the right to sign rests."""
    shell.go("settings", "backups")
    settle()
    page = shell.page()
    assert isinstance(page, Settings)
    if not shell.desk.example:
        page.backups.begin()
        page.trying.secret.turn()
        page.bringing.ask()
        page.resting.show_rests(True)
        settle()
        yield "settings-backups", window
        page.resting.show_rests(False)
        page.trying.save()
        settle()
        yield "settings-backups-asked", window


def tabs(window: MainWindow, shell: Shell, code: str) -> Iterator[View]:
    """Yield each part of a place but its first; afterwards the first is shown again."""
    found = [one for one in shell.pages.findChildren(Tabs) if one.isVisible()]
    for bar in [one.bar for one in found]:
        for index in range(1, bar.count()):
            bar.setCurrentIndex(index)
            settle()
            yield f"{code}-{index + 1}", window
        bar.setCurrentIndex(0)
