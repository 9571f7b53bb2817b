"""Who may open this, in Settings: three people, each change by a keeper, a new key and a new sheet."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.store.state import key_of
from tests.trio import HELPERS, MEMBERS, SECRETS, make_trio
from tests.vaults import PASSPHRASE
from ui import tasks
from ui.language import plain
from ui.main_window import MainWindow
from ui.screens.desk import desk_for
from ui.screens.settings.leaving import Leaving
from ui.screens.settings.newcomer import AboutOne, Newcomer
from ui.screens.settings.screen import Settings
from ui.screens.unlock.parts import ByPassphrase
from ui.screens.unlock.screen import Unlock
from vcse_desktop.actions.holding import NO_WAY_BACK, holders
from vcse_desktop.actions.unlocking import Vault, WrongKeyOrDamaged, unlock, unlock_with_code

THEIRS = "the words of a new one"


@pytest.fixture(scope="session")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    vault, _ = make_trio(tmp_path_factory.mktemp("holders") / "trio")
    vault.lock()
    return vault.folder


@pytest.fixture
def trio(locked: Path, tmp_path: Path) -> Iterator[Vault]:
    with unlock(shutil.copytree(locked, tmp_path / "trio"), PASSPHRASE) as vault:
        yield vault
        tasks.close()


@pytest.fixture
def page(trio: Vault, qtbot: QtBot) -> Settings:
    return opened(trio, qtbot)


def opened(vault: Vault, qtbot: QtBot) -> Settings:
    made = Settings(desk_for(vault))
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    settle(qtbot)
    return made


def settle(qtbot: QtBot) -> None:
    for _ in range(5):
        qtbot.waitUntil(tasks.idle, timeout=20_000)
        QApplication.processEvents()


def texts(part: QWidget) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def press(part: QWidget, words: str, qtbot: QtBot) -> None:
    """Press the one button that is seen with this name."""
    (found,) = (
        one
        for one in part.findChildren(QPushButton)
        if words in (plain(one.accessibleName()), plain(one.text())) and one.isVisible()
    )
    found.click()
    settle(qtbot)


def lists_three(screen: Unlock) -> bool:
    return len(screen.ways.people) == len(SECRETS)


def roles(vault: Vault) -> dict[str, str]:
    return {one.label: one.role for one in holders(vault)}


def test_the_list_says_what_each_can_do_and_that_roles_are_no_lock(page: Settings) -> None:
    said = texts(page.holders)
    for name, role in {"A. K.": "Keeper", "Mair": "Member", "Huw": "Helper"}.items():
        assert f"\u2068{name}\u2069" in said
        assert f"{role}, since" in said
    assert "not by the lock" in said
    assert "There is one keeper" in said


@pytest.mark.parametrize("secret", [MEMBERS, HELPERS], ids=["member", "helper"])
def test_others_see_neither_the_list_nor_a_button(trio: Vault, qtbot: QtBot, secret: str) -> None:
    folder = trio.folder
    trio.lock()
    with unlock(folder, secret) as vault:
        page = opened(vault, qtbot)
        for part in (page.holders, page.new_sheet):
            assert not part.isVisible()
            assert [one for one in part.findChildren(QPushButton) if one.isVisible()] == []
        assert "Mair" not in texts(page)
        tasks.close()


def test_somebody_new_types_a_passphrase_of_their_own(page: Settings, trio: Vault, qtbot: QtBot) -> None:
    part = page.holders
    press(part, "Add a person…", qtbot)
    form = part.form
    assert isinstance(form, Newcomer)
    assert "Nobody can reset it" in texts(form)
    page.holders.save()
    assert form.name.problem() == "Type a name. Initials will do."
    form.box.setText("mair")
    page.holders.save()
    assert "Choose what they can do." in texts(form)
    form.role.buttons["member"].click()
    page.holders.save()
    assert form.new.first.problem()
    form.new.first.box.setText(THEIRS)
    form.new.second.box.setText(THEIRS)
    page.holders.save()
    settle(qtbot)
    assert "Nobody could tell the two apart" in form.name.problem()
    form.box.setText(" Nia ")
    page.holders.save()
    settle(qtbot)
    assert part.form is None
    assert "\u2068Nia\u2069 can open this from now on." in texts(part)
    assert roles(trio)["Nia"] == "member"
    assert "\u2068Nia\u2069" in texts(part).splitlines()
    trio.lock()
    unlock(trio.folder, THEIRS).lock()


def test_a_name_and_a_role_are_changed_and_the_last_keeper_stays(
    page: Settings, trio: Vault, qtbot: QtBot
) -> None:
    press(page.holders, "Change Huw…", qtbot)
    form = page.holders.form
    assert isinstance(form, AboutOne)
    assert form.role.code() == "helper"
    form.box.setText("H. J.")
    form.role.buttons["keeper"].click()
    page.holders.save()
    settle(qtbot)
    assert roles(trio) == {"A. K.": "keeper", "Mair": "member", "H. J.": "keeper"}
    assert "There is one keeper" not in texts(page.holders)
    press(page.holders, "Change H. J.…", qtbot)
    assert isinstance(page.holders.form, AboutOne)
    page.holders.form.role.buttons["helper"].click()
    page.holders.save()
    settle(qtbot)
    press(page.holders, "Change A. K.…", qtbot)
    assert isinstance(page.holders.form, AboutOne)
    page.holders.form.role.buttons["member"].click()
    page.holders.save()
    settle(qtbot)
    assert "the only keeper" in texts(page.holders)
    press(page.holders, "Not now", qtbot)
    assert roles(trio)["A. K."] == "keeper"


def test_somebody_is_taken_out_only_after_it_was_said_what_that_means(
    page: Settings, trio: Vault, qtbot: QtBot
) -> None:
    old = key_of(trio)
    press(page.holders, "Take Huw out…", qtbot)
    form = page.holders.form
    assert isinstance(form, Leaving)
    assert form.rekey.isChecked()
    assert "will not be able to open this any more" in plain(texts(form))
    assert not form.go.isDefault() and not form.go.autoDefault()
    press(form, "Leave it as it is", qtbot)
    assert len(roles(trio)) == 3
    press(page.holders, "Take Huw out…", qtbot)
    assert isinstance(page.holders.form, Leaving)
    press(page.holders.form, "Take Huw out", qtbot)
    assert "there is a new key" in texts(page.holders)
    assert set(roles(trio)) == {"A. K.", "Mair"}
    assert key_of(trio) != old
    folder = trio.folder
    trio.lock()
    with pytest.raises(WrongKeyOrDamaged):
        unlock(folder, HELPERS)
    unlock(folder, MEMBERS).lock()


def test_the_tick_can_be_taken_away_and_a_key_made_alone(page: Settings, trio: Vault, qtbot: QtBot) -> None:
    old = key_of(trio)
    press(page.holders, "Take Huw out…", qtbot)
    assert isinstance(page.holders.form, Leaving)
    page.holders.form.rekey.click()
    press(page.holders.form, "Take Huw out", qtbot)
    assert "The key is the same as before." in texts(page.holders)
    assert key_of(trio) == old
    press(page.holders, "Make a new key…", qtbot)
    assert isinstance(page.holders.form, Leaving)
    press(page.holders.form, "Make a new key", qtbot)
    assert "There is a new key." in texts(page.holders)
    assert key_of(trio) != old


def test_once_the_swap_has_begun_there_is_no_stop(page: Settings, qtbot: QtBot) -> None:
    press(page.holders, "Make a new key…", qtbot)
    form = page.holders.form
    assert isinstance(form, Leaving)
    form.working.begin("x")
    stop = form.working._stop
    form._moved(NO_WAY_BACK - 1, 100)
    assert stop.isVisible()
    form._moved(NO_WAY_BACK, 100)
    assert not stop.isVisible()
    assert "Do not switch this computer off" in texts(form)
    form.working.begin("x")
    assert stop.isVisible()


def test_a_new_key_that_is_stopped_changes_nothing(
    page: Settings, trio: Vault, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = key_of(trio)
    press(page.holders, "Make a new key…", qtbot)
    form = page.holders.form
    assert isinstance(form, Leaving)
    form.begin()
    assert page.window().focusWidget() is form.working._stop, "what was pressed is gone"
    form.working._stop.click()
    settle(qtbot)
    said = texts(page.holders)
    assert ("The key was not changed." in said) == (key_of(trio) == old)


def test_a_new_sheet_is_shown_typed_back_and_only_then_the_old_one_is_out(
    trio: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    page = opened(trio, qtbot)
    part = page.new_sheet
    press(part, "Make a new recovery sheet…", qtbot)
    assert part.sheet is not None
    code = "".join(part.sheet._paper.groups)
    assert code[:4] in texts(part)
    assert not trio.rehearsed
    press(part, "I have it on paper", qtbot)
    assert code[:4] not in texts(part)
    part.typed.box.setText(code[:-1])
    part.save()
    settle(qtbot)
    assert part.typed.problem()
    part.old.setText("not a code")
    part.typed.box.setText(code)
    part.save()
    settle(qtbot)
    assert not trio.rehearsed
    part.old.clear()
    part.save()
    settle(qtbot)
    assert "The new sheet works from now on" in texts(part)
    assert trio.rehearsed
    assert code not in "".join(texts(page).split())
    folder = trio.folder
    trio.lock()
    unlock_with_code(folder, code).lock()


def test_the_old_sheet_can_be_kept(trio: Vault, qtbot: QtBot) -> None:
    part = opened(trio, qtbot).new_sheet
    before = trio.units(1)
    press(part, "Make a new recovery sheet…", qtbot)
    press(part, "I have it on paper", qtbot)
    press(part, "Show the code again", qtbot)
    press(part, "Keep the old sheet", qtbot)
    assert not part.under_way()
    assert trio.units(1) == before


def test_the_door_lists_all_three_and_each_comes_in_by_their_own(
    trio: Vault, qtbot: QtBot, dressed: QApplication
) -> None:
    folder = trio.folder
    trio.lock()
    for name, secret in SECRETS.items():
        window = MainWindow("unlock", folder)
        qtbot.addWidget(window)
        window.show()
        screen = window.stack.currentWidget()
        assert isinstance(screen, Unlock)
        qtbot.waitUntil(partial(lists_three, screen))
        part = screen.ways.part
        assert isinstance(part, ByPassphrase)
        chips = part.findChildren(QWidget)
        (chip,) = (one for one in chips if isinstance(one, QWidget) and one.accessibleName() == name)
        chip.click()  # type: ignore[attr-defined]
        part.passphrase.box.setText(secret)
        screen.save()
        settle(qtbot)
        assert window.desk is not None
        assert window.desk.who == name
        window.close()
