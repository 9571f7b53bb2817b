"""A person with a keyboard and no mouse, who knows a control by what it is called and a page by its words."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.vaults import PASSPHRASE
from ui import tasks
from ui.language import plain
from ui.main_window import MainWindow
from vcse_desktop.actions.unlocking import Vault

MOST_TABS = 90


class Hands:
    """Hands on the keys of one window."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._bot = window, qtbot

    def unlock(self) -> None:
        """Type the passphrase at the door."""
        self.until(lambda: QApplication.activeWindow() is self.window, "the window")
        self.go("Passphrase")
        self.type(PASSPHRASE)
        self.press("Return")
        self.until(lambda: self.window.shell() is not None, "the inside")

    def vault(self) -> Vault:
        """Return the vault that is open in the window, to be looked into."""
        assert self.window.desk is not None
        return self.window.desk.vault

    def rest(self) -> None:
        """Wait until no work is under way and its answers have been shown."""
        for _ in range(3):
            self._bot.waitUntil(tasks.idle, timeout=20_000)
            QApplication.processEvents()

    def press(self, *keys: str) -> None:
        """Press keys such as Ctrl+3, Space or Return where the focus is, each after the other's work."""
        for words in keys:
            pressed = QKeySequence(words)[0]  # type: ignore[index]  # it is
            at = QApplication.focusWidget() or self.window
            QTest.keyClick(at, pressed.key(), pressed.keyboardModifiers())
            self.rest()

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        QTest.keyClicks(self.focus(), words)
        self.rest()

    def paste(self, words: str) -> None:
        """Paste words that were copied in another program: those that no key has."""
        QApplication.clipboard().setText(words)
        self.press("Ctrl+V")
        QApplication.clipboard().clear()

    def go(self, *names: str, back: bool = False) -> QWidget:
        """Press Tab (or the key that goes back) until the focus is on a control called one of these."""
        passed: list[str] = []
        for _ in range(MOST_TABS):
            passed.append(called(QApplication.focusWidget()))
            if any(name in passed[-1] for name in names):
                self.rest()
                return self.focus()
            at = QApplication.focusWidget() or self.window
            QTest.keyClick(at, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
            QApplication.processEvents()
        raise AssertionError(f"Tab does not lead to {names}, but to {list(dict.fromkeys(passed))}")

    def do(self, *names: str, back: bool = False) -> None:
        """Go to a button or a box to tick, and press Space on it."""
        self.go(*names, back=back)
        self.press("Space")

    def fill(self, name: str, words: str) -> None:
        """Go to a box and type over what stands in it."""
        self.go(name)
        self.press("Ctrl+A")
        self.type(words)

    def choose(self, words: str) -> None:
        """Press the arrow key until the choice with these words has the focus, then Space."""
        passed: list[str] = []
        for _ in range(30):
            passed.append(called(self.focus()))
            if words in passed[-1]:
                self.press("Space")
                return
            self.press("Right")
        raise AssertionError(f"no choice says {words!r}, but {list(dict.fromkeys(passed))}")

    def focus(self) -> QWidget:
        """Return where the keys go."""
        at = QApplication.focusWidget()
        assert at is not None, "nothing has the focus"
        return at

    def beside(self) -> str:
        """Return what is said beside the control that has the focus."""
        return plain(self.focus().accessibleDescription())

    def seen(self, within: QWidget | None = None) -> str:
        """Return every sentence that is to be read now."""
        labels = (within or self.window).findChildren(QLabel)
        return plain("\n".join(one.text() for one in labels if one.isVisible())).replace("\xa0", " ")

    def sees(self, words: str) -> None:
        """Wait until words are to be read."""
        self.until(lambda: words in self.seen(), words)

    def until(self, come: Callable[[], bool], what: str) -> None:
        """Wait until something has come about."""
        for _ in range(40):
            self.rest()
            if come():
                return
            self._bot.wait(25)
        raise AssertionError(f"never came: {what}\n{self.seen()}")


def called(widget: QWidget | None) -> str:
    """Return what a control is called and what stands on it."""
    return "" if widget is None else plain(f"{widget.accessibleName()} {widget.property('text') or ''}")
