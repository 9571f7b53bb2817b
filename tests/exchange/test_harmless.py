"""No text can calculate in a spreadsheet, whatever was typed, and each comes back as it was."""

import csv
import io
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from vcse_desktop.exchange.harmless import SIGN, as_typed, harmless
from vcse_desktop.exchange.workbook import Workbook

CALCULATE = [
    "=1+1",
    "+44 1632",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0=1",
    "\ufeff=1",
    "\u200b+1",
]
WIDE = ["\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20SUM(A1)", " \uff1d1", "\ufe621", "\u2066=1"]


@pytest.mark.parametrize("text", CALCULATE + WIDE)
def test_what_could_be_a_formula_is_marked(text: str) -> None:
    assert harmless(text) == f"{SIGN}{text}"
    assert as_typed(harmless(text)) == text


@pytest.mark.parametrize("text", ["Ann", "9.5", "a=b", "…", "(=1)", "🙂", "سلمى", ""])
def test_what_could_not_is_left_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_comes_back_through_a_table(text: str) -> None:
    made = io.StringIO(newline="")
    csv.writer(made).writerow([harmless(text), "end"])
    ((cell, _),) = csv.reader(io.StringIO(made.getvalue(), newline=""), strict=True)
    assert as_typed(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20"))


def test_a_workbook_holds_words_days_and_numbers_and_not_one_formula(tmp_path: Path) -> None:
    file = tmp_path / "book.xlsx"
    nasty = [*CALCULATE, *WIDE, "http://example.org", "mailto:a@example.org", "{=1}", "\x00\x0b\ufffe_x0041_"]
    with Workbook(file, "holds personal data") as book:
        book.begin("A [long] name: with? signs/that*no\\sheet has", ["When", "What", "How many"])
        for text in nasty:
            book.write([date(2026, 11, 30), text, 1.5])
        book.write([date(1066, 10, 14), "", None])
        book.begin("A [long] name: with? signs/that*no\\sheet has", ["Again"])
    read = CalamineWorkbook.from_path(str(file))
    first, second = read.sheet_names
    assert len(first) <= 31 and first != second
    rows = read.get_sheet_by_name(first).to_python()
    assert [row[0] for row in rows[1:-1]] == [date(2026, 11, 30)] * len(nasty)
    assert [row[2] for row in rows[1:-1]] == [1.5] * len(nasty)
    assert rows[-1] == ["1066-10-14", "", ""]
    seen = [str(row[1]).strip() for row in rows[1 : len(CALCULATE + WIDE) + 1]]
    assert seen == [text.replace("\r", "").strip() for text in CALCULATE + WIDE]
    with ZipFile(file) as packed:
        sheets = [packed.read(name) for name in packed.namelist() if "sheet" in name]
    for xml in sheets:
        assert b"<f>" not in xml and b"<f " not in xml and b"<hyperlink" not in xml
    assert list(tmp_path.iterdir()) == [file]
