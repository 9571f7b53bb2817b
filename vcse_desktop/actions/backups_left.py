"""Which backups still hold what was erased from the vault, and until when they are kept."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from vcse_desktop.store.errors import files_at_fault

FOLDER, DAYS = "backups", 90
"""Where the backups of a vault lie, and how many days one is kept unless the group chose otherwise."""
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)T\d{6}Z[^/]*\.vcse-backup")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its file name, the day it was made, and the day on which it is deleted."""

    name: str
    made: date
    until: date


def backups_left(vault: Path, since: date, days: int = DAYS) -> list[Backup]:
    """Return the backups made on or after a day, oldest first; those before it do not hold the record."""
    with files_at_fault():
        names = sorted(file.name for file in (vault / FOLDER).iterdir()) if (vault / FOLDER).is_dir() else []
    found = []
    for name in names:
        made = _made(name)
        if made is not None and made >= since:
            found.append(Backup(name, made, made + timedelta(days=days)))
    return found


def _made(name: str) -> date | None:
    match = _NAME.fullmatch(name)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None
