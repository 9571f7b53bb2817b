"""Where our own files are, and where this computer keeps what belongs to the person at it."""

import os
import sys
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import platformdirs

HOME_VARIABLE = "VCSE_DESKTOP_HOME"
PORTABLE = "portable.txt"


def data_dir(name: str) -> Traversable:
    """Return ``resources`` or ``translations``: installed, frozen or in a checkout."""
    packaged = files("vcse_desktop").joinpath("_data", name)
    return packaged if packaged.is_dir() else Path(__file__).parents[1] / name


def portable_dir() -> Path | None:
    """Return the folder beside the frozen program that keeps everything, when portable.txt is there, too."""
    beside = Path(sys.executable).parent
    return beside / "data" if getattr(sys, "frozen", False) and (beside / PORTABLE).is_file() else None


def profile_dir() -> Path:
    """Return the folder for this account on this computer (settings, device numbers, log); made if missing.

    The variable VCSE_DESKTOP_HOME names another one; a portable program has it beside itself.
    """
    chosen = os.environ.get(HOME_VARIABLE)
    own = Path(chosen) if chosen else portable_dir()
    folder = own or Path(platformdirs.user_data_dir("VCSE Desktop", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
