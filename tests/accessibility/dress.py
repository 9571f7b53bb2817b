"""How the windows are dressed for one round of looking: language, text size, colours, and room."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, Qt, QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests import pseudo
from ui import language, tasks
from ui.main_window import MainWindow
from ui.theme import letters, look
from ui.widgets import accessible

QUIET = 3
"""Times in a row that nothing happens before the window counts as being at rest."""
AT_WORK = 20_000
"""Milliseconds after which a key is pressed in the window: nobody has left, so nothing is looked through,
covered or locked in the middle of a round."""
LONGEST_WAIT = 20_000
"""Milliseconds after which work that has not ended counts as hanging."""
NO_WORDS = b"\xde\x12\x04\x95" + b"\0" * 4 + b"\0" * 4 + b"\x1c\0\0\0" * 2 + b"\0" * 8
"""A compiled catalogue without a word in it: the language's direction and letters, in English words."""


@dataclass(frozen=True, slots=True)
class Dress:
    """A language, a text size in percent, a theme, and the size of the window in pixels."""

    language: str = "en"
    size: int = 100
    theme: str = "light"
    room: tuple[int, int] = (1280, 800)

    def __str__(self) -> str:
        """Name it, for the test's own name and for a picture's."""
        return f"{self.theme}-{self.language}-{self.size}-{self.room[0]}"


def words(folder: Path) -> Path:
    """Return a folder with the catalogues xx, cy and ar; a language without one has English words."""
    made = pseudo.pseudo_folder(folder)
    for code in ("cy", "ar"):
        _without_words(made, code)
    return made


def only_direction(folder: Path) -> Path:
    """Return a folder in which Arabic has its direction and its letters, and English words."""
    _without_words(folder, "ar")
    return folder


def _without_words(folder: Path, code: str) -> None:
    file = folder / code / "LC_MESSAGES" / "vcse.mo"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(NO_WORDS)


def wear(app: QApplication, dress: Dress, catalogues: Path) -> None:
    """Dress the program; no window may stand, as the style sheet would be worked out for it anew."""
    app.setStyle("Fusion")
    accessible.prepare()
    letters.load_others()
    language.speak(app, dress.language, catalogues)
    look.wear(look.Look(dress.theme, dress.size, dress.language))


@contextmanager
def opened(dress: Dress) -> Iterator[MainWindow]:
    """Give the window, shown and active, at the first run; afterwards it is gone, but no vault is closed."""
    window = MainWindow()
    try:
        window.resize(*dress.room)
        window.show()
        window.activateWindow()
        settle()
        yield window
        settle()
    finally:
        window.desk = None
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


_pressed = QElapsedTimer()


def _stay_at_work() -> None:
    window = QGuiApplication.focusWindow()
    if window is not None and (not _pressed.isValid() or _pressed.elapsed() > AT_WORK):
        _pressed.start()
        QTest.keyClick(window, Qt.Key.Key_Shift)


def settle(until: Callable[[], bool] = lambda: True) -> None:
    """Return once nothing is under way, everything has been laid out and painted, and ``until`` says yes."""
    clock, loop = QElapsedTimer(), QEventLoop()
    clock.start()
    _stay_at_work()
    quiet = 0
    while quiet < QUIET:  # an answer asks the next question, a width gives the next height
        moved = loop.processEvents()
        if not tasks.idle():
            QThread.usleep(500)
        quiet = quiet + 1 if tasks.idle() and not moved and until() else 0
        assert clock.elapsed() < LONGEST_WAIT, "the window never came to rest"
