"""A vault that three people can open, each with their own passphrase: a keeper, a member and a helper."""

from pathlib import Path

from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.vault import Vault

MEMBERS, HELPERS = "the member's own words", "the helper's own words"
SECRETS = {"A. K.": PASSPHRASE, "Mair": MEMBERS, "Huw": HELPERS}


def make_trio(folder: Path) -> tuple[Vault, str]:
    """Return the open vault, and its recovery code; the keeper is in, and somebody is on record."""
    vault, code = make_vault(folder)
    vault.add_person("Mair", "member", MEMBERS, kdf=FLOOR)
    vault.add_person("Huw", "helper", HELPERS, kdf=FLOOR)
    with vault.unit("add") as unit:
        unit.save("person", None, {"known_as": "Ann", "note": "bread and tea"})
    return vault, code


def slot_of(vault: Vault, label: str) -> str:
    """Return the number of somebody's slot."""
    return next(str(slot["slot"]) for slot in vault.slots() if slot["label"] == label)
