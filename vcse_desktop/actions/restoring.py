"""Trying a backup, and bringing one back: here or on another computer, with a secret of its day."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from vcse_desktop import log
from vcse_desktop.actions.backing import back_up, second_place
from vcse_desktop.actions.folders import IN_USE, must_not_be_shared, must_suit, suggested
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_
from vcse_desktop.store import restoring
from vcse_desktop.store.backup_key import Secret, by_code, by_passphrase
from vcse_desktop.store.door import DATA
from vcse_desktop.store.erasing_again import Erased
from vcse_desktop.store.errors import files_at_fault
from vcse_desktop.store.gauge import Cancelled, Progress
from vcse_desktop.store.holders import RECOVERY, fitting_paper
from vcse_desktop.store.kept import kept_in
from vcse_desktop.store.restoring import Back
from vcse_desktop.store.roles import KEEPER, refusal
from vcse_desktop.store.unfit import DoesNotOpen, Stopped
from vcse_desktop.store.vault import Vault

__all__ = ["Back", "DoesNotOpen", "Present", "Secret", "Stopped", "Trial", "secret"]

FORGOTTEN_PACKS = N_(
    "Packs that were made after {day} are not remembered here. Before you make another, check the file of "
    "each under “Check a pack” and take it into the register: new numbers are checked against what was told."
)
"""What whoever brings a backup back is told, if its group signs packs."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What a trial has shown. ``newest``: the day of the newest change in it; ``made_on``: the day of the
    file, both local. ``sheet``: whether the printed code opened it. ``old``: whether that secret no longer
    opens the vault of today; None when nobody can say."""

    records: int
    newest: date
    made_on: date
    sheet: bool
    old: bool | None


@dataclass(frozen=True, slots=True)
class Present:
    """A vault that a backup is to take the place of, locked by now: its folder, and what is erased in it."""

    folder: Path
    erased: Erased | None = None


def secret(typed: str, *, sheet: bool) -> Secret:
    """Return what was typed as a secret; Refused names a slip in a code."""
    return by_code(typed) if sheet else by_passphrase(typed)


def newest_backup(vault: Vault) -> Path | None:
    """Return the newest backup, to be offered first."""
    return next((one.file for one in vault.backups()), None)


def newest_in(folder: Path) -> Path | None:
    """Return the newest backup beside a vault that cannot be opened, or in the second place."""
    second = second_place()
    found = [*kept_in(folder / restoring.PLACE), *(kept_in(second) if second else ())]
    return max(found, key=lambda one: one.made_at).file if found else None


def try_backup(
    file: Path,
    typed: Secret,
    vault: Vault | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Trial:
    """Bring a backup back on trial, compare it with its own header, and take it away again.

    An open vault remembers the day, nothing else. Raises what is wrong with the file, DoesNotOpen, Stopped.
    """
    found = restoring.rehearse(file, typed, progress, cancelled)
    old = None
    if vault is not None:
        old = found.slot["pub"] not in {slot["pub"] for slot in vault.slots()}
        vault.note_rehearsal(file, datetime.now(UTC).astimezone().date())
    log.event("backup_tried", records=found.records)
    sheet = found.slot["kind"] == RECOVERY
    return Trial(found.records, _day(found.newest or found.made_at), _day(found.made_at), sheet, old)


def before_restoring(vault: Vault) -> Present:
    """Make a backup of an open vault, if it can be made, and lock it, so that one can take its place.

    Refused to anybody but a keeper: then the vault stays open. It is set aside in any case, so that a
    full disk or damage keeps nobody from bringing an older backup back.
    """
    _must_be_keeper(vault)
    with vault:
        erased: Erased | None = None
        with suppress(WorldError):
            erased = vault.erased_rows()
            back_up(vault)
        return Present(vault.folder, erased)


def place_for(file: Path, places: Collection[Path]) -> Path:
    """Return a new folder to bring a backup back into, in the first of these places that suits a vault."""
    return suggested(places, file.name.partition("T")[0])


def restore(
    file: Path,
    typed: Secret,
    present: Present,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Back:
    """Bring a backup back into a folder; returns the vault open, with what became of the one before.

    Refused for a network share, and in a synced folder where no vault is yet. Raises what is wrong with the
    file, DoesNotOpen, AnotherVault, NoRoom, Stopped: then everything is as it was.
    """
    _must_be_free(present.folder)
    second = second_place()
    back = restoring.restore(
        file,
        typed,
        present.folder,
        erased=present.erased,
        places=[second] if second else [],
        progress=progress,
        cancelled=cancelled,
    )
    log.event("restored", erased=back.erased, unread=back.unread)
    return back


def _must_be_free(folder: Path) -> None:
    """Refuse a folder that a vault cannot be in, or in which something else is."""
    instead = suggested((Path.home(),), folder.name)
    with files_at_fault():
        names = {one.name for one in folder.iterdir()} if folder.is_dir() else set[str]()
    if DATA in names:
        must_not_be_shared(folder)
        return
    must_suit(folder, lambda: instead)
    if any(name not in restoring.OURS and not name.startswith(restoring.FRESH) for name in names):
        raise Refused(*IN_USE, folder=instead)


def confirm_signing(vault: Vault, code: str) -> None:
    """Let the right to sign hold again: a keeper is in, and the recovery sheet is there.

    Refused names a slip in the code, or says that it is another vault's.
    """
    _must_be_keeper(vault)
    fitting_paper(vault.slots(), code)
    vault.confirm_signing()


def _must_be_keeper(vault: Vault) -> None:
    if vault.role != KEEPER:
        raise refusal(KEEPER)


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone().date()
