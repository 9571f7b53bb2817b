"""What can be asked of an open vault about its backups, and done for them."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from vcse_desktop.errors import WorldError
from vcse_desktop.store import backup_log, erasing_again, local, summary
from vcse_desktop.store.backup import Backup, make_backup
from vcse_desktop.store.backup_log import SECOND
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.carrying import carry
from vcse_desktop.store.container import unsealed
from vcse_desktop.store.door import DATA
from vcse_desktop.store.erasing_again import Erased
from vcse_desktop.store.errors import files_at_fault
from vcse_desktop.store.gauge import Cancelled, Gauge, Progress
from vcse_desktop.store.kept import PLACE, Kept, kept_in, look_at, thin_out
from vcse_desktop.store.summary import Summary
from vcse_desktop.store.unfit import DamagedBackup
from vcse_desktop.store.writing import Writing

OFTEN = timedelta(hours=20)


@dataclass(frozen=True, slots=True)
class Remembered:
    """``copied``: when a backup was last put into the second place. ``tried``: the day one was last restored
    on trial. ``since``: the day from which there is something to back up."""

    copied: datetime | None
    tried: date | None
    since: date | None


class Backing(Writing):
    """Backups. Making one leaves the records alone; others may go on writing meanwhile."""

    def back_up(self, progress: Progress | None = None, cancelled: Cancelled | None = None) -> Backup:
        """Make a backup beside the vault and remember it; raises what ``make_backup`` raises."""
        inside = self._inside
        made = make_backup(
            self.folder,
            inside.keys,
            bytes(inside.data_key),
            self.device,
            progress=progress,
            cancelled=cancelled,
        )
        self._note(made.file.name, made.bytes, made.sha256)
        return made

    def carry_backup(
        self,
        file: Path,
        folder: Path,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> None:
        """Copy a backup to a second place and remember it; raises what ``carry`` raises."""
        kept = look_at(file)
        carry(file, folder, Gauge(2 * kept.bytes, progress, cancelled))
        self._note(SECOND + file.name, kept.head.body_bytes, kept.head.fields["body_sha256"])

    def backups(self, folder: Path | None = None) -> list[Kept]:
        """Return the backups of this vault beside it, or in a second place; newest first."""
        return kept_in(folder or self.folder / PLACE, self._inside.keys.vault)

    def thin_out_backups(self, days: int, folder: Path | None = None) -> list[str]:
        """Delete those that are no longer kept, when they are kept for so many days; return their names."""
        place = folder or self.folder / PLACE
        return thin_out(place, self._inside.keys.vault, datetime.now(UTC), days)

    def backup_due(self, now: datetime) -> bool:
        """Say whether something changed since the last backup, and that one is older than 20 hours."""
        found = self.backups()
        if found and timedelta() <= now - found[0].made_at < OFTEN:
            return False
        last = self._ask(summary.latest)
        if not found:
            return bool(last)
        try:
            sealed = unsealed(found[0].head, bytes(self._inside.data_key))
        except DamagedBackup:  # it was made under another key
            return True
        return bool(sealed["last"] != last)

    def remembered_backups(self) -> Remembered:
        """Return what is remembered of copies and trials."""

        def ask(con: Connection) -> Remembered:
            asked = (backup_log.last_copied, backup_log.last_rehearsed, backup_log.first_unit)
            copied, tried, since = (one(con) for one in asked)
            return Remembered(copied, tried, since)  # type: ignore[arg-type]

        return self._ask(ask)

    def size(self) -> int:
        """Return how many bytes there are to back up, about."""
        with files_at_fault():
            return (self.folder / DATA).stat().st_size

    def summary(self) -> Summary:
        """Return what is kept here, in numbers."""
        return self._ask(summary.read)

    def note_rehearsal(self, file: Path, day: date) -> None:
        """Remember that this file was restored on trial."""
        sha256 = look_at(file).head.fields["body_sha256"]
        self._inside.writer.run(lambda con: backup_log.note_rehearsal(con, file.name, sha256, day))

    def _note(self, file: str, size: int, sha256: str) -> None:
        with suppress(WorldError):  # a full disk: the file is there all the same
            self._inside.writer.run(lambda con: backup_log.note(con, file, size, sha256))


class Restored(Backing):
    """What a vault that came out of a backup still has to go through."""

    def erased_rows(self) -> Erased:
        """Return the rows that are erased here."""
        return self._ask(erasing_again.erased_rows)

    def erase_again(self, rows: Iterable[tuple[int, int]]) -> int | None:
        """Erase what was erased elsewhere, as one unit; None when all of it is erased already."""
        tables = self._inside.tables
        return self._write("erase", [lambda con: erasing_again.erase_again(con, tables, rows)])

    def rest_signing(self) -> None:
        """Let the right to sign rest."""
        self._inside.writer.run(local.rest_signing_key)

    def confirm_signing(self) -> None:
        """Let it sign again; whoever calls this has seen a keeper with the recovery sheet."""
        self._inside.writer.run(local.confirm_signing_key)

    @property
    def signing_rests(self) -> bool:
        """Whether the right to sign rests since a backup, or another computer's copy, was opened here."""
        return self._ask(local.signing_rests)

    @property
    def identity(self) -> str:
        """As JSON, as whom packs are signed here, also while the right to sign rests; "" when by nobody."""
        return self._ask(local.identity)
