"""Leaving with everything and coming back, in the window by keyboard: where, how far, what came of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.doors import opened, press, rest
from tests.vaults import PASSPHRASE, as_somebody_else
from ui import tasks
from ui.language import plain
from ui.main_window import MainWindow
from ui.screens.find_or_do import FindOrDo
from ui.screens.settings.screen import Settings
from vcse_desktop.actions.recording import add
from vcse_desktop.actions.standing import HELPER, MEMBER
from vcse_desktop.actions.unlocking import Vault, new_vault
from vcse_desktop.store.passphrase import FLOOR

CTRL = Qt.KeyboardModifier.ControlModifier


def seen(widget: QWidget) -> str:
    """Return the sentences that are seen."""
    return plain("\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible()))


def find(window: MainWindow, words: str, qtbot: QtBot) -> Settings:
    """Go where some words lead, by keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(Qt.Key.Key_K, CTRL)
    box = window.findChild(FindOrDo)
    assert box is not None
    QTest.keyClicks(box.box, words)
    qtbot.waitUntil(tasks.idle)
    QTest.keyClick(box.box, Qt.Key.Key_Return)
    rest(qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    shell = window.shell()
    assert shell is not None
    page = shell.page()
    assert isinstance(page, Settings)
    return page


@pytest.fixture
def fresh(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window in another vault, which is empty."""
    vault, _ = new_vault(tmp_path / "fresh", "Our new group", PASSPHRASE, kdf=FLOOR)
    for window in opened(MainWindow()):
        window.enter(vault)
        rest(qtbot)
        yield window
        tasks.close()
        if window.desk is not None:
            window.desk.vault.lock()
            window.desk = None


def test_everything_is_written_by_keyboard_and_shown_where_it_lies(
    window: MainWindow, vault: Vault, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(vault, "person", {"known_as": "Ann"})
    (tmp_path / "stick").mkdir()
    page = find(window, "leave with every", qtbot)
    qtbot.waitUntil(page.along.place.box.hasFocus)
    assert page.help_card() == "everything"
    QTest.keyClick(page.along.place.box, Qt.Key.Key_Return)
    rest(qtbot)
    assert page.along.place.problem().startswith("Say in full")
    page.along.place.box.setText(str(tmp_path / "stick"))
    QTest.keyClick(page.along.place.box, Qt.Key.Key_Return)
    rest(qtbot)
    (folder,) = (tmp_path / "stick").iterdir()
    assert str(folder) in seen(page.along) and "Everything is written: 1 record." in seen(page.along)
    assert "personal data" in seen(page.along) and page.along.open.hasFocus()
    shown = list[QUrl]()

    def opening(url: QUrl) -> bool:
        shown.append(url)
        return False

    monkeypatch.setattr(page.along, "opening", opening)
    press(Qt.Key.Key_Space)
    assert [Path(url.toLocalFile()) for url in shown] == [folder]
    assert "open it by hand" in seen(page.along)
    page.along.copy.setFocus()
    press(Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == str(folder)
    QGuiApplication.clipboard().clear()
    page.along.save()
    rest(qtbot)
    assert len(list((tmp_path / "stick").iterdir())) == 2


def test_a_stop_says_that_nothing_is_left(
    window: MainWindow, vault: Vault, tmp_path: Path, qtbot: QtBot
) -> None:
    with vault.unit("add") as unit:
        for number in range(3000):
            unit.save("person", None, {"known_as": f"Person {number}"})
    (tmp_path / "stick").mkdir()
    page = find(window, "leave with every", qtbot)
    page.along.place.box.setText(str(tmp_path / "stick"))
    page.along.save()
    assert page.along.working.isVisible()
    page.along.working.stop.emit()
    rest(qtbot)
    assert "Nothing is left of the folder" in seen(page.along)
    assert not list((tmp_path / "stick").iterdir())


def test_a_place_that_is_copied_to_other_computers_is_said_before_it_is_written(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    place = tmp_path / "OneDrive"
    place.mkdir()
    page = find(window, "leave with every", qtbot)
    page.along.place.box.setText(str(place))
    page.along.save()
    rest(qtbot)
    assert "copies what lies there" in seen(page.along) and not list(place.iterdir())
    page.along.save()
    rest(qtbot)
    assert len(list(place.iterdir())) == 1


def test_it_comes_back_into_an_empty_vault_and_alt_u_takes_it_back(
    window: MainWindow, vault: Vault, fresh: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    add(vault, "person", {"known_as": "Ann"})
    (tmp_path / "stick").mkdir()
    page = find(window, "leave with every", qtbot)
    assert "Something is recorded here already" in seen(page.coming)
    page.along.place.box.setText(str(tmp_path / "stick"))
    page.along.save()
    rest(qtbot)
    (folder,) = (tmp_path / "stick").iterdir()
    page = find(fresh, "bring everything", qtbot)
    assert fresh.desk is not None
    other = fresh.desk.vault
    qtbot.waitUntil(page.coming.place.box.hasFocus)
    assert "Something is recorded here already" not in seen(page.coming)
    page.coming.place.box.setText(str(tmp_path))
    QTest.keyClick(page.coming.place.box, Qt.Key.Key_Return)
    rest(qtbot)
    assert "datapackage.json" in page.coming.place.problem()
    page.coming.place.box.setText(str(folder))
    QTest.keyClick(page.coming.place.box, Qt.Key.Key_Return)
    rest(qtbot)
    assert [row["known_as"] for row in other.rows("person")] == ["Ann"]
    assert "1 record was brought in." in seen(page.coming)
    press(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: tasks.idle() and not other.rows("person"))


@pytest.mark.parametrize("role", [HELPER, MEMBER])
def test_others_are_told_that_a_keeper_can(vault: Vault, qtbot: QtBot, role: str) -> None:
    with as_somebody_else(vault, role) as theirs:
        for window in opened(MainWindow()):
            window.enter(theirs)
            rest(qtbot)
            shell = window.shell()
            assert shell is not None
            shell.go("settings")
            rest(qtbot)
            page = shell.page()
            assert isinstance(page, Settings)
            assert "A keeper of your group can take everything along" in seen(page)
            assert not page.along.go.isVisible() and not page.coming.go.isVisible()
            tasks.close()
            window.desk = None
