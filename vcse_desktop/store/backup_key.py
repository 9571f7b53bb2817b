"""How a backup is opened: with a passphrase of its day, or with the recovery code of its day."""

from pathlib import Path
from typing import NamedTuple

from vcse_desktop.store import container
from vcse_desktop.store.container import Head, read_head
from vcse_desktop.store.errors import WrongKeyOrDamaged
from vcse_desktop.store.holders import PERSON, RECOVERY, open_any
from vcse_desktop.store.kept import keys_of
from vcse_desktop.store.migrations import STEPS
from vcse_desktop.store.passphrase import passphrase_bytes
from vcse_desktop.store.recovery import read_code
from vcse_desktop.store.slots import Slot
from vcse_desktop.store.unfit import DoesNotOpen, NewerBackup
from vcse_desktop.store.unsealing import Unsealed


class Secret(NamedTuple):
    """A passphrase or a recovery code, as slots are opened with it. ``kind`` is that of the slots."""

    kind: str
    typed: bytes

    def open(self, slots: list[Slot]) -> tuple[Slot, bytes]:
        """Return the slot that this opens, and the data key; WrongKeyOrDamaged when it opens none."""
        return open_any([slot for slot in slots if slot.get("kind") == self.kind], self.typed)


def by_passphrase(typed: str) -> Secret:
    """Return the secret of a person's slot."""
    return Secret(PERSON, passphrase_bytes(typed))


def by_code(typed: str) -> Secret:
    """Return the secret of the recovery slot; Refused names a slip in it."""
    return Secret(RECOVERY, read_code(typed))


def unseal(file: Path, secret: Secret) -> tuple[Head, Unsealed]:
    """Open the header of a backup; DoesNotOpen when the secret is of no slot in it."""
    head = read_head(file)
    if not set(head.fields["migrations"]) <= {step.__name__ for step in STEPS}:
        raise NewerBackup
    try:
        slot, data_key = secret.open(head.slots)
    except WrongKeyOrDamaged:
        raise DoesNotOpen from None
    container.unsealed(head, data_key)
    return head, Unsealed(keys_of(head).sealed(data_key), slot, data_key)
