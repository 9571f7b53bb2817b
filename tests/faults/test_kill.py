"""A program that is killed while it writes keeps what it had promised, and leaves no half of anything."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store.vault import Vault, open_vault

RUNS = 100 if os.environ.get("VCSE_LONG") else 10
WRITER = """
import random, sys, pathlib
from vcse_desktop.store.vault import open_vault
vault = open_vault(pathlib.Path(sys.argv[1]), sys.argv[2])
chance = random.Random(int(sys.argv[3]))
print("ready", flush=True)
while True:
    with vault.unit("add") as unit:
        person = unit.save("person", None, {"known_as": "x" * chance.randrange(400)})
        session = unit.save("session", None, {"came": [person], "people_n": 3})
        words = {"session": session, "person": person, "note": "y" * chance.randrange(3000)}
        unit.save("time_given", None, words)
    print(unit.id, flush=True)
    with vault.unit("edit") as unit:
        unit.save("person", person, {"known_as": "edited", "phone": "1"})
        unit.save("session", session, {"people_n": 4})
    print(unit.id, flush=True)
"""


def kill_a_writer(root: Path, folder: Path, seed: int) -> int:
    """Let a program write for a moment, kill it, and return the newest unit that it had said was saved."""
    command = [sys.executable, "-c", WRITER, str(folder), PASSPHRASE, str(seed)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(random.Random(seed).uniform(0.0, 0.25))  # noqa: S311
        child.kill()
        said = child.stdout.read().splitlines(keepends=True)
    whole = [line for line in said if line.endswith("\n")]
    return int(whole[-1]) if whole else 0


def must_hold_whole_units(vault: Vault) -> None:
    """Fail unless every unit of the writer is there whole."""
    people, sessions, time_given = (vault.rows(table) for table in ("person", "session", "time_given"))
    edited = [row for row in people if row["known_as"] == "edited"]
    assert len(people) == len(sessions) == len(time_given)
    assert [row["came"] for row in sessions] == [[row["id"]] for row in people]
    assert [row["phone"] for row in people].count("1") == len(edited)
    assert [row["people_n"] for row in sessions].count(4) == len(edited)
    assert vault.units(1)[0].id == 1 + len(people) + len(edited)
    assert vault.verify() == []


def test_killed_writers_lose_no_promised_unit(root: Path, tmp_path: Path) -> None:
    seed = random.randrange(10**6)  # noqa: S311
    vault, _ = make_vault(tmp_path)
    vault.lock()
    newest = 0
    for run in range(RUNS):
        promised = kill_a_writer(root, tmp_path, seed + run)
        with open_vault(tmp_path, PASSPHRASE) as opened:
            assert opened.units(1)[0].id >= promised, f"seed {seed}, run {run}"
            must_hold_whole_units(opened)
        newest = max(newest, promised)
    assert newest > RUNS  # the writers were not all killed before their first unit
