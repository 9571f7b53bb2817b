"""Whether the window is open already: an operating system's lock says so, never that a file is there."""

import time
from pathlib import Path

from vcse_desktop.errors import WorldError
from vcse_desktop.paths import profile_dir
from vcse_desktop.store.errors import AlreadyOpen
from vcse_desktop.store.lockfile import LockFile

PATIENCE = 3.0
"""Seconds that the window which is open is given to answer."""


def hold() -> LockFile | None:
    """Return the lock of the one window of this account, held to the end; None when another has it."""
    try:
        return LockFile(profile_dir() / "window.lock")
    except AlreadyOpen:
        return None
    except WorldError:  # a full disk keeps nobody out: the lock of the vault decides in the end
        return None


def call_file() -> Path:
    """Return the file in which a second start calls the first."""
    return profile_dir() / "raise"


def call(patience: float = PATIENCE) -> bool:
    """Ask the window that is open to come to the front; say whether it has answered."""
    file = call_file()
    try:
        file.write_bytes(b"please")
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if not file.read_bytes():
                return True
            time.sleep(0.05)
    except OSError:
        return False
    return False
