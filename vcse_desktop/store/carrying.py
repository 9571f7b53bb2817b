"""How a backup is copied to a second place, which may be pulled out at any moment."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from vcse_desktop.store.container import PIECE, read_head, take_out
from vcse_desktop.store.errors import files_at_fault
from vcse_desktop.store.gauge import Gauge
from vcse_desktop.store.kept import HALF, must_have_room, sweep
from vcse_desktop.store.wholefile import replace_file


def carry(file: Path, folder: Path, gauge: Gauge) -> Path:
    """Copy a backup into a folder, read it back, and only then give it its name; return the copy.

    Raises NoRoom, DiskFull, CannotWrite, DamagedBackup or Stopped: then no half file has a backup's name.
    One that is there already under this name and whole is left as it is.
    """
    target = folder / file.name
    half = target.with_name(target.name + HALF)
    sweep(folder)
    size = file.stat().st_size
    must_have_room(folder, size)
    try:
        with files_at_fault():
            _copy(file, half, gauge)
        take_out(half, read_head(half), None, gauge)
        with files_at_fault():
            replace_file(half, target)
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
    return target


def _copy(file: Path, half: Path, gauge: Gauge) -> None:
    with file.open("rb") as source, half.open("wb") as out:
        while piece := source.read(PIECE):
            out.write(piece)
            gauge.go_on(len(piece))
        out.flush()
        os.fsync(out.fileno())
    shutil.copystat(file, half)
