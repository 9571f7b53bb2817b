"""The screens before an open vault: the first run, the ways in, checking alone, bringing back."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLineEdit

from tests.accessibility.dress import settle
from tests.accessibility.holding import CODE
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.first_run.draft import CHOICES, LOOK, REHEARSAL, Draft
from ui.screens.first_run.draft import SHEET as SHEET_STEP
from ui.screens.first_run.screen import FirstRun
from ui.screens.leaving import MAKING, Leaving
from ui.screens.restore.screen import Restore
from ui.screens.restore.words import ASIDE, BACK
from ui.screens.unlock.screen import Unlock
from ui.screens.unlock.ways import EXAMPLE, SHEET
from vcse_desktop.actions import trying
from vcse_desktop.actions.unlocking import Vault, WrongKeyOrDamaged
from vcse_desktop.i18n import tr

US = "Anytown Carers"
AFTER = (SHEET_STEP, REHEARSAL)
"""The steps of the first run that come after a vault was made."""
GOES_ON = (LOOK, CHOICES, SHEET_STEP)
"""Those that have nothing to ask for."""


def unlock(window: MainWindow, vault: Vault) -> Iterator[View]:
    """Yield the door: as one comes to it, while one waits after wrong passphrases, and with the sheet."""
    window.show_outside("unlock", vault.folder)
    screen = window.stack.currentWidget()
    assert isinstance(screen, Unlock)
    ways = screen.ways
    settle(lambda: ways.now.way == EXAMPLE or bool(ways.people))  # who it is for is asked a little later
    yield "unlock", window
    for _ in range(5):
        trying.wrong(vault.folder)
    screen.ways.failed(WrongKeyOrDamaged())
    settle()
    yield "unlock-wait", window
    trying.right(vault.folder)
    screen.ways.turn(SHEET)
    settle()
    yield "unlock-sheet", window


def check_alone(window: MainWindow) -> Iterator[View]:
    """Yield the screen that checks a pack and needs no vault."""
    window.show_outside("check_alone", None)
    settle()
    yield "check_alone", window


def bringing_back(window: MainWindow, vault: Vault) -> Iterator[View]:
    """Yield the screen that brings a backup back: on a new computer, over what is here, and afterwards."""
    for name, folder in (("restore-new", None), ("restore-here", vault.folder)):
        window.show_outside("restore", folder)
        settle()
        yield name, window
        screen = window.stack.currentWidget()
        assert isinstance(screen, Restore)
        screen.form.secret.way.choose("passphrase")
        screen.form.secret.turn()
        screen.save()
        settle()
        yield f"{name}-asked", window
    assert isinstance(screen, Restore)
    screen.now.said, screen.now.opening.vault = [tr(BACK, day="1 July 2026"), tr(ASIDE, folder="/a/b")], vault
    screen.again(screen.now)
    settle()
    yield "restore-back", window
    screen.now.opening.take()
    window.show_outside("leaving", None)
    shown = window.stack.currentWidget()
    assert isinstance(shown, Leaving)
    shown.working.begin(tr(MAKING))
    settle()
    yield "leaving", window


def first_run(window: MainWindow, vault: Vault, step: str) -> Iterator[View]:
    """Yield a step of the first run, and what it says when one goes on too early."""
    window.show_outside("first_run", None)
    screen = window.stack.currentWidget()
    assert isinstance(screen, FirstRun)
    draft = Draft(step, name=US)
    if step in AFTER:
        draft.opening.vault, draft.opening.code = vault, CODE
    screen.again(draft)
    screen.step.setFocus()
    settle()
    yield f"first_run-{step}", window
    if step not in GOES_ON:
        for box in screen.step.findChildren(QLineEdit)[:1]:
            box.clear()
        screen.save()
        settle()
        yield f"first_run-{step}-asked", window
    if draft.opening.vault is not None:
        draft.opening.take()
    screen.again(Draft())
