"""Each number of the principles opens its records; where there is none, words say so."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.screens.desk import Desk
from ui.screens.principles.screen import NOTHING_AT_ALL, Principles
from vcse_desktop.actions import recording
from vcse_desktop.actions.recording import today

TAG = {"principles": ["p4_carers"]}


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> Principles:
    """The screen over one record, one voice of today and one of long ago."""
    recording.add(desk.vault, "activity", {"title": "Carers' walk", **TAG})
    recording.add(desk.vault, "insight", {"words": "A break at last", "heard_on": "2020-01-01", **TAG})
    recording.add(desk.vault, "insight", {"words": "I slept", "heard_on": today().isoformat(), **TAG})
    made = Principles(desk)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.grid.buttons))
    return made


def texts(page: QWidget) -> list[str]:
    """Return every text that is seen."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_numbers_are_shown_and_nothing_yet_elsewhere(shown: Principles) -> None:
    assert {key: one.text() for key, one in shown.grid.buttons.items()} == {
        ("p4_carers", "records"): "1",
        ("p4_carers", "voices"): "2",
    }
    assert texts(shown.grid).count("nothing yet") == 16
    assert shown.grid.buttons["p4_carers", "voices"].accessibleName() == "Carers, What people said: 2"


def test_a_number_opens_its_records_and_each_can_be_gone_to(
    shown: Principles, desk: Desk, qtbot: QtBot
) -> None:
    shown.grid.buttons["p4_carers", "voices"].click()
    assert {"\u2068I slept\u2069", "\u2068A break at last\u2069"} <= set(texts(shown.records))
    went: list[tuple[object, object]] = []
    desk.wanted.connect(lambda place, what: went.append((place, what)))
    opening = [one for one in shown.records.findChildren(QPushButton) if one.text() == "Open"]
    opening[0].click()
    (slept,) = (row["id"] for row in desk.vault.rows("insight") if row["words"] == "I slept")
    assert went == [("voices", ("insight", slept))]
    shown.back()
    assert shown.records.isHidden()
    assert QApplication.focusWidget() in {None, shown.grid.buttons["p4_carers", "voices"]}


def test_a_period_leaves_out_other_days_and_says_what_has_none(shown: Principles, qtbot: QtBot) -> None:
    shown.period.buttons["year"].click()
    qtbot.waitUntil(lambda: ("p4_carers", "records") not in shown.grid.buttons)
    assert shown.grid.buttons["p4_carers", "voices"].text() == "1"
    assert any("Records without a day" in one for one in texts(shown))
    shown.period.buttons["quarter"].click()
    qtbot.waitUntil(tasks.idle)
    assert shown.grid.buttons["p4_carers", "voices"].text() == "1"


def test_what_there_is_nothing_on_stands_in_sentences(shown: Principles) -> None:
    said = texts(shown)
    assert "Carers: no answer speaks to it yet." in said
    assert "Equality: nothing speaks to it yet." in said
    assert "Carers: no record speaks to it yet." not in said
    assert len([one for one in said if one.endswith("?")]) == 18


def test_where_nothing_speaks_to_any_principle_one_sentence_says_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    made = Principles(desk)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: NOTHING_AT_ALL in texts(made))
    assert not any("speaks to it yet" in one for one in texts(made))


def test_there_is_no_share_and_no_shade(shown: Principles) -> None:
    assert not any("%" in one for one in texts(shown))
    assert {one.styleSheet() for one in shown.grid.findChildren(QWidget)} == {""}


def test_guidance_stands_beside_with_what_is_done_already_and_each_number_opens_it(
    shown: Principles, desk: Desk, qtbot: QtBot
) -> None:
    values = {"words": "They listened", "hf_principles": ["hf1_dignity"]}
    desk.did("", recording.add(desk.vault, "insight", values))
    shown.look()
    qtbot.waitUntil(tasks.idle)
    care, board = shown.guidance.values()
    assert care.buttons == {} and "nothing yet" not in texts(care) + texts(board), "counted when asked for"
    for one in (care, board):
        one.turn.click()
    qtbot.waitUntil(lambda: "hf1_dignity" in care.buttons and tasks.idle())
    assert texts(care).count("nothing yet") == 3 and care.buttons["hf1_dignity"].text() == "1"
    assert "They are for thinking with, not a list to tick off." in texts(board)
    assert len([one for one in texts(board) if one == "nothing yet"]) == 6
    board._show_all()
    assert texts(board).count("nothing yet") == 23 and texts(board).count("no record counts for this") == 2
    care.buttons["hf1_dignity"].click()
    assert "\u2068They listened\u2069" in texts(shown.records)
    assert "Dignity, compassion and respect" in texts(shown.records)
    desk.did("", recording.add(desk.vault, "insight", {**values, "words": "Again"}))
    shown.look()
    qtbot.waitUntil(lambda: "\u2068Again\u2069" in texts(shown.records))
    shown.back()
    assert shown.records.isHidden()
    assert QApplication.focusWidget() in {None, care.buttons["hf1_dignity"]}
    assert not any("%" in one for one in texts(shown))


def test_a_small_row_that_was_noted_while_another_place_was_shown_is_counted_on_coming_back(
    shown: Principles, desk: Desk, qtbot: QtBot
) -> None:
    _, board = shown.guidance.values()
    board.turn.click()
    asking = recording.add(desk.vault, "engagement", {"question": "Which hours?"}).ids[0]
    qtbot.waitUntil(tasks.idle)
    shown.hide()
    desk.did("", recording.add(desk.vault, "audience", {"engagement": asking, "technique": "outreach"}))
    shown.show()
    qtbot.waitUntil(lambda: "e07_tailored" in {one.code for one in board._found if one.found})
