"""The door names no organisation, makes one wait after a wrong passphrase, and opens by the sheet, too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.doors import door, everywhere, first_run, go_on, opened, press, rest, words, write
from tests.vaults import PASSPHRASE
from ui.main_window import MainWindow
from ui.screens.unlock.parts import ByPassphrase
from ui.screens.unlock.sheet import BySheet
from ui.screens.unlock.ways import SHEET
from ui.theme import look
from ui.widgets import dressing
from vcse_desktop.actions import trying
from vcse_desktop.actions.last_opened import example_folder, remember
from vcse_desktop.actions.unlocking import new_vault, unlock

NEW = "another four plain words"


@pytest.fixture
def made(cheap_keys: None, tmp_path: Path) -> tuple[Path, str]:
    """A locked vault and its code."""
    vault, code = new_vault(tmp_path / "vault", "Anytown Carers", PASSPHRASE, keeper="Nia")
    vault.lock()
    return vault.folder, code


@pytest.fixture
def window(made: tuple[Path, str], qtbot: QtBot) -> Iterator[MainWindow]:
    """The window before that vault."""
    for window in opened(MainWindow("unlock", made[0])):
        rest(qtbot)
        yield window


def part(window: MainWindow) -> ByPassphrase:
    """Return the box and the button of the passphrase."""
    shown = door(window).ways.part
    assert isinstance(shown, ByPassphrase)
    return shown


def test_the_passphrase_opens_and_no_organisation_is_named_before(window: MainWindow, qtbot: QtBot) -> None:
    assert "Anytown" not in everywhere()
    qtbot.waitUntil(lambda: any("Nia" in one for one in words(window)))
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell() is not None, timeout=20_000)
    assert PASSPHRASE not in everywhere()
    assert window.windowTitle() == "VCSE Desktop"


def test_a_wrong_passphrase_makes_one_wait_longer_each_time_and_never_for_good(
    window: MainWindow, qtbot: QtBot
) -> None:
    write("quite another passphrase")
    for seconds in (1, 2):
        press(Qt.Key.Key_Return)
        rest(qtbot)
        qtbot.waitUntil(lambda: any("does not open this" in one for one in words(window)))
        assert not part(window).opens.isEnabled()
        assert door(window).ways._waiting.seconds() == seconds
        assert part(window).passphrase.box.selectedText(), "to be typed over"
        press(Qt.Key.Key_Return)
        assert not door(window).ways.now.opening.sentence, "nothing is tried while one waits"
        qtbot.waitUntil(part(window).opens.isEnabled, timeout=5_000)
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell() is not None, timeout=20_000)


def test_the_wait_does_not_end_by_leaving_and_is_thirty_seconds_at_most(
    made: tuple[Path, str], window: MainWindow, qtbot: QtBot
) -> None:
    for _ in range(9):
        waited = door(window).ways._waiting.wrong()
    assert waited == trying.MOST
    window.show_outside("check_alone", [])
    window.show_outside("unlock", made[0])
    assert not part(window).opens.isEnabled()
    door(window).ways.turn(SHEET)
    sheet = door(window).ways.part
    assert isinstance(sheet, BySheet) and not sheet.opens.isEnabled()


def test_the_sheet_of_another_vault_is_not_answered_with_use_the_sheet(
    made: tuple[Path, str], window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    other, code = new_vault(tmp_path / "other", "Others", PASSPHRASE)
    other.lock()
    by_sheet(window)
    write(code)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: any("the paper is of another vault" in one for one in words(window)), timeout=20_000
    )
    assert not any("use the printed recovery code" in one for one in words(window))


def test_the_sheet_opens_and_a_new_passphrase_is_set(
    made: tuple[Path, str], window: MainWindow, qtbot: QtBot
) -> None:
    folder, code = made
    by_sheet(window)
    write(code[:10] + ("B" if code[10] == "A" else "A") + code[11:])
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("Group 3 is not" in one for one in words(window)), timeout=20_000)
    box = window.focusWidget()
    assert isinstance(box, QLineEdit)
    box.clear()
    write(code)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("passphrase of \u2068Nia" in one for one in words(window)), timeout=20_000)
    assert not [group for group in code.split("-") if group in everywhere()]
    write(NEW)
    press(Qt.Key.Key_Return)
    write(NEW)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell() is not None, timeout=20_000)
    assert window.desk is not None
    assert window.desk.who == "Nia"
    window.lock()
    rest(qtbot)
    unlock(folder, NEW).lock()


def by_sheet(window: MainWindow) -> None:
    """Press the button for the sheet."""
    (button,) = [b for b in window.findChildren(QPushButton) if b.text() == "Use the recovery sheet"]
    button.setFocus()
    press(Qt.Key.Key_Space)


def test_esc_leads_from_the_sheet_to_the_passphrase(window: MainWindow) -> None:
    by_sheet(window)
    press(Qt.Key.Key_Escape)
    assert part(window).passphrase.box.hasFocus()


def test_a_redraw_while_it_opens_loses_nothing(window: MainWindow, qtbot: QtBot) -> None:
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    dressing.choose("text_size", 125)
    qtbot.waitUntil(lambda: window.shell() is not None, timeout=20_000)
    look.wear(look.Look())


def test_leaving_while_it_opens_leaves_no_vault_open(
    made: tuple[Path, str], window: MainWindow, qtbot: QtBot
) -> None:
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    window.show_outside("check_alone", [])
    rest(qtbot)
    unlock(made[0], PASSPHRASE).lock()
    assert window.shell() is None


def test_a_vault_that_another_window_has_open_is_told_in_words(
    made: tuple[Path, str], window: MainWindow, qtbot: QtBot
) -> None:
    with unlock(made[0], PASSPHRASE):
        write(PASSPHRASE)
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: any("already open" in one for one in words(window)), timeout=20_000)
    assert part(window).opens.isEnabled()
    go_on()
    qtbot.waitUntil(lambda: window.shell() is not None, timeout=20_000)


def test_what_was_said_of_one_way_is_not_said_of_another(
    made: tuple[Path, str], window: MainWindow, qtbot: QtBot
) -> None:
    with unlock(made[0], PASSPHRASE):
        write(PASSPHRASE)
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: any("already open" in one for one in words(window)), timeout=20_000)
    part(window).back.emit()
    assert not any("already open" in one for one in words(window))


def test_a_stick_that_was_pulled_out_is_told_in_words(tmp_path: Path, qtbot: QtBot) -> None:
    for window in opened(MainWindow("unlock", tmp_path / "gone")):
        rest(qtbot)
        qtbot.waitUntil(lambda w=window: any("not there now" in one for one in words(w)))  # type: ignore[misc]


def test_a_synced_folder_warns_and_opens(cheap_keys: None, tmp_path: Path, qtbot: QtBot) -> None:
    place = tmp_path / "plain" / "vault"
    new_vault(place, "Our group", PASSPHRASE)[0].lock()
    place.parent.rename(tmp_path / "Dropbox")
    for window in opened(MainWindow("unlock", tmp_path / "Dropbox" / "vault")):
        rest(qtbot)
        qtbot.waitUntil(lambda w=window: any("Dropbox" in one for one in words(w)))  # type: ignore[misc]
        write(PASSPHRASE)
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda w=window: w.shell() is not None, timeout=20_000)  # type: ignore[misc]


def test_another_group_leads_to_the_four_choices_and_back(window: MainWindow, made: tuple[Path, str]) -> None:
    (button,) = [b for b in window.findChildren(QPushButton) if b.text().startswith("Another group")]
    button.click()
    assert first_run(window)
    press(Qt.Key.Key_Escape)
    assert door(window).folder == made[0]


def test_the_example_opens_with_one_key_and_says_what_it_is(cheap_keys: None, qtbot: QtBot) -> None:
    remember(example_folder())
    for window in opened(MainWindow("unlock", example_folder())):
        rest(qtbot)
        assert any("Nobody in it is real" in one for one in words(window))
        press(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda w=window: w.shell() is not None, timeout=20_000)  # type: ignore[misc]
