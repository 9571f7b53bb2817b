"""Reading a table from a file that somebody saved somehow."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.exchange import reading
from vcse_desktop.exchange.reading import read_csv

TABLE = "When,Who\n3/4/2026,Siân\n"


def saved(folder: Path, content: bytes) -> Path:
    """Save bytes as a file."""
    file = folder / "table.csv"
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    sheet = read_csv(saved(tmp_path, TABLE.encode(encoding)))
    assert sheet.columns == ("When", "Who")
    assert sheet.rows == ((2, ("3/4/2026", "Siân")),)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_any_usual_delimiter_and_line_end_is_read(tmp_path: Path, delimiter: str, end: str) -> None:
    text = f"a{delimiter}b{end}1{delimiter}2{end}"
    assert read_csv(saved(tmp_path, text.encode())).rows == ((2, ("1", "2")),)


def test_rows_keep_their_numbers_and_width(tmp_path: Path) -> None:
    sheet = read_csv(saved(tmp_path, b"a,b\n\n1\n,\n1,2,3\n"))
    assert sheet.rows == ((3, ("1", "")), (5, ("1", "2")))


def test_a_line_break_inside_quotes_stays_in_its_cell(tmp_path: Path) -> None:
    assert read_csv(saved(tmp_path, b'a,b\n"one\ntwo",2\n')).rows == ((2, ("one\ntwo", "2")),)


@pytest.mark.parametrize(
    "content",
    [
        b'a,b\n1,"Walk\n2,Run\n3,Tea\n',
        b'a,b\n1,"Walk\n2,"Run"\n3,Tea\n',
        b'a,b\n1,"Walk" and tea\n2,Run\n',
    ],
)
def test_a_quotation_mark_that_swallows_rows_is_named(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_csv(saved(tmp_path, content))
    assert "In row {row}" in refused.value.sentence
    assert refused.value.values["row"] == 2


@pytest.mark.parametrize(
    "content",
    [
        "a,b\n1,Siân\n\n2,Zoë ?\n".encode().replace(b"?", b"\xe9"),
        "a,b\n1,Siân\n\n2,Zoe?".encode("utf-16").replace(b"?\0", b"\x00\xd8"),
        b"a,b\n1,Sian\n\n2,\x81\n",
    ],
)
def test_letters_that_would_be_misread_are_named(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_csv(saved(tmp_path, content))
    assert "Row {row}" in refused.value.sentence
    assert refused.value.values["row"] == 4


@pytest.mark.parametrize("content", [b"", b"\n\n", b"PK\x03\x04\x00\x00", b"\x00\x01\x02\x03"])
def test_what_is_no_table_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_csv(saved(tmp_path, content))
    assert "Nothing was imported" in refused.value.sentence


def test_a_missing_file_and_a_giant_one_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WorldError):
        read_csv(tmp_path / "nothing.csv")
    with pytest.raises(WorldError):
        read_csv(tmp_path / "no\0thing.csv")
    monkeypatch.setattr(reading, "MOST_BYTES", 3)
    with pytest.raises(Refused):
        read_csv(saved(tmp_path, b"a,b\n"))
    monkeypatch.setattr(reading, "MOST_BYTES", 1 << 20)
    monkeypatch.setattr(reading, "LONGEST_CELL", 10)
    with pytest.raises(Refused):
        read_csv(saved(tmp_path, b"a,b\n" + b"x" * 50 + b",1\n"))


@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = saved(tmp_path_factory.mktemp("any"), content)
    try:
        sheet = read_csv(file)
    except Refused:
        return
    assert all(len(row) == len(sheet.columns) for _, row in sheet.rows)


def test_reading_leaves_the_limits_of_others_as_they_were(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    read_csv(saved(tmp_path, b"a,b\n1,2\n"))
    assert csv.field_size_limit() == before
