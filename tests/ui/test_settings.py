"""Settings are kept as they are chosen, or with Save; nothing typed is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.vaults import PASSPHRASE, make_vault
from ui import tasks
from ui.changes import changes
from ui.language import plain
from ui.main_window import MainWindow
from ui.screens.desk import Desk
from ui.screens.settings.example import Example
from ui.screens.settings.screen import Settings
from ui.screens.today.screen import Today
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.grouping import group_setting, set_group
from vcse_desktop.actions.unlocking import unlock
from vcse_desktop.paths import profile_dir
from vcse_desktop.settings import SETTINGS, computer, write_computer

PLACE = "settings"

NEW = "another four words now"


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> Settings:
    """The screen, shown."""
    made = Settings(desk)
    qtbot.addWidget(made)
    made.show()
    settle(qtbot)
    return made


def settle(qtbot: QtBot) -> None:
    """Wait for all work, and for what its answers ask in turn."""
    for _ in range(4):
        qtbot.waitUntil(tasks.idle)
        QApplication.processEvents()


def texts(page: QWidget) -> str:
    """Return every text that is seen."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_lead_is_kept_and_what_is_typed_meanwhile_stays(
    shown: Settings, desk: Desk, qtbot: QtBot
) -> None:
    boxes = shown.safeguarding.boxes
    boxes["safeguarding_name"].setText(" Nia Rees ")
    boxes["safeguarding_phone"].setText("01234 567890")
    shown.safeguarding.save()
    settle(qtbot)
    assert group_setting(desk.vault, "safeguarding_name") == "Nia Rees"
    assert group_setting(desk.vault, "safeguarding_phone") == "01234 567890"
    boxes["safeguarding_phone"].setText("0999")
    set_group(desk.vault, "safeguarding_name", "Mair")
    shown.look()
    settle(qtbot)
    assert (boxes["safeguarding_name"].text(), boxes["safeguarding_phone"].text()) == ("Mair", "0999")


def test_what_every_pack_says_is_kept_in_one_step(shown: Settings, desk: Desk, qtbot: QtBot) -> None:
    shown.packs.boxes["pack_purpose"].setText("So that buses come")
    shown.packs.lists["pack_lawful_basis"].put("legitimate_interests")
    shown.packs.save()
    settle(qtbot)
    assert group_setting(desk.vault, "pack_purpose") == "So that buses come"
    assert group_setting(desk.vault, "pack_lawful_basis") == "legitimate_interests"
    assert group_setting(desk.vault, "pack_retention") == ""


def test_a_reason_that_is_on_no_list_is_told_of_and_nothing_is_kept(
    shown: Settings, desk: Desk, qtbot: QtBot
) -> None:
    shown.packs.boxes["pack_purpose"].setText("So that buses come")
    box = shown.packs.lists["pack_lawful_basis"].picker.box
    box.setText("because we like it")
    shown.packs.save()
    settle(qtbot)
    assert "not on the list" in texts(shown.packs)
    assert box.text() == "because we like it"
    assert group_setting(desk.vault, "pack_purpose") == ""
    box.clear()
    shown.packs.save()
    settle(qtbot)
    assert "not on the list" not in texts(shown.packs)
    assert group_setting(desk.vault, "pack_purpose") == "So that buses come"


def test_the_rule_for_hiding_is_shown_and_kept(shown: Settings, desk: Desk, qtbot: QtBot) -> None:
    choice = shown.hiding.choice
    assert choice.code() == SETTINGS["disclosure_floor"].default
    assert set(choice.buttons) == set(SETTINGS["disclosure_floor"].choices)
    choice.buttons["under_10_r5"].click()
    settle(qtbot)
    shown.hiding.save()
    assert "Nothing was changed" in texts(shown.hiding)
    assert group_setting(desk.vault, "disclosure_floor") == SETTINGS["disclosure_floor"].default
    shown.hiding.reason.setText("The trustees: our villages are small")
    shown.hiding.day.set_day("2026-01-05")
    shown.hiding.save()
    settle(qtbot)
    assert group_setting(desk.vault, "disclosure_floor") == "under_10_r5"
    assert "Decided on 5 January 2026: The trustees: our villages are small" in plain(texts(shown.hiding))
    choice.buttons["under_5"].click()
    assert shown.hiding.reason.isVisible()
    shown.hiding.leave()
    assert choice.code() == "under_10_r5"
    assert not shown.hiding.reason.isVisible()


