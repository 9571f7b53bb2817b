"""Backups in the window: made, tried, brought back over what is here and on a computer that has nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.doors import door, everywhere, first_run, opened, rest
from tests.vaults import PASSPHRASE
from ui import tasks
from ui.changes import changes
from ui.language import plain
from ui.main_window import MainWindow
from ui.screens.first_run.draft import JOIN
from ui.screens.leaving import Leaving
from ui.screens.restore.screen import Restore
from ui.screens.settings.screen import Settings
from vcse_desktop.actions import backing
from vcse_desktop.actions.unlocking import Vault, new_vault, unlock
from vcse_desktop.paths import profile_dir
from vcse_desktop.settings import computer
from vcse_desktop.store.passphrase import FLOOR

PLACE = "settings"

NEW = "another four words here"


@pytest.fixture
def ours(tmp_path: Path) -> tuple[Vault, str]:
    """The vault of a group with one person in it, and its code."""
    vault, code = new_vault(tmp_path / "ours", "Anytown Carers", PASSPHRASE, kdf=FLOOR)
    vault.rehearse(code)
    add(vault, "Ann")
    return vault, code


@pytest.fixture
def inside(ours: tuple[Vault, str], qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with that vault open in it."""
    for window in opened(MainWindow()):
        window.enter(ours[0])
        rest(qtbot)
        yield window
        tasks.close()
        if window.desk is not None:
            window.desk.vault.lock()
            window.desk = None


def add(vault: Vault, name: str) -> None:
    with vault.unit("add") as unit:
        unit.save("person", None, {"known_as": name})


def settings(window: MainWindow, qtbot: QtBot, what: str = "backups") -> Settings:
    shell = window.shell()
    assert shell is not None
    shell.go("settings", what)
    rest(qtbot)
    page = shell.page()
    assert isinstance(page, Settings)
    return page


def bringing(window: MainWindow) -> Restore:
    shown = window.stack.currentWidget()
    assert isinstance(shown, Restore)
    return shown


