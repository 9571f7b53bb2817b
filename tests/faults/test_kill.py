"""A program that is killed while it writes keeps what it had promised, and leaves no half of anything."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import LONG
from tests.faults.disk import laid, taken
from tests.faults.judging import after_a_crash
from tests.faults.recording import HERE, recorded
from tests.faults.stores import OURS, PLAIN, Store
from tests.faults.struck_works import WORKS
from tests.faults.tally import Tally
from tests.faults.works import Work

RUNS = 100 if LONG else 3
STRIKES = 25 if LONG else 1


def kill_a_writer(root: Path, store: Store, folder: Path, seconds: float) -> int:
    """Let a program write for a while, kill it, and return the newest unit that it had promised."""
    command = [sys.executable, "-m", "tests.faults.writer", store.name, str(folder)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(seconds)
        child.kill()
        said = child.stdout.read().splitlines(keepends=True)
    whole = [line for line in said if line.endswith("\n")]
    return int(whole[-1]) if whole else 0


@pytest.mark.parametrize("store", [OURS, PLAIN], ids=lambda store: store.name)
def test_killed_writers_lose_no_promised_unit(root: Path, store: Store, tmp_path: Path, tally: Tally) -> None:
    store.make(tmp_path)
    least = 0
    for run in range(RUNS):
        least = max(least, kill_a_writer(root, store, tmp_path, tally.chance.uniform(0.0, 0.25)))
        tally.tried(store.name, "kills")
        tally.harm(store.name, after_a_crash(store, tmp_path, least), f"kill {run}")
    assert least > RUNS  # the writers were not all killed before their first unit


if HERE:

    @pytest.mark.parametrize("work", WORKS.values(), ids=str)
    def test_programs_killed_at_a_write(root: Path, work: Work, tmp_path: Path, tally: Tally) -> None:
        """As a replay has it, but a program has really died of it."""
        writes = len(recorded(work, tmp_path / "made").ops)
        work.prepare(tmp_path / "before")
        before = taken(tmp_path / "before")
        for number in range(STRIKES):
            at, status = writes, 0
            while status == 0:  # done anew it may take a write less: it was over before it could die
                folder, at = laid(before, tmp_path / f"{number}-{at}"), tally.chance.randrange(at)
                command = [sys.executable, "-m", "tests.faults.struck", str(work), str(folder), str(at)]
                done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
                status = done.returncode
            assert status == -9, done.stderr
            promised = [int(word) if word.isdigit() else word for word in done.stdout.splitlines()]
            tally.tried(work.store.name, "kills at a write")
            tally.harm(work.store.name, work.harm(folder, promised), f"{work}, write {at} of {writes}")
