"""Rough, past and informal time on Today and in its full form: said in words, apart from what was counted."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.test_register import Hands
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.activities.screen import Activities
from ui.screens.activities.time import TimePart
from ui.screens.today.screen import Today
from vcse_desktop.actions import recording
from vcse_desktop.actions.entering import enter
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Vault

CTRL = Qt.KeyboardModifier.ControlModifier
BEGAN = today() - timedelta(days=60)


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    """Somebody at the keys."""
    return Hands(qtbot)


def page(window: MainWindow) -> Today:
    """Return the page of the day."""
    shell = window.shell()
    assert shell is not None
    shown = shell.page()
    assert isinstance(shown, Today)
    return shown


def plain(words: str) -> str:
    """Return words without marks of direction."""
    return words.replace("\u2068", "").replace("\u2069", "")


def test_an_unnamed_group_is_four_fields_by_keys_and_one_more_key_says_about(
    window: MainWindow, qtbot: QtBot, vault: Vault, hands: Hands
) -> None:
    recording.add(vault, "activity", {"title": "Litter pick"})
    window.enter(vault)
    qtbot.waitUntil(tasks.idle)
    fields = page(window).day.form.fields
    typed_into = list[object]()

    def fill(words: str) -> None:
        typed_into.append(QApplication.focusWidget())
        hands.type(words)

    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Space)  # not by name
    fill("14")
    hands.tab_to(fields.what.box)
    fill("lit")
    hands.press(Qt.Key.Key_Return)
    hands.tab_to(fields.hours.box)
    fill("2")
    hands.tab_to(fields.when.chips.buttons["today"])
    typed_into.append(QApplication.focusWidget())
    hands.press(Qt.Key.Key_Right)
    hands.press(Qt.Key.Key_Space)
    assert len(typed_into) == 4
    before = hands.keys
    hands.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is fields.rough
    hands.press(Qt.Key.Key_Space)
    assert hands.keys - before == 2
    hands.press(Qt.Key.Key_Return, CTRL)
    (row,) = vault.rows("time_given")
    assert (row["helpers_n"], row["hours"], row["person"], row["certainty"]) == (14, 1680, None, "estimated")
    assert row["date"] == (today() - timedelta(days=1)).isoformat()
    assert hands.keys <= 24
    said = [plain(one.text()) for one in page(window).day.logged.findChildren(QLabel)]
    assert "14 people without names: about 28 hours, Litter pick" in said


def test_informal_help_over_weeks_needs_neither_person_nor_activity_and_is_estimated(
    window: MainWindow, qtbot: QtBot, vault: Vault, hands: Hands
) -> None:
    day = page(window).day
    hands.tab_to(day.form.full)
    hands.press(Qt.Key.Key_Return)
    shell = window.shell()
    assert shell is not None
    screen = shell.page()
    assert isinstance(screen, Activities)
    part = screen.ours.shown()
    assert isinstance(part, TimePart)
    assert screen.title.text() == "Time that was given"
    part.form.put({"date": BEGAN.isoformat(), "until": today().isoformat(), "kind": "social_action"})
    hands.tab_to(part.form.rows["hours"].editor.control)
    hands.type("45")
    hands.press(Qt.Key.Key_Return, CTRL)
    (row,) = vault.rows("time_given")
    kept = {code: row[code] for code in ("person", "activity", "session", "role", "helpers_n")}
    assert set(kept.values()) == {None}
    assert (row["kind"], row["hours"], row["certainty"]) == ("social_action", 2700, "estimated")
    shell.go("today")
    qtbot.waitUntil(tasks.idle)
    QApplication.processEvents()
    said = [plain(one.text()) for one in page(window).day.logged.findChildren(QLabel)]
    assert "somebody without a name: about 45 hours" in said
    assert any(" to " in one and str(BEGAN.day) in one for one in said)


def test_what_was_remembered_planned_or_cancelled_says_so_among_what_was_logged(
    window: MainWindow, qtbot: QtBot, vault: Vault
) -> None:
    activity = recording.add(vault, "activity", {"title": "Choir"}).ids[0]
    on = today().isoformat()
    for status in ("planned", "cancelled"):
        recording.add(vault, "session", {"activity": activity, "date": on, "status": status})
    recording.add(vault, "time_given", {"hours": 90, "helpers_n": 2, "date": on, "certainty": "remembered"})
    recording.add(vault, "time_given", {"hours": 60, "helpers_n": 2, "date": on, "certainty": "counted"})
    page(window).look()
    qtbot.waitUntil(tasks.idle)
    said = {plain(one.text()) for one in page(window).day.logged.findChildren(QLabel)}
    assert {
        "Choir: planned",
        "Choir: cancelled",
        "2 people without names: 1½ hours as remembered",
        "2 people without names: 1 hour",
    } <= said


def test_how_sure_somebody_said_is_kept_over_a_span(vault: Vault) -> None:
    span = {"hours": 600, "date": BEGAN.isoformat(), "until": today().isoformat()}
    counted = enter(vault, "time_given", None, {**span, "certainty": "counted"}).ids[0]
    rough = enter(vault, "time_given", None, span).ids[0]
    enter(vault, "time_given", counted, {"until": BEGAN.isoformat()})
    day = enter(vault, "time_given", None, {"hours": 60, "date": BEGAN.isoformat()}).ids[0]
    said = {row["id"]: row["certainty"] for row in vault.rows("time_given")}
    assert said == {counted: "counted", rough: "estimated", day: None}
