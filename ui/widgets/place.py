"""A box for a folder with a button that chooses one, and the folder to fill in for a new vault."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QLineEdit

from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.frame import row
from vcse_desktop.actions.folders import suggested
from vcse_desktop.i18n import N_, tr


class Place(Asked):
    """``title`` is what the dialog says above the folders."""

    def __init__(self, label: str, help_text: str, title: str) -> None:
        self.box = QLineEdit()
        self._title = title
        self.choosing = button(tr(N_("Choose…")), self.ask, name=title)
        line = row(self.box, self.choosing)
        line.setStretch(0, 1)
        super().__init__(label, self.box, help_text, (line,))

    def ask(self) -> None:
        """Ask for a folder with the system's own dialog."""
        chosen = QFileDialog.getExistingDirectory(self, self._title, self.box.text())
        if chosen:
            self.box.setText(str(Path(chosen)))
            self.box.textEdited.emit(self.box.text())


def filled_in(name: str) -> Path:
    """Return the folder to offer for a new vault of this name."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return suggested([*([Path(documents)] if documents else []), Path.home()], name)
