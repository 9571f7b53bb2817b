"""Making a vault, opening it, and proving that its recovery code works."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from vcse_desktop.actions.copies import must_have_no_copies
from vcse_desktop.actions.folders import must_not_be_shared, must_suit, suggested
from vcse_desktop.actions.recording import must_be_sound
from vcse_desktop.actions.slips import must_be_whole
from vcse_desktop.i18n import N_, tr
from vcse_desktop.packs.identity import Identity, new_identity
from vcse_desktop.records.vocabularies import lists
from vcse_desktop.store.errors import WrongKeyOrDamaged
from vcse_desktop.store.passphrase import long_enough
from vcse_desktop.store.recovery import new_code, read_code
from vcse_desktop.store.vault import (
    Kdf,
    Person,
    SigningKey,
    Vault,
    create_vault,
    discard,
    open_vault,
    open_with_code,
    people,
)

__all__ = [
    "Kdf",
    "Person",
    "Vault",
    "WrongKeyOrDamaged",
    "change_passphrase",
    "discard",
    "long_enough",
    "must_be_nameable",
    "new_passphrase",
    "new_vault",
    "people",
    "rehearse",
    "unlock",
    "unlock_with_code",
]

FIRST_PERSON = N_("Keeper")


def new_vault(  # noqa: PLR0913 - what the first run asks for
    folder: Path,
    organisation: str,
    passphrase: str,
    *,
    keeper: str = "",
    kind: str | None = None,
    number: str = "",
    kdf: Kdf | None = None,
) -> tuple[Vault, str]:
    """Make a vault with its organisation and signing identity; returns it open, and its recovery code.

    ``keeper`` is the name on the screen before the vault, ``kind`` a code of the list organisation_type. The
    code is shown once and kept nowhere. Raises Refused for a name, number or passphrase that cannot be used
    and WorldError when the folder cannot be; then nothing is left behind.
    """
    must_suit(folder.absolute(), lambda: suggested((Path.home(),), organisation))
    us = must_be_nameable(organisation, kind, number)
    label = " ".join(keeper.split()) or tr(FIRST_PERSON)
    vault, code = create_vault(folder, passphrase, label, kdf=kdf)
    try:
        made = _identity(us["name"], number, code)
        vault.keep_signing_key(SigningKey(made.private_key, made.certificate, json.dumps(made.statements)))
        with vault.unit("begin") as unit:
            unit.save("organisation", None, us)
    except BaseException:
        discard(vault)
        raise
    return vault, code


def must_be_nameable(organisation: str, kind: str | None, number: str) -> Mapping[str, object]:
    """Return our own record; NotSound or Refused when this name, kind or number cannot stand in it."""
    us = {"name": " ".join(organisation.split()), "is_us": True, **({"type": kind} if kind else {})}
    must_be_sound("organisation", us, lists())
    _identity(us["name"], number, new_code())
    return us


def unlock(folder: Path, passphrase: str, *, slot: str | None = None) -> Vault:
    """Open a vault, for the person of this slot or for any; the caller locks it (it is a context manager)."""
    _must_be_openable(folder)
    return open_vault(folder, passphrase, slot=slot)


def unlock_with_code(folder: Path, code: str) -> Vault:
    """Open a vault with the code on its recovery sheet; Refused names the group that a slip is in."""
    _must_be_openable(folder)
    must_be_whole(code, folder)
    return open_with_code(folder, code)


def rehearse(vault: Vault, code: str, *, sheet: str = "") -> None:
    """Type the recovery code back from paper; the first pack waits for this.

    ``sheet`` is the code itself while it is still known. Refused names the group that a slip is in.
    """
    must_be_whole(code, vault.folder, sheet)
    vault.rehearse(code)


def change_passphrase(vault: Vault, old: str, new: str) -> None:
    """Change the passphrase of the person who is in; the recovery code stands in for a forgotten one."""
    vault.change_passphrase(old, new)


def new_passphrase(vault: Vault, code: str, new: str) -> Vault:
    """Set a new passphrase for the first keeper by the recovery code; returns the vault opened with it.

    The vault that was given is locked in any case.
    """
    with vault:
        change_passphrase(vault, code, new)
    return open_vault(vault.folder, new)


def _must_be_openable(folder: Path) -> None:
    must_not_be_shared(folder.absolute())
    must_have_no_copies(folder)


def _identity(name: object, number: str, code: str) -> Identity:
    now = datetime.now(UTC).replace(microsecond=0)
    return new_identity(str(name), number, read_code(code).decode("ascii"), now)
