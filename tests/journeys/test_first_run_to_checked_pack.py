"""From the first start to a checked pack through the real window, by keyboard alone: keys are counted."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.commands import Run
from tests.vaults import PASSPHRASE
from ui import language, tasks
from ui.language import plain
from ui.main_window import MainWindow
from ui.theme import letters, look
from ui.widgets import accessible, saving
from vcse_desktop.paths import profile_dir

WORDS = "The bus stops at four."
CTRL = Qt.KeyboardModifier.ControlModifier
MOST_TABS = 60
MOST = {
    "set up": 30,
    "an hour logged for somebody new": 7,
    "something said": 3,
    "an activity": 5,
    "a pack": 20,
    "the check": 6,
}
"""Keys besides the letters of names, words, passphrases and places: Tab, arrows, Enter, Ctrl."""


class Keys:
    """A person who has a keyboard and no mouse. ``count`` holds every key but the letters of texts."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot, self.count = window, qtbot, 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key where the focus is, and wait until what it began has ended."""
        at = QApplication.focusWidget() or self.window
        self.count += 1
        QTest.keyClick(at, key, modifier)
        self.rest()

    def spent(self) -> int:
        """Return how many keys were pressed since this was last asked."""
        count, self.count = self.count, 0
        return count

    def rest(self) -> None:
        """Wait until no work is under way and its answers have been shown."""
        self.qtbot.waitUntil(tasks.idle, timeout=60_000)
        for _ in range(3):
            QApplication.processEvents()
        if QApplication.activeWindow() is None:  # as every window system does when a dialogue is closed
            self.window.activateWindow()
        self.qtbot.waitUntil(tasks.idle, timeout=60_000)

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        at = QApplication.focusWidget()
        assert at is not None
        QTest.keyClicks(at, words)
        self.rest()

    def to(self, *names: str, key: Qt.Key = Qt.Key.Key_Tab) -> QWidget:
        """Press Tab, or the key that goes back, until the focus is on a control called one of these."""
        for _ in range(MOST_TABS):
            at = QApplication.focusWidget()
            if at is not None and any(name in called(at) for name in names):
                return at
            self.press(key)
        raise AssertionError(f"Tab does not lead to {names}; it is on {called(QApplication.focusWidget())}")

    def choose(self, words: str) -> None:
        """Press the arrow key until the choice with these words is the one focused, then Space."""
        for _ in range(20):
            at = QApplication.focusWidget()
            if at is not None and words in str(at.property("text")):
                self.press(Qt.Key.Key_Space)
                return
            self.press(Qt.Key.Key_Right)
        raise AssertionError(f"no choice says {words}")


def called(widget: QWidget | None) -> str:
    """Return what a control is called and what stands on it."""
    return "" if widget is None else f"{widget.accessibleName()} {widget.property('text') or ''}"


def seen(window: QWidget) -> str:
    """Return every sentence that is to be read in the window now."""
    return plain("\n".join(x.text() for x in window.findChildren(QLabel) if x.isVisible()))


@pytest.fixture
def window(qapp: QApplication, cheap_keys: None) -> Iterator[MainWindow]:
    """The window at the very first start, on a screen of 1024 by 768."""
    qapp.setStyle("Fusion")
    accessible.prepare()
    language.speak(qapp, "en")
    look.wear(look.Look())
    letters.load_others()
    made = MainWindow()
    made.resize(1024, 768)
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.close()
    made.deleteLater()


def code_on_the_paper(window: MainWindow) -> str:
    """Return the recovery code as somebody would copy it by hand, group by group."""
    labels = window.findChildren(QLabel)
    groups = [label.text() for label in labels if label.isVisible() and label.property("k") == "code"]
    assert len(groups) == 7
    return "".join(groups)


