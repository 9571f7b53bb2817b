"""Where a file goes: the computer's own window asks, with a name that says nothing about anybody."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

AskWhere = Callable[[QWidget, str, str, str], Path | None]
"""Asks for a file to save: the owner, a title, a proposed name, the kinds of file; None when it was left."""


def ask_where(owner: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Ask in the computer's own window, at first in the folder of documents."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen, _ = QFileDialog.getSaveFileName(owner, title, str(Path(folder) / name), kinds)
    return Path(chosen) if chosen else None
