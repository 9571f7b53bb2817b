"""Backups: made by themselves on the way out or when somebody asks, kept for a while, copied elsewhere."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from vcse_desktop import log
from vcse_desktop.actions.grouping import group_setting
from vcse_desktop.errors import Refused, VcseError, WorldError
from vcse_desktop.i18n import N_
from vcse_desktop.paths import profile_dir
from vcse_desktop.settings import computer, write_computer
from vcse_desktop.store.errors import DiskFull, files_at_fault
from vcse_desktop.store.gauge import Cancelled, Progress
from vcse_desktop.store.unfit import NotCopied, Stopped
from vcse_desktop.store.vault import Vault

__all__ = ["BackedUp", "State", "Stopped", "Vault", "back_up", "choose_place", "leave", "state", "takes_long"]

DAYS, PLACE = "backup_days", "backup_place"
LONG = 8_000_000
"""Bytes of a vault from which a backup takes so long that somebody should see it being made."""
NO_FOLDER = (
    N_("This folder is not there"),
    N_("Backups cannot be copied to it. Nothing was changed. Put the stick in, or choose another folder."),
)
NOT_THERE = (
    N_("The second place is not there"),
    N_(
        "The backup itself was made and is whole. Put the stick in and back up again, "
        "or choose another place."
    ),
)


@dataclass(frozen=True, slots=True)
class State:
    """What there is. ``last`` is when the newest backup was made, ``copied`` when one was last put into the
    second place, both local; ``tried`` the day of the last trial; ``days`` how long they are kept. ``rests``:
    the right to sign waits for a keeper."""

    last: datetime | None
    count: int
    place: str
    place_there: bool
    copied: datetime | None
    tried: date | None
    days: int
    rests: bool


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup was made. ``copied``: whether the second place has it, too; None when there is no such place.
    ``why`` says what kept it from there."""

    file: Path
    copied: bool | None
    why: VcseError | None = None


def state(vault: Vault) -> State:
    """Return what there is to say of the backups of a vault."""
    found, known, place = vault.backups(), vault.remembered_backups(), second_place()
    return State(
        last=found[0].made_at.astimezone() if found else None,
        count=len(found),
        place=str(place or ""),
        place_there=place is not None and place.is_dir(),
        copied=known.copied.astimezone() if known.copied else None,
        tried=known.tried,
        days=int(group_setting(vault, DAYS)),
        rests=vault.signing_rests,
    )


def second_place() -> Path | None:
    """Return the folder that gets a copy of each backup, as it was chosen on this computer."""
    chosen = str(computer(profile_dir(), PLACE))
    return Path(chosen) if chosen else None


def choose_place(typed: str) -> None:
    """Let this folder get a copy of each backup; "" for none. Refused when it is not there."""
    folder = typed.strip()
    if folder and not (Path(folder).is_absolute() and Path(folder).is_dir()):
        raise Refused(*NO_FOLDER)
    with files_at_fault():
        write_computer(profile_dir(), {PLACE: folder})


def back_up(vault: Vault, progress: Progress | None = None, cancelled: Cancelled | None = None) -> BackedUp:
    """Make a backup, copy it to the second place when that is there, and delete those that are too old.

    Raises NoRoom, NotBackedUp, Damaged, or Stopped while the backup itself is being made; stopped later, it
    is only not copied.
    """
    made = vault.back_up(progress, cancelled)
    days, place = int(group_setting(vault, DAYS)), second_place()
    vault.thin_out_backups(days)
    needed = {one.head.fields["epoch"] for one in vault.backups()}
    vault.forget_previous(needed.__contains__)
    log.event("backup", bytes=made.bytes)
    if place is None:
        return BackedUp(made.file, None)
    if not place.is_dir():
        return BackedUp(made.file, False, WorldError(*NOT_THERE))
    try:
        vault.carry_backup(made.file, place, progress, cancelled)
    except DiskFull as full:
        return BackedUp(made.file, False, full if full.values else NotCopied())
    except Stopped as stopped:
        return BackedUp(made.file, False, stopped)
    except WorldError:
        return BackedUp(made.file, False, NotCopied())
    vault.thin_out_backups(days, place)
    return BackedUp(made.file, True)


def due(vault: Vault) -> bool:
    """Say whether a backup is to be made on the way out; the example has none."""
    return not group_setting(vault, "is_example") and vault.backup_due(datetime.now(UTC))


def takes_long(vault: Vault) -> bool:
    """Say whether leaving now means a backup that takes more than a moment."""
    with suppress(VcseError):
        return due(vault) and vault.size() > LONG
    return False


def leave(
    vault: Vault,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    *,
    at_once: bool = False,
) -> VcseError | None:
    """Lock a vault, after a backup when one is due; return why none was made, None when all is well.

    ``at_once``: make none now, since the computer goes to sleep or somebody else takes it.
    """
    with vault:
        try:
            if not at_once and due(vault):
                return back_up(vault, progress, cancelled).why
        except VcseError as error:
            log.event("no_backup")
            return error
    return None
