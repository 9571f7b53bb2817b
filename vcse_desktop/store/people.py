"""How the people and the recovery sheet of an open vault are changed."""

from vcse_desktop.store import membership
from vcse_desktop.store.holders import PERSON, RECOVERY
from vcse_desktop.store.holding import Holding
from vcse_desktop.store.local import SigningKey, keep_signing_key
from vcse_desktop.store.passphrase import FLOOR, Kdf
from vcse_desktop.store.unit import Job


class People(Holding):
    """Whether whoever is in may do so is asked before, by ``actions``."""

    def add_person(self, label: str, role: str, passphrase: str, *, kdf: Kdf | None = None) -> int | None:
        """Let somebody new open the vault with a passphrase of their own; return the unit of work.

        Refused when the name is empty or taken, or the passphrase too short.
        """
        inside = self._inside
        with inside.changing:
            slots = self.slots()
            cost = kdf or max(
                (Kdf(**s["kdf"]) for s in slots if s["kind"] == PERSON), key=_cost, default=FLOOR
            )
            key = bytes(inside.data_key)
            made = membership.with_person(
                inside.keys, slots, key, label=label, role=role, passphrase=passphrase, kdf=cost
            )
            return self.keep_slots([made])

    def change_person(self, slot: str, *, label: str | None = None, role: str | None = None) -> int | None:
        """Give somebody another name or role; Refused when that would leave no keeper, or the name is taken.

        The slot's key is bound to both, so it is sealed anew. The passphrase stays.
        """
        with self._inside.changing:
            key = bytes(self._inside.data_key)
            unit = self.keep_slots([membership.changed(self.slots(), slot, key, label=label, role=role)])
        if role is not None and slot == str(self.member):
            self.role = role
        return unit

    def remove_person(self, slot: str) -> int | None:
        """Drop somebody's slot; Refused for the last keeper. They keep the data key that they may have taken
        with them, until ``new_key``."""
        with self._inside.changing:
            slots = self.slots()
            gone = membership.person(slots, slot)
            membership.must_leave_a_keeper(slots, slot)
            return self.keep_slots([], gone=[gone])

    def replace_sheet(self, code: str, typed: str, signing: SigningKey | None = None) -> int | None:
        """Let a new code open the vault instead of that of any sheet before, once typed back from paper.

        ``signing`` is kept in the same step: the identity that names the new sheet.
        """
        inside = self._inside
        jobs: list[Job] = [lambda con: keep_signing_key(con, signing)] if signing else []
        with inside.changing:
            made = membership.sheet(inside.keys, bytes(inside.data_key), code, typed)
            papers = [slot for slot in self.slots() if slot["kind"] == RECOVERY]
            return self.keep_slots([made], gone=papers, jobs=jobs, rehearsed=made)

    def must_be_removable(self, slot: str) -> None:
        """Refuse when this person was removed meanwhile, or is the last keeper."""
        slots = self.slots()
        membership.person(slots, slot)
        membership.must_leave_a_keeper(slots, slot)


def _cost(kdf: Kdf) -> int:
    return kdf.m * kdf.t
