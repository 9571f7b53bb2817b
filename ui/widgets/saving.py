"""Where a file goes: the computer's own window asks, with a name that says nothing about anybody."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.language import isolated
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr

AskWhere = Callable[[QWidget, str, str, str], Path | None]
"""Asks for a file to save: the owner, a title, a proposed name, the kinds of file; None when it was left."""
AskFile = Callable[[QWidget, Path], Path | None]
"""The same of a file that is proposed already, of which the program itself tells whether it is there."""


def ask_where(owner: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Ask in the computer's own window, at first in the folder of documents."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return _asked(owner, title, Path(folder) / name, kinds, QFileDialog.Option(0))


def ask_file(owner: QWidget, file: Path, title: str, kinds: str) -> Path | None:
    """Ask in the computer's own window, at first for this file."""
    return _asked(owner, title, file, kinds, QFileDialog.Option.DontConfirmOverwrite)


def _asked(owner: QWidget, title: str, file: Path, kinds: str, option: QFileDialog.Option) -> Path | None:
    name, _ = QFileDialog.getSaveFileName(owner, title, str(file), kinds, options=option)
    return Path(name) if name else None


def documents() -> Path:
    """Return the folder where people look for what they made."""
    place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return place if place.is_dir() else Path.home()


class FilePlace(QWidget):
    """The ``file`` that is going to be written, and a button that asks for another place."""

    def __init__(self, name: str, title: str, kinds: str) -> None:
        """Propose this name among the documents; ``title`` and ``kinds`` are of the computer's own window."""
        super().__init__()
        self.file = documents() / name
        self.asking: AskFile = lambda owner, file: ask_file(owner, file, title, kinds)
        """How a place is asked for; tests put something in its place that needs no window."""
        self._said = text("")
        self.change = button(tr(N_("Choose another place…")), self._ask, picture="file")
        self.setLayout(column(self._said, flow(self.change), gap=8))
        self.setFocusProxy(self.change)
        self._show()

    def _ask(self) -> None:
        found = self.asking(self, self.file)
        if found is not None:
            self.file = found if found.suffix else found.with_suffix(self.file.suffix)
            self._show()

    def _show(self) -> None:
        folder = isolated(str(self.file.parent))
        self._said.setText(tr(N_("{name} in {folder}"), name=isolated(self.file.name), folder=folder))
