"""Telling when a window was first painted: the same for the bare window and for ours."""

import os
import sys
import traceback
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


def or_end(measure: Callable[[], object]) -> None:
    """Measure, and end with what went wrong where something did: the window would only tell a person."""
    try:
        measure()
    except Exception:  # noqa: BLE001 - whatever it is, nobody is there to be told by a window
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
