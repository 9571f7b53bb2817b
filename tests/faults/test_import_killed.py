"""An import of 20,000 rows that is killed at any moment leaves all of them, or nothing."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import LONG
from tests.faults.importer import PEOPLE, ROWS, SAVED, STEPS
from tests.faults.tally import Tally
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store.vault import open_vault

RUNS = 25 if LONG else 2
KEPT = (("time_given", "hours"), ("person", "known_as"), ("activity", "title"))
ALL = [ROWS, PEOPLE, 1]


def killed(root: Path, folder: Path, step: int) -> bool:
    """Import in a child, kill it once it has come so far, and return whether it said before that it saved."""
    command = [sys.executable, "-m", "tests.faults.importer", str(folder)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = [line.strip() for _, line in zip(range(step + 1), child.stdout, strict=False)]
        child.kill()
        said += child.stdout.read().split()
    return SAVED in said


def test_an_import_that_is_killed_leaves_all_or_nothing(root: Path, tmp_path: Path, tally: Tally) -> None:
    vault, _ = make_vault(tmp_path / "before")
    vault.lock()
    steps = [STEPS, *(tally.chance.randrange(STEPS) for _ in range(RUNS - 1))]  # the first dies as it commits
    for run, step in enumerate(steps):
        folder = shutil.copytree(tmp_path / "before", tmp_path / f"run {run}")
        promised = killed(root, folder, step)
        with open_vault(folder, PASSPHRASE) as after:
            counts = [len(after.values(kind, fields=(code,))) for kind, code in KEPT]
        tally.tried("vault", "imports killed")
        half = "half units" if counts not in ([0, 0, 0], ALL) else ""
        lost = "acknowledged work lost" if promised and counts != ALL else ""
        tally.harm("vault", half or lost, f"import killed at step {step}: {counts}")
        shutil.rmtree(folder)
