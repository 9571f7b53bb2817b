"""The sign-in screen: no name too early, nothing of the vault within reach, gone only by the passphrase."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.accessibility.heard import nodes
from tests.ui.doors import opened, press, rest, words, write
from tests.vaults import PASSPHRASE, THEIRS, as_somebody_else
from ui.language import plain
from ui.main_window import MainWindow
from ui.screens.activities.one import OneActivity
from ui.screens.activities.screen import Activities
from ui.screens.find_or_do import FindOrDo
from ui.screens.signin.screen import CLEARS, SignIn
from ui.screens.signin.table import THANKED
from ui.screens.unlock.screen import Unlock
from ui.theme import look
from vcse_desktop.actions import recording, trying
from vcse_desktop.actions.covering import set_pin
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import HELPER
from vcse_desktop.actions.unlocking import Vault, unlock
from vcse_desktop.store.vault import open_vault

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PEOPLE = ("Aardvark Beynon", "Aardvark Cadogan", "Aardvark Dee", "Aardvark Ede", "Zebedee Fox")
SURNAMES = [name.split()[1] for name in PEOPLE]


@pytest.fixture
def vault(tmp_path: Path, made_once: Path) -> Vault:
    """An open vault with five people and an activity; whoever tests it locks it, or the window does."""
    copytree(made_once, tmp_path / "vault")
    made = open_vault(tmp_path / "vault", PASSPHRASE)
    recording.add(made, "activity", {"title": "Drop-in"})
    for name in PEOPLE:
        recording.add(made, "person", {"known_as": name, "phone": "01632 960001"})
    return made


@pytest.fixture
def window(vault: Vault, qtbot: QtBot) -> Iterator[MainWindow]:
    """The real window inside that vault, which it closes itself."""
    for made in opened(MainWindow("unlock", vault.folder)):
        made.enter(vault)
        rest(qtbot)
        yield made


def door(window: MainWindow, qtbot: QtBot) -> SignIn:
    """Open the sign-in screen from the activity, by its button."""
    shell = window.shell()
    assert shell is not None
    (activity,) = shell.desk.vault.rows("activity")
    shell.go("activities", ("activity", activity["id"]))
    rest(qtbot)
    page = shell.page()
    assert isinstance(page, Activities)
    one = page.ours.shown()
    assert isinstance(one, OneActivity)
    one.sign_in.click()
    rest(qtbot)
    return shown(window)


def shown(window: MainWindow) -> SignIn:
    made = window.stack.currentWidget()
    assert isinstance(made, SignIn)
    return made


def told(window: QWidget) -> str:
    """Return all that is in any widget of a window, hidden or not, and what a screen reader is given."""
    given = [node.text(QAccessible.Text.Name) for node in nodes(QAccessible.queryAccessibleInterface(window))]
    return "\n".join([*words(window), window.windowTitle(), *given])


def names(screen: SignIn) -> list[str]:
    return [plain(one.text()) for one in screen.table.naming.names if one.isVisible()]


def session(vault: Vault) -> tuple[object, object]:
    """Return how many came today, and how many of them by name."""
    (row,) = vault.rows("session", date=today().isoformat())
    came = row["came"]
    return row["people_n"], len(came) if isinstance(came, list) else 0


def leave(screen: SignIn, secret: str, qtbot: QtBot) -> None:
    """Try to leave with a secret."""
    QTest.mouseClick(_button(screen, "Leave the sign-in screen"), Qt.MouseButton.LeftButton)
    screen.leave.secret.box.setText(secret)
    press(Qt.Key.Key_Return)
    rest(qtbot)


def _button(screen: QWidget, words: str) -> QWidget:
    return next(b for b in screen.findChildren(QPushButton) if b.text() == words and b.isVisible())


def test_no_name_is_anywhere_before_three_letters_and_at_most_three_after(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    screen = door(window, qtbot)
    assert window.isFullScreen() and screen.title.text() == "Drop-in"
    assert screen.table.naming.box.hasFocus()
    for letters in ("", "a", "a"):
        write(letters)
        found = told(window)
        assert not any(word in found for name in PEOPLE for word in name.split())
    write("r")
    assert len(names(screen)) == 3 and all(name.startswith("Aardvark ") for name in names(screen))
    assert "type more of it" in screen.table.naming.hint.text()
    found = told(window)
    assert not any(word in found for word in [*SURNAMES, "Zebedee", "01632"])
    press(Qt.Key.Key_Return)
    rest(qtbot)
    assert vault.rows("session") == [], "Enter takes no name out of several"
    press(Qt.Key.Key_Backspace)
    assert names(screen) == [] and "Aardvark" not in told(window)


def test_three_letters_and_enter_sign_in_and_the_next_letter_begins_with_the_next_person(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    screen = door(window, qtbot)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_E, Qt.Key.Key_B, Qt.Key.Key_Return):  # four keys
        press(key)
    rest(qtbot)
    assert screen.table.thanks.said.text() == "Thank you, \u2068Zebedee\u2069. You are signed in."
    assert session(vault) == (1, 1)
    write_anywhere("z")
    assert screen.table.naming.box.text() == "z" and screen.table.naming.box.hasFocus()
    write("eb")
    press(Qt.Key.Key_Return)
    rest(qtbot)
    assert "signed in already" in screen.table.thanks.said.text()
    assert screen.table.thanks.not_me.isHidden() and session(vault) == (1, 1)
    press(Qt.Key.Key_Space)
    screen.table.naming.count.click()
    rest(qtbot)
    assert "You are counted" in screen.table.thanks.said.text() and session(vault) == (2, 1)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    rest(qtbot)
    assert session(vault) == (1, 1) and "taken back" in screen.table.notice.sentence.text()
    screen.table.naming.new.click()
    press(Qt.Key.Key_Return)
    assert "Type your first name" in screen.table.newcomer.asked.problem()
    write("Newton")
    press(Qt.Key.Key_Return)
    rest(qtbot)
    assert session(vault) == (2, 2)
    write_anywhere("n")
    write("ew")
    press(Qt.Key.Key_Return)
    rest(qtbot)
    assert "signed in already" in screen.table.thanks.said.text(), "who is new is known at once"


def write_anywhere(letter: str) -> None:
    """Press a letter where the focus is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, letter)


