"""Where a file goes: the computer's own window asks, with a name that says nothing about anybody."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

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
