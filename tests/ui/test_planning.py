"""Planning a session from its activity, changing and cancelling it, and the calendar file, by keys."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.test_activities import go, lines
from tests.ui.test_register import Hands
from ui.forms.choosing import Chips
from ui.main_window import MainWindow
from ui.screens.activities import calendar
from ui.screens.activities.one import OneActivity
from ui.screens.activities.plan import PlanPart
from ui.screens.register.form import Register
from ui.screens.today.forms import form_place, form_words
from ui.widgets.drafted import drafted_of
from vcse_desktop.actions import drafting, recording
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Vault

PLACE = "help"

CTRL = Qt.KeyboardModifier.ControlModifier
AHEAD = today() + timedelta(days=7)


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    """Somebody at the keys."""
    return Hands(qtbot)


@pytest.fixture
def dropin(vault: Vault) -> int:
    """An activity with a place."""
    hall = recording.add(vault, "place", {"code": "hall", "name": "The hall", "kind": "own"}).ids[0]
    return recording.add(vault, "activity", {"title": "Drop-in", "place": hall}).ids[0]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """Where the calendar file goes."""
    before, made = calendar.asking["file"], tmp_path / "plans.ics"
    calendar.asking["file"] = lambda *_: made
    yield made
    calendar.asking["file"] = before


def test_a_session_is_planned_in_a_day_listed_in_a_tag_changed_and_cancelled(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int, hands: Hands
) -> None:
    page = go(window, qtbot, ("activity", dropin))
    one = page.ours.shown()
    assert isinstance(one, OneActivity)
    assert not one.calendar.isVisible()
    hands.tab_to(one.plan)
    hands.press(Qt.Key.Key_Space)
    form = page.ours.shown()
    assert isinstance(form, PlanPart)
    assert QApplication.focusWidget() is form.form.rows["date"].editor.control
    hands.type(f"{AHEAD:%d/%m/%Y}")
    begun = drafting.begin(*form.key(), "")
    assert (form_words(begun.form), form_place(begun)) == (
        "A planned session",
        ("activities", ("plan", dropin)),
    )
    assert drafted_of(form).draft() is not None
    hands.press(Qt.Key.Key_Return, CTRL)
    (row,) = vault.rows("session")
    assert (row["date"], row["status"], row["place"]) == (
        AHEAD.isoformat(),
        "planned",
        vault.rows("place")[0]["id"],
    )
    (line,) = lines(page)
    assert line.endswith(". Planned")
    again = go(window, qtbot, ("session", row["id"])).ours.shown()
    assert isinstance(again, PlanPart)
    either = again.form.rows["status"].editor
    assert isinstance(either, Chips)
    assert set(either.group.buttons) == {"planned", "cancelled"}
    either.put("cancelled")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert [row["status"] for row in vault.rows("session")] == ["cancelled"]
    hands.press(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert [row["status"] for row in vault.rows("session")] == ["planned"]


def test_on_the_day_its_register_says_that_it_was_planned_and_can_cancel_it(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int, hands: Hands
) -> None:
    plan = {"activity": dropin, "date": today().isoformat(), "status": "planned"}
    session = recording.add(vault, "session", plan).ids[0]
    made = go(window, qtbot, ("register", dropin)).ours.shown()
    assert isinstance(made, Register)
    assert made.sheet.record == session
    assert made.planned is not None
    hands.tab_to(made.planned.button)
    hands.press(Qt.Key.Key_Space)
    assert [row["status"] for row in vault.rows("session")] == ["cancelled"]
    hands.press(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    again = go(window, qtbot, ("register", dropin)).ours.shown()
    assert isinstance(again, Register)
    again.begin().setFocus()
    hands.type("9")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert [(row["status"], row["people_n"]) for row in vault.rows("session")] == [(None, 9)]


def test_what_is_planned_is_saved_as_a_calendar_file(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int, file: Path
) -> None:
    plan = {"activity": dropin, "date": AHEAD.isoformat(), "status": "planned"}
    recording.add(vault, "session", plan)
    one = go(window, qtbot, ("activity", dropin)).ours.shown()
    assert isinstance(one, OneActivity)
    assert one.calendar.isVisible()
    one.calendar.click()
    qtbot.waitUntil(file.exists)
    assert b"SUMMARY:Drop-in\r\n" in file.read_bytes()
    shell = window.shell()
    assert shell is not None
    qtbot.waitUntil(lambda: "1 planned session" in shell.toast.sentence.text())
