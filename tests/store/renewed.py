"""What must hold of a vault of which the helper was removed, however its change of data key has ended."""

from pathlib import Path

import pytest

from tests.store.state import key_of, living
from tests.trio import HELPERS, MEMBERS
from tests.vaults import PASSPHRASE
from vcse_desktop.store import keysfile
from vcse_desktop.store.errors import WrongKeyOrDamaged
from vcse_desktop.store.vault import Vault, open_vault, open_with_code, people


def must_open(folder: Path, code: str, before: object) -> bytes:
    """Fail unless whoever should opens it whole, and nothing is left lying about; return the key."""
    keeper, member = (person.slot for person in people(folder))
    with open_vault(folder, PASSPHRASE, slot=keeper) as opened:  # who comes first finishes what was begun
        assert records(opened) == before
        assert opened.verify() == []
        key = key_of(opened)
    open_vault(folder, MEMBERS, slot=member).lock()
    open_with_code(folder, code).lock()
    left = sorted(file.name for file in folder.iterdir() if file.name != "vault.lock")
    assert left == ["data.db", "vault.keys", "vault.keys.bak"], left
    for keys in keysfile.read(folder):
        assert keys.is_sound(key)
    with pytest.raises(WrongKeyOrDamaged):
        open_vault(folder, HELPERS)
    return key


def records(vault: Vault) -> object:
    return {table: rows for table, rows in living(vault).items() if table != "slot"}
