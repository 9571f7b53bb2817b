"""Killed while a backup comes back, the vault before is whole, and doing it again goes through."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import LONG
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store.backup_key import by_passphrase
from vcse_desktop.store.restoring import restore
from vcse_desktop.store.vault import Vault, open_vault

MOVES = 6
"""So many files change places."""
KILLED = """
import os, sys
from pathlib import Path
from vcse_desktop.store import replaced
from vcse_desktop.store.restoring import restore
from vcse_desktop.store.backup_key import by_passphrase
real, left = replaced.replace_file, [int(sys.argv[3])]
def move(source, target):
    if not left[0]:
        os._exit(9)
    left[0] -= 1
    real(source, target)
replaced.replace_file = move
restore(Path(sys.argv[1]), by_passphrase(sys.argv[4]), Path(sys.argv[2])).vault.lock()
"""


def names(vault: Vault) -> list[object]:
    return [row["known_as"] for row in vault.rows("person")]


def add(vault: Vault, name: str) -> None:
    with vault.unit("add") as unit:
        unit.save("person", None, {"known_as": name})


@pytest.mark.parametrize("moves", range(MOVES) if LONG else (0, 3, 4))
def test_killed_while_files_change_places(tmp_path: Path, root: Path, moves: int) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    with vault:
        add(vault, "Ann")
        file = vault.back_up().file
        add(vault, "Later")
    words = [sys.executable, "-c", KILLED, str(file), str(vault.folder), str(moves), PASSPHRASE]
    killed = subprocess.run(words, cwd=root, env=os.environ.copy(), capture_output=True, check=False)
    assert killed.returncode == 9, killed.stderr
    with restore(file, by_passphrase(PASSPHRASE), vault.folder).vault as back:
        assert names(back) == ["Ann"]
        assert back.verify() == []
    whole = []
    for aside in (vault.folder / "set-aside").iterdir():
        if (aside / "data.db").exists():
            for backup in (vault.folder / "backups").iterdir():  # its keys may have gone aside before it
                (aside / "backups").mkdir(exist_ok=True)
                (aside / "backups" / backup.name).write_bytes(backup.read_bytes())
            with open_vault(aside, PASSPHRASE) as before:
                whole.append(names(before))
    assert ["Ann", "Later"] in whole
    assert list(vault.folder.glob("restoring-*")) == []
