"""That the program was started a second time: the first shows its window, and the second leaves."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal


class StartedAgain(QObject):
    """``asked`` tells that a second start wants the window in front; it is answered by emptying the file."""

    asked = Signal()

    def __init__(self, parent: QObject, file: Path) -> None:
        super().__init__(parent)
        self._file = file
        file.write_bytes(b"")
        self._watcher = QFileSystemWatcher([str(file)], self)
        self._watcher.fileChanged.connect(self._changed)

    def _changed(self) -> None:
        if self._file.is_file() and self._file.read_bytes():
            self._file.write_bytes(b"")
            self.asked.emit()
        if str(self._file) not in self._watcher.files():
            self._watcher.addPath(str(self._file))
