"""How a small file is replaced, so that a crash leaves the old one or the new one, never half of one."""

import os
import sys
import time
from contextlib import suppress
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
            replace_file(beside, path)
        finally:
            beside.unlink(missing_ok=True)


def replace_file(source: Path, target: Path) -> None:
    """Give a whole file its final name, for good; an OSError after a while when the system keeps refusing."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            source.replace(target)
            break
        except PermissionError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
    with suppress(OSError):  # a disk that does not know of this keeps what it has
        settle(target.parent)


def settle(folder: Path) -> None:
    """Have the names in a folder reach the disk before what comes next; Windows keeps their order itself."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
