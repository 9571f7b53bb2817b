"""What the tests of the store look at: all that is alive, and the encrypted file from the outside."""

from pathlib import Path

from vcse_desktop.store.bind import Connection
from vcse_desktop.store.door import DATA
from vcse_desktop.store.engine import connect
from vcse_desktop.store.vault import Vault

Living = dict[str, list[dict[str, object]]]


def living(vault: Vault) -> Living:
    """Return every living row of every table by name."""
    tables = sorted(vault._inside.shapes)
    return {table: found for table in tables if vault.may_read(table) and (found := vault.rows(table))}


def key_of(vault: Vault) -> bytes:
    """Return the data key, as somebody has it who tampers with the file."""
    return bytes(vault._inside.data_key)


def raw(folder: Path, key: bytes) -> Connection:
    """Open the file of a locked vault past the program: without triggers, so nothing is noted."""
    return connect(folder / DATA, key)
