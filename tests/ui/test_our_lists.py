"""Our lists in Settings: a choice is added, worded anew, hidden and offered again; a slip is told of."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.language import isolated
from ui.main_window import MainWindow
from ui.screens.settings.screen import Settings
from ui.screens.today.forms import form_place
from vcse_desktop.actions import drafting
from vcse_desktop.actions.recording import undo
from vcse_desktop.actions.unlocking import Vault

PLACE = "settings"

CTRL = Qt.KeyboardModifier.ControlModifier


def texts(page: QWidget) -> str:
    """Return every text that is seen."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_choice_is_added_worded_hidden_and_taken_back_by_keys(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    shell = window.shell()
    assert shell is not None
    shell.go("settings", "lists")
    qtbot.waitUntil(tasks.idle)
    page = shell.page()
    assert isinstance(page, Settings)
    ours = page.lists
    assert QApplication.focusWidget() is ours.which
    assert ours.which.currentText() == "Communities" and "Nothing is on this list yet." in texts(ours)
    ours.box.setFocus()

    def save(words: str) -> None:
        QTest.keyClicks(ours.box, words)
        QTest.keyClick(ours.box, Qt.Key.Key_Return, CTRL)
        qtbot.waitUntil(tasks.idle)

    def press(words: str) -> None:
        found = [one for one in ours.findChildren(QPushButton) if one.text() == words and one.isVisible()]
        QTest.keyClick(found[0], Qt.Key.Key_Space)
        qtbot.waitUntil(tasks.idle)

    save("Young carers")
    assert isolated("Young carers") in texts(ours) and ours.box.text() == ""
    save("young CARERS")
    assert "This is on the list already" in texts(ours) and ours.box.text() == "young CARERS"
    assert form_place(drafting.begin("setting.lists", None, "")) == ("settings", "lists")
    press("Other words")
    assert ours.box.text() == "Young carers" and QApplication.focusWidget() is ours.box
    save("Carers under 25")
    assert isolated("Carers under 25") in texts(ours)
    assert ours.box.text() == "young CARERS", "what was typed to be added waits"
    press("Hide")
    assert "Not offered" in texts(ours) and ours.box.text() == "young CARERS"
    assert vault.rows("own_item")[0]["hidden"]
    press("Offer it again")
    assert "Not offered" not in texts(ours)
    undo(vault)
    assert vault.rows("own_item")[0]["hidden"]
    ours.choose("insight_kind")
    assert not ours.box.isVisible(), "others count by it: nothing is added"
    assert isolated("Something that is working") in texts(ours)
    press("Other words")
    assert ours.box.isVisible()
    press("Leave it as it is")
    ours.choose("ethnic_group")
    assert [one for one in ours.findChildren(QPushButton) if one.text().startswith("Show all ")]
