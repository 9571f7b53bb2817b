"""How the files of a damaged vault are kept as they are, so that whoever helps later still has them."""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from vcse_desktop.store.door import DATA
from vcse_desktop.store.keysfile import BEFORE, NAME

FOLDER = "set-aside"
FILES = (DATA, f"{DATA}-wal", NAME, BEFORE)
FOUND = "found.txt"
"""What was found, a SHA-256 for each problem: enough to know it again, and nothing about anybody."""


def set_aside(folder: Path, problems: Sequence[str]) -> Path | None:
    """Copy the files of this vault into a folder of their own and return it; None when there is no room.

    Nothing that was set aside before is touched. Where a copy was made of the same problems before, that one
    is returned: a vault that is opened every day would else be copied every day.
    """
    marks = {sha256(problem.encode()).hexdigest() for problem in problems}
    try:
        for earlier in sorted((folder / FOLDER).glob("*-damaged*")):
            if marks <= _marks(earlier):
                return earlier
        present = [folder / name for name in FILES if (folder / name).is_file()]
        needed = sum(file.stat().st_size for file in present)
        if shutil.disk_usage(folder).free < needed * 1.1 + (1 << 20):
            return None
        place = _new_place(folder / FOLDER)
        for file in present:
            shutil.copy2(file, place / file.name)
        (place / FOUND).write_text("\n".join(sorted(marks)), "ascii")  # last: what is cut short is done anew
    except OSError:
        return None
    return place


def _marks(place: Path) -> set[str]:
    with suppress(FileNotFoundError):
        return set((place / FOUND).read_text("ascii").split())
    return set()


def _new_place(within: Path) -> Path:
    """Make and return a folder that nobody has used: its name is the moment, in UTC."""
    within.mkdir(exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    for number in range(1, 1000):
        place = within / (f"{stamp}-damaged" if number == 1 else f"{stamp}-damaged-{number}")
        with suppress(FileExistsError):
            place.mkdir()
            return place
    raise FileExistsError(within)
