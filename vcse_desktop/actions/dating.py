"""Whether the date of this computer can be right, by the newest that was recorded."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from vcse_desktop.store.vault import Vault

BEHIND, AHEAD = timedelta(days=1), timedelta(days=400)
"""How far this computer may be behind or ahead of the newest record until somebody is asked."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What this computer says, and when the newest record was written; both in local time."""

    now: datetime
    newest: datetime


def doubted(vault: Vault, now: datetime | None = None) -> Doubt | None:
    """Return why the date may be wrong; None when nothing speaks against it.

    ``now`` is with a time zone; it is that of this computer unless it is given.
    """
    here, written = now or datetime.now(UTC), vault.newest_at()
    if written is None or -BEHIND <= here - written <= AHEAD:
        return None
    return Doubt(here.astimezone(), written.astimezone())
