"""An open vault: who may open it, whether it is whole, and how it is locked."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from vcse_desktop.errors import WorldError
from vcse_desktop.store import device, drafts, keysfile, spelling
from vcse_desktop.store.bind import Connection, Error
from vcse_desktop.store.door import DATA
from vcse_desktop.store.ending import ending
from vcse_desktop.store.errors import StoppedLate
from vcse_desktop.store.forgetting import Forgetting
from vcse_desktop.store.gauge import Cancelled, Progress
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.previous import open_previous, renewed, seal_previous
from vcse_desktop.store.renewing import must_fit, renew
from vcse_desktop.store.roles import HELPER
from vcse_desktop.store.verifying import Stopped
from vcse_desktop.store.wholeness import Checked


class Vault(Checked, Forgetting):
    """An open vault; leaving its block locks it. Any thread may use it: one thread of its own writes."""

    made_for_it: tuple[Path, ...] = ()
    """The folders that were made for this vault, deepest first; empty unless it was just made."""
    unfinished = False
    """Whether a change of data key that had been under way could not be finished: the key is the old one."""

    def also(self, words: str) -> list[str]:
        """Return words to look for as well, when those that were typed are hardly found; likeliest first.

        None for a helper: they would be words of records that they may not read.
        """
        if self.role == HELPER:
            return []
        return self._ask(lambda con: spelling.also(con, words))

    def new_key(self, progress: Progress | None = None, cancelled: Cancelled | None = None) -> bool:
        """Give the vault a new data key, sealed to everybody who may open it; False when it was stopped.

        Whoever could open it before and has no slot any more opens nothing of what is written from now on.
        NoRoom, DiskFull, CannotWrite or Damaged leave the key as it was.
        """
        inside, fresh = self._inside, os.urandom(32)

        def make() -> Keys:
            return renewed(inside.keys, self.slots(), bytes(inside.data_key), fresh)

        self.must_be_whole()
        try:
            renew(
                inside,
                make,
                fresh,
                progress or (lambda _, __: None),
                lambda: inside.closing or bool(cancelled and cancelled()),
            )
        except Stopped:
            return False
        self.kept, self.unfinished = True, False
        return True

    def must_fit_twice(self) -> None:
        """Refuse by NoRoom when there is no room for the copy that a new data key is made on."""
        must_fit(self.folder / DATA)

    def finish_key(self, keys: Keys, fresh: bytes) -> None:
        """Finish a change of data key; where the disk does not allow it, stay with the key that there is."""
        try:
            renew(self._inside, lambda: keys, fresh, lambda _, __: None, lambda: False)
        except WorldError:
            self.unfinished = True
            self.heal_keys(())

    def forget_previous(self, needed: Callable[[int], bool]) -> None:
        """Drop the older data keys whose epochs no backup needs any more."""
        inside = self._inside
        with inside.changing:
            key, vault = bytes(inside.data_key), inside.keys.vault
            kept = {epoch: old for epoch, old in self.older_keys().items() if needed(epoch)}
            if len(kept) < len(inside.keys.previous):
                fewer = replace(inside.keys, previous=seal_previous(kept, key, vault))
                keys = fewer.with_slots(tuple(self.slots()), key)
                keysfile.write(self.folder, keys)
                inside.keys = keys

    def older_keys(self) -> dict[int, bytes]:
        """Return the data keys before this one that are still kept, by their epochs: for older backups."""
        inside = self._inside
        return open_previous(inside.keys.previous, bytes(inside.data_key), inside.keys.vault)

    def lock(self) -> None:
        """Finish what runs or roll it back, keep the drafts, empty the WAL, wipe the key, let others in.

        Twice does no harm.
        """
        inside, end = self._inside, None
        inside.closing = True

        def last(con: Connection) -> None:
            nonlocal end
            with suppress(Error):  # a full disk must not keep the WAL from being emptied
                drafts.write(con, *self._at_lock)
            end = ending(con, inside.author.device)
            con.execute("PRAGMA wal_checkpoint(TRUNCATE)")

        try:
            inside.reader.close(patience=0)
            inside.writer.close(last)
        finally:
            if any(inside.data_key):
                with suppress(OSError):  # a profile that is gone only costs the number
                    if end is not None:
                        device.remember(inside.profile, inside.keys.vault, inside.author.device, end)
            inside.data_key[:] = bytes(len(inside.data_key))
            inside.lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, fault: BaseException | None, __: TracebackType | None
    ) -> None:
        try:
            self.lock()
        except KeyboardInterrupt as stop:
            fault = stop
            if not self.kept:
                raise
        if isinstance(fault, KeyboardInterrupt) and self.kept:
            raise StoppedLate from fault
