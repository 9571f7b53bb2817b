"""A change of data key that is cut off at any moment is finished or forgotten: nobody is locked out."""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.renewed import must_open, records
from tests.store.state import key_of, raw
from tests.trio import HELPERS, make_trio, slot_of
from tests.vaults import PASSPHRASE
from vcse_desktop.errors import VcseError
from vcse_desktop.store import renewing, wholefile
from vcse_desktop.store.vault import Vault, open_vault

LONG = bool(os.environ.get("VCSE_LONG"))
RUNS = 50 if LONG else 3
CHANGER = """
import pathlib, sys
from vcse_desktop.store.vault import open_vault
print("ready", flush=True)
with open_vault(pathlib.Path(sys.argv[1]), sys.argv[2]) as vault:
    print("open", flush=True)
    while True:
        vault.new_key()
        print("done", flush=True)
"""


@pytest.fixture
def left(tmp_path: Path) -> Iterator[tuple[Vault, str]]:
    """A vault that the helper has left, with some records in it, and its code."""
    vault, code = make_trio(tmp_path / "vault")
    with vault:
        shutil.copytree(vault.folder, tmp_path / "theirs")
        vault.remove_person(slot_of(vault, "Huw"))
        with vault.unit("import") as unit:
            for number in range(300):
                unit.save("person", None, {"known_as": f"P{number}", "note": "x" * 300})
        yield vault, code


def test_a_crash_at_any_step_is_finished_or_forgotten_when_it_is_opened(
    left: tuple[Vault, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A copy of the folder is what a crash leaves: one at every step, and round each file put in place."""
    vault, code = left
    before, copies, real = records(vault), list[Path](), wholefile.replace_file

    def step(done: int, _: int) -> None:
        if LONG or done in (0, renewing.COPIED, renewing.KEYED, renewing.CHECKED):
            copy()

    def copy() -> None:
        ours = shutil.ignore_patterns("*-shm")
        copies.append(shutil.copytree(vault.folder, tmp_path / f"crash{len(copies)}", ignore=ours))

    def replace_file(source: Path, target: Path) -> None:
        copy()
        real(source, target)
        copy()

    for module in ("wholefile", "renewing"):
        monkeypatch.setattr(f"vcse_desktop.store.{module}.replace_file", replace_file)
    old = key_of(vault)
    vault.new_key(step)
    monkeypatch.undo()
    vault.lock()
    keys = [must_open(folder, code, before) for folder in copies]
    assert keys == sorted(keys, key=lambda key: key != old), "old ones first, then new ones"
    assert keys[0] == old
    assert keys[-1] != old


def test_a_program_killed_while_it_changes_the_key_locks_nobody_out(
    left: tuple[Vault, str], root: Path, tmp_path: Path
) -> None:
    vault, code = left
    before, first = records(vault), key_of(vault)
    vault.lock()
    seed, changed = random.randrange(10**6), 0  # noqa: S311
    for run in range(RUNS):
        changed += kill_a_changer(root, vault.folder, seed + run, after=not run)
        key = must_open(vault.folder, code, before)
    assert changed, f"seed {seed}: none had said that it changed the key"
    assert key != first
    for name in ("vault.keys", "vault.keys.bak"):
        shutil.copy2(tmp_path / "theirs" / name, vault.folder / name)
    with pytest.raises(VcseError):  # who was removed had copied the keys of their day: nothing new opens
        open_vault(vault.folder, HELPERS)


def kill_a_changer(root: Path, folder: Path, seed: int, *, after: bool) -> int:
    """Let a program change the key again and again, kill it, and return how often it had said that it did.

    ``after`` waits for the first time, however slow the computer is.
    """
    command = [sys.executable, "-c", CHANGER, str(folder), PASSPHRASE]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        first = child.stdout.readline() if after else ""
        time.sleep(random.Random(seed).uniform(0.05, 1.2))  # noqa: S311
        child.kill()
        return (first + child.stdout.read()).count("done")


@pytest.mark.parametrize("left_in_it", [b"", bytes(4096)])
def test_a_rollback_journal_of_no_use_is_not_left_lying(left: tuple[Vault, str], left_in_it: bytes) -> None:
    """A crash just when the log is put away leaves one that SQLite neither plays back nor removes."""
    vault, code = left
    before = records(vault)
    vault.lock()
    (vault.folder / "data.db-journal").write_bytes(left_in_it)
    must_open(vault.folder, code, before)


def test_a_rollback_journal_that_is_needed_is_played_back(left: tuple[Vault, str], tmp_path: Path) -> None:
    vault, code = left
    before, key = records(vault), key_of(vault)
    vault.lock()
    con = raw(vault.folder, key)
    for pragma in ("journal_mode=DELETE", "cache_size=1", "cache_spill=1"):
        con.execute(f"PRAGMA {pragma}").fetchall()
    con.execute("BEGIN IMMEDIATE")
    con.execute("DROP TRIGGER IF EXISTS person_au")
    con.execute("CREATE TABLE half AS SELECT * FROM person")
    con.execute("INSERT INTO half SELECT * FROM person")
    shutil.copytree(vault.folder, tmp_path / "crash")  # what a crash in the middle leaves
    con.execute("ROLLBACK")
    con.close()
    assert (tmp_path / "crash" / "data.db-journal").stat().st_size > len(b"a header")
    must_open(tmp_path / "crash", code, before)
