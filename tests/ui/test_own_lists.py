"""The group's own lists in Settings: a community is added by hand, hidden, and shown again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.test_connections import texts
from tests.ui.test_people import ALT, CTRL, press
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.settings.screen import Settings
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.records.vocabularies import own_code

HEATH = "Families on the Heath"


def communities(vault: Vault) -> list[tuple[str, bool]]:
    """Return the communities of the group, and which are hidden."""
    return [(item.label, item.hidden) for item in group_lists(vault)["own:community"]]


def test_a_community_is_added_hidden_and_shown_again_by_a_keeper(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    shell = window.shell()
    assert shell is not None
    shell.go("settings", "lists")
    qtbot.waitUntil(tasks.idle)
    page = shell.page()
    assert isinstance(page, Settings)
    lists = page.lists
    assert "Nothing is on this list yet." in texts(lists)
    for words, wrong in (("  ", "Type what it is called"), ("M15 4AB", "Write the village")):
        lists.box.setText(words)
        lists.add.click()
        qtbot.waitUntil(tasks.idle)
        assert wrong in lists.new.problem()
    lists.box.setText(f" {HEATH} ")
    lists.box.setFocus()
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(tasks.idle)
    assert communities(vault) == [(HEATH, False)] and HEATH in texts(lists)
    assert group_lists(vault)["own:community"][0].code == own_code(HEATH)
    lists.box.setText(HEATH.upper())
    lists.add.click()
    qtbot.waitUntil(tasks.idle)
    assert "stands there" in lists.new.problem()
    (hide,) = [one for one in lists.findChildren(QPushButton) if one.text() == "Hide"]
    hide.click()
    qtbot.waitUntil(tasks.idle)
    assert communities(vault) == [(HEATH, True)] and f"{HEATH} (hidden from forms)" in texts(lists)
    lists.box.setText(HEATH)
    lists.add.click()
    qtbot.waitUntil(tasks.idle)
    assert communities(vault) == [(HEATH, False)]
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(tasks.idle)
    assert communities(vault) == [(HEATH, True)]
    lists.which.choose("insight_theme")
    qtbot.waitUntil(tasks.idle)
    theme = group_lists(vault)["insight_theme"][0]
    assert theme.label in texts(lists)
