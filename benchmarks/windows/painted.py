"""Telling when a window was first painted: the same for the bare window and for ours."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class FirstPaint(QObject):
    """Says "painted" on the standard output after the first paint of a main window, then calls ``after``."""

    def __init__(self, app: QApplication, after: Callable[[QMainWindow], None]) -> None:
        super().__init__(app)
        self._app = app
        self._after = after
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Look at every event until the first paint."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QMainWindow):
            self._app.removeEventFilter(self)
            QTimer.singleShot(0, lambda: self._tell(watched))
        return False

    def _tell(self, window: QMainWindow) -> None:
        print("painted", flush=True)
        self._after(window)


def started(measured: Callable[[QMainWindow], None]) -> int:
    """Start the program as a person starts it, and measure once its window was painted."""
    from vcse_desktop.__main__ import main as start  # noqa: PLC0415 - the bare window has nothing of ours

    del sys.argv[1:]
    app = QApplication(sys.argv)
    watch = FirstPaint(app, measured)  # noqa: F841 - Qt keeps no hold of it
    return start()
