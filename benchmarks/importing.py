"""What bringing in a spreadsheet costs: names against names, rows against time and memory, and true pairs."""

import argparse
import csv
import gc
import os
import random
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measures.timing import USUAL, fixed_piece
from benchmarks.names import words
from vcse_desktop.actions import recording
from vcse_desktop.actions.imports import making, previewing, proposing
from vcse_desktop.actions.imports.opening import Opened, Table
from vcse_desktop.actions.imports.people import People
from vcse_desktop.actions.unlocking import Vault, new_vault
from vcse_desktop.exchange.meaning.preview import Said
from vcse_desktop.exchange.tables.grid import Book, Grid
from vcse_desktop.exchange.tables.table import Column
from vcse_desktop.store.passphrase import FLOOR

NAMES, NAMES_S = 5_000, 2.0
ROWS, ROWS_S, ROWS_MB = 100_000, 10.0, 300.0
SAME_IN_TEN = 6
PEOPLE_IN_ROWS, ACTIVITIES = 400, 12
COUNCILS = ("bolton", "bury", "manchester", "stockport", "tameside")
DATA = Path(os.environ.get("VCSE_REAL_DATA") or Path(__file__).parents[1] / ".." / "shared" / "data")


def main() -> int:
    """Print what was measured beside its limit; 1 when a limit is passed."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    pieces = [fixed_piece()]
    matched = names_against_names()
    spent, memory = rows_into_records()
    pieces.append(fixed_piece())
    slow = sum(pieces) / len(pieces) / USUAL
    print(f"    a fixed piece of work takes {slow:.2f} times what it takes on the usual processor; as there:")
    matched, spent = matched / slow, spent / slow
    lines = (
        (f"{NAMES:,} names against {NAMES:,} people, processor", matched, NAMES_S, "s"),
        (f"{ROWS:,} rows to records in the vault, processor", spent, ROWS_S, "s"),
        (f"{ROWS:,} rows to records in the vault, most memory", memory, ROWS_MB, "MB"),
    )
    for what, measured, limit, unit in lines:
        print(f"{what:<55}{measured:8.2f} {unit}   at most {limit:g} {unit}")
    libraries()
    return int(any(measured > limit for _, measured, limit, _ in lines))


def names_against_names() -> float:
    """Return the seconds that matching a file of names with everybody takes; six of ten are known."""
    dice = random.Random(11)  # noqa: S311 - names for a measurement
    known = [words(dice) for _ in range(NAMES)]
    asked = [
        slipped(dice, dice.choice(known)) if dice.randrange(10) < SAME_IN_TEN else words(dice) for _ in known
    ]
    began = time.process_time()
    people = People(((at, name, "", "", "") for at, name in enumerate(known, 1)), {})
    found = [people.match(name, [Said(name)], 1, None) for name in asked]
    took = time.process_time() - began
    likely = sum(bool(one.likely) for one in found)
    print(f"    {likely:,} of {len(asked):,} names have somebody whom they may be")
    return took


def slipped(dice: random.Random, name: str) -> str:
    """Return a name as it may be written another day: as it was, or with one letter more."""
    if dice.randrange(2):
        return name
    at = dice.randrange(1, len(name))
    return name[:at] + dice.choice("aeiou") + name[at:]


def rows_into_records() -> tuple[float, float]:
    """Return the seconds and the megabytes that a table of hours takes until it is in the vault."""
    opened = Opened(Book("hours.csv", (Grid("hours", ()),)), 0, 1, hours())
    with a_vault() as vault:
        gc.collect()
        before = resident()
        began = time.process_time()
        plan = proposing.suggest(vault, opened)
        shown = previewing.preview(vault, plan)
        shown = previewing.preview(vault, shown.agreed()) if shown.open else shown
        read = time.process_time() - began
        making.carry_out(vault, shown)
        took = time.process_time() - began
        print(f"    {took:.2f} s of the processor here, {read:.2f} s of them until the preview")
        print(f"    {before:.0f} MB before any of it")
        assert len(vault.values("time_given", fields=("hours",))) == ROWS
    return took, most_resident()


def hours() -> Table:
    """Return a table of volunteer hours, a row a person a day."""
    dice = random.Random(12)  # noqa: S311 - rows for a measurement
    people = [words(dice) for _ in range(PEOPLE_IN_ROWS)]
    activities = [words(dice) for _ in range(ACTIVITIES)]
    lengths = ["1.5", "1:30", "2", "1h30", "90 mins", "3"]
    rows = tuple(
        (
            number,
            (
                dice.choice(people),
                f"{dice.randint(13, 28)}/{dice.randint(1, 12)}/{dice.randint(2019, 2025)}",
                dice.choice(lengths),
                dice.choice(activities),
                "" if dice.randrange(4) else f"note {number}",
            ),
        )
        for number in range(2, ROWS + 2)
    )
    columns = tuple(
        Column(at, "ABCDE"[at], one) for at, one in enumerate(("Name", "Date", "Hours", "Activity", "Notes"))
    )
    return Table("hours", 1, columns, rows, ())


def libraries() -> None:
    """Print how many rows of councils are proposed to be a library of the later list, how many wrongly."""
    folder = DATA / "messy"
    if not folder.is_dir():
        print("libraries: the data is not here, so they were not compared")
        return
    published = rows_of(folder / "libraries_published.csv")
    with a_vault() as vault:
        made = {
            recording.add(
                vault,
                "organisation",
                {"name": row["name"], "contact_details": f"{row['address']}, {row['postcode']}"[:200]},
            ).ids[0]: row
            for row in published
        }
        true = wrong = could = rows = 0
        for council in COUNCILS:
            table = rows_of(folder / f"libraries_{council}.csv")
            shown = compared(vault, table)
            by_row = {seeming.spot[0]: seeming.record for seeming in shown.seeming}
            for number, row in enumerate(table, 2):
                rows += 1
                could += any(row["postcode"] == other["postcode"] for other in published)
                found = made.get(by_row.get(number, 0))
                true += found is not None and found["postcode"] == row["postcode"]
                wrong += found is not None and found["postcode"] != row["postcode"]
    print(
        f"libraries: of {rows} rows {could} share a postcode with the published list; "
        f"{true} true pairs and {wrong} wrong ones are proposed"
    )


def compared(vault: Vault, table: Sequence[dict[str, str]]) -> previewing.Preview:
    """Return what importing a council's list as organisations would make."""
    headings = ("name", "address", "postcode")
    columns = tuple(Column(at, "ABC"[at], one) for at, one in enumerate(headings))
    rows = tuple((number, tuple(row[one] for one in headings)) for number, row in enumerate(table, 2))
    sheet = Table("libraries", 1, columns, rows, ())
    opened = Opened(Book("libraries.csv", (Grid("libraries", ()),)), 0, 1, sheet)
    return previewing.preview(vault, proposing.suggest(vault, opened, "organisation"))


def rows_of(file: Path) -> list[dict[str, str]]:
    """Return the rows of a file."""
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@contextmanager
def a_vault() -> Iterator[Vault]:
    """Give a new vault in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        vault, _ = new_vault(Path(folder) / "vault", "Our group", "four words make it", kdf=FLOOR)
        with vault:
            yield vault


def resident() -> float:
    """Return the megabytes that this process holds now."""
    return _status("VmRSS")


def most_resident() -> float:
    """Return the most megabytes that it held; where the system does not say, what Python holds."""
    return _status("VmHWM")


def _status(name: str) -> float:
    status = Path("/proc/self/status")
    if not status.is_file():
        return tracemalloc.get_traced_memory()[1] / 1e6
    line = next(line for line in status.read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    sys.exit(main())
