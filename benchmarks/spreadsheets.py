"""What reading 100,000 rows costs, as CSV and as XLSX: processor time and memory of all processes for it."""

import csv
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import xlsxwriter

from vcse_desktop.exchange.tables import process
from vcse_desktop.exchange.tables.reading import read_book
from vcse_desktop.exchange.tables.table import header_row, table_of

ROWS, SECONDS, MEGABYTES = 100_000, 10.0, 300.0
COLUMNS = ("Date", "Volunteer", "Activity", "Place", "From", "To", "Hours", "Came", "Notes", "Number")
WRITE = "import sys; from benchmarks.spreadsheets import write; write(sys.argv[1])"
READ = "import json, sys; from benchmarks.spreadsheets import read; print(json.dumps(read(sys.argv[1])))"
"""Each in a process of its own: one that is started begins with the memory of whoever starts it."""


def rows() -> Iterator[tuple[object, ...]]:
    """Yield rows as groups write them: a row a person a day."""
    for number in range(ROWS):
        day = f"{number % 28 + 1:02}/{number % 12 + 1:02}/202{number % 7}"
        name = f"Volunteer {number % 1500}"
        times = (f"{9 + number % 3}:00", f"{12 + number % 5}:30", 1.5 + number % 4)
        yield day, name, f"Activity {number % 40}", "Town hall", *times, number % 30, f"Note {number}", number


def write_csv(file: Path) -> None:
    """Write all rows as CSV."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([COLUMNS, *rows()])


def write_xlsx(file: Path) -> None:
    """Write all rows as XLSX."""
    book = xlsxwriter.Workbook(str(file))
    sheet = book.add_worksheet("Hours")
    for number, row in enumerate([COLUMNS, *rows()]):
        sheet.write_row(number, 0, row)
    book.close()


WRITERS: Mapping[str, Callable[[Path], None]] = {".csv": write_csv, ".xlsx": write_xlsx}


def write(file: str) -> None:
    """Write all rows as the ending says."""
    WRITERS[Path(file).suffix](Path(file))


def peak() -> float:
    """Return the most memory in MB that this process and the largest that it waited for have taken."""
    if sys.platform == "win32":
        return 0.0  # not told there without more than Python has
    import resource  # noqa: PLC0415 - there is none on Windows

    per = 1 << 20 if sys.platform == "darwin" else 1 << 10
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(who).ru_maxrss for who in both) / per


def read(file: str) -> dict[str, float]:
    """Read a file in a process of its own and say what that took."""
    began = time.process_time()
    with process.Reader() as reader:
        (grid,) = read_book(Path(file), reader=reader).grids
    table = table_of(grid, header_row(grid))
    assert len(table.rows) == ROWS
    assert [column.heading for column in table.columns] == list(COLUMNS)
    children = time.process_time() - began
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - as above

        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        children += spent.ru_utime + spent.ru_stime
    return {"seconds": children, "megabytes": peak()}


def main() -> int:
    """Print what was measured beside its limit; 1 when a limit is passed."""
    past = False
    with tempfile.TemporaryDirectory() as place:
        for ending in WRITERS:
            file = Path(place) / f"hours{ending}"
            subprocess.run([sys.executable, "-c", WRITE, file], check=True)  # noqa: S603 - this very file
            done = subprocess.run(  # noqa: S603 - as above
                [sys.executable, "-c", READ, file], stdout=subprocess.PIPE, text=True, check=True
            )
            took = json.loads(done.stdout)
            for what, unit, limit in (("seconds", "s", SECONDS), ("megabytes", "MB", MEGABYTES)):
                told = "   PAST ITS LIMIT" if took[what] > limit else ""
                past |= took[what] > limit
                name = f"{ROWS:,} rows of {ending[1:].upper()}, {what}"
                print(f"{name:<45}{took[what]:8.1f} {unit}   at most {limit:g} {unit}{told}")
    return int(past)


if __name__ == "__main__":
    sys.exit(main())
