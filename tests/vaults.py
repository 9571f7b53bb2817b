"""A real vault on disk for any test, made in a blink: its keys are derived at the floor cost."""

from pathlib import Path

from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.vault import Vault, create_vault

PASSPHRASE = "four words make it"  # noqa: S105 - of vaults that live for one test


def make_vault(folder: Path) -> tuple[Vault, str]:
    """Return an open vault in this empty or new folder, and its recovery code; the caller locks it."""
    return create_vault(folder, PASSPHRASE, "A. K.", kdf=FLOOR)
