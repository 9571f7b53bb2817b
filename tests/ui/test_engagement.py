"""Engagement: how much say people have is chosen, with its meaning beside it; warnings never block."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.forms.choosing import Chips
from ui.main_window import MainWindow
from ui.screens.engagement import Engagement
from ui.screens.records.form import RecordPage
from ui.screens.records.part import RecordsPart
from ui.screens.records.parts import PartRows
from ui.screens.records.tabs import RecordTabs
from vcse_desktop.actions import recording
from vcse_desktop.actions.unlocking import Vault

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(window: MainWindow, qtbot: QtBot) -> Iterator[Engagement]:
    """The screen, come to by its key."""
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_4, CTRL)
    shell = window.shell()
    assert shell is not None
    page = shell.page()
    assert isinstance(page, Engagement)
    qtbot.waitUntil(tasks.idle)
    yield page
    qtbot.waitUntil(tasks.idle)


def begun(screen: Engagement, window: MainWindow, qtbot: QtBot) -> RecordPage:
    """Return the form of a new piece of asking."""
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_N, CTRL)
    part = screen.tabs.part()
    assert isinstance(part, RecordsPart)
    qtbot.waitUntil(lambda: part.forms.page() is not None)
    page = part.forms.page()
    assert page is not None
    return page


def test_no_rung_is_chosen_and_each_says_what_it_means(
    screen: Engagement, window: MainWindow, qtbot: QtBot
) -> None:
    page = begun(screen, window, qtbot)
    rungs = page.form.rows["rung_planned"].editor
    assert isinstance(rungs, Chips)
    assert rungs.value() is None
    words = {label.text() for label in rungs.findChildren(QLabel)}
    assert all(button.accessibleDescription() in words for button in rungs.group.buttons.values())
    assert len(words) == len(rungs.group.buttons) == 5
    QTest.keyClick(rungs.group.buttons["involving"], Qt.Key.Key_Space)
    assert rungs.value() == "involving"
    QTest.keyClick(rungs.group.buttons["involving"], Qt.Key.Key_Space)
    assert rungs.value() is None


def test_a_decision_before_the_asking_closes_is_asked_about_and_kept(
    screen: Engagement, window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    page = begun(screen, window, qtbot)
    page.form.put({"question": "Which hours?", "closes": "2026-06-01", "decision_on": "2026-05-01"})
    screen.save()
    row = page.form.rows["decision_on"]
    assert "before" in row.editor.control.accessibleDescription()
    assert vault.rows("engagement") == []
    QTest.keyClick(row.asked(), Qt.Key.Key_Space)
    screen.save()
    qtbot.waitUntil(lambda: len(vault.rows("engagement")) == 1)


def test_small_rows_of_a_piece_of_asking_are_added_under_it(
    screen: Engagement, vault: Vault, qtbot: QtBot
) -> None:
    with vault.unit("add") as unit:
        asking = unit.save("engagement", None, {"question": "Which hours?"})
    screen.open(("engagement", asking))
    part = screen.tabs.part()
    assert isinstance(part, RecordsPart)
    qtbot.waitUntil(lambda: part.forms.page() is not None)
    qtbot.waitUntil(tasks.idle)
    page = part.forms.page()
    assert page is not None
    barrier = page.parts[-1]
    assert isinstance(barrier, PartRows)
    barrier.add.click()
    assert barrier.has_focus()
    form = barrier.form()
    assert form is not None
    form.put({"fix": "A lift from the bus"})
    screen.save()
    qtbot.waitUntil(lambda: len(vault.rows("barrier", engagement=asking)) == 1)
    qtbot.waitUntil(lambda: any("A lift from the bus" in one.text() for one in barrier.findChildren(QLabel)))


def test_an_empty_screen_says_what_is_enough_to_begin(screen: Engagement) -> None:
    shown = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert "Nothing here yet. One question and one decision are enough to begin." in shown


def test_a_review_has_its_next_steps_on_either_screen_it_is_opened_from(
    window: MainWindow, qtbot: QtBot, vault: Vault
) -> None:
    review = recording.add(vault, "review", {"whole": True, "worked": "Tea"}).ids[0]
    shell = window.shell()
    assert shell is not None
    for place in ("engagement", "activities"):
        shell.go(place, ("review", review))
        qtbot.waitUntil(tasks.idle)
        shown = shell.page()
        assert isinstance(shown, RecordTabs)
        part = shown.tabs.part()
        assert isinstance(part, RecordsPart)
        page = part.forms.page()
        assert page is not None
        assert len(page.parts) == 1
