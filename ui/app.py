"""The window's process: Qt, what every door does first, unexpected errors, and the first window."""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from ui import errors
from ui.main_window import MainWindow
from ui.theme import letters
from ui.watching.again import StartedAgain
from ui.widgets import accessible
from ui.widgets.dressing import dress
from vcse_desktop.actions.alone import call, call_file, hold
from vcse_desktop.actions.starting import begin
from vcse_desktop.errors import VcseError
from vcse_desktop.i18n import N_, tr
from vcse_desktop.paths import HOME_VARIABLE, profile_dir
from vcse_desktop.settings import computer

CANNOT = 3


def main(then: Callable[[MainWindow], None] | None = None) -> int:
    """Open the window and stay until it is closed; 3 when the program cannot begin on this computer.

    ``then`` is called with the window once it stands.
    """
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv)
    application.setStyle("Fusion")
    application.setApplicationName(tr(N_("VCSE Desktop")))
    accessible.prepare()
    try:
        begin()
    except VcseError as error:
        errors.tell(None, error).exec()
        return CANNOT
    dress(application)
    sys.excepthook = unexpected
    alone = hold()
    if alone is None and call():
        return 0
    window = first_window()
    StartedAgain(window, call_file()).asked.connect(lambda: come_forward(window))
    window.resize(1280, 800)
    window.show()
    QTimer.singleShot(500, window, letters.load_others)
    if then is not None:
        QTimer.singleShot(0, window, lambda: then(window))
    status = application.exec()
    if alone is not None:
        alone.release()
    return status


def come_forward(window: MainWindow) -> None:
    """Show the window in front of all others: the program was started a second time."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def self_test() -> int:
    """Let the window try itself in a place of its own; 0 when all went well, else 1 and why on stderr."""
    went: list[bool] = []

    def wrong(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        went.append(False)
        sys.__excepthook__(kind, error, trace)

    def tried(window: MainWindow) -> None:
        sys.excepthook = wrong
        try:
            import_module("ui.trial").trial(window, Path(place) / "vault")
            went.append(True)
        finally:
            window.close()
            QApplication.exit()

    with TemporaryDirectory(prefix="vcse-", ignore_cleanup_errors=True) as place:
        os.environ[HOME_VARIABLE] = str(Path(place) / "profile")
        return main(tried) or int(went != [True])


def first_window() -> MainWindow:
    """Return the window: before the vault that was open last, or at the first run."""
    last = str(computer(profile_dir(), "vault"))
    return MainWindow("unlock", Path(last)) if last and Path(last).is_dir() else MainWindow()


def unexpected(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
    """Tell the person of a fault of ours and go on; the log gets its steps, never what was typed."""
    errors.tell(QApplication.activeWindow(), error)
