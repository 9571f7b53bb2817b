"""What the store costs beside raw SQL, keyed beside keyless, and with very many records beside few."""

import os
import sys
import tempfile
from pathlib import Path

from benchmarks.measures import large
from benchmarks.measures import raw as keyless
from benchmarks.measures.timing import beside, usual
from vcse_desktop.paths import HOME_VARIABLE
from vcse_desktop.store.engine import connect
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.vault import Vault, create_vault

PASSPHRASE = "four words make it"  # noqa: S105 - of a vault that lives for one run
ONE, FEW, MANY, TIMES = 100, 10, 10_000, 5
ROUNDS = 3
"""A moment in which the whole computer is slower would else be told as the program's."""
QUICK, MILLION = 100_000, 1_000_000
"""Records of the large vault: the million with ``--long``. It is made once a day, in build/vaults."""
NOT_BUILT = ("two laptops made one, microseconds a change",)
Line = tuple[str, float, float, float]
TABLE = "CREATE TABLE raw(id INTEGER PRIMARY KEY, person INTEGER, date TEXT, hours INTEGER, note TEXT) STRICT"
INSERT = "INSERT INTO raw(person, date, hours, note) VALUES(?,?,?,?)"


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

    def checked(self) -> None:
        assert self.vault.verify() == []


def main() -> int:
    """Print what was measured beside its target and its limit; 1 when a limit is passed."""
    lines: list[Line] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        os.environ[HOME_VARIABLE] = str(folder / "profile")
        vault, _ = create_vault(folder / "vault", PASSPHRASE, "A.", kdf=FLOOR)
        raw = Raw(folder)
        with vault:
            lines += measured(raw, Kept(vault))
            lines.append(("size of the file, times one without a journal", journal(vault, folder), 2.6, 2.6))
        raw.con.close()
        lines += keyless.measured(folder)
        lines += large.measured(MILLION if "VCSE_LONG" in os.environ else QUICK)
    print(f"{'':60}{'measured':>10}{'target':>10}{'limit':>10}")
    for name, value, target, limit in lines:
        told = "   PAST ITS LIMIT" if value > limit else "   past its target" if value > target else ""
        print(f"{name:<60}{value:10.3f}{target:10g}{limit:10g}{told}")
    for name in NOT_BUILT:
        print(f"{name:<60}{'not built yet':>20}")
    return int(any(value > limit for _, value, _, limit in lines))


def measured(raw: Raw, kept: Kept) -> list[Line]:
    """Return name, value, target and limit of each measurement; milliseconds are of the processor."""
    raw_one, one = beside([lambda: raw.one_by_one(ONE), lambda: kept.one_by_one(ONE)], 2 * TIMES)
    raw_row, row = beside([lambda: raw.at_once(MANY), lambda: kept.at_once(MANY)], 3)
    shown = min(usual(lambda: kept.one_by_one(FEW), ONE) for _ in range(ROUNDS))
    changes = sum(unit.changes for unit in kept.vault.units(10_000))
    verified = usual(kept.checked, TIMES) * 1000 / changes
    return [
        ("one record saved, times a raw insert and commit", one / raw_one, 14, 14),
        ("one record saved, ms on a usual processor", shown / FEW, 1, 1),
        ("a row of an import, times a raw insert", row / raw_row, 7, 40),
        ("an import of 100,000 rows by 10,000 of them, s", row / 100, 3, 30),
        ("everything verified, microseconds a change there", verified, 15, 60),
    ]


def journal(vault: Vault, folder: Path) -> float:
    """Return how many times larger a vault is than the same without the record of what was changed."""
    whole, key = folder / "whole.db", bytes(vault._inside.data_key)
    vault._inside.writer.run(lambda con: con.execute("VACUUM INTO ?", (str(whole),)))
    size = whole.stat().st_size
    con = connect(whole, key)
    con.executescript("DROP TABLE chg; DROP TABLE tx; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")
    con.close()
    return size / whole.stat().st_size


if __name__ == "__main__":
    sys.exit(main())
