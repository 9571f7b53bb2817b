"""The window: for now one thing to do in it, checking a pack that was dropped or chosen."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

from ui import errors, tasks
from vcse_desktop.actions import checking
from vcse_desktop.i18n import N_, tr

WELCOME = N_(
    "Drop a summary pack here, or choose one, and this window says who signed it and whether anything was "
    "changed since. Recording is on the command line in this version: vcse-desktop --help"
)


class MainWindow(QMainWindow):
    """Frames the one page there is."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("VCSE Desktop")
        self.setAcceptDrops(True)
        heading = QLabel(tr(N_("Check a summary pack")))
        heading.setProperty("heading", True)
        self.answer = QLabel(tr(WELCOME))
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setWordWrap(True)
        self.answer.setAccessibleName(tr(N_("What was found")))
        self.choose = QPushButton(tr(N_("Choose a file…")))
        self.choose.clicked.connect(self._choose)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(48, 40, 48, 40)
        column.setSpacing(24)
        column.addWidget(heading)
        column.addWidget(self.answer)
        column.addWidget(self.choose, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.setCentralWidget(page)
        self.resize(900, 480)

    def check(self, file: Path) -> None:
        """Check a file away from this thread and show the verdict's sentence."""
        self.answer.setText(tr(N_("Checking…")))
        tasks.run(
            self,
            lambda: " ".join(checking.check_pack(file).sentences()),
            self.answer.setText,
            lambda error: self.answer.setText(errors.sentence(error)),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file, nothing else."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check the first file dropped."""
        file = event.mimeData().urls()[0].toLocalFile()
        if file:  # a link to a page is no file
            self.check(Path(file))

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr(N_("Choose a summary pack")))
        if chosen:
            self.check(Path(chosen))
