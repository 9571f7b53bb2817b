"""An open vault: everything that changes it goes through here."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_
from vcse_desktop.paths import profile_dir
from vcse_desktop.store import device, keysfile, local, search, undo, verifying
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.encoding import canonical
from vcse_desktop.store.engine import DATA, Lane, connect
from vcse_desktop.store.errors import WrongKeyOrDamaged
from vcse_desktop.store.journal import work
from vcse_desktop.store.local import SigningKey
from vcse_desktop.store.passphrase import Kdf, long_enough, passphrase_bytes
from vcse_desktop.store.reading import Reading
from vcse_desktop.store.recovery import read_code
from vcse_desktop.store.slots import Slot, make_slot, open_any
from vcse_desktop.store.undo import LeftAlone
from vcse_desktop.store.unit import Job, Unit


class Vault(Reading):
    """An open vault; leaving its block locks it. Any thread may use it: one thread of its own writes."""

    @contextmanager
    def unit(self, why: str) -> Iterator[Unit]:
        """Collect what one human action does; at the end all of it is saved, or nothing.

        ``why`` is a code: add, edit, remove, import … An exception in the body means that nothing is
        written; DiskFull and CannotWrite mean that nothing was.
        """
        unit = Unit(self._inside.shapes)
        yield unit
        unit.id = self._write(why, unit.jobs)

    def _write(self, why: str, jobs: Sequence[Job], undoes: str | None = None) -> int | None:
        inside = self._inside

        def job(con: Connection) -> int | None:
            with work(con, inside.author, why, undoes) as mark:
                for write in jobs:
                    write(con)
                search.refresh(con, inside.shapes, mark)
            return mark.n if mark.count else None

        return inside.writer.run(job)

    def undo(self, unit: int) -> list[LeftAlone]:
        """Take a unit back by a new one, which can be undone too; return what was changed since and stays."""
        left: list[LeftAlone] = []
        name = self._inside.reader.run(lambda con: undo.name_of(con, unit))
        self._write("undo", [lambda con: left.extend(undo.take_back(con, self._inside.tables, unit))], name)
        return left

    def verify(
        self, progress: verifying.Progress | None = None, cancelled: verifying.Cancelled | None = None
    ) -> list[str]:
        """Return what is wrong with this vault as codes; empty when it is whole.

        "cancelled" stands last when ``cancelled`` has stopped it.
        """
        inside = self._inside
        lane = Lane(lambda: connect(self.folder / DATA, bytes(inside.data_key), reader=True))
        try:
            found = lane.run(lambda con: verifying.problems(con, inside.tables, progress, cancelled))
        finally:
            lane.close()
        return found + inside.writer.run(verifying.search_problems)

    def keep_signing_key(self, key: SigningKey) -> None:
        """Keep the key that packs are signed with on this laptop, instead of any other."""
        self._inside.writer.run(lambda con: local.keep_signing_key(con, key))

    def change_passphrase(self, old: str, new: str, *, kdf: Kdf | None = None) -> None:
        """Let a new passphrase open the vault instead of an old one.

        ``old`` is the passphrase of whoever is in, or the recovery code, which sets the passphrase of whoever
        is in, or else of the first keeper. WrongKeyOrDamaged when it is neither; Refused when the new one is
        too short.
        """
        secret, slots = long_enough(new), self._slots()
        people = [slot for slot in slots if slot["kind"] == "person"]
        mine = [slot for slot in people if int(slot["slot"]) == self.member]
        try:
            open_any([slot for slot in slots if slot["kind"] == "recovery"], read_code(old))
            slot = (mine or [slot for slot in people if slot["role"] == "keeper"])[0]
        except Refused:
            slot, _ = open_any(mine, passphrase_bytes(old))
        head = {name: slot[name] for name in ("slot", "vault", "epoch", "kind", "label", "role")}
        fresh = make_slot(head, secret, bytes(self._inside.data_key), kdf or Kdf(**slot["kdf"]))
        with self.unit("keys") as unit:
            unit.save("slot", int(slot["slot"]), {"body": canonical(fresh).decode("ascii")})
        self.write_keys()

    def rehearse(self, code: str) -> None:
        """Open the recovery slot for real with the printed code, and remember the day.

        Refused names the slip, or says that the code is sound but another vault's.
        """
        papers = [slot for slot in self._slots() if slot["kind"] == "recovery"]
        try:
            slot, _ = open_any(papers, read_code(code))
        except WrongKeyOrDamaged:
            raise Refused(
                N_("This code does not open the vault"),
                N_(
                    "There is no slip in it, but it is not the code of this vault. Look for the newest sheet."
                ),
            ) from None
        with self.unit("keys") as unit:
            day = datetime.now(UTC).astimezone().date().isoformat()
            unit.save("slot", int(slot["slot"]), {"rehearsed_on": day})

    def _slots(self) -> list[Slot]:
        return [json.loads(str(row["body"])) for row in self.rows("slot")]

    def write_keys(self, *, anew: bool = False) -> None:
        """Write ``vault.keys`` from the table of slots, if it says anything else or ``anew`` asks for it."""
        inside, slots = self._inside, tuple(self._slots())
        if not anew and slots == inside.keys.slots and inside.keys.is_sound(bytes(inside.data_key)):
            return
        keys = replace(inside.keys, serial=inside.keys.serial + 1, slots=slots).sealed(bytes(inside.data_key))
        keysfile.write(self.folder, keys)
        inside.keys = keys

    def lock(self) -> None:
        """Finish what runs, empty the WAL, wipe the key, let others in. Twice does no harm."""
        inside = self._inside
        try:
            inside.reader.close()
            inside.writer.close(lambda con: con.execute("PRAGMA wal_checkpoint(TRUNCATE)"))
        finally:
            inside.data_key[:] = bytes(len(inside.data_key))
            self.remember_device()
            inside.lock.release()

    def remember_device(self) -> None:
        """Keep this laptop's number and newest stamp; a full disk only costs it that number."""
        author = self._inside.author
        with suppress(WorldError):
            device.remember(profile_dir(), self._inside.keys.vault, author.device, author.clock.last)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.lock()
