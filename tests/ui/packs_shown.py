"""What the tests of the screens about packs share: typing, and a file dropped on the window."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.main_window import MainWindow
from ui.screens.packs.screen import Packs


def type_in(words: str) -> None:
    """Type words where the focus is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, words)


def dropped(qtbot: QtBot, window: MainWindow, *files: Path) -> Packs:
    """Drop files on the window, wait for their verdicts, and return the section that shows them."""
    window.check(list(files))
    qtbot.waitUntil(tasks.idle)
    shell = window.shell()
    assert shell is not None
    page = shell.page()
    assert isinstance(page, Packs)
    qtbot.waitUntil(lambda: len(page.check.cards) == len(files) and tasks.idle())
    return page
