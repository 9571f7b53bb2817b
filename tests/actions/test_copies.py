"""Beside a second version of the data nothing is opened and nothing touched; both dates are told."""

import os
from functools import partial
from pathlib import Path

import pytest

from tests.commands import Run
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.actions.copies import must_have_no_copies
from vcse_desktop.actions.unlocking import unlock, unlock_with_code
from vcse_desktop.errors import Refused

LEFT = [
    "data (conflicted copy 2026-11-21 101500).db",
    "data (Nia's conflicted copy 2026-11-21).db",
    "data.sync-conflict-20261121-101500-ABCDEFG.db",
    "data_conflict-20261121-101500.db",
    "data (1).db",
    "data(1).db",
    "data 2.db",
    "data-LAPTOP-7K2.db",
    "data - Copy.db",
    "data.db (Case Conflict)",
]
OURS = [
    "data.db-wal",
    "data.db-shm",
    "data.db.new",
    "data-new.db",
    "vault.keys.bak",
    "database.db",
    "notes.db",
]


def test_a_copy_stops_every_way_in_and_both_dates_are_told(tmp_path: Path) -> None:
    vault, code = make_vault(tmp_path)
    vault.lock()
    other = tmp_path / LEFT[0]
    other.write_bytes(b"something else")
    os.utime(other, (1_790_000_000, 1_790_000_000))
    before = {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in tmp_path.iterdir()}
    for opens in (partial(unlock, tmp_path, PASSPHRASE), partial(unlock_with_code, tmp_path, code)):
        with pytest.raises(Refused) as refused:
            opens()
        assert refused.value.values["other"] == LEFT[0]
        assert str(refused.value.values["other_day"]).startswith("2026-09-2")
        assert str(refused.value.values["day"]) > "2026"
    assert {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in tmp_path.iterdir()} == before
    other.rename(tmp_path.with_name("elsewhere.db"))
    unlock(tmp_path, PASSPHRASE).lock()


@pytest.mark.parametrize("name", LEFT)
def test_a_copy_is_known_by_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "data.db").write_bytes(b"")
    must_have_no_copies(tmp_path)
    (tmp_path / name).write_bytes(b"")
    with pytest.raises(Refused, match="two versions"):
        must_have_no_copies(tmp_path)


def test_files_of_the_program_itself_are_no_copies(tmp_path: Path) -> None:
    (tmp_path / "data.db").write_bytes(b"")
    for name in OURS:
        (tmp_path / name).write_bytes(b"")
    must_have_no_copies(tmp_path)


def test_the_command_line_stops_too_and_warns_of_a_synced_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    make_vault(folder)[0].lock()
    (tmp_path / ".stfolder").mkdir()
    said = run("doctor", folder)
    assert said.status == 0 and "copied to other places by itself" in said.err
    (folder / "data (1).db").write_bytes(b"")
    said = run("doctor", folder)
    assert said.status == 3 and "two versions" in said.err
