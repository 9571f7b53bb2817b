"""Where our own files are, and where this computer keeps what belongs to the person at it."""

import os
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import platformdirs

HOME_VARIABLE = "VCSE_DESKTOP_HOME"


def data_dir(name: str) -> Traversable:
    """Return ``resources`` or ``translations``: installed, frozen or in a checkout."""
    packaged = files("vcse_desktop").joinpath("_data", name)
    return packaged if packaged.is_dir() else Path(__file__).parents[1] / name


def profile_dir() -> Path:
    """Return the folder for this account on this computer (settings, device numbers, log); made if missing.

    The variable VCSE_DESKTOP_HOME names another one, so that the program can live on a stick.
    """
    chosen = os.environ.get(HOME_VARIABLE)
    folder = Path(chosen) if chosen else Path(platformdirs.user_data_dir("VCSE Desktop", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
