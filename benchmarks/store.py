"""What a change, an import, a search and a check of the vault cost beside raw SQL on the same settings."""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from vcse_desktop.paths import HOME_VARIABLE
from vcse_desktop.store.engine import connect
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.vault import Vault, create_vault, open_vault

PASSPHRASE = "four words make it"  # noqa: S105 - of a vault that lives for one run
ONE, MANY, TIMES = 100, 10_000, 5
TABLE = "CREATE TABLE raw(id INTEGER PRIMARY KEY, person INTEGER, date TEXT, hours INTEGER, note TEXT) STRICT"
INSERT = "INSERT INTO raw(person, date, hours, note) VALUES(?,?,?,?)"


def least(work: Callable[[int], None], rounds: int, times: int = TIMES) -> float:
    """Return the least milliseconds of processor time that one of these rounds took."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work(rounds)
        best = min(best, (time.process_time() - start) * 1000 / rounds)
    return best


class Raw:
    """Plain SQL on a file of its own, opened as the vault opens its file."""

    def __init__(self, folder: Path) -> None:
        self.con = connect(folder / "raw.db", bytes(32), new=True)
        self.con.execute(TABLE)

    def one_by_one(self, rounds: int) -> None:
        for number in range(rounds):
            self.con.execute("BEGIN IMMEDIATE")
            self.con.execute(INSERT, (1, "2026-01-01", 60, f"row {number}"))
            self.con.execute("COMMIT")

    def at_once(self, rounds: int) -> None:
        self.con.execute("BEGIN IMMEDIATE")
        for number in range(rounds):
            self.con.execute(INSERT, (1, "2026-01-01", 60, f"row {number}"))
        self.con.execute("COMMIT")


class Kept:
    """The same through the vault: with its journal, its chain, its links and its words for searching."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        with vault.unit("add") as unit:
            self.person = unit.save("person", None, {"known_as": "Ann"})

    def row(self, number: int) -> dict[str, object]:
        return {"person": self.person, "date": "2026-01-01", "hours": 60, "note": f"row {number}"}

    def one_by_one(self, rounds: int) -> None:
        for number in range(rounds):
            with self.vault.unit("add") as unit:
                unit.save("time_given", None, self.row(number))

    def at_once(self, rounds: int) -> None:
        with self.vault.unit("import") as unit:
            for number in range(rounds):
                unit.save("time_given", None, self.row(number))

    def searched(self, rounds: int) -> None:
        for number in range(rounds):
            assert self.vault.search(f"row {100 + number}")

    def checked(self, _: int) -> None:
        assert self.vault.verify() == []


def main() -> int:
    """Print what was measured beside its limit; 1 when a limit is passed."""
    lines: list[tuple[str, float, float]] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        os.environ[HOME_VARIABLE] = str(folder / "profile")
        vault, _ = create_vault(folder / "vault", PASSPHRASE, "A.", kdf=FLOOR)
        raw = Raw(folder)
        with vault:
            lines += measured(raw, Kept(vault))
        start = time.perf_counter()
        open_vault(vault.folder, PASSPHRASE).lock()
        lines.append(("open and lock, key at its floor, seconds", time.perf_counter() - start, 3.0))
        raw.con.close()
    for name, value, limit in lines:
        print(f"{name:<58}{value:10.3f}   limit {limit:g}{'' if value <= limit else '   PAST ITS LIMIT'}")
    return int(any(value > limit for _, value, limit in lines))


def measured(raw: Raw, kept: Kept) -> list[tuple[str, float, float]]:
    """Return name, value and limit of each measurement; milliseconds are of the processor."""
    raw_one, one = least(raw.one_by_one, ONE), least(kept.one_by_one, ONE)
    raw_row, row = least(raw.at_once, MANY, 2), least(kept.at_once, MANY, 2)
    changes = sum(unit.changes for unit in kept.vault.units(10_000))
    return [
        ("one record saved, times a raw insert and commit", one / raw_one, 14),
        ("one record saved, ms", one, 1),
        ("a row of an import, times a raw insert", row / raw_row, 40),
        ("an import of 10,000 rows, ms", row * MANY, 3000),
        ("a word looked for while typing, ms", least(kept.searched, ONE), 10),
        ("everything verified, microseconds a change", least(kept.checked, 1, 2) * 1000 / changes, 60),
    ]


if __name__ == "__main__":
    sys.exit(main())
