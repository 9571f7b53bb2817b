"""What the tests of the screens before an open vault share: keys, waiting, and all that can be read."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.main_window import MainWindow
from ui.screens.first_run.screen import FirstRun
from ui.screens.unlock.screen import Unlock

CTRL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    at = QApplication.focusWidget() or QApplication.activeWindow()
    assert at is not None
    QTest.keyClick(at, key, modifier)


def write(words: str) -> None:
    """Type words where the focus is."""
    at = QApplication.focusWidget()
    assert isinstance(at, QLineEdit), at
    QTest.keyClicks(at, words)


def go_on() -> None:
    """Press Ctrl+Enter."""
    press(Qt.Key.Key_Return, CTRL)


def opened(window: MainWindow) -> Iterator[MainWindow]:
    """Show a window at its first screen; afterwards nothing of it is left."""
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def rest(qtbot: QtBot) -> None:
    """Wait until nothing is under way and every answer has come."""
    qtbot.waitUntil(tasks.idle, timeout=20_000)
    QCoreApplication.processEvents()


def first_run(window: MainWindow) -> FirstRun:
    """Return the first run, which is shown."""
    shown = window.stack.currentWidget()
    assert isinstance(shown, FirstRun), shown
    return shown


def door(window: MainWindow) -> Unlock:
    """Return the door, which is shown."""
    shown = window.stack.currentWidget()
    assert isinstance(shown, Unlock), shown
    return shown


def words(within: QWidget) -> list[str]:
    """Return every text that is shown in a widget or told to a screen reader."""
    parts = [within, *within.findChildren(QWidget)]
    found = [
        text for one in parts for text in (one.accessibleName(), one.accessibleDescription(), one.toolTip())
    ]
    for one in parts:
        if isinstance(one, QLabel | QLineEdit | QAbstractButton):
            found.append(one.text())
        elif isinstance(one, QComboBox):
            found.append(one.currentText())
    return found


def everywhere() -> str:
    """Return every text in any widget of the program, and what can be pasted."""
    found = [text for one in QApplication.topLevelWidgets() for text in words(one)]
    clipboard = QApplication.clipboard()
    pasted = [clipboard.text(mode) for mode in (clipboard.Mode.Clipboard, clipboard.Mode.Selection)]
    return "\n".join([*found, *pasted, *(one.windowTitle() for one in QApplication.topLevelWidgets())])
