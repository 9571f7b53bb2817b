"""How a small file is replaced, so that a crash leaves the old one or the new one, never half of one."""

import os
import time
from pathlib import Path

from vcse_desktop.store.errors import files_at_fault

PATIENCE = 2.0
"""Seconds that Windows may keep a file busy (a virus scanner reading it) before we give up."""


def write_whole(path: Path, content: bytes) -> None:
    """Replace the file with this content; DiskFull or CannotWrite leave the old one as it was."""
    beside = path.with_name(path.name + ".new")
    with files_at_fault():
        try:
            with beside.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            _replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)


def _replace(source: Path, target: Path) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            source.replace(target)
            return
        except PermissionError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
