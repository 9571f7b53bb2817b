"""A table as rows of text, for whoever names its columns: the command line."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from tests.exchange.spreadsheets import saved, xlsx
from vcse_desktop.errors import Refused
from vcse_desktop.exchange.reading import as_text, read_sheet


def test_a_csv_becomes_rows_of_text_with_their_numbers(tmp_path: Path) -> None:
    sheet = read_sheet(saved(tmp_path, b"When, Who\n\n3/4/2026,Sian\n,\n4/4/2026,Bo,more\n"))
    assert sheet.columns == ("When", "Who", "")
    assert sheet.rows == ((3, ("3/4/2026", "Sian", "")), (5, ("4/4/2026", "Bo", "more")))


def test_a_workbook_becomes_the_same_and_a_hidden_sheet_is_passed_over(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["When", "Who", "Hours"],
        [date(2026, 4, 3), "Bo", 2],
        [date(2026, 4, 4), "Al", 1.5],
    ]
    file = saved(tmp_path, xlsx({"old": [["a"]], "Hours": rows}, hidden=["old"]))
    sheet = read_sheet(file)
    assert sheet.columns == ("When", "Who", "Hours")
    assert sheet.rows == ((2, ("2026-04-03", "Bo", "2")), (3, ("2026-04-04", "Al", "1.5")))


def test_cells_as_a_person_types_them() -> None:
    cells = (datetime(2026, 4, 3, 14, 5), time(9, 30), timedelta(hours=25, minutes=30), True, None)  # noqa: DTZ001
    assert list(map(as_text, cells)) == ["2026-04-03 14:05", "09:30", "25:30", "true", ""]


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no table"):
        read_sheet(saved(tmp_path, b"\n \n"))
