"""Which picture is added: the computer's own window asks, and it is made ready away from ours."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.screens.attached.reencoding import LONG_SIDE, made_anew
from vcse_desktop.actions.picture_chosen import read
from vcse_desktop.i18n import N_, tr

KINDS = N_("Pictures (*.jpg *.jpeg *.png *.webp)")
AskPicture = Callable[[QWidget], Path | None]
"""Asks for one file; None when the person has left it."""


def ask_picture(owner: QWidget) -> Path | None:
    """Ask in the computer's own window, at first in the folder of pictures."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    kinds = f"{tr(KINDS)};;{tr(N_('All files (*)'))}"
    name, _ = QFileDialog.getOpenFileName(owner, tr(N_("Choose a photo")), folder, kinds)
    return Path(name) if name else None


def ready(file: Path, side: int = LONG_SIDE) -> bytes:
    """Return the picture in a file, made anew; Refused or CannotRead say why it cannot be added."""
    return made_anew(read(file), side)
