"""The sign-in screen at a table at the door: as one comes to it, with names, with thanks, and being left."""

from collections.abc import Iterator

from PySide6.QtCore import Qt

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.shell import Shell
from ui.screens.signin.screen import SignIn
from vcse_desktop.actions import trying
from vcse_desktop.actions.at_the_door import guest

NAMES = (
    "O'Neill Thomas",
    "O'Neill Taylor",
    "O'Neill-Featherstonehaugh Price",
    "O'Neille Beth Cole",
    "B' Fox",
)
SEVERAL, ONE, NONE = "o'n", "b' ", "z-z"
"""What is typed: no two letters of it stand together, as they would in words that nobody has translated."""


def at_the_door(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield each page of it in a window of the size that is wanted; whoever was counted is taken back."""
    shell.go("activities", "signin")
    settle()
    screen = window.stack.currentWidget()
    if not isinstance(screen, SignIn):  # there is no activity to sign in to
        return
    window.setWindowState(Qt.WindowState.WindowNoState)
    table, naming = screen.table, screen.table.naming
    settle()
    yield "signin", window
    naming.know([guest(number, name) for number, name in enumerate(NAMES, 1)])
    for name, letters in (("several", SEVERAL), ("one", ONE), ("none", NONE)):
        naming.box.setText(letters)
        settle()
        yield f"signin-{name}", window
    naming.new.click()
    screen.save()
    settle()
    yield "signin-new-asked", window
    screen.back()
    naming.count.click()
    settle()
    yield "signin-thanks", window
    table.thanks.not_me.click()
    settle()
    yield "signin-taken-back", window
    table.leaving.emit()
    screen.leave.secret.box.setText("4711")
    screen.save()
    settle()
    yield "signin-leave", window
    trying.right(shell.desk.vault.folder)
    window.enter(shell.desk.vault)
    settle()


SIGNING_IN = (at_the_door,)
"""Each state of it; it is left again."""
