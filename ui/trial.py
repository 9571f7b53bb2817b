"""The window tries itself once, without anybody at the keyboard: first run, every place, an hour logged."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui import tasks
from ui.main_window import MainWindow
from ui.screens.places import PLACES
from ui.screens.screen import Screen
from ui.widgets.boxes import HoursBox
from vcse_desktop.actions.unlocking import Kdf, new_vault

PASSPHRASE = "nobody keeps anything here"  # noqa: S105 - of a vault that lives for seconds
CHEAP = Kdf(19456, 2)
SECONDS = 60
EMPTY = 2  # colours: a ground and its edge
NETWORK = ("Qt6Network", "QtNetwork", "_ssl.")
"""How files are called that could use a network: the frozen program brings none."""


class OtherWindows(QObject):
    """Notes what shows itself as a window of its own: a notice of a fault, or a part without a place."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.shown: list[str] = []
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every widget that is shown."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            if watched.isWindow() and watched is not self._window:
                self.shown.append(repr(watched))
        return False


def trial(window: MainWindow, folder: Path) -> None:
    """Go once through the window, which stands at the first run; AssertionError says what did not go."""
    others = OtherWindows(window)
    window.activateWindow()
    wait(lambda: window.isActiveWindow() and painted(window), "the first run is painted")
    vault, _ = new_vault(folder, "Trial", PASSPHRASE, kdf=CHEAP)
    window.enter(vault)
    shell = window.shell()
    must(shell is not None, "a vault is entered")
    assert shell is not None  # noqa: S101 - for the type checker
    for code in (*PLACES, "today"):
        shell.go(code)
        wait(lambda: tasks.idle() and painted(window), f"{code} is painted")
    log_an_hour(shell.page())
    wait(lambda: tasks.idle() and len(vault.rows("time_given")) == 1, "an hour is kept")
    wait(shell.toast.isVisible, "what was done is said")
    must(not others.shown, f"nothing else is shown as a window: {others.shown}")
    must(not has_network(), "the program brings no network")


def log_an_hour(today: Screen | None) -> None:
    """Type a name, take it as a new person, and keep an hour and a half."""
    hours = today.findChild(HoursBox) if today is not None else None
    must(QApplication.focusWidget() is not None and isinstance(hours, HoursBox), "Today begins in its form")
    for letter in "Ann Trial":
        press(0, letter)
    press(Qt.Key.Key_Return)
    if today is not None and isinstance(hours, HoursBox):
        hours.set_minutes(90)
        today.save()


def press(key: int, text: str = "") -> None:
    """Press a key where the focus is."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        focus = QApplication.focusWidget()
        if focus is not None:
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(focus, event)


def painted(window: QWidget) -> bool:
    """Say whether there is more in the picture of a window than its ground."""
    picture = window.grab().toImage()
    across, down = range(0, picture.width(), 16), range(0, picture.height(), 16)
    return len({picture.pixel(x, y) for x in across for y in down}) > EMPTY


def has_network() -> bool:
    """Say whether a part of Qt or Python is here that could use a network: asked of the frozen program."""
    beside = Path(sys.executable).parent
    frozen = getattr(sys, "frozen", False)
    return frozen and any(name in file.name for file in beside.rglob("*") for name in NETWORK)


def wait(until: Callable[[], bool], what: str) -> None:
    """Let the window run until something is so."""
    end = time.monotonic() + SECONDS
    while not until():
        must(time.monotonic() < end, what)
        QApplication.processEvents()
        time.sleep(0.01)


def must(holds: bool, what: str) -> None:
    """Raise AssertionError when something does not hold, also where asserts are left out."""
    if not holds:
        raise AssertionError(f"this did not come about: {what}")
