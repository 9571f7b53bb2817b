"""The wait after a wrong passphrase, counted down on a screen."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from vcse_desktop.actions import trying


class Waiting(QObject):
    """Counts for one vault, across screens and starts. ``left`` carries the seconds to wait; 0 is the end."""

    left = Signal(int)

    def __init__(self, parent: QObject, folder: Path) -> None:
        super().__init__(parent)
        self._folder = folder
        self._timer = QTimer(self, interval=250)
        self._timer.timeout.connect(self._tick)
        self._said = -1

    def wrong(self) -> int:
        """Note one more that was wrong; return the seconds to wait now."""
        seconds = trying.wrong(self._folder)
        self.go_on()
        return seconds

    def right(self) -> None:
        """Forget all that were wrong."""
        trying.right(self._folder)

    def seconds(self) -> int:
        """Return the seconds still to wait, 0 for none."""
        return trying.left(self._folder)

    def go_on(self) -> None:
        """Count on from where a screen before this one was."""
        if self.seconds():
            self._timer.start()
            self._tick()

    def _tick(self) -> None:
        seconds = self.seconds()
        if not seconds:
            self._timer.stop()
        if seconds != self._said:
            self._said = seconds
            self.left.emit(seconds)
