"""Reading tables from text that somebody saved somehow."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.spreadsheets import saved
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.exchange.tables import delimited, reading
from vcse_desktop.exchange.tables.delimited import text_grid
from vcse_desktop.exchange.tables.going import Going
from vcse_desktop.exchange.tables.grid import Cell
from vcse_desktop.exchange.tables.reading import read_book

TABLE = "When,Who\n3/4/2026,Siân\n"
ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1252",
    "latin-1",
    "mac_roman",
)
ENDS = ("\n", "\r\n", "\r")
WORDS = st.sampled_from(
    "Siân Zoë José O'Neil café naïve Müller Ångström façade señora £5 100% half-day".split()
)
CELLS = st.one_of(
    st.lists(WORDS, max_size=4).map(" ".join),
    st.text("ab 1,;|\t\n\"'=+-@", max_size=8).filter(lambda text: "\n" not in text or '"' not in text),
)


def rows_of(folder: Path, content: bytes) -> tuple[tuple[Cell, ...], ...]:
    """Save bytes and return the rows that are read."""
    (grid,) = read_book(saved(folder, content)).grids
    return grid.rows


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_any_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    assert rows_of(tmp_path, TABLE.encode(encoding)) == (("When", "Who"), ("3/4/2026", "Siân"))


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("mac_roman", "Name,Town\rRenée Müller,Besançon\rAngharad,Ynys Môn\r"),
        ("cp850", "Name,Town\r\nRenée Müller,Besançon\r\n"),
        ("cp1250", "Imię,Miasto\nŁukasz Śliwiński,Łódź\nStanisław,Białystok\n"),
        ("cp1251", "Имя,Город\nМария Иванова,Москва\nАнна Петрова,Киев и другие города\n"),  # noqa: RUF001 - other scripts are the point
        ("cp1256", "الاسم,المدينة\nمحمد علي,بيروت\nفاطمة حسن,القاهرة\n"),  # noqa: RUF001 - other scripts are the point
    ],
)
def test_older_encodings_are_told_apart_by_the_sense_that_they_make(
    tmp_path: Path, encoding: str, text: str
) -> None:
    rows = rows_of(tmp_path, text.encode(encoding))
    assert rows == tuple(tuple(line.split(",")) for line in text.splitlines())


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ENDS)
def test_any_usual_delimiter_and_line_end_is_read(tmp_path: Path, delimiter: str, end: str) -> None:
    text = f"a{delimiter}b{end}1{delimiter}2{end}"
    assert rows_of(tmp_path, text.encode()) == (("a", "b"), ("1", "2"))


def test_line_ends_may_be_mixed_and_commas_stand_in_amounts(tmp_path: Path) -> None:
    text = b'Who;Hours\rSian;1,5\r\nBo;2,25\n"Al;x";3'
    assert rows_of(tmp_path, text) == (("Who", "Hours"), ("Sian", "1,5"), ("Bo", "2,25"), ("Al;x", "3"))


def test_the_first_line_of_excel_that_names_the_delimiter_is_no_row(tmp_path: Path) -> None:
    assert rows_of(tmp_path, b"sep=;\r\na;b\r\n1,2;3\r\n") == (("a", "b"), ("1,2", "3"))


def test_blanks_before_a_quotation_mark_do_not_make_it_a_letter(tmp_path: Path) -> None:
    assert rows_of(tmp_path, b'a, b, c\n1, "6,000",  x\n') == (("a", "b", "c"), ("1", "6,000", "x"))


def test_rows_keep_their_numbers_and_blanks_are_none(tmp_path: Path) -> None:
    assert rows_of(tmp_path, b"a,b\n\n1\n,\n,2,3,,\n\n\n") == (("a", "b"), (), ("1",), (), (None, "2", "3"))


def test_a_line_break_inside_quotes_stays_in_its_cell(tmp_path: Path) -> None:
    assert rows_of(tmp_path, b'a,b\n"one\ntwo",2\n')[1] == ("one\ntwo", "2")


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
        rows_of(tmp_path, content)
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
        rows_of(tmp_path, content)
    assert "Row {row}" in refused.value.sentence
    assert refused.value.values["row"] == 4


def test_a_missing_file_and_a_giant_one_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WorldError):
        read_book(tmp_path / "nothing.csv")
    with pytest.raises(WorldError):
        read_book(tmp_path / "no\0thing.csv")
    with monkeypatch.context() as patch:
        patch.setattr(reading, "MOST_BYTES", 3)
        with pytest.raises(Refused, match="too large"):
            rows_of(tmp_path, b"a,b\n")
    with monkeypatch.context() as patch:
        patch.setattr(delimited, "LONGEST_CELL", 10)
        with pytest.raises(Refused, match="too long"):
            rows_of(tmp_path, b"a,b\n" + b"x" * 50 + b",1\n")
    with monkeypatch.context() as patch:
        patch.setattr(delimited, "MOST_CELLS", 10)
        with pytest.raises(Refused, match="too large"):
            rows_of(tmp_path, b"," * 20 + b"\nx")


def test_reading_leaves_the_limits_of_others_as_they_were(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    rows_of(tmp_path, b"a,b\n1,2\n")
    assert csv.field_size_limit() == before


@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = saved(tmp_path_factory.mktemp("any"), content)
    try:
        book = read_book(file)
    except Refused as refused:
        assert "nothing was imported" in refused.sentence
    else:
        assert all(grid.rows for grid in book.grids)


@given(
    body=st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(ENCODINGS),
    end=st.sampled_from(ENDS),
)
def test_what_is_written_in_any_usual_way_is_read_back_the_same(
    body: list[tuple[str, str, str]], delimiter: str, encoding: str, end: str
) -> None:
    rows = [("Name of café", "Where", "Ça va"), *body]
    target = io.StringIO(newline="")
    broken = any("\n" in cell for row in rows for cell in row)  # of these the writer leaves some bare
    csv.writer(
        target,
        delimiter=delimiter,
        lineterminator=end,
        quoting=csv.QUOTE_ALL if broken else csv.QUOTE_MINIMAL,
    ).writerows(rows)
    grid = text_grid("table.csv", target.getvalue().encode(encoding), Going())
    expected = [tuple(cell or None for cell in row) for row in rows]
    found = [(*row, None, None, None)[:3] for row in grid.rows]
    assert found + [(None, None, None)] * (len(expected) - len(found)) == expected
