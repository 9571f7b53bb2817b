"""Awkward spreadsheets of others, which are not in git: each is read, or refused in one sentence."""

import os
from pathlib import Path

import pytest

from vcse_desktop.errors import VcseError
from vcse_desktop.exchange.tables.process import Reader
from vcse_desktop.exchange.tables.reading import read_book
from vcse_desktop.exchange.tables.table import header_row, table_of

ROOT = Path(__file__).parents[2]
REAL = Path(os.environ.get("VCSE_REAL_DATA", ROOT.parent / "shared" / "data"))
SHOWN = 46
HEADERS = {
    "begrotingsanalyse-2011.csv": 7,
    "blank_line.ods": 1,
    "complex.csv": 1,
    "excel_pasting.csv": 4,
    "gm_food_banks.csv": 1,
    "mixedGLB.csv": 4,
    "null.csv": None,
    "nyc_volunteer_opportunities.csv": 1,
    "simple.xls": 1,
    "simple.xlsx": 1,
    "spanish_chars.csv": 1,
    "utf-16le_encoded.csv": 1,
}
"""Where the headings are, as a person sees it."""
LOCKED = {"encrypted_no_password.xls"}

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(
        not REAL.is_dir(), reason="the real data is not beside the project, so this did not run"
    ),
]


def messy() -> list[Path]:
    """Return every spreadsheet of the messy set, whatever is added to it."""
    return sorted(
        file for file in (REAL / "messy").glob("*.*") if file.name not in {"MANIFEST.tsv", "SOURCE.txt"}
    )


def lines_of(file: Path, reader: Reader) -> list[str]:
    """Return what there is to say of a file: a line for each sheet, or the sentence that refuses it."""
    try:
        book = read_book(file, reader=reader)
    except VcseError as error:
        said = error.sentence.format(**error.values)
        assert said.count(". ") == 0, "one sentence"
        return [f"{file.name:<34}refused: {said}"]
    lines = []
    for grid in book.grids:
        table = table_of(grid, header_row(grid))
        headings = ", ".join(column.heading or column.letter for column in table.columns)
        counts = f"{len(table.rows):>6} rows{len(table.columns):>4} columns{len(table.apart):>4} apart"
        lines.append(f"{file.name:<34}{counts}  header {table.header!s:<5}{headings[:SHOWN]}")
        assert all(len(cells) == len(table.columns) for _, cells in table.rows)
    return lines


def test_every_messy_file_is_read_or_refused_in_one_sentence(
    reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    files = messy()
    assert len(files) >= len(HEADERS)
    told = {file.name: lines_of(file, reader) for file in files}
    with capsys.disabled():
        print("\n" + "\n".join(line for lines in told.values() for line in lines))  # noqa: T201 - the table
    refused = {name for name, lines in told.items() if "refused:" in lines[0]}
    assert refused == LOCKED & set(told)
    for name, header in HEADERS.items():
        assert f"header {header!s:<5}" in told[name][0], told[name]
