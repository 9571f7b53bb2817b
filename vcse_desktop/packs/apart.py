"""Checking in a process of its own: it is told a file, and answers with what it found or why it cannot."""

import signal
from pathlib import Path

from vcse_desktop.errors import WorldError
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.result import Result

Fault = tuple[str, str, dict[str, object]]
"""Title, sentence and values of a WorldError, which does not go from one process to another by itself."""


def begin() -> None:
    """Leave Ctrl+C to the process that a person started."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def look_at(file: Path) -> Result | Fault:
    """Return what checking the file found, beside no register."""
    try:
        return check(file)
    except WorldError as fault:
        return fault.title, fault.sentence, fault.values