def set_up(keys: Keys, folder: Path) -> str:
    """Make a vault of one's own and prove its recovery sheet; returns the code, as it stood on the paper."""
    keys.press(Qt.Key.Key_Return, CTRL)  # English, 100%, as the computer is set
    keys.to("Set up ours")
    keys.press(Qt.Key.Key_Return)
    keys.to("Name of the organisation")
    keys.type("Larkenby Drop-in")
    keys.to("Folder")
    keys.press(Qt.Key.Key_A, CTRL)
    keys.type(str(folder))
    keys.press(Qt.Key.Key_Return, CTRL)
    keys.to("Your name")
    keys.type("Nia")
    keys.to("Passphrase")
    keys.type(PASSPHRASE)
    keys.press(Qt.Key.Key_Tab)
    keys.to("again")
    keys.type(PASSPHRASE)
    keys.press(Qt.Key.Key_Return, CTRL)
    code = code_on_the_paper(keys.window)
    keys.press(Qt.Key.Key_Return, CTRL)
    assert code[:4] not in seen(keys.window), "the code is typed from the paper, not from the screen"
    keys.to("The code on the paper")
    keys.type(code.lower())
    keys.press(Qt.Key.Key_Return, CTRL)
    assert keys.window.shell() is not None, seen(keys.window)
    return code


def log_an_hour(keys: Keys) -> None:
    """Log time of somebody who is not known yet."""
    keys.press(Qt.Key.Key_H, CTRL)
    keys.type("Joan")
    keys.press(Qt.Key.Key_Return)  # as a new person
    keys.to("How long")
    keys.type("1h30")
    keys.press(Qt.Key.Key_Return, CTRL)
    assert "Joan" in seen(keys.window)


def note_words(keys: Keys) -> None:
    """Note what somebody said; nobody asked whether it may be shared."""
    keys.press(Qt.Key.Key_5, CTRL)
    keys.type(WORDS)
    keys.press(Qt.Key.Key_Return, CTRL)
    assert WORDS in seen(keys.window)


def add_an_activity(keys: Keys) -> None:
    """Add the thing they do most often."""
    keys.press(Qt.Key.Key_3, CTRL)
    keys.to("Add an activity")
    keys.press(Qt.Key.Key_Return)
    keys.to("What it is called")
    keys.type("Saturday drop-in")
    keys.press(Qt.Key.Key_Return, CTRL)
    assert "Saturday drop-in" in seen(keys.window)


def make_a_pack(keys: Keys) -> None:
    """Make a pack about this quarter for the council."""
    keys.press(Qt.Key.Key_7, CTRL)
    keys.to("New pack")
    keys.press(Qt.Key.Key_Return)
    keys.to("Last quarter", key=Qt.Key.Key_Backtab)  # the focus begins behind the periods
    keys.choose("This quarter so far")
    keys.to("Who is it for")
    keys.type("Our council")
    keys.press(Qt.Key.Key_Return)
    for _ in range(3):
        keys.press(Qt.Key.Key_Return, CTRL)
    keys.to("Your passphrase")
    keys.type(PASSPHRASE)
    keys.press(Qt.Key.Key_Return, CTRL)


def check_a_pack(keys: Keys, pack: Path) -> None:
    """Check a file from anywhere in the window."""
    keys.press(Qt.Key.Key_K, CTRL)
    keys.type("check a")
    keys.press(Qt.Key.Key_Return)
    keys.to("where the file is")
    keys.type(str(pack))
    keys.press(Qt.Key.Key_Return)
    assert "Unchanged since" in seen(keys.window), seen(keys.window)


def test_from_the_first_start_to_a_checked_pack_by_keys_alone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.setattr(saving, "documents", lambda: tmp_path)
    keys = Keys(window, qtbot)
    code = set_up(keys, tmp_path / "ours")
    spent = {"set up": keys.spent()}
    for name, does in (
        ("an hour logged for somebody new", log_an_hour),
        ("something said", note_words),
        ("an activity", add_an_activity),
        ("a pack", make_a_pack),
    ):
        does(keys)
        spent[name] = keys.spent()
    made = next(tmp_path.glob("*.zip"), None)
    assert made is not None, seen(window)
    check_a_pack(keys, made)
    spent["the check"] = keys.spent()
    assert all(spent[part] <= most for part, most in MOST.items()), spent

    assert run("pack", "check", str(made)).status == 20  # UNKNOWN_SIGNER: nobody compared digits there
    with zipfile.ZipFile(made) as pack:
        inside = b"".join(pack.read(name) for name in pack.namelist())
    assert b"Joan" not in inside
    assert WORDS.encode() not in inside, "nobody was asked whether it may be shared"
    kept = b"".join(file.read_bytes() for file in profile_dir().rglob("*") if file.is_file())
    assert b"Joan" not in kept
    assert code.encode() not in kept
