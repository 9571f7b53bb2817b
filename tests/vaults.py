"""A real vault on disk for any test, made in a blink: its keys are derived at the floor cost."""

from pathlib import Path

from vcse_desktop.store.ident import new_id
from vcse_desktop.store.passphrase import FLOOR, passphrase_bytes
from vcse_desktop.store.slots import make_slot
from vcse_desktop.store.vault import Vault, create_vault, open_vault

PASSPHRASE = "four words make it"  # noqa: S105 - of vaults that live for one test
THEIRS = "another four words here"
"""What a helper or a member of such a vault types."""


def make_vault(folder: Path) -> tuple[Vault, str]:
    """Return an open vault in this empty or new folder, and its recovery code; the caller locks it."""
    return create_vault(folder, PASSPHRASE, "A. K.", kdf=FLOOR)


def as_somebody_else(vault: Vault, role: str, label: str = "Nia") -> Vault:
    """Lock a vault that a keeper has open, and return it opened by somebody new with this role."""
    inside = vault._inside
    head = {"vault": inside.keys.vault, "epoch": inside.keys.epoch, "slot": str(new_id()), "kind": "person"}
    key = bytes(inside.data_key)
    slot = make_slot({**head, "label": label, "role": role}, passphrase_bytes(THEIRS), key, FLOOR)
    vault.keep_slots([slot])
    vault.lock()
    return open_vault(vault.folder, THEIRS, slot=str(slot["slot"]))
