"""What figures for ourselves cost with 100,000 records: from a click to drawn, and beside bare SQL."""

import json
import os
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from benchmarks.generate import PASSPHRASE, cached
from benchmarks.measures.bare_figures import MET, counted, read
from benchmarks.measures.timing import USUAL, beside
from vcse_desktop.actions.counting import MONTH, figures
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unheard import unheard
from vcse_desktop.figures.narrow import gather_month
from vcse_desktop.figures.table import Period
from vcse_desktop.paths import HOME_VARIABLE
from vcse_desktop.settings import write_computer
from vcse_desktop.store.vault import open_vault

RECORDS, TIMES = 100_000, 5
FOLDER = Path(__file__).parents[1] / "build" / "vaults"
CLICKS = {
    "month": ("This month, from the click to drawn", 300),
    "board": ("Principles, from the click to drawn", 300),
}
"""What is clicked on, its name, and milliseconds of the usual processor at most."""
BARE = {
    "read": ("the records of a month, times reading them in bare SQL", 4),
    "unheard": ("who was not heard from, times its bare SQL", 3),
    "counted": ("nineteen figures with their records, times their counts in bare SQL", 80),
}
"""What is compared, its name, and the ratio at most."""
TARGET = 3


def main() -> int:
    """Print what was measured beside its limit; 1 when a limit is passed."""
    folder = cached(RECORDS, FOLDER)
    past = False
    print(f"{'':70}{'median':>11}{'first':>10}{'at most':>11}")
    for code, times in _clicked(folder).items():
        name, limit = CLICKS[code]
        first, *later = (one * USUAL for one in times)
        past |= max(median(later), first) > limit
        told = "   PAST ITS LIMIT" if max(median(later), first) > limit else ""
        print(f"{name:<70}{median(later):8.1f} ms{first:7.1f} ms{limit:8} ms{told}")
    for code, ratio in _beside_sql(folder).items():
        name, limit = BARE[code]
        past |= ratio > limit
        told = "   PAST ITS LIMIT" if ratio > limit else ""
        aim = f" (target {TARGET})" if limit != TARGET else ""
        print(f"{name:<70}{ratio:9.2f}{limit:>22}{aim}{told}")
    return int(past)


def last_month_end() -> date:
    """Return the last day of the month before: this one may have only begun."""
    return today().replace(day=1) - timedelta(days=1)


def _clicked(folder: Path) -> dict[str, list[float]]:
    """Click in a window in a process of its own; return times of the processor in fixed pieces."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        write_computer(Path(home), {"vault": str(folder)})
        env = {**os.environ, HOME_VARIABLE: home, "QT_QPA_PLATFORM": "offscreen"}
        words = [sys.executable, "-m", "benchmarks.windows.clicking", last_month_end().isoformat()]
        run = subprocess.run(words, env=env, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    found: dict[str, list[float]] = json.loads(run.stdout.splitlines()[-1])
    return found


def _beside_sql(folder: Path) -> dict[str, float]:
    now = last_month_end()
    period = Period(now.replace(day=1), now)
    with open_vault(folder, PASSPHRASE) as vault:
        works = (
            (lambda: vault.at_once(lambda: gather_month(vault, period)), lambda: read(vault, period)),
            (lambda: [*unheard(vault, now)], lambda: counted(vault, period, [MET])),
            (
                lambda: figures(vault.at_once(lambda: gather_month(vault, period)), period, MONTH),
                lambda: counted(vault, period),
            ),
        )
        pairs = [beside(both, TIMES) for both in works]
    return dict(zip(BARE, (mine / theirs for mine, theirs in pairs), strict=True))


if __name__ == "__main__":
    sys.exit(main())