def seen(widget: QWidget) -> str:
    return plain("\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible()))


def names(window: MainWindow) -> list[object]:
    assert window.desk is not None
    return [row["known_as"] for row in window.desk.vault.rows("person")]


def settle(qtbot: QtBot) -> None:
    for _ in range(4):
        rest(qtbot)


def test_a_backup_is_made_from_settings_and_its_age_is_said(
    inside: MainWindow, ours: tuple[Vault, str], qtbot: QtBot
) -> None:
    page = settings(inside, qtbot)
    assert "There is no backup yet." in seen(page.backups)
    page.backups.make.click()
    settle(qtbot)
    said = seen(page.backups)
    assert "The backup is made and was checked." in said
    assert "less than an hour old" in said
    assert "1 backup is kept" in said
    assert len(ours[0].backups()) == 1
    assert page.trying.file.box.text() == str(ours[0].backups()[0].file)
    assert page.backups.working.isHidden()


def test_a_backup_can_be_stopped(inside: MainWindow, ours: tuple[Vault, str], qtbot: QtBot) -> None:
    page = settings(inside, qtbot)
    page.backups.begin()
    page.backups.working.stop.emit()
    settle(qtbot)
    assert "Stopped. No backup was made" in seen(page.backups)
    assert ours[0].backups() == []


def test_a_second_place_is_kept_when_it_is_there(
    inside: MainWindow, ours: tuple[Vault, str], tmp_path: Path, qtbot: QtBot
) -> None:
    page = settings(inside, qtbot)
    page.backups.place.box.setText(str(tmp_path / "stick"))
    page.backups.save()
    settle(qtbot)
    assert "Put the stick in" in page.backups.place.problem()
    assert computer(profile_dir(), "backup_place") == ""
    (tmp_path / "stick").mkdir()
    page.backups.save()
    page.backups.begin()
    settle(qtbot)
    assert "The second place has a copy, too." in seen(page.backups)
    assert "The second place got a copy today." in seen(page.backups)
    shutil.rmtree(tmp_path / "stick")
    page.backups.begin()
    settle(qtbot)
    assert "The backup itself was made and is whole." in seen(page.backups)


def test_how_long_they_are_kept_is_chosen(inside: MainWindow, ours: tuple[Vault, str], qtbot: QtBot) -> None:
    page = settings(inside, qtbot)
    assert page.backups.days.code() == "90"
    page.backups.days.buttons["30"].click()
    settle(qtbot)
    assert backing.state(ours[0]).days == 30


def test_a_backup_is_tried_with_the_paper_and_with_a_passphrase_of_its_day(
    inside: MainWindow, ours: tuple[Vault, str], qtbot: QtBot
) -> None:
    vault, code = ours
    page = settings(inside, qtbot, "trial")
    page.trying.save()
    assert "Choose a backup file" in page.trying.file.problem()
    page.backups.begin()
    settle(qtbot)
    page.trying.secret.code.box.setText(code[:-1])
    page.trying.save()
    assert "27 are typed" in page.trying.secret.code.problem()
    page.trying.secret.code.box.setText(code)
    page.trying.save()
    settle(qtbot)
    assert "2 records, newest" in seen(page.trying)
    assert "opens with the printed code." in seen(page.trying)
    assert page.trying.secret.code.typed() == ""
    assert "A backup was last tried on" in seen(page.backups)
    vault.change_passphrase(PASSPHRASE, NEW, kdf=FLOOR)
    page.trying.secret.way.buttons["passphrase"].click()
    page.trying.secret.passphrase.box.setText(NEW)
    page.trying.save()
    settle(qtbot)
    assert "does not fit" in page.trying.secret.passphrase.problem()
    page.trying.secret.passphrase.box.setText(PASSPHRASE)
    page.trying.save()
    settle(qtbot)
    assert "It no longer opens your records" in seen(page.trying)
    assert PASSPHRASE not in everywhere()


def test_a_backup_takes_the_place_of_what_is_here(
    inside: MainWindow, ours: tuple[Vault, str], qtbot: QtBot
) -> None:
    vault, code = ours
    file = vault.back_up().file
    add(vault, "Later")
    page = settings(inside, qtbot)
    page.bringing.begin.click()
    assert "What was written after the backup will not be in it." in seen(page.bringing)
    assert QApplication.focusWidget() is page.bringing.keep
    page.bringing.keep.click()
    assert page.bringing.begin.isVisible()
    page.bringing.begin.click()
    page.bringing.go.click()
    rest(qtbot)
    assert inside.shell() is None
    assert "Ann" not in everywhere()
    screen = bringing(inside)
    assert len(list(file.parent.iterdir())) == 2  # a last one was made
    screen.form.file.box.setText(str(file))
    screen.form.secret.code.box.setText("ABCD")
    screen.save()
    assert "4 are typed" in screen.form.secret.code.problem()
    screen.form.secret.code.box.setText(code)
    screen.save()
    rest(qtbot)
    assert "What was here before was put aside, whole." in seen(screen)
    assert "You need a backup" not in seen(screen)
    assert "Nothing is signed until a keeper types the recovery sheet" in seen(screen)
    changes.dress.emit()
    rest(qtbot)
    screen = bringing(inside)
    assert "put aside" in seen(screen)
    screen.enter.click()
    rest(qtbot)
    assert names(inside) == ["Ann"]
    assert code not in everywhere()
    page = settings(inside, qtbot, "signing")
    page.resting.code.box.setText(code)
    page.resting.save()
    settle(qtbot)
    assert "The right to sign holds again." in seen(page.resting)
    assert inside.desk is not None
    assert inside.desk.vault.signing_key() is not None


def test_whoever_goes_back_finds_the_door_and_what_was_there(
    inside: MainWindow, ours: tuple[Vault, str], qtbot: QtBot
) -> None:
    settings(inside, qtbot).bringing.go.click()
    rest(qtbot)
    bringing(inside).back()
    rest(qtbot)
    assert door(inside).folder == ours[0].folder
    with unlock(ours[0].folder, PASSPHRASE) as again:
        assert [row["known_as"] for row in again.rows("person")] == ["Ann"]


def test_on_a_new_computer_the_first_run_brings_a_backup_back(
    ours: tuple[Vault, str], tmp_path: Path, qtbot: QtBot
) -> None:
    vault, code = ours
    with vault:
        file = Path(shutil.copy(vault.back_up().file, tmp_path / "stick.vcse-backup"))
    shutil.rmtree(vault.folder)
    for window in opened(MainWindow()):
        first_run(window)._turn(JOIN)
        step = first_run(window).step
        step.findChildren(QPushButton)[-1].click()
        rest(qtbot)
        screen = bringing(window)
        screen.form.file.box.setText(str(file))
        screen.form.secret.code.box.setText(code)
        screen.form.place.box.setText("not whole")
        screen.save()
        assert "type where it is" in screen.form.place.problem()
        screen.form.place.box.setText(str(tmp_path / "new"))
        screen.save()
        rest(qtbot)
        assert "Your records are back" in seen(screen)
        screen.save()
        rest(qtbot)
        assert names(window) == ["Ann"]
        assert computer(profile_dir(), "vault") == str(tmp_path / "new")


def test_from_the_door_of_a_vault_that_is_damaged_a_backup_comes_back(
    ours: tuple[Vault, str], qtbot: QtBot
) -> None:
    vault, _ = ours
    with vault:
        file = vault.back_up().file
    (vault.folder / "data.db").unlink()
    for window in opened(MainWindow("unlock", vault.folder)):
        rest(qtbot)
        door(window).wanted.emit("restore", vault.folder)
        rest(qtbot)
        screen = bringing(window)
        assert screen.form.file.box.text() == str(file)
        assert screen.form.place.isHidden()
        screen.form.secret.way.buttons["passphrase"].click()
        screen.form.secret.passphrase.box.setText(NEW)
        screen.save()
        rest(qtbot)
        assert "does not fit" in screen.form.secret.passphrase.problem()
        screen.form.secret.passphrase.box.setText(PASSPHRASE)
        screen.save()
        rest(qtbot)
        screen.save()
        rest(qtbot)
        assert names(window) == ["Ann"]


def test_closing_the_window_makes_a_backup_and_locks(
    ours: tuple[Vault, str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, _ = ours
    for long in (False, True):
        if long:
            shutil.rmtree(vault.folder / "backups")
            monkeypatch.setattr(backing, "LONG", 0)
            vault = unlock(vault.folder, PASSPHRASE)
        window = MainWindow()
        window.show()
        window.enter(vault)
        rest(qtbot)
        window.close()
        if long:  # it is seen being made, and the window goes by itself
            shown = window.stack.currentWidget()
            assert isinstance(shown, Leaving)
            assert shown.working.isVisible()
            changes.dress.emit()
        qtbot.waitUntil(window.isHidden, timeout=20_000)
        assert len(list((vault.folder / "backups").iterdir())) == 1
        unlock(vault.folder, PASSPHRASE).lock()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_locking_makes_a_backup_behind_the_door(
    inside: MainWindow, ours: tuple[Vault, str], qtbot: QtBot
) -> None:
    inside.lock()
    rest(qtbot)
    assert door(inside)
    assert len(list((ours[0].folder / "backups").iterdir())) == 1
    unlock(ours[0].folder, PASSPHRASE).lock()
