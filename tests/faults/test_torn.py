"""A torn or rotten file gives whole units or says that it is damaged; it never gives something else."""

import os
import random
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store.errors import Damaged, WrongKeyOrDamaged
from vcse_desktop.store.vault import Vault, open_vault

TORN, ROTTEN = (100, 200) if os.environ.get("VCSE_LONG") else (24, 24)
UNITS = 12


@dataclass
class Copies:
    """A vault as it lay on the disk while it was open, and what was in it after each unit."""

    folder: Path
    states: list[list[object]]
    chance: random.Random
    seed: int


def names(vault: Vault) -> list[object]:
    return [row["known_as"] for row in vault.rows("person")]


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copies]:
    seed = random.randrange(10**6)  # noqa: S311
    vault, _ = make_vault(tmp_path_factory.mktemp("torn"))
    vault.lock()
    folder = tmp_path_factory.mktemp("copy") / "vault"
    with open_vault(vault.folder, PASSPHRASE) as opened:
        states = [names(opened)]
        for number in range(UNITS):
            with opened.unit("add") as unit:
                for person in range(number):
                    unit.save("person", None, {"known_as": f"{number} {person}", "note": "x" * 700})
            states.append(names(opened))
        shutil.copytree(vault.folder, folder, ignore=shutil.ignore_patterns("*-shm"))
    yield Copies(folder, states, random.Random(seed), seed)  # noqa: S311


def flipped(content: bytes, place: int, bit: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 1 << bit]) + content[place + 1 :]


def test_a_torn_log_opens_to_whole_units(copies: Copies, tmp_path: Path) -> None:
    log = (copies.folder / "data.db-wal").read_bytes()
    found = set()
    for number in range(TORN):
        place = copies.chance.randrange(32, len(log))
        torn = log[:place] if number % 2 else flipped(log, place, number % 8)
        folder = shutil.copytree(copies.folder, tmp_path / str(number))
        (folder / "data.db-wal").write_bytes(torn)
        with open_vault(folder, PASSPHRASE) as opened:
            assert names(opened) in copies.states, f"seed {copies.seed}, {number}"
            assert opened.verify() == [], f"seed {copies.seed}, {number}"
            found.add(len(names(opened)))
            with opened.unit("add") as unit:
                unit.save("person", None, {"known_as": "afterwards"})
            assert opened.verify() == []
    assert len(found) > 3


def test_a_rotten_file_is_found_and_never_shown(copies: Copies, tmp_path: Path) -> None:
    whole = shutil.copytree(copies.folder, tmp_path / "whole")
    open_vault(whole, PASSPHRASE).lock()  # takes the log into the file
    data = (whole / "data.db").read_bytes()
    for number in range(ROTTEN):
        place = copies.chance.randrange(len(data))
        folder = shutil.copytree(whole, tmp_path / str(number))
        (folder / "data.db").write_bytes(flipped(data, place, number % 8))
        with suppress(Damaged, WrongKeyOrDamaged), open_vault(folder, PASSPHRASE) as opened:
            assert opened.verify() != [], f"seed {copies.seed}, byte {place}"
            assert names(opened) == copies.states[-1]  # or it raises Damaged
