"""Files and folders that are dropped anywhere on a window, on its boxes too."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

KINDS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
TABLES = frozenset({".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"})
"""How the names of files end that hold tables."""
DESCRIPTOR = "datapackage.json"


class Drops(QObject):
    """``files`` carries the paths of what was dropped; anything else goes where it was dropped."""

    files = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files before a box can take their names as words: at the frame, which sees them first."""
        if event.type() is QEvent.Type.Show and watched is self._window:
            frame = self._window.windowHandle()
            frame.removeEventFilter(self)
            frame.installEventFilter(self)
        if event.type() not in KINDS or not isinstance(event, QDropEvent):
            return False
        found = local_files(event.mimeData())
        if not found:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.files.emit(found)
        return True


def local_files(mime: QMimeData) -> list[Path]:
    """Return the paths of the files and folders in what is dragged."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def is_table(file: Path) -> bool:
    """Say whether a file that was dropped is to be brought in, and not checked as a pack."""
    described = file.name.lower() == DESCRIPTOR or (file / DESCRIPTOR).is_file()
    return described or file.suffix.lower() in TABLES