def test_a_section_that_is_switched_off_leaves_the_list_and_comes_back(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    page = _settings(window, qtbot)
    page.shown.boxes["show_principles"].click()
    qtbot.waitUntil(lambda: "principles" not in _places(window))
    assert not group_setting(desk.vault, "show_principles")
    page = _settings(window, qtbot)
    page.shown.boxes["show_principles"].click()
    qtbot.waitUntil(lambda: "principles" in _places(window))


def test_looks_are_kept_for_this_computer_and_put_on_at_once(window: MainWindow, qtbot: QtBot) -> None:
    page = _settings(window, qtbot, "looks")
    assert computer(profile_dir(), "text_size") == 100
    page.looks.text_size.buttons["125"].click()
    qtbot.waitUntil(lambda: _settings(window, qtbot) is not page)
    assert computer(profile_dir(), "text_size") == 125
    assert _settings(window, qtbot).looks.text_size.code() == "125"


def test_the_passphrase_is_changed_by_whoever_knows_it(tmp_path: Path, qtbot: QtBot) -> None:
    vault, _ = make_vault(tmp_path / "mine")
    with vault:
        screen = Settings(Desk(vault, "A. K."))
        qtbot.addWidget(screen)
        screen.show()
        settle(qtbot)
        part = screen.passphrase
        for old, again in (("not my passphrase", NEW), (PASSPHRASE, "other"), (PASSPHRASE, NEW)):
            part.now.box.setText(old)
            part.new.first.box.setText(NEW)
            part.new.second.box.setText(again)
            part.save()
            settle(qtbot)
            if old != PASSPHRASE:
                assert "That is not your passphrase now." in texts(part)
                assert part.new.first.text() == NEW
        assert "Your passphrase is changed." in texts(part)
        assert part.now.text() == part.new.first.text() == ""
    unlock(tmp_path / "mine", NEW).lock()


def test_the_sheet_is_tried_and_a_slip_is_named(tmp_path: Path, qtbot: QtBot) -> None:
    vault, code = make_vault(tmp_path / "mine")
    with vault:
        screen = Settings(Desk(vault, "A. K."))
        qtbot.addWidget(screen)
        screen.show()
        settle(qtbot)
        assert "Nobody has typed the sheet back yet." in texts(screen.sheet)
        told: list[Changed] = []
        changes.changed.connect(told.append)
        screen.sheet.rehearsal.code.box.setText(code[:-1])
        screen.sheet.save()
        settle(qtbot)
        assert not vault.rehearsed
        screen.sheet.rehearsal.code.box.setText(code)
        screen.sheet.save()
        settle(qtbot)
        assert vault.rehearsed
        assert "The sheet was typed back and opens your records." in texts(screen.sheet)
        assert screen.sheet.rehearsal.code.typed() == ""
        assert [one.kinds & Today.shows for one in told] == [{"slot"}], "Today no longer reminds of it"
        changes.changed.disconnect(told.append)


def test_a_whole_vault_is_said_to_be_whole(shown: Settings, qtbot: QtBot) -> None:
    shown.whole.check.click()
    assert shown.whole.working.isVisible()
    qtbot.waitUntil(lambda: "Everything is whole." in texts(shown.whole))
    assert shown.whole.working.isHidden()


def test_the_example_is_deleted_only_after_a_second_press(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    set_group(desk.vault, "is_example", True)
    page = _settings(window, qtbot)
    part = Example(page)
    page.add(part)
    settle(qtbot)
    part.begin.click()
    assert "Everything in the example is lost" in texts(part)
    part.keep.click()
    assert desk.vault.folder.is_dir()
    part.begin.click()
    part.delete.click()
    qtbot.waitUntil(lambda: window.shell() is None and tasks.idle())
    assert not desk.vault.folder.exists()


def test_ctrl_enter_saves_the_card_that_the_focus_is_in(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    page = _settings(window, qtbot, "safeguarding")
    at = QApplication.focusWidget()
    assert at is page.safeguarding.boxes["safeguarding_name"]
    QTest.keyClicks(at, "Nia")
    QTest.keyClick(at, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    assert group_setting(desk.vault, "safeguarding_name") == "Nia"


def test_whoever_comes_for_the_sheet_begins_there(window: MainWindow, qtbot: QtBot) -> None:
    page = _settings(window, qtbot, "recovery")
    assert QApplication.focusWidget() is page.sheet.rehearsal.code.box


@pytest.mark.parametrize(("chosen", "said"), [("pl", True), ("en", False)])
def test_a_language_that_cannot_be_shown_is_named(desk: Desk, qtbot: QtBot, chosen: str, said: bool) -> None:
    write_computer(profile_dir(), {"language": chosen})
    made = Settings(desk)
    qtbot.addWidget(made)
    made.show()
    settle(qtbot)
    assert ("You chose \u2068Polski\u2069." in texts(made.looks)) is said


def _settings(window: MainWindow, qtbot: QtBot, what: object = None) -> Settings:
    shell = window.shell()
    assert shell is not None
    shell.go("settings", what)
    settle(qtbot)
    page = shell.page()
    assert isinstance(page, Settings)
    return page


def _places(window: MainWindow) -> list[str]:
    shell = window.shell()
    return [place.code for place in shell.sidebar.places] if shell is not None else []
