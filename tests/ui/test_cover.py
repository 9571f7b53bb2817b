"""The cover shows nothing, keeps the vault open, and lifts by PIN or passphrase of whoever is in alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.doors import opened, press, rest, words, write
from tests.vaults import PASSPHRASE, make_vault
from ui.main_window import MainWindow
from ui.screens.cover.screen import Cover
from ui.screens.guard import Guard
from ui.screens.unlock.screen import Unlock
from ui.screens.voices.screen import Voices
from ui.theme import look
from ui.watching.resting import WARNING
from ui.widgets import dressing
from ui.widgets.countdown import Countdown
from vcse_desktop.actions import drafting
from vcse_desktop.actions.covering import set_pin, set_times
from vcse_desktop.actions.recording import add
from vcse_desktop.actions.unlocking import Vault, unlock

PERSON = "Aardvark Beynon"
SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The real window inside a vault, which it closes itself."""
    vault, _ = make_vault(tmp_path / "vault")
    for made in opened(MainWindow("unlock", vault.folder)):
        made.enter(vault)
        rest(qtbot)
        yield made


def inside(window: MainWindow) -> Vault:
    assert window.desk is not None
    return window.desk.vault


def covered(window: MainWindow, qtbot: QtBot) -> Cover:
    """Cover the window by its key, and return what is shown then."""
    press(Qt.Key.Key_L, SHIFT)
    rest(qtbot)
    shown = window.stack.currentWidget()
    assert isinstance(shown, Cover)
    return shown


def guard(window: MainWindow) -> Guard:
    assert window._stay is not None
    return window._stay._guard


def unused_for(window: MainWindow, seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody have used the computer for so long, and look."""
    monkeypatch.setattr(guard(window).idle, "seconds", lambda: seconds)
    guard(window).look()


def countdown(window: MainWindow) -> list[Countdown]:
    return [one for one in window.findChildren(Countdown) if one.isVisible()]


def test_the_cover_shows_nothing_and_lifts_by_the_passphrase(window: MainWindow, qtbot: QtBot) -> None:
    add(inside(window), "person", {"known_as": PERSON})
    shell = window.shell()
    assert shell is not None
    shell.go("voices", "new")
    rest(qtbot)
    page = shell.page()
    assert isinstance(page, Voices)
    QTest.keyClicks(page.heard.note.words.box, f"{PERSON} said so")
    shell.desk.say(f"Added {PERSON}.")
    cover = covered(window, qtbot)
    assert PERSON not in "\n".join(words(window)) and window.windowTitle() == "VCSE Desktop"
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [window]
    assert len(drafting.begun(inside(window))) == 1, "kept, in case nobody comes back"
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget() is cover, "no key of the inside works"
    assert cover.secret.box.hasFocus()
    write("quite another passphrase")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open this" in cover.secret.problem())
    qtbot.waitUntil(cover.go.isEnabled, timeout=5_000)
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell() is shell, timeout=10_000)
    assert page.heard.note.words.box.toPlainText() == f"{PERSON} said so"


def test_a_pin_lifts_it_and_after_five_wrong_ones_only_the_passphrase(
    window: MainWindow, qtbot: QtBot
) -> None:
    set_pin(inside(window), "4711")
    covered(window, qtbot)
    write("4711")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell() is not None, timeout=10_000)
    cover = covered(window, qtbot)
    for _ in range(5):
        write("4712")
        press(Qt.Key.Key_Return)
        rest(qtbot)
        assert cover.secret.problem()
    assert "Five PINs were wrong" in cover.secret.problem()
    write("4711")
    press(Qt.Key.Key_Return)
    rest(qtbot)
    assert window.shell() is None
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell() is not None, timeout=10_000)


def test_somebody_else_comes_to_the_door_and_the_vault_is_locked(window: MainWindow, qtbot: QtBot) -> None:
    folder = inside(window).folder
    cover = covered(window, qtbot)
    next(one for one in cover.findChildren(QPushButton) if one.text().startswith("Somebody else")).click()
    rest(qtbot)
    assert isinstance(window.stack.currentWidget(), Unlock)
    unlock(folder, PASSPHRASE).lock()


def test_larger_text_chosen_while_it_is_covered_is_worn_inside(window: MainWindow, qtbot: QtBot) -> None:
    shell = window.shell()
    assert shell is not None
    shell.go("people")
    rest(qtbot)
    covered(window, qtbot)
    dressing.choose("text_size", 125)
    rest(qtbot)
    assert isinstance(window.stack.currentWidget(), Cover)
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell() is not None, timeout=10_000)
    rest(qtbot)
    shown = window.shell()
    assert shown is not None and shown is not shell and shown.shown == "people"
    dressing.choose("text_size", 100)
    rest(qtbot)
    assert look.worn().size == 100


def test_it_is_warned_of_covered_and_locked_when_the_computer_is_not_used(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    unused_for(window, 100, monkeypatch)
    assert countdown(window) == []
    unused_for(window, 300 - WARNING, monkeypatch)
    (shown,) = countdown(window)
    assert "covered in 30 seconds" in shown.sentence.text()
    unused_for(window, 299, monkeypatch)
    assert "covered in 1 second." in shown.sentence.text()
    unused_for(window, 0, monkeypatch)
    assert countdown(window) == [] and window.shell() is not None, "a key stops it"
    unused_for(window, 301, monkeypatch)
    assert isinstance(window.stack.currentWidget(), Cover)
    unused_for(window, 890, monkeypatch)
    assert "locked in 10 seconds" in countdown(window)[0].sentence.text()
    unused_for(window, 901, monkeypatch)
    rest(qtbot)
    assert isinstance(window.stack.currentWidget(), Unlock) and countdown(window) == []


def test_times_that_a_keeper_changes_hold_at_once(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.desk is not None
    window.desk.did("Kept.", set_times(inside(window), {"cover_minutes": 1}))
    rest(qtbot)
    unused_for(window, 61, monkeypatch)
    assert isinstance(window.stack.currentWidget(), Cover)
