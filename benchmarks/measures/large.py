"""What a vault with very many records costs beside one with a thousand, measured in one run."""

import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from functools import partial
from itertools import product
from pathlib import Path

from benchmarks.generate import PASSPHRASE, cached
from benchmarks.measures.timing import beside, least
from vcse_desktop.actions.finding import find_or_meant
from vcse_desktop.paths import HOME_VARIABLE
from vcse_desktop.settings import write_computer
from vcse_desktop.store.door import keys_in
from vcse_desktop.store.holders import open_any
from vcse_desktop.store.passphrase import passphrase_bytes
from vcse_desktop.store.vault import Vault, open_vault

OPENINGS = 6
FEW, TIMES, WINDOWS = 1000, 5, 3
FOLDER = Path(__file__).parents[2] / "build" / "vaults"
WORD, SLIP = "volunteers", "voluntears"
LISTS = {"person": "", "time_given": "date", "insight": "heard_on"}
Line = tuple[str, float, float, float]
"""Name, value, target, limit: past the target a line says so, past the limit the run fails."""


def measured(records: int) -> list[Line]:
    """Return the lines for a vault of this size."""
    few, many = (cached(size, FOLDER) for size in (FEW, records))
    small, page = _pages(few, many)
    large = _inside(many)
    lines: list[Line] = [
        ("first page of a list, times that of 1,000 records", page / small, 1.5, 1.5),
        ("first page of a list, ms", page, 100, 100),
        ("the ids of the longest list, ms", large["ids"], 1500, 1500),
        ("the ids of the longest list, MB", large["ids_mb"], 30, 30),
        ("a page from the middle of it, ms", large["middle"], 50, 50),
        ("a word while typing, times raw FTS5", large["typing"] / large["raw"], 2, 3),
        ("a word while typing, ms", large["typing"], 10, 10),
        ("a word with a slip, and what was meant, ms", large["meant"], 300, 500),
        ("unlocking without the derivation of the key, s", large["open"], 0.3, 0.6),
        ("locking, s", large["lock"], 2, 2),
    ]
    bare, shown = _windows(few, many)
    return [
        *lines,
        ("unlock to a Today that can be used, times that of 1,000", _ratio(shown, bare, "usable"), 1.5, 2.5),
        ("  the same in time of the processor", _ratio(shown, bare, "usable_cpu"), 1.5, 3.0),
        ("  the same, ms", shown["usable"], 2000, 6000),
        ("memory settled on Today, MB", shown["memory"], 150, 165),
        ("the longest step of a list, ms of its thread", shown["step"], 50, 50),
    ]


def _pages(*folders: Path) -> list[float]:
    """Return for each vault the ms of the processor that the first page of its slowest list takes.

    An opened vault is now and then half as slow again until it is closed, large or small: the best of some.
    """
    return [min(took) for took in zip(*(_opened_pages(*folders) for _ in range(OPENINGS)), strict=True)]


def _opened_pages(*folders: Path) -> list[float]:
    with ExitStack() as opened:
        vaults = [opened.enter_context(open_vault(folder, PASSPHRASE)) for folder in folders]
        for vault, (kind, by) in product(vaults, LISTS.items()):
            vault.page(kind, by=by)
        lists = [
            beside([partial(vault.page, kind, by=by) for vault in vaults], 3 * TIMES)
            for kind, by in LISTS.items()
        ]
    return [max(took) for took in zip(*lists, strict=True)]


def _ratio(shown: dict[str, float], bare: dict[str, float], name: str) -> float:
    return shown[name] / bare[name]


def _inside(folder: Path) -> dict[str, float]:
    told: dict[str, float] = {}
    vault = open_vault(folder, PASSPHRASE)
    ids = vault.ids("time_given", by="date")
    told["ids"] = least(lambda: vault.ids("time_given", by="date"), 2)
    told["ids_mb"] = ids.itemsize * len(ids) / 1024**2
    middle = ids[len(ids) // 2 :][:200]
    told["middle"] = least(lambda: vault.rows_of("time_given", middle), TIMES)
    told["typing"], told["raw"] = beside([lambda: vault.search(WORD), lambda: _raw(vault)], 20)
    told["meant"] = least(lambda: find_or_meant(vault, SLIP, ranked=False), 2)
    begun = time.perf_counter()
    vault.lock()
    told["lock"] = time.perf_counter() - begun
    told["open"] = min(_opened(folder) for _ in range(3))
    return told


def _raw(vault: Vault) -> object:
    ask = "SELECT rowid FROM find_fts WHERE find_fts MATCH ? ORDER BY rowid DESC LIMIT 50"
    return vault._inside.reader.run(lambda con: con.execute(ask, (f'"{WORD}"*',)).fetchall())


def _opened(folder: Path) -> float:
    """Return the seconds that opening takes less those of the key alone."""
    slots, secret = keys_in(folder)[0].slots, passphrase_bytes(PASSPHRASE)
    begun = time.perf_counter()
    open_any(slots, secret)
    derived = time.perf_counter() - begun
    opened = open_vault(folder, PASSPHRASE)
    whole = time.perf_counter() - begun - derived
    opened.lock()
    return whole - derived


def _windows(*vaults: Path) -> list[dict[str, float]]:
    """Run our window on each vault in turn, in a process of its own; return the best of what it tells."""
    told = [[_window(vault) for vault in vaults] for _ in range(WINDOWS)]
    return [{name: min(one[name] for one in each) for name in each[0]} for each in zip(*told, strict=True)]


def _window(vault: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        write_computer(Path(home), {"vault": str(vault)})
        env = {**os.environ, HOME_VARIABLE: home, "QT_QPA_PLATFORM": "offscreen"}
        words = [sys.executable, "-m", "benchmarks.windows.large"]
        run = subprocess.run(words, env=env, capture_output=True, text=True, check=True)  # noqa: S603
        found: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
        return found
