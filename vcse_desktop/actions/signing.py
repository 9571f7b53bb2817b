"""Who may sign for the group, and that it is they who sit there."""

import json

from vcse_desktop.actions.standing import is_keeper
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.store.errors import WrongKeyOrDamaged
from vcse_desktop.store.holders import RECOVERY, open_any
from vcse_desktop.store.passphrase import passphrase_bytes
from vcse_desktop.store.recovery import read_code
from vcse_desktop.store.slots import Slot
from vcse_desktop.store.vault import Vault

KEEPERS_ONLY = (
    N_("A keeper can do this"),
    N_("Packs are signed in the group's name, so only a keeper may sign. Nothing was made."),
)


class NotYours(Refused):
    """The passphrase is not that of whoever is in, so nothing was signed."""

    def __init__(self) -> None:
        super().__init__(
            N_("This is not your passphrase"),
            N_(
                "This is not the passphrase that you opened the program with, so nothing was signed or made. "
                "Type it again slowly."
            ),
        )


def confirm(vault: Vault, passphrase: str) -> None:
    """Return when this is the passphrase of the keeper who is in, or the code that they came in with."""
    must_be_keeper(vault)
    if not _opens(vault, passphrase):
        raise NotYours


def is_theirs(vault: Vault, typed: str) -> bool:
    """Say whether this is the passphrase of whoever is in, or the code that they came in with."""
    try:
        return _opens(vault, typed)
    except Refused:  # a slip in a code
        return False


def must_be_keeper(vault: Vault, why: tuple[str, str] = KEEPERS_ONLY) -> None:
    """Refuse anybody but a keeper, in these words."""
    if not is_keeper(vault):
        raise Refused(*why)


def _opens(vault: Vault, typed: str) -> bool:
    mine = _mine(vault)
    paper = any(slot["kind"] == RECOVERY for slot in mine)
    try:
        open_any(mine, read_code(typed) if paper else passphrase_bytes(typed))
    except WrongKeyOrDamaged:
        return False
    return True


def _mine(vault: Vault) -> list[Slot]:
    slots = [json.loads(str(row["body"])) for row in vault.rows("slot")]
    return [slot for slot in slots if int(slot["slot"]) == vault.member]
