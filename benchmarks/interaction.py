"""What recording costs at the speed of a drop-in session, with 100,000 records: keys, and the last one."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

from benchmarks.generate import PASSPHRASE, cached
from benchmarks.measures.timing import USUAL
from vcse_desktop.actions.recording import today
from vcse_desktop.paths import HOME_VARIABLE
from vcse_desktop.settings import write_computer
from vcse_desktop.store.vault import open_vault

RECORDS = 100_000
FOLDER = Path(__file__).parents[1] / "build" / "vaults"
KEYS = {
    "hours": ("hours for one person, of another length than usual", 12),
    "repeat": ("the last session again, before its exceptions", 2),
    "insight": ("something someone said, beyond its words", 12),
    "contact": ("a walk-in carer, beyond their words", 40),
}
TIMES = {
    "hours": ("hours kept and drawn", 50),
    "repeat": ("a register kept and drawn", 50),
    "insight": ("something said kept and drawn", 50),
    "contact": ("a contact kept and drawn", 50),
    "group": ("hours of an unnamed group kept and drawn", 50),
    "switch": ("another place of the program", 200),
    "step": ("a step of a long list, of its own thread", 50),
}
AFTER = {
    "settled": "after each job, until all else on the page is asked anew",
    "first visit": "the first visit to a place (it is built then)",
}
"""What is told beside these, without a limit."""
TWENTIETHS = 20


def main() -> int:
    """Print keys, and ms of the usual processor: the middle and the slowest of twenty; 1 past a limit."""
    pressed, took = used()
    past = False
    for code, (name, limit) in KEYS.items():
        past |= pressed[code] > limit
        told = "   PAST ITS LIMIT" if pressed[code] > limit else ""
        print(f"{name:<58}{pressed[code]:6} keys{limit:14} at most{told}")
    print(f"{'':58}{'median':>11}{'95%':>9}{'at most':>13}")
    for code, (name, limit) in TIMES.items():
        times = sorted(one * USUAL for one in took[code])
        middle, slow = median(times), quantiles(times, n=TWENTIETHS, method="inclusive")[-1]
        worst = times[-1] if code == "step" else middle
        past |= worst > limit
        told = "   PAST ITS LIMIT" if worst > limit else ""
        print(f"{name:<58}{middle:8.1f} ms{slow:6.1f} ms{limit:8} ms{told}")
    for code, name in AFTER.items():
        times = [one * USUAL for one in took[code]]
        print(f"{name:<58}{median(times):8.1f} ms{max(times):6.1f} ms at most")
    return int(past)


def used() -> tuple[dict[str, int], dict[str, list[float]]]:
    """Use a window in a process of its own on a copy of the vault; return keys, and times in fixed pieces."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place) / "vault"
        shutil.copytree(cached(RECORDS, FOLDER), folder)
        os.environ[HOME_VARIABLE] = place
        with open_vault(folder, PASSPHRASE) as vault, vault.unit("remove") as unit:
            for row in vault.rows("session", date=today().isoformat()):  # what is repeated was not held yet
                unit.remove("session", int(str(row["id"])))
        write_computer(Path(place), {"vault": str(folder)})
        env = {**os.environ, HOME_VARIABLE: place, "QT_QPA_PLATFORM": "offscreen"}
        words = [sys.executable, "-m", "benchmarks.windows.interacting"]
        run = subprocess.run(  # noqa: S603 - this very file's neighbour
            words, env=env, stdout=subprocess.PIPE, text=True, check=True
        )
    told = json.loads(run.stdout.splitlines()[-1])
    return told["keys"], told["took"]


if __name__ == "__main__":
    sys.exit(main())
