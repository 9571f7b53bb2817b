"""Making a vault, opening it, and proving that its recovery code works."""

import json
from datetime import UTC, datetime
from pathlib import Path

from vcse_desktop.actions.recording import must_be_sound
from vcse_desktop.i18n import N_, tr
from vcse_desktop.packs.identity import Identity, new_identity
from vcse_desktop.records.vocabularies import lists
from vcse_desktop.store.recovery import new_code, read_code
from vcse_desktop.store.vault import Kdf, SigningKey, Vault, create_vault, discard, open_vault

__all__ = ["Kdf", "Vault", "change_passphrase", "discard", "new_vault", "rehearse", "unlock"]

FIRST_PERSON = N_("Keeper")


def new_vault(
    folder: Path, organisation: str, passphrase: str, *, number: str = "", kdf: Kdf | None = None
) -> tuple[Vault, str]:
    """Make a vault with its organisation and signing identity; returns it open, and its recovery code.

    The code is shown once and kept nowhere. Raises Refused for a name, number or passphrase that cannot be
    used and WorldError when the folder cannot be; then nothing is left behind.
    """
    us = {"name": " ".join(organisation.split()), "is_us": True}
    must_be_sound("organisation", us, lists())
    _identity(us["name"], number, new_code())  # refuses before anything is made
    vault, code = create_vault(folder, passphrase, tr(FIRST_PERSON), kdf=kdf)
    try:
        made = _identity(us["name"], number, code)
        vault.keep_signing_key(SigningKey(made.private_key, made.certificate, json.dumps(made.statements)))
        with vault.unit("begin") as unit:
            unit.save("organisation", None, us)
    except BaseException:
        discard(vault)
        raise
    return vault, code


def unlock(folder: Path, passphrase: str) -> Vault:
    """Open a vault; the caller locks it (it is a context manager)."""
    return open_vault(folder, passphrase)


def rehearse(vault: Vault, code: str) -> None:
    """Type the recovery code back from paper; the first pack waits for this."""
    vault.rehearse(code)


def change_passphrase(vault: Vault, old: str, new: str) -> None:
    """Change the passphrase of the person who is in; the recovery code stands in for a forgotten one."""
    vault.change_passphrase(old, new)


def _identity(name: object, number: str, code: str) -> Identity:
    now = datetime.now(UTC).replace(microsecond=0)
    return new_identity(str(name), number, read_code(code).decode("ascii"), now)
