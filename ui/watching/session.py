"""Listening for the system being locked, going to sleep or changing its user."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


def listen(window: QWidget, lock: Callable[[], object]) -> QObject | None:
    """Call ``lock`` whenever the system says so, as long as the window lives; None where nobody says so."""
    if sys.platform == "win32":
        from ui.watching.windows import Session  # noqa: PLC0415 - loads where its system is

        return Session(window, lock)
    if sys.platform == "darwin":
        return None
    from ui.watching import linux  # noqa: PLC0415 - loads where its system is

    return linux.Session(window, lock)
