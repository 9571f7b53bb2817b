"""How a vault comes out of a backup again: on trial in a temporary folder, or for good."""

import shutil
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from vcse_desktop.paths import profile_dir
from vcse_desktop.store import container, device, keysfile, summary
from vcse_desktop.store.backup_key import Secret, unseal
from vcse_desktop.store.container import Head, take_out
from vcse_desktop.store.door import DATA
from vcse_desktop.store.entering import LOCK, entered
from vcse_desktop.store.erasing_again import Erased
from vcse_desktop.store.errors import Damaged, WrongKeyOrDamaged, files_at_fault
from vcse_desktop.store.gauge import Cancelled, Gauge, Progress
from vcse_desktop.store.kept import PLACE, must_have_room
from vcse_desktop.store.lockfile import LockFile
from vcse_desktop.store.replaced import (
    ASIDE,
    FILES,
    erased_before,
    erased_elsewhere,
    must_be_of,
    set_aside,
)
from vcse_desktop.store.slots import Slot
from vcse_desktop.store.summary import Summary
from vcse_desktop.store.unfit import DamagedBackup
from vcse_desktop.store.unlocked import Vault
from vcse_desktop.store.unsealing import Unsealed

__all__ = ["FRESH", "OURS", "PLACE", "Back", "Tried", "rehearse", "restore"]

PASSES = 2
FRESH = "restoring-"
OURS = (PLACE, ASIDE, LOCK, *FILES)
"""All that may be in the folder of a vault that lost its records."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a trial: how many records, when the newest was written (UTC), and which slot opened it."""

    records: int
    newest: str
    made_at: str
    slot: Slot


@dataclass(frozen=True, slots=True)
class Back:
    """A vault that was brought back, open. ``made_at``: when the backup was made, UTC. ``aside``: where the
    files before it are, None where there were none. ``erased``: how many rows were erased again. ``unread``:
    how many newer backups, the vault before among them, could not be asked what was erased."""

    vault: Vault
    made_at: datetime
    aside: Path | None
    erased: int
    unread: int


def rehearse(
    file: Path, secret: Secret, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Tried:
    """Bring a backup back in a temporary folder, as on a strange computer, and compare it with its header.

    Raises what is wrong with the file, DoesNotOpen, NoRoom or Stopped. Nothing of it is left afterwards.
    """
    head, unsealed = unseal(file, secret)
    with files_at_fault():
        temporary = Path(tempfile.gettempdir())
    must_have_room(temporary, head.body_bytes)
    with TemporaryDirectory(prefix="vcse-", ignore_cleanup_errors=True) as place:
        folder, profile = Path(place) / "vault", Path(place) / "profile"
        profile.mkdir()
        gauge = Gauge(PASSES * head.body_bytes, progress, cancelled)
        found = lay_out(file, head, unsealed, folder, gauge)
        with entered(folder, LockFile(folder / LOCK), unsealed, profile=profile) as vault:
            back = vault.summary()
        if (back.records, back.last) != (found.records, found.last):
            raise DamagedBackup
    return Tried(found.records, found.newest, head.made_at, unsealed.slot)


def restore(  # noqa: PLR0913 - what a person chooses, and what is known of the vault before
    file: Path,
    secret: Secret,
    folder: Path,
    *,
    erased: Erased | None = None,
    places: Sequence[Path] = (),
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Back:
    """Bring a backup back into a folder; a vault that is there goes to ``set-aside``, nothing is deleted.

    ``erased`` is what the vault that is there has erased; None: it is asked. ``places`` may hold newer
    backups that know of more. The vault gets a new number for this computer, and its right to sign rests.
    On any fault, and when it is stopped, the vault before is as it was.
    """
    head, unsealed = unseal(file, secret)
    with ExitStack() as undoing:
        lock = _held(folder, undoing)
        must_be_of(folder, head.vault)
        must_have_room(folder, head.body_bytes)
        fresh = folder / f"{FRESH}{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}"
        for left in folder.glob(f"{FRESH}*"):
            shutil.rmtree(left, ignore_errors=True)
        undoing.callback(shutil.rmtree, fresh, ignore_errors=True)
        gauge = Gauge(PASSES * head.body_bytes, progress, cancelled)
        lay_out(file, head, unsealed, fresh, gauge)
        before = (erased, 0) if erased is not None else erased_before(folder, unsealed.data_key, secret)
        newer = erased_elsewhere(folder, head, unsealed.data_key, secret, (file.parent, *places))
        again = _made_ready(fresh, unsealed, before[0] | newer[0])
        gauge.go_on()
        aside = set_aside(folder, fresh)
        undoing.pop_all()
    shutil.rmtree(fresh, ignore_errors=True)
    made_at = datetime.fromisoformat(head.made_at)
    return Back(entered(folder, lock, unsealed), made_at, aside, again, before[1] + newer[1])


def _held(folder: Path, undoing: ExitStack) -> LockFile:
    """Hold the folder, which is made if it is missing; undone, it is let go and is there no more."""
    with files_at_fault():
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        folder.mkdir(parents=True, exist_ok=True)
    lock = LockFile(folder / LOCK)

    def let_go() -> None:
        lock.release()
        with suppress(OSError):
            if missing:
                (folder / LOCK).unlink()
            for place in missing:
                place.rmdir()

    undoing.callback(let_go)
    return lock


def lay_out(file: Path, head: Head, unsealed: Unsealed, folder: Path, gauge: Gauge) -> Summary:
    """Put the files of a vault into a new folder; DamagedBackup when they are not what the header says."""
    with files_at_fault():
        folder.mkdir()
    take_out(file, head, folder / DATA, gauge)
    try:
        found, steps = summary.inspect(folder / DATA, unsealed.data_key)
    except (Damaged, WrongKeyOrDamaged):
        raise DamagedBackup from None
    said = summary.from_json(container.unsealed(head, unsealed.data_key))
    if found != said or steps != head.fields["migrations"]:
        raise DamagedBackup
    keysfile.write(folder, unsealed.keys)
    gauge.go_on(head.body_bytes)
    return found


def _made_ready(fresh: Path, unsealed: Unsealed, erased: Erased) -> int:
    """Give the vault a new number, erase again what must not come back, and let the right to sign rest."""
    with files_at_fault():
        device.forget(profile_dir(), unsealed.keys.vault)
    with entered(fresh, LockFile(fresh / LOCK), unsealed) as vault:
        before = vault.erased_rows()
        vault.erase_again(erased)
        vault.rest_signing()
        return len(vault.erased_rows() - before)
