"""The keys of the window once a vault is open, and what each does."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from ui.screens.find_or_do import FindOrDo
from ui.screens.places import SECTIONS
from ui.screens.shell import Shell
from ui.screens.undoing import take_back
from ui.widgets.shortcuts import hand, shortcuts


def bind(shell: Shell) -> None:
    """Let the keys of the program work anywhere in its window while this shell is shown."""
    shell.sidebar.finding.connect(lambda: find_or_do(shell))
    shell.sidebar.locking.connect(shell.desk.lock)
    shell.sidebar.covering.connect(shell.desk.cover)
    keys: dict[str, Callable[[], object]] = {
        "Ctrl+K": lambda: find_or_do(shell),
        "Ctrl+H": lambda: shell.go("today", "hours"),
        "Ctrl+N": lambda: hand(shell.page(), "new"),
        "Ctrl+F": lambda: hand(shell.page(), "search"),
        "Ctrl+Return": lambda: hand(shell.page(), "save"),
        "Ctrl+Enter": lambda: hand(shell.page(), "save"),
        "Esc": lambda: hand(shell.page(), "back"),
        "Alt+U": lambda: undo(shell),
        "Ctrl+L": shell.desk.lock,
        "Ctrl+Shift+L": shell.desk.cover,
        "F6": lambda: next_part(shell),
        "F1": lambda: get_help(shell),
    }
    for number in range(1, len(SECTIONS) + 1):
        keys[f"Ctrl+{number}"] = lambda n=number: section(shell, n)  # type: ignore[misc]
    shortcuts(shell, keys)


def find_or_do(shell: Shell) -> None:
    """Open the box over everything."""
    FindOrDo(shell.desk, shell.window()).open()


def section(shell: Shell, number: int) -> None:
    """Go to the section of this number, if it is shown at all."""
    place = SECTIONS[number - 1]
    if place in shell.sidebar.places:
        shell.go(place.code)


def undo(shell: Shell) -> None:
    """Take back what the toast speaks of; without one, the newest change."""
    if not shell.toast.take_back():
        take_back(shell, shell.desk)


def get_help(shell: Shell) -> None:
    """Go to the help card of the page that is shown."""
    page = shell.page()
    if page is not None:
        shell.go("help", page.help_card())


def next_part(shell: Shell) -> None:
    """Go round: sidebar, page, toast."""
    focus = QApplication.focusWidget()
    in_places = focus is None or shell.sidebar.isAncestorOf(focus) or shell.top.isAncestorOf(focus)
    in_toast = focus is not None and shell.toast.isAncestorOf(focus)
    if not (in_places and shell.focus_page()) and (in_toast or not shell.toast.focus()):
        shell.focus_places()
