"""Looking whether everything is whole: by hand with a bar and Stop, by itself when nobody is at work."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.store.state import key_of, raw
from tests.vaults import PASSPHRASE, make_vault
from ui import tasks
from ui.language import plain
from ui.main_window import MainWindow
from ui.screens import looking
from ui.screens.desk import Desk
from ui.screens.settings.screen import Settings
from vcse_desktop.actions import keeping, recording
from vcse_desktop.actions.keeping import FULL, Looked
from vcse_desktop.actions.unlocking import Vault, unlock
from vcse_desktop.reports import numbers

PLACE = "settings"


def settle(qtbot: QtBot) -> None:
    for _ in range(5):
        qtbot.waitUntil(tasks.idle, timeout=20_000)
        QApplication.processEvents()


def texts(part: QWidget) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def settings(window: MainWindow, qtbot: QtBot) -> Settings:
    shell = window.shell()
    assert shell is not None
    shell.go("settings")
    settle(qtbot)
    page = shell.page()
    assert isinstance(page, Settings)
    return page


class Slow:
    """A look that goes on until it is stopped."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.stopped, self.kinds = threading.Event(), threading.Event(), list[str]()
        monkeypatch.setattr(looking, "look_through", self)

    def __call__(self, vault: Vault, kind: str, tell: object, stopped: object) -> Looked:
        self.kinds.append(kind)
        self.begun.set()
        tell(1, 4)  # type: ignore[operator]
        for _ in range(2000):
            if stopped():  # type: ignore[operator]
                self.stopped.set()
                return Looked(stopped=True)
            threading.Event().wait(0.005)
        raise AssertionError("nobody stopped it")


def test_stop_ends_the_check_itself(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, part = Slow(monkeypatch), settings(window, qtbot).whole
    part.check.click()
    qtbot.waitUntil(slow.begun.is_set)
    assert part.working.isVisible() and not part.check.isEnabled()
    part.working._stop.click()
    settle(qtbot)
    assert slow.stopped.is_set()
    assert "Stopped. Nothing was changed." in texts(part)
    assert part.check.isEnabled()


def test_it_begins_by_itself_when_it_is_due_and_nobody_is_at_work(
    window: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.desk is not None
    quiet = window.desk.looking
    quiet.look_if_due()
    settle(qtbot)
    assert not desk.vault.last_checks(), "somebody was at work a moment ago"
    monkeypatch.setattr(looking, "QUIET", 0.0)
    quiet.look_if_due()
    settle(qtbot)
    assert set(desk.vault.last_checks()) == {FULL}
    slow = Slow(monkeypatch)
    quiet.look_if_due()
    settle(qtbot)
    assert slow.kinds == [], "it is not due again"


def test_it_gives_way_to_the_first_key_and_to_long_work(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.desk is not None
    quiet = window.desk.looking
    ways: list[Callable[[], object]] = [
        lambda: QTest.keyClick(window.windowHandle(), Qt.Key.Key_F1),
        lambda: long_work(window),
    ]
    for give_way in ways:
        slow = Slow(monkeypatch)
        quiet.begin(by_itself=True)
        qtbot.waitUntil(slow.begun.is_set)
        give_way()
        qtbot.waitUntil(slow.stopped.is_set)
        settle(qtbot)
    assert "Stopped" not in texts(settings(window, qtbot).whole)


def test_the_focus_stays_where_somebody_left_it_and_comes_back_to_what_was_pressed(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, page = Slow(monkeypatch), settings(window, qtbot)
    for left, by_itself in ((page.passphrase.now.box, True), (page.whole.check, False)):
        slow.begun.clear()
        left.setFocus()
        page.desk.looking.begin(by_itself=by_itself)
        qtbot.waitUntil(slow.begun.is_set)
        assert left.hasFocus() == by_itself
        page.desk.looking.stop()
        settle(qtbot)
        assert left.hasFocus()


def long_work(owner: QObject) -> None:
    tasks.run_long(owner, lambda _: None, lambda _: None, lambda _: None)


def test_what_was_asked_for_by_hand_does_not_give_way(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, page = Slow(monkeypatch), settings(window, qtbot)
    page.whole.check.click()
    qtbot.waitUntil(slow.begun.is_set)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert not slow.stopped.is_set()
    page.desk.looking.stop()
    settle(qtbot)


def damaged(folder: Path, *, backed_up: bool = False) -> Path:
    """Make a vault in which a record is not what its history says, perhaps with a backup from before that."""
    vault, _ = make_vault(folder)
    with vault:
        key = key_of(vault)
        with vault.unit("add") as unit:
            unit.save("person", None, {"known_as": "Ann", "phone": "1"})
        if backed_up:
            vault.back_up()
    con = raw(folder, key)
    con.execute("UPDATE person SET phone='9'")
    con.close()
    return folder


def test_damage_stands_over_every_page_and_nothing_more_is_written(tmp_path: Path, qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    window.enter(unlock(damaged(tmp_path / "vault"), PASSPHRASE))
    settle(qtbot)
    shell = window.shell()
    assert shell is not None and window.desk is not None
    assert not shell.harm.isVisible()
    window.desk.looking.begin()
    settle(qtbot)
    assert shell.harm.isVisible()
    assert "Nothing more is written" in texts(shell.harm)
    shell.harm.more.click()
    settle(qtbot)
    page = shell.page()
    assert isinstance(page, Settings)
    said = texts(page.whole)
    assert "A record differs from its history." in said
    assert "set-aside" in said
    page.safeguarding.boxes["safeguarding_name"].setText("Nia")
    page.safeguarding.save()
    settle(qtbot)
    (box,) = (
        one for one in QApplication.topLevelWidgets() if one.inherits("QMessageBox") and one.isVisible()
    )
    assert "A record differs" in box.informativeText()  # type: ignore[attr-defined]
    box.close()
    shell.go("people")
    settle(qtbot)
    assert shell.harm.isVisible()
    window.close()


def test_the_newest_good_backup_is_offered_where_there_is_one(tmp_path: Path, qtbot: QtBot) -> None:
    with unlock(damaged(tmp_path / "vault", backed_up=True), PASSPHRASE) as vault:
        keeping.look_through(vault)
        page = Settings(Desk(vault, "A. K."))
        qtbot.addWidget(page)
        page.show()
        settle(qtbot)
        day = numbers.day(recording.today(), "en")
        assert f"The newest good backup is of {day}." in plain(texts(page.whole))
        assert page.whole.bring.isVisibleTo(page.whole)
        tasks.close()


def test_an_index_alone_is_made_anew_at_a_press(tmp_path: Path, qtbot: QtBot) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    with vault:
        key = key_of(vault)
        with vault.unit("add") as unit:
            unit.save("person", None, {"known_as": "Ann"})
    con = raw(vault.folder, key)
    con.execute("INSERT INTO find_fts(find_fts, rowid, body) SELECT 'delete', id, body FROM find")
    con.close()
    with unlock(shutil.copytree(vault.folder, tmp_path / "copy"), PASSPHRASE) as opened:
        page = Settings(Desk(opened, "A. K."))
        qtbot.addWidget(page)
        page.show()
        settle(qtbot)
        assert not page.whole.index.isVisible()
        page.whole.check.click()
        settle(qtbot)
        assert "The records themselves are not harmed." in texts(page.whole)
        page.whole.index.click()
        settle(qtbot)
        assert "made anew" in texts(page.whole)
        assert len(opened.search("Ann")) == 1
        tasks.close()
