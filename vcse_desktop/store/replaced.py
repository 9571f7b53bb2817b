"""What becomes of the vault that a backup takes the place of: it is set aside, and asked what was erased."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from vcse_desktop.errors import WorldError
from vcse_desktop.store import keysfile
from vcse_desktop.store.backup_key import Secret
from vcse_desktop.store.container import Head, take_out, unsealed
from vcse_desktop.store.door import DATA
from vcse_desktop.store.engine import connect, glimpse, told
from vcse_desktop.store.erasing_again import Erased, erased_rows
from vcse_desktop.store.errors import WrongKeyOrDamaged, files_at_fault
from vcse_desktop.store.gauge import Gauge
from vcse_desktop.store.kept import PLACE, Kept, kept_in
from vcse_desktop.store.slots import Slot
from vcse_desktop.store.unfit import AnotherVault, DamagedBackup
from vcse_desktop.store.wholefile import replace_file

ASIDE = "set-aside"
FILES = (keysfile.NAME, keysfile.BEFORE, DATA, f"{DATA}-wal", f"{DATA}-shm")
"""What is set aside, in this order."""


def must_be_of(folder: Path, vault: str) -> None:
    """Refuse with AnotherVault a folder in which another vault is, as far as its keys can be read."""
    if any(keys.vault != vault for keys in keysfile.read(folder)):
        raise AnotherVault


def set_aside(folder: Path, fresh: Path) -> Path | None:
    """Let the files of a fresh vault take the place of those in the folder; return where those went.

    When the disk refuses in the middle, everything is put back.
    """
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    places = (folder / ASIDE / f"{stamp}{f'-{n}' if n else ''}" for n in range(1000))
    aside = next(place for place in places if not place.exists())
    there = [name for name in FILES if (folder / name).exists()]
    moves = [(folder / name, aside / name) for name in there]
    moves += [(fresh / name, folder / name) for name in reversed(FILES) if (fresh / name).exists()]
    done = list[tuple[Path, Path]]()
    with files_at_fault():
        try:
            if there:
                aside.mkdir(parents=True)
            for source, target in moves:
                replace_file(source, target)
                done.append((source, target))
        except BaseException:
            for source, target in reversed(done):
                with suppress(OSError):
                    replace_file(target, source)
            raise
    return aside if there else None


def erased_elsewhere(
    folder: Path, head: Head, data_key: bytes, secret: Secret, places: Iterable[Path]
) -> tuple[Erased, int]:
    """Return what is erased in newer backups of this vault, and how many of them could not be asked.

    What is erased once stays so in every later one: the newest that opens knows all that is in those before.
    """
    newer = [
        kept
        for place in dict.fromkeys((folder / PLACE, *places))
        for kept in kept_in(place, head.vault)
        if kept.head.made_at > head.made_at
    ]
    unread = 0
    for kept in sorted(newer, key=lambda one: one.made_at, reverse=True):
        for key in _keys(kept.head.slots, data_key, secret):
            with suppress(DamagedBackup, WrongKeyOrDamaged, WorldError):
                return _erased_in(folder, kept, key), unread
        unread += 1
    return frozenset(), unread


def erased_before(folder: Path, data_key: bytes, secret: Secret) -> tuple[Erased, int]:
    """Return what is erased in the vault in this folder; 0, or 1 when it is there and cannot be asked."""
    slots = [slot for keys in keysfile.read(folder) for slot in keys.slots]
    if not (folder / DATA).is_file():
        return frozenset(), 0
    for key in _keys(slots, data_key, secret):
        with suppress(WrongKeyOrDamaged, WorldError), told():
            con = connect(folder / DATA, key, reader=True)
            try:
                return erased_rows(con), 0
            finally:
                con.close()
    return frozenset(), 1


def _keys(slots: Sequence[Slot], data_key: bytes, secret: Secret) -> Iterator[bytes]:
    """Yield the keys that may fit: that of the backup, then what the same secret opens there."""
    yield data_key
    with suppress(WrongKeyOrDamaged):
        yield secret.open(list(slots))[1]


def _erased_in(folder: Path, kept: Kept, data_key: bytes) -> Erased:
    if not unsealed(kept.head, data_key)["erased"]:
        return frozenset()
    with files_at_fault(), TemporaryDirectory(dir=folder, prefix="restoring-") as place:
        body = Path(place) / DATA
        take_out(kept.file, kept.head, body, Gauge(0))
        with glimpse(body, data_key) as con:
            return erased_rows(con)
