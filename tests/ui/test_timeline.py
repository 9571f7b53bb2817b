"""Timelines on the screen: the newest on a card, all of it in its place, and under other records."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.test_people import part, press, screen, texts
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.activities.screen import Activities
from ui.screens.people.screen import People
from ui.screens.timeline.whole import AllThatHappened, Folded, Whole
from ui.widgets.frame import drop_now
from ui.widgets.row_button import RowButton
from vcse_desktop.actions import recording
from vcse_desktop.actions.unlocking import Vault

PLACE = "people"

__all__ = ["screen"]


def rows(whole: Whole) -> list[str]:
    """Return what the rows say to a screen reader."""
    return [one.accessibleName().replace("\u00a0", " ") for one in whole.findChildren(RowButton)]


def test_a_card_shows_the_newest_and_one_key_all_of_it_until_esc(
    screen: People, vault: Vault, qtbot: QtBot
) -> None:
    with vault.unit("add") as unit:
        joan = unit.save("person", None, {"known_as": "Joan"})
        for number in range(1, 61):
            day = f"2026-{1 + number // 28:02}-{1 + number % 28:02}"
            unit.save("support", None, {"date": day, "person": joan, "matters_words": "Sleep"})
        unit.save("support", None, {"person": joan})
    screen.open(("person", joan))
    qtbot.waitUntil(lambda: part(screen).beside.card is not None)
    card = part(screen).beside.card
    assert card is not None
    assert len(card.findChildren(RowButton)) == 5
    card.wanting_all.emit()
    qtbot.waitUntil(lambda: len(screen.findChildren(RowButton)) == 50)
    (panel,) = screen.findChildren(AllThatHappened)
    assert "Everything with \u2068Joan\u2069" in texts(panel)
    assert "The newest 50 of 61 things." in texts(panel)
    said = rows(panel.whole)
    assert said[0] == "5 March 2026: Support given"
    months = [one.text() for one in panel.findChildren(QLabel) if one.property("k") == "h3"]
    assert months == ["March 2026", "February 2026", "January 2026"]
    panel.whole.earlier.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(panel.findChildren(RowButton)) == 61)
    assert rows(panel.whole)[-1] == "Day not recorded: Support given"
    at = QApplication.focusWidget()
    assert at is panel.findChildren(RowButton)[50]
    assert panel.whole.earlier.isHidden() and "61 things are noted." in texts(panel)
    screen.desk.did("Saved.", recording.add(vault, "support", {"person": joan, "date": "2026-03-05"}))
    qtbot.waitUntil(lambda: "62 things are noted." in texts(panel))
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: part(screen).beside.card is not None)


@pytest.mark.parametrize("kind", ["activity", "engagement"])
def test_what_happened_stands_folded_under_an_activity_and_a_piece_of_asking(
    window: MainWindow, vault: Vault, qtbot: QtBot, kind: str
) -> None:
    with vault.unit("add") as unit:
        values = {
            "activity": {"title": "Kitchen"},
            "engagement": {"question": "Where?", "opens": "2026-01-02"},
        }
        record = unit.save(kind, None, values[kind])
        unit.save("review", None, {kind: record, "worked": "Tea", "reviewed_on": "2026-02-03"})
    shell = window.shell()
    assert shell is not None
    shell.go("activities" if kind == "activity" else "engagement", (kind, record))
    qtbot.waitUntil(lambda: shown(window) is not None)
    press_turn(window)
    qtbot.waitUntil(lambda: "3 February 2026: Looked back: Tea" in read(window))
    later = {kind: record, "next_time": "Cake", "reviewed_on": "2026-03-04"}
    shell.desk.did("Added.", recording.add(vault, "review", later))
    qtbot.waitUntil(lambda: tasks.idle() and "4 March 2026: Looked back: Cake" in read(window))
    press_turn(window)
    assert read(window) == []
    shell.desk.did("Added.", recording.add(vault, "review", {**later, "next_time": "Soup"}))
    qtbot.waitUntil(tasks.idle)
    qtbot.waitUntil(lambda: shown(window) is not None)
    press_turn(window)
    qtbot.waitUntil(lambda: "4 March 2026: Looked back: Soup" in read(window))


def test_what_happened_with_an_organisation_stands_folded_under_it_and_opens(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    with vault.unit("add") as unit:
        board = unit.save("organisation", None, {"name": "The board"})
        asked = {"what": "A bus <b>", "to_org": board, "asked_on": "2026-02-03"}
        unit.save("response", None, asked)
    shell = window.shell()
    assert shell is not None
    shell.go("people", ("organisation", board))
    qtbot.waitUntil(lambda: shown(window) is not None)
    press_turn(window)
    qtbot.waitUntil(lambda: read(window) == ["3 February 2026: Asked The board: A bus <b>"])
    given = {"direction": "given_to_us", "what": ["training"], "from_org": board, "given_on": "2026-03-04"}
    shell.desk.did("Added.", recording.add(vault, "capacity_support", given))
    qtbot.waitUntil(lambda: tasks.idle() and len(read(window)) == 2)
    folded = shown(window)
    assert folded is not None
    folded.findChildren(RowButton)[0].click()
    qtbot.waitUntil(lambda: tasks.idle() and isinstance(shell.page(), Activities))


def shown(window: MainWindow) -> Folded | None:
    """Return the timeline that can be unfolded on the page, and not one that is about to go."""
    drop_now()
    return next((one for one in window.findChildren(Folded) if one.isVisible()), None)


def press_turn(window: MainWindow) -> None:
    """Unfold it or fold it by its key."""
    folded = shown(window)
    assert folded is not None
    folded.turn.setFocus()
    press(Qt.Key.Key_Space)


def read(window: MainWindow) -> list[str]:
    """Return what its rows say, nothing while it is folded."""
    folded = shown(window)
    whole = folded.whole if folded is not None else None
    return rows(whole) if whole is not None and whole.isVisible() else []
