"""Whose slot a secret opens, and how a holder of the vault gets a new passphrase."""

from collections.abc import Iterable, Sequence

from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.store.errors import WrongKeyOrDamaged
from vcse_desktop.store.passphrase import Kdf, long_enough, passphrase_bytes
from vcse_desktop.store.recovery import read_code
from vcse_desktop.store.slots import Slot, make_slot, open_slot

PERSON, RECOVERY = "person", "recovery"


def open_any(slots: Iterable[Slot], secret: bytes) -> tuple[Slot, bytes]:
    """Return the first of these slots that the secret opens, and the data key."""
    for slot in slots:
        try:
            return slot, open_slot(slot, secret)
        except WrongKeyOrDamaged:
            continue
    raise WrongKeyOrDamaged


def fitting_paper(slots: Iterable[Slot], code: str) -> Slot:
    """Return the recovery slot that this code opens; Refused names the slip, or says that it is another's."""
    try:
        return open_any([slot for slot in slots if slot["kind"] == RECOVERY], read_code(code))[0]
    except WrongKeyOrDamaged:
        raise Refused(
            N_("This code does not open the vault"),
            N_(
                "There is no slip in it, but it is not the code of this vault. Nothing was changed. "
                "Look for the newest sheet."
            ),
        ) from None


def with_new_passphrase(slots: Sequence[Slot], member: int, old: str, new: str, kdf: Kdf | None) -> Slot:
    """Return a slot made anew for the new passphrase: new key pair, new salt, these costs if any.

    ``old`` is the passphrase of the member, or the recovery code; with the code it is the slot of the member,
    or of the first keeper when the member came in by the code. Refused when the new one is too short.
    """
    secret = long_enough(new)
    people = [slot for slot in slots if slot["kind"] == PERSON]
    mine = [slot for slot in people if int(slot["slot"]) == member]
    try:
        _, data_key = open_any([slot for slot in slots if slot["kind"] == RECOVERY], read_code(old))
        slot = (mine or [slot for slot in people if slot["role"] == "keeper"])[0]
    except Refused:  # it is no code, so it is a passphrase
        slot, data_key = open_any(mine, passphrase_bytes(old))
    head = {name: slot[name] for name in ("slot", "vault", "epoch", "kind", "label", "role")}
    return make_slot(head, secret, data_key, kdf or Kdf(**slot["kdf"]))
