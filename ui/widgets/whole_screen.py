"""A window that has the whole screen for a while, and is then as large as it was before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class WholeScreen:
    """Remembers how the window stood before."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._before: Qt.WindowState | None = None

    def take(self) -> None:
        """Let the window have the whole screen, in front of all others."""
        self._before = self._window.windowState()
        self._window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
        self._window.activateWindow()

    def give_back(self) -> None:
        """Let it be as large as it was; nothing when it was not made larger."""
        if self._before is not None:
            self._window.setWindowState(self._before)
            self._before = None
