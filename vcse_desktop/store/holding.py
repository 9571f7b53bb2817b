"""The slots of an open vault: how they are kept, in its table and in its files of keys, and opened anew."""

import json
from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import UTC, datetime

from vcse_desktop.errors import WorldError
from vcse_desktop.store import drafts, keysfile, pins
from vcse_desktop.store.backing import Restored
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.encoding import canonical
from vcse_desktop.store.errors import WrongKeyOrDamaged
from vcse_desktop.store.holders import fitting_paper, with_new_passphrase
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.passphrase import Kdf
from vcse_desktop.store.slots import Slot
from vcse_desktop.store.unit import Job


class Holding(Restored):
    """The slots as they are, and what whoever is in can do with their own passphrase and the sheet."""

    def slots(self) -> list[Slot]:
        """Return the slots as they stand in the table: the people's, and the recovery sheet's."""
        return [json.loads(str(row["body"])) for row in self.rows("slot")]

    def change_passphrase(self, old: str, new: str, *, kdf: Kdf | None = None) -> None:
        """Let a new passphrase open the vault instead of an old one.

        ``old`` is the passphrase of whoever is in, or the recovery code, which sets the passphrase of whoever
        is in, or else of the first keeper. WrongKeyOrDamaged when it is neither; Refused when the new one is
        too short.
        """
        with self._inside.changing:
            self.keep_slots([with_new_passphrase(self.slots(), self.member, old, new, kdf)])

    def rehearse(self, code: str) -> None:
        """Open the recovery slot for real with the printed code, and remember the day.

        Refused names the slip, or says that the code is sound but another vault's.
        """
        slot = fitting_paper(self.slots(), code)
        with self._program_unit("keys") as unit:
            unit.save("slot", int(slot["slot"]), {"rehearsed_on": _day()})

    def must_be_sheet(self, code: str) -> None:
        """Refuse a code that opens no sheet of this vault, and name the slip in it."""
        fitting_paper(self.slots(), code)

    def keep_slots(
        self,
        slots: Sequence[Slot],
        *,
        gone: Collection[Slot] = (),
        jobs: Sequence[Job] = (),
        rehearsed: Slot | None = None,
    ) -> int | None:
        """Keep these slots, new ones or in place of their number, and drop those that are gone, in the table
        and in ``vault.keys``; return the unit of work."""
        inside = self._inside
        numbered = {slot["slot"]: slot for slot in (*self.slots(), *slots)}
        staying = [slot for number, slot in numbered.items() if number not in {one["slot"] for one in gone}]
        keys = inside.keys.with_slots(tuple(staying), bytes(inside.data_key))
        try:
            with self._program_unit("keys") as unit:
                for slot in slots:
                    day = {"rehearsed_on": _day()} if slot is rehearsed else {}
                    unit.save("slot", int(slot["slot"]), {"body": canonical(slot).decode("ascii"), **day})
                for slot in gone:
                    unit.remove("slot", int(slot["slot"]))
                unit.jobs += [
                    *jobs,
                    lambda con: _forget(con, gone),
                    lambda _: keysfile.write(self.folder, keys),
                ]
        except BaseException:
            self.heal_keys(())
            raise
        inside.keys = keys
        return unit.id

    def heal_keys(self, found: Sequence[Keys]) -> None:
        """Write both files of keys from the table of slots, unless they were found to say just that.

        A full disk must not keep anybody from reading: then they stay as they are until the next time.
        """
        inside = self._inside
        keys = inside.keys.with_slots(tuple(self.slots()), bytes(inside.data_key))
        if [(one.slots, one.is_sound(bytes(inside.data_key))) for one in found] != [(keys.slots, True)] * 2:
            with suppress(WorldError):
                keysfile.write(self.folder, keys)
                inside.keys = keys

    def admit(self) -> None:
        """Refuse whoever came in by a slot that is not in the table: the file of keys said too much."""
        if str(self.member) not in {slot["slot"] for slot in self.slots()}:
            raise WrongKeyOrDamaged

    @property
    def rehearsed(self) -> bool:
        """Whether the printed recovery code was ever typed back in full."""
        return any(row["rehearsed_on"] for row in self.rows("slot"))


def _forget(con: Connection, gone: Collection[Slot]) -> None:
    """Drop what this laptop keeps for each of those who are gone: nobody else could see or end it."""
    for slot in gone:
        drafts.drop_of(con, int(slot["slot"]))
        pins.keep(con, int(slot["slot"]), None)


def _day() -> str:
    return datetime.now(UTC).astimezone().date().isoformat()
