"""Whether the vault is whole: when it was looked through, what was found, and what to do then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from vcse_desktop.actions.standing import is_helper, keepers_only
from vcse_desktop.actions.told_before import wrong_in
from vcse_desktop.store import checking
from vcse_desktop.store.checking import FULL, QUICK
from vcse_desktop.store.findings import FOUND, NotWhole, harmful, sentences
from vcse_desktop.store.vault import Vault

__all__ = [
    "FOUND",
    "FULL",
    "QUICK",
    "Looked",
    "NotWhole",
    "doctor",
    "due",
    "last_looked",
    "look_through",
    "newest_good_backup",
    "rebuild_index",
]


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking through a vault: a sentence for each thing found.

    ``only_index`` says that the records are not harmed, and the index can be made anew.
    """

    found: tuple[str, ...] = ()
    stopped: bool = False
    only_index: bool = False


def look_through(
    vault: Vault,
    kind: str = FULL,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Looked:
    """Look through everything (FULL), or what the daily look takes in (QUICK); note what was found.

    With any harm the files are set aside, and nothing more is written until the vault is locked.
    """
    found = vault.check(kind, progress, cancelled)
    only_index = bool(found) and not harmful(found)
    stopped = "cancelled" in found
    skip = stopped or harmful(found) or kind != FULL or is_helper(vault)
    told = [] if skip else wrong_in(vault)
    return Looked((*sentences(found), *told), stopped, only_index and not stopped and not told)


def doctor(vault: Vault) -> list[str]:
    """Check everything that can be checked; returns a sentence for each thing found."""
    return list(look_through(vault).found)


def due(vault: Vault) -> str | None:
    """Return which look is due, FULL or QUICK; None when there is time."""
    return checking.due(vault.last_checks(), datetime.now(UTC))


def last_looked(vault: Vault) -> date | None:
    """Return the day on which everything was last looked through; None when it never was."""
    found = vault.last_checks().get(FULL)
    return found.at.astimezone().date() if found else None


def rebuild_index(vault: Vault) -> None:
    """Make what is kept for searching anew from the records."""
    keepers_only(vault)
    vault.rebuild_search()


def newest_good_backup(vault: Vault) -> date | None:
    """Return the day of the newest backup, to offer after damage: each was found whole when it was made."""
    return next((one.made_at.astimezone().date() for one in vault.backups()), None)
