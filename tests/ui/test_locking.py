"""A lock hides everything at once and loses nothing; afterwards one is back where one was."""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import LONG
from tests.ui.doors import door, everywhere, opened, press, rest, words, write
from tests.vaults import PASSPHRASE, make_vault
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.find_or_do import FindOrDo
from ui.screens.people.screen import People
from ui.screens.voices.screen import Voices
from vcse_desktop.actions import drafting
from vcse_desktop.actions.recording import add
from vcse_desktop.actions.unlocking import Vault, unlock
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.unit import Unit

LOCKS = 100 if LONG else 4
PERSON = "Aardvark Beynon-Quillfeather"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    vault, _ = make_vault(tmp_path / "vault")
    vault.lock()
    return vault.folder


@pytest.fixture
def window(folder: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The real window inside that vault, which it closes itself."""
    for made in opened(MainWindow("unlock", folder)):
        made.enter(unlock(folder, PASSPHRASE))
        rest(qtbot)
        yield made


def come_in(window: MainWindow, qtbot: QtBot) -> None:
    """Type the passphrase at the door."""
    door(window).ways.part.setFocus()
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell() is not None, timeout=20_000)
    rest(qtbot)


def heard(window: MainWindow) -> Voices:
    shell = window.shell()
    assert shell is not None
    page = shell.page()
    assert isinstance(page, Voices)
    return page


def inside(window: MainWindow) -> Vault:
    assert window.desk is not None
    return window.desk.vault


def all_that_is_there() -> str:
    """Return all that any widget holds, shown or not, and all that a screen reader is told of it."""
    found = [everywhere()]
    for one in QApplication.allWidgets():
        found += words(one)
        found.append(one.windowTitle())
        if isinstance(one, QPlainTextEdit | QTextEdit):
            found.append(one.toPlainText())
        told = QAccessible.queryAccessibleInterface(one)
        if isinstance(told, QAccessibleInterface):
            found += [told.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value)]
    return "\n".join(found)


def test_no_draft_is_lost_by_a_lock_at_any_moment(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    dice = random.Random(4)  # noqa: S311 - the moments of a test
    told: list[str] = []
    for number in range(LOCKS):
        shell = window.shell()
        assert shell is not None
        shell.go("voices", "new")
        if dice.random() < 0.5:
            rest(qtbot)
        note, said = heard(window).heard.note, f"word{number} " * dice.randint(1, 5)
        note.clear()
        QTest.keyClicks(note.words.box, said)
        told.append(said)
        saved = dice.random() < 0.4
        if saved:
            qtbot.waitUntil(lambda: heard(window).heard.note.fields is not None)
            note.save()
        if dice.random() < 0.5:
            qtbot.wait(dice.randint(0, 60))
        window.lock()
        assert window.shell() is None
        rest(qtbot)
        with unlock(folder, PASSPHRASE) as vault:
            kept = [one.body for one in drafting.begun(vault)] + [
                str(r["words"]) for r in vault.rows("insight")
            ]
        assert any(said.strip() in one for one in kept), f"lock {number}: {said!r} {saved}"
        assert not (folder / "data.db-wal").exists()
        window.show_outside("unlock", folder)
        window.enter(unlock(folder, PASSPHRASE))
    rest(qtbot)
    vault = inside(window)
    kept = [one.body for one in drafting.begun(vault)] + [str(row["words"]) for row in vault.rows("insight")]
    assert all(any(said.strip() in one for one in kept) for said in told[-1:])


def test_after_a_lock_nothing_of_a_record_is_left_anywhere(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    vault, shell = inside(window), window.shell()
    assert shell is not None
    person = add(vault, "person", {"known_as": PERSON}).ids[0]
    for place, what in (
        ("today", None),
        ("people", ("person", person)),
        ("voices", "new"),
        ("activities", "new"),
    ):
        shell.go(place, what)
        rest(qtbot)
    shell.go("voices", "new")
    QTest.keyClicks(heard(window).heard.note.words.box, f"{PERSON} said so")
    shell.desk.say(f"Added {PERSON}.")
    box = FindOrDo(shell.desk, window)
    box.open()
    QTest.keyClicks(box.box, PERSON[:8])
    rest(qtbot)
    assert PERSON in all_that_is_there()
    window.lock()
    assert PERSON not in "\n".join(words(window)), "at once"
    rest(qtbot)
    qtbot.waitUntil(lambda: PERSON[:8] not in all_that_is_there())
    assert window.windowTitle() == "VCSE Desktop"
    if sys.platform == "linux":
        assert PERSON.encode() not in Path("/proc/self/cmdline").read_bytes()
    assert not any(vault._inside.data_key)
    assert not (folder / "data.db-wal").exists()


def test_one_is_back_where_one_was_with_what_one_was_typing(window: MainWindow, qtbot: QtBot) -> None:
    shell = window.shell()
    assert shell is not None
    shell.go("people", "new")
    rest(qtbot)
    page = shell.page()
    assert isinstance(page, People)
    QTest.keyClicks(page.part().first(), PERSON)
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    rest(qtbot)
    come_in(window, qtbot)
    shell = window.shell()
    assert shell is not None and shell.shown == "people"
    qtbot.waitUntil(lambda: PERSON in everywhere())
    shell.drafts.write()
    rest(qtbot)
    assert len(drafting.begun(inside(window))) == 1, "it is the same draft, and nobody is asked"
    page = shell.page()
    assert isinstance(page, People)
    page.save()
    rest(qtbot)
    assert [row["known_as"] for row in inside(window).rows("person")] == [PERSON]
    assert drafting.begun(inside(window)) == []


def test_words_about_somebody_at_risk_do_not_outlive_a_lock(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    shell = window.shell()
    assert shell is not None
    shell.go("voices", "new")
    rest(qtbot)
    QTest.keyClicks(heard(window).heard.note.words.box, "He hits her")
    window.lock()
    rest(qtbot)
    with unlock(folder, PASSPHRASE) as vault:
        assert vault.drafts() == [] or all("hits" not in one.body for one in vault.drafts())


def test_a_unit_under_way_is_finished_or_rolled_back_and_its_form_stays_a_draft(
    window: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = window.shell()
    assert shell is not None
    shell.go("voices", "new")
    rest(qtbot)
    note = heard(window).heard.note
    QTest.keyClicks(note.words.box, "Said before the lock")
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n"
    real = Unit.save

    def stuck(con: Connection) -> None:
        con.execute(endless).fetchall()

    def slow(self: Unit, table: str, id: int | None, values: dict[str, object]) -> int:  # noqa: A002
        self.jobs.append(stuck)
        return real(self, table, id, values)

    monkeypatch.setattr(Unit, "save", slow)
    note.save()
    qtbot.wait(100)
    window.lock()
    qtbot.waitUntil(tasks.idle, timeout=20_000)
    monkeypatch.undo()
    with unlock(folder, PASSPHRASE) as vault:
        assert vault.rows("insight") == []
        assert any("Said before the lock" in one.body for one in drafting.begun(vault))
        assert vault.verify() == []


def test_closing_keeps_what_was_being_typed(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    shell = window.shell()
    assert shell is not None
    shell.go("voices", "new")
    rest(qtbot)
    QTest.keyClicks(heard(window).heard.note.words.box, "Half a sentence")
    window.close()
    with unlock(folder, PASSPHRASE) as vault:
        assert ["Half a sentence" in one.body for one in drafting.begun(vault)] == [True]
        assert vault.drafts() == [one for one in vault.drafts() if one.form != drafting.PLACE]


def test_a_computer_that_goes_to_sleep_is_locked_when_it_says_so(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    stay = window._stay
    assert stay is not None
    stay._guard.sleeping.emit()
    assert window.shell() is None
    unlock(folder, PASSPHRASE).lock()
    assert isinstance(window.stack.currentWidget(), QWidget)
    rest(qtbot)