def test_all_is_forgotten_a_while_after_the_last_key_and_sooner_after_thanks(
    window: MainWindow, qtbot: QtBot
) -> None:
    screen = door(window, qtbot)
    naming, timer, box = screen.table.naming, screen.quiet.timer, screen.table.naming.box
    write("zeb")
    assert names(screen) == ["Zebedee F."] and timer.isActive() and timer.interval() == CLEARS == 30_000
    timer.start(1_000_000)
    frame = window.windowHandle()
    QTest.keyClick(frame, Qt.Key.Key_Left)
    assert timer.interval() == CLEARS, "any key is one"
    QTest.mouseClick(frame, Qt.MouseButton.LeftButton)
    timer.timeout.emit()
    assert (box.text(), names(screen)) == ("", []) and "Zebedee" not in told(window) and box.hasFocus()
    QApplication.clipboard().setText("what a helper copied")
    for key in (Qt.Key.Key_Z, Qt.Key.Key_V):
        QTest.keyClick(box, key, CTRL)
    box.undo()
    assert box.text() == "", "nothing comes back"
    QApplication.clipboard().clear()
    write("zeb")
    press(Qt.Key.Key_Return)
    rest(qtbot)
    assert timer.interval() == THANKED == 8_000
    timer.timeout.emit()
    assert naming.isVisible() and "Zebedee" not in told(window)
    naming.new.click()
    write("Newton")
    timer.timeout.emit()
    assert naming.isVisible() and "Newton" not in told(window)
    _button(screen, "Leave the sign-in screen")
    screen.table.leaving.emit()
    write("four words")
    timer.timeout.emit()
    assert naming.isVisible() and screen.leave.secret.text() == ""


