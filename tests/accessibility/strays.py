"""Parts that were shown before they stood in a window: each flashes up as a window and takes the focus."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.accessibility.seen import View, name

FRAMELESS_TOO = (Qt.WindowType.Dialog, Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.Sheet)


class Strays(QObject):
    """Notes them while one goes from screen to screen."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._app, self._window = app, window
        self._found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Note what is shown as a window and is neither the window nor made to be one."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            meant = watched is self._window or watched.windowType() in FRAMELESS_TOO
            if not meant:
                self._found.append(f"shown as a window of its own: {name(watched)}")
        return False

    def on(self, walk: Iterator[View]) -> Iterator[View]:
        """Go on a walk; what is done with a screen once it stands there shows nothing, and is not watched."""
        while True:
            self._app.installEventFilter(self)  # every event there is comes by: it costs a quarter of a round
            view = next(walk, None)
            self._app.removeEventFilter(self)
            if view is None:
                return
            yield view

    def take(self) -> list[str]:
        """Return what was noted since the last time."""
        found, self._found = self._found, []
        return found
