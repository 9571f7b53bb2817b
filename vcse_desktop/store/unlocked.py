"""An open vault: who may open it, whether it is whole, and how it is locked."""

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from vcse_desktop.errors import WorldError
from vcse_desktop.paths import profile_dir
from vcse_desktop.store import device, keysfile, spelling, verifying
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.encoding import canonical
from vcse_desktop.store.engine import DATA, Lane, connect
from vcse_desktop.store.errors import Damaged, StoppedLate, WrongKeyOrDamaged
from vcse_desktop.store.holders import fitting_paper, with_new_passphrase
from vcse_desktop.store.journal import newest_stamps
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.passphrase import Kdf
from vcse_desktop.store.slots import Slot
from vcse_desktop.store.writing import Writing


class Vault(Writing):
    """An open vault; leaving its block locks it. Any thread may use it: one thread of its own writes."""

    made_for_it: tuple[Path, ...] = ()
    """The folders that were made for this vault, deepest first; empty unless it was just made."""

    def verify(
        self, progress: verifying.Progress | None = None, cancelled: verifying.Cancelled | None = None
    ) -> list[str]:
        """Return what is wrong with this vault as codes; empty when it is whole.

        "cancelled" stands last when ``cancelled`` has stopped it.
        """
        inside = self._inside
        try:
            lane = Lane(lambda: connect(self.folder / DATA, bytes(inside.data_key), reader=True))
        except (Damaged, WrongKeyOrDamaged):
            return ["unreadable"]
        try:
            found = lane.run(lambda con: verifying.problems(con, inside.tables, progress, cancelled))
        finally:
            lane.close()
        return found + inside.writer.run(verifying.search_problems)

    def also(self, words: str) -> list[str]:
        """Return words to look for as well, when those that were typed are hardly found; likeliest first."""
        return self._ask(lambda con: spelling.also(con, words))

    def change_passphrase(self, old: str, new: str, *, kdf: Kdf | None = None) -> None:
        """Let a new passphrase open the vault instead of an old one.

        ``old`` is the passphrase of whoever is in, or the recovery code, which sets the passphrase of whoever
        is in, or else of the first keeper. WrongKeyOrDamaged when it is neither; Refused when the new one is
        too short.
        """
        slot = with_new_passphrase(self._slots(), self.member, old, new, kdf)
        self.keep_slots([slot])

    def rehearse(self, code: str) -> None:
        """Open the recovery slot for real with the printed code, and remember the day.

        Refused names the slip, or says that the code is sound but another vault's.
        """
        slot = fitting_paper(self._slots(), code)
        with self.unit("keys") as unit:
            day = datetime.now(UTC).astimezone().date().isoformat()
            unit.save("slot", int(slot["slot"]), {"rehearsed_on": day})

    def _slots(self) -> list[Slot]:
        return [json.loads(str(row["body"])) for row in self.rows("slot")]

    def keep_slots(self, slots: Sequence[Slot]) -> None:
        """Keep these slots, new ones or in place of their number, in the table and in ``vault.keys``."""
        inside = self._inside
        numbered = {slot["slot"]: slot for slot in (*self._slots(), *slots)}
        keys = inside.keys.with_slots(tuple(numbered.values()), bytes(inside.data_key))
        try:
            with self.unit("keys") as unit:
                for slot in slots:
                    unit.save("slot", int(slot["slot"]), {"body": canonical(slot).decode("ascii")})
                unit.jobs.append(lambda _: keysfile.write(self.folder, keys))
        except BaseException:
            self.heal_keys(())
            raise
        inside.keys = keys

    def heal_keys(self, found: Sequence[Keys]) -> None:
        """Write both files of keys from the table of slots, unless they were found to say just that.

        A full disk must not keep anybody from reading: then they stay as they are until the next time.
        """
        inside = self._inside
        keys = inside.keys.with_slots(tuple(self._slots()), bytes(inside.data_key))
        if [(one.slots, one.is_sound(bytes(inside.data_key))) for one in found] != [(keys.slots, True)] * 2:
            with suppress(WorldError):
                keysfile.write(self.folder, keys)
                inside.keys = keys

    def lock(self) -> None:
        """Finish what runs, empty the WAL, wipe the key, let others in. Twice does no harm."""
        inside, newest = self._inside, 0

        def last(con: Connection) -> None:
            nonlocal newest
            newest = newest_stamps(con).get(inside.author.device, 0)
            con.execute("PRAGMA wal_checkpoint(TRUNCATE)")

        try:
            inside.reader.close()
            inside.writer.close(last)
        finally:
            if any(inside.data_key):
                with suppress(OSError):  # a profile that is gone only costs the number
                    device.remember(profile_dir(), inside.keys.vault, inside.author.device, newest)
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
