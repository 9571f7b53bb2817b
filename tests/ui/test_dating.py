"""Whoever opens a vault on a computer with a wrong date is asked once, before anything can be recorded."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.main_window import MainWindow
from ui.screens.dating import DateQuestion
from ui.screens.unlock.screen import Unlock
from vcse_desktop.actions.recording import add
from vcse_desktop.actions.unlocking import Vault

PLACE = "help"


class Later(datetime):
    """The clock of a laptop that was nine days ahead when something was recorded."""

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        """Read it."""
        return datetime.now(UTC) + timedelta(days=9)


@pytest.fixture
def ahead(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record that was written when the clock was wrong."""
    with monkeypatch.context() as patched:
        patched.setattr("vcse_desktop.store.journal.datetime", Later)
        add(vault, "person", {"known_as": "Ann"})


def questions(window: MainWindow) -> list[DateQuestion]:
    return [one for one in window.findChildren(DateQuestion) if one.isVisible()]


def test_a_date_that_can_be_right_is_asked_of_nobody(window: MainWindow) -> None:
    assert questions(window) == []


def test_whoever_says_that_the_date_is_right_goes_on_and_is_asked_no_more(
    ahead: None, window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    (asked,) = questions(window)
    assert asked.isModal() and "a day still to come" in asked.informativeText()
    asked.right.click()
    qtbot.waitUntil(tasks.idle)
    assert questions(window) == [] and window.shell() is not None
    add(vault, "person", {"known_as": "Ben"})
    window.enter(vault)
    qtbot.waitUntil(tasks.idle)
    assert questions(window) == []


def test_a_cover_does_not_take_the_question_away(
    ahead: None, window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    shell = window.shell()
    assert shell is not None
    shell.desk.cover()
    qtbot.waitUntil(tasks.idle)
    assert questions(window) == []
    window.enter(vault)
    qtbot.waitUntil(tasks.idle)
    (asked,) = questions(window)
    asked.right.click()
    shell.desk.cover()
    window.enter(vault)
    qtbot.waitUntil(tasks.idle)
    assert questions(window) == []


@pytest.mark.parametrize("by_escape", [False, True], ids=["button", "Esc"])
def test_whoever_wants_to_set_the_date_stands_before_the_door(
    ahead: None, window: MainWindow, qtbot: QtBot, by_escape: bool
) -> None:
    (asked,) = questions(window)
    if by_escape:
        QTest.keyClick(asked, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: window.shell() is None)
    else:
        asked.wrong.click()
    qtbot.waitUntil(tasks.idle)
    assert window.shell() is None
    assert isinstance(window.stack.currentWidget(), Unlock)
