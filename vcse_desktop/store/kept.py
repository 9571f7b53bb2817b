"""Which backups lie in a folder, and which of them are kept how long."""

import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from vcse_desktop.store.container import MADE_AT, Head, read_head
from vcse_desktop.store.errors import files_at_fault
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.unfit import DamagedBackup, NewerBackup, NoRoom, NotABackup

PLACE, ENDING, HALF = "backups", ".vcse-backup", ".part"
ROOM = 1.2
"""How much room a copy asks for, beside its own size."""
ALL, DAILY = timedelta(days=1), timedelta(days=7)
"""So old is every backup kept, and then the last one of each day."""
_NAME = re.compile(r"\d{4}-\d\d-\d\dT\d{6}Z(-\d+)?\.vcse-backup")


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup on a disk. ``made_at`` is UTC; ``bytes`` the size of the whole file."""

    file: Path
    head: Head
    made_at: datetime
    bytes: int

    def expires(self, days: int) -> datetime:
        """Return when it is deleted at the latest, being kept for so many days."""
        return self.made_at + timedelta(days=days)


def look_at(file: Path) -> Kept:
    """Return what a file's header says, checked as ``read_head`` does."""
    head = read_head(file)
    made = datetime.strptime(head.made_at, MADE_AT).replace(tzinfo=UTC)
    return Kept(file, head, made, head.size + head.body_bytes)


def keys_of(head: Head) -> Keys:
    """Return the keys that a header carries; whoever has the data key can seal them."""
    fields = head.fields
    return Keys(head.vault, fields["epoch"], 0, tuple(head.slots), tuple(fields["previous"]))


def kept_in(folder: Path, vault: str | None = None) -> list[Kept]:
    """Return the backups in a folder that have our names, of one vault or of any, the newest first.

    What cannot be read is passed over; a folder that is not there has none.
    """
    found = list[Kept]()
    with files_at_fault():
        files = [one for one in folder.iterdir() if _NAME.fullmatch(one.name)] if folder.is_dir() else []
    for file in files:
        with suppress(DamagedBackup, NotABackup, NewerBackup, ValueError):
            found.append(look_at(file))
    mine = [one for one in found if vault in (None, one.head.vault)]
    return sorted(mine, key=lambda one: (one.made_at, len(one.file.name), one.file.name), reverse=True)


def free_name(folder: Path, now: datetime) -> Path:
    """Return a name that no file there has: the moment in UTC, without what Windows takes in no name."""
    stamp = now.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    tries = (folder / f"{stamp}{f'-{n}' if n else ''}{ENDING}" for n in range(1000))
    return next(file for file in tries if not file.exists())


def too_old(made: Sequence[datetime], now: datetime, days: int) -> set[int]:
    """Return the places of those to be deleted: all of one day are kept, then the last of each day for a
    week, then the last of each week until they are so many days old."""
    gone, taken = set[int](), set[tuple[object, ...]]()
    for place in sorted(range(len(made)), key=lambda one: made[one], reverse=True):
        age = now - made[place]
        if age < ALL:
            continue
        week = made[place].isocalendar()
        name = ("day", made[place].date()) if age < DAILY else ("week", week.year, week.week)
        if age >= timedelta(days=days) or name in taken:
            gone.add(place)
        taken.add(name)
    return gone


def thin_out(folder: Path, vault: str, now: datetime, days: int) -> list[str]:
    """Delete the backups of this vault that are no longer kept; return their names.

    One that the system does not let go of is tried again the next time.
    """
    found, names = kept_in(folder, vault), list[str]()
    for place in too_old([one.made_at for one in found], now, days):
        with suppress(OSError):
            found[place].file.unlink()
            names.append(found[place].file.name)
    return names


def sweep(folder: Path) -> None:
    """Delete halves that a crash has left; whoever calls this is the only one who writes here."""
    with suppress(OSError):
        for half in folder.glob(f"*{ENDING}{HALF}*"):
            half.unlink()


def must_have_room(folder: Path, size: int) -> None:
    """Refuse with NoRoom when a copy of so many bytes would fill the disk."""
    with files_at_fault():
        free = shutil.disk_usage(folder).free
    need = int(size * ROOM)
    if free < need:
        raise NoRoom(need, free)