def test_nothing_but_the_passphrase_leaves_it(window: MainWindow, vault: Vault, qtbot: QtBot) -> None:
    set_pin(vault, "4711")
    shell = window.shell()
    screen = door(window, qtbot)
    assert window.desk is not None and window._stay is not None
    for key, how in ((Qt.Key.Key_K, CTRL), (Qt.Key.Key_L, CTRL | SHIFT), (Qt.Key.Key_1, CTRL)):
        press(key, how)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F6):
        press(key)
    press(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    window.desk.say("Zebedee")
    drop(window)
    rest(qtbot)
    assert window.stack.currentWidget() is screen and window.shell() is None
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [window]
    leave(screen, "4711", qtbot)
    assert "PIN is not enough" in screen.leave.secret.problem() and window.shell() is None
    assert not screen.leave.go.isEnabled(), "one waits after a wrong one"
    trying.right(vault.folder)
    qtbot.waitUntil(screen.leave.go.isEnabled, timeout=3_000)
    leave_again(screen, "another four words", qtbot)
    assert "does not open this" in screen.leave.secret.problem() and window.shell() is None
    press(Qt.Key.Key_Escape)
    assert screen.table.isVisible() and screen.leave.secret.text() == ""
    trying.right(vault.folder)
    qtbot.waitUntil(screen.leave.go.isEnabled, timeout=3_000)
    leave(screen, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: window.shell() is shell, timeout=10_000)
    assert not window.isFullScreen() and window.width() == 1280
    assert not QApplication.activeModalWidget() and not window.findChildren(QMessageBox)


def leave_again(screen: SignIn, secret: str, qtbot: QtBot) -> None:
    screen.leave.secret.box.setText(secret)
    screen.leave.go.click()
    rest(qtbot)


def drop(window: MainWindow) -> None:
    """Drop a file on the window."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(Path(__file__)))])
    onto, how = window.windowHandle(), (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for kind in (QDragEnterEvent, QDropEvent):
        QApplication.sendEvent(onto, kind(QPoint(5, 5), Qt.DropAction.CopyAction, mime, *how))


def test_it_is_never_covered_but_locked_in_time_and_by_its_key(
    window: MainWindow, vault: Vault, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = door(window, qtbot)
    assert window._stay is not None
    guard = window._stay._guard
    monkeypatch.setattr(guard.idle, "seconds", lambda: 400.0)
    guard.look()
    assert window.stack.currentWidget() is screen
    monkeypatch.setattr(guard.idle, "seconds", lambda: 901.0)
    guard.look()
    rest(qtbot)
    assert isinstance(window.stack.currentWidget(), Unlock) and not window.isFullScreen()
    window.enter(unlock(vault.folder, PASSPHRASE))
    rest(qtbot)
    door(window, qtbot)
    press(Qt.Key.Key_L, CTRL)
    rest(qtbot)
    assert isinstance(window.stack.currentWidget(), Unlock) and not window.isFullScreen()
    unlock(vault.folder, PASSPHRASE).lock()


def test_larger_text_draws_it_anew_and_it_stays(window: MainWindow, vault: Vault, qtbot: QtBot) -> None:
    screen = door(window, qtbot)
    write("zeb")
    press(Qt.Key.Key_Plus, CTRL)
    rest(qtbot)
    assert look.worn().size == 125 and shown(window) is not screen and window.isFullScreen()
    qtbot.waitUntil(lambda: names(shown(window)) == ["Zebedee F."])
    assert shown(window).quiet.timer.isActive()
    leave(shown(window), PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: window.shell() is not None, timeout=10_000)
    rest(qtbot)
    press(Qt.Key.Key_0, CTRL)
    rest(qtbot)
    assert look.worn().size == 100 and not window.isFullScreen()


def test_closing_the_window_locks_the_vault(window: MainWindow, vault: Vault, qtbot: QtBot) -> None:
    door(window, qtbot)
    assert window.close()
    unlock(vault.folder, PASSPHRASE).lock()


def test_a_helper_opens_it_by_find_or_do_and_nobody_is_added(vault: Vault, qtbot: QtBot) -> None:
    helpers = as_somebody_else(vault, HELPER)
    for window in opened(MainWindow("unlock", vault.folder)):
        window.enter(helpers)
        rest(qtbot)
        press(Qt.Key.Key_K, CTRL)
        rest(qtbot)
        find = window.findChild(FindOrDo)
        assert find is not None
        QTest.keyClicks(find.box, "sign-in")
        QTest.keyClick(find.box, Qt.Key.Key_Return)
        rest(qtbot)
        screen = shown(window)
        assert screen.table.naming.new.isHidden()
        write("zeb")
        press(Qt.Key.Key_Return)
        rest(qtbot)
        assert session(helpers) == (1, 1)
        leave_by(screen)
        write(THEIRS)
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.shell() is not None, timeout=10_000)  # noqa: B023 - awaited here


def leave_by(screen: SignIn) -> None:
    screen.back()
    screen.table.leaving.emit()
