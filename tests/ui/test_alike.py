"""Pairs that may be one person: a quiet line, both side by side, an answer by one key, and undo."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.test_people import ALT, part, press, screen, texts
from ui import tasks
from ui.screens.people.pairs import NONE, Pairs
from ui.screens.people.screen import People
from vcse_desktop.actions import recording
from vcse_desktop.actions.unlocking import Vault

__all__ = ["screen"]


def test_pairs_are_offered_quietly_and_each_answer_is_taken_back_by_undo(
    screen: People, vault: Vault, qtbot: QtBot
) -> None:
    line = part(screen).pairs
    assert not line.isVisible()
    with vault.unit("add") as unit:
        unit.save("person", None, {"known_as": "Jon Evans", "phone": "1234567"})
        unit.save("person", None, {"known_as": "Sian Owen"})
        unit.save("person", None, {"known_as": "Siân Owen"})
    screen.desk.did("Added.", recording.add(vault, "person", {"known_as": "John Evans", "phone": "7654321"}))
    qtbot.waitUntil(line.isVisible)
    assert "2 pairs may be the same person." in texts(line)
    line.look_at.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: any(one.both is not None for one in screen.findChildren(Pairs)))
    (pairs,) = screen.findChildren(Pairs)
    qtbot.waitUntil(pairs.title.hasFocus)
    qtbot.waitUntil(lambda: "7654321" in texts(pairs))
    read = texts(pairs)
    assert {"2 pairs to look at.", "Their names are alike.", "1234567", "7654321"} <= set(read)
    assert "Both are kept where they differ: Phone" in read
    pairs.two.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "1 pair to look at." in texts(pairs))
    qtbot.waitUntil(lambda: "Siân Owen" in texts(pairs))
    assert pairs.two.hasFocus()
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: "2 pairs to look at." in texts(pairs))
    pairs.later.click()
    qtbot.waitUntil(lambda: "Siân Owen" in texts(pairs))
    pairs.same.click()
    qtbot.waitUntil(lambda: NONE in texts(pairs))
    assert vault.rows("person")[2]["merged_into"] == vault.rows("person")[1]["id"]
    qtbot.waitUntil(lambda: "1 pair may be the same person." in texts(line))
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: "Siân Owen" in texts(pairs))
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not part(screen).beside.panel and part(screen).list.isVisible())
    qtbot.waitUntil(tasks.idle)
