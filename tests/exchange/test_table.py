"""Where the table is in a sheet: headings, rows, and what stands around them."""

import csv
from datetime import date

import pytest

from vcse_desktop.exchange.tables.grid import Cell, Grid, Merged
from vcse_desktop.exchange.tables.leftover import ABOVE, AGAIN, BELOW, BLANK, TOTAL
from vcse_desktop.exchange.tables.table import Table, cell_name, header_row, letters, maybe_missing, table_of


def grid(*lines: str, merged: tuple[Merged, ...] = ()) -> Grid:
    """Return a sheet from lines with commas; blank cells are None."""
    rows: list[tuple[Cell, ...]] = [tuple(cell.strip() or None for cell in row) for row in csv.reader(lines)]
    return Grid("a", tuple(rows), merged)


def read(sheet: Grid) -> Table:
    """Return the table where it is looked for without help."""
    return table_of(sheet, header_row(sheet))


def headings(sheet: Grid) -> list[str]:
    """Return the headings of the table that is found."""
    return [column.heading for column in read(sheet).columns]


@pytest.mark.parametrize(
    ("lines", "header"),
    [
        (["Name,Hours", "Bo,2", "Al,3"], 1),
        (["Volunteer hours 2026", "", "Name,Date,Hours", "Bo,1/2/2026,2"], 3),
        (["Group:,Lunch club", "Name,Date,Hours", "Bo,1/2/2026,2", "Al,1/2/2026,3"], 2),
        (["Name,1,2,3,4,5", "Bo,x,,x,,", "Al,,x,,,x", "Cy,x,x,x,x,x"], 1),
        (["Year,2000,2001,2002", "Tea,1,2,3", "Cake,4,5,6"], 1),
        (["1,null,0,0", "2,0,0,null", "3,null,,"], None),
        (["bo@example.org,01234 567890", "al@example.org,01234 567891"], None),
        (["M31 4BU,2", "M33 7ZF,4"], None),
        (["Name"], 1),
        (["Name", "Bo", "Al"], 1),
        (["June 2026", ",Mon,Tue,Wed,Thu", "Name,1,2,3,4", "Bo,x,,x,", "Al,,x,,x"], 3),
        (["Name,1,2,3,4", ",M,T,W,T", "Bo,2,,1.5,", "Al,,3,,1"], 2),
        (["", "", ",,Name,Town", ",,Bo,Sale", ",,Al,Urmston"], 3),
    ],
)
def test_the_row_of_the_headings_is_found(lines: list[str], header: int | None) -> None:
    assert header_row(grid(*lines)) == header


def test_days_may_be_headings() -> None:
    days: tuple[Cell, ...] = ("Name", date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 3))
    sheet = Grid("a", (days, ("Bo", "x", None, "x"), ("Al", None, "x", None)))
    assert headings(sheet) == ["Name", "2026-06-01", "2026-06-02", "2026-06-03"]


def test_days_of_the_week_stand_above_or_below_days_of_the_month() -> None:
    assert headings(grid(",Mon,Tue,Wed", "Name,1,2,3", "Bo,x,,x")) == [
        "Name",
        "Mon / 1",
        "Tue / 2",
        "Wed / 3",
    ]
    assert headings(grid("Name,1,2,3", ",Mon,Tue,Wed", "Bo,x,,x")) == [
        "Name",
        "1 / Mon",
        "2 / Tue",
        "3 / Wed",
    ]


def test_padded_headings_over_two_rows_are_joined() -> None:
    sheet = grid(",June,,July,", "Name,Hours,Visits,Hours,Visits", "Bo,2,3,4,1", "Al,5,6,1,2")
    assert header_row(sheet) == 2
    assert headings(sheet) == ["Name", "June / Hours", "June / Visits", "July / Hours", "July / Visits"]
    assert [number for number, _ in read(sheet).rows] == [3, 4]


def test_headings_that_begin_in_the_upper_row_are_joined_with_those_below() -> None:
    sheet = grid("Name,Contact,,Notes", ",Phone,Email,", "Bo,01234 567890,bo@example.org,ok", "Al,,,ok")
    assert headings(sheet) == ["Name", "Contact / Phone", "Contact / Email", "Notes"]


def test_merged_headings_stand_over_all_their_columns_and_no_others() -> None:
    lines = ("Name,June,,Total,Phone", ",Hours,Visits,,", "Bo,2,3,5,01234 567890", "Al,3,3,6,")
    merged = (Merged(1, 0, 2, 0), Merged(1, 1, 1, 2))
    assert headings(grid(*lines, merged=merged)) == [
        "Name",
        "June / Hours",
        "June / Visits",
        "Total",
        "Phone",
    ]


def test_a_title_over_the_whole_table_is_a_note_above() -> None:
    sheet = grid("Hours,,", "Name,Date,Hours", "Bo,1/2/2026,2", merged=(Merged(1, 0, 1, 2),))
    assert headings(sheet) == ["Name", "Date", "Hours"]
    assert read(sheet).apart == ((1, ABOVE),)


def test_the_first_row_of_data_is_no_second_row_of_headings() -> None:
    assert header_row(grid("Name,Hours,Notes", "Bo,unknown,new", "Al,2,", "Cy,3,", "Di,4,")) == 1
    assert header_row(grid("Name,Hours", "Bo,n/a", "Al,2", "Cy,3")) == 1


def test_what_stands_around_the_rows_is_told_and_left_out() -> None:
    sheet = grid(
        "Lunch club",
        "Name,Date,Hours",
        "Bo,1/2/2026,2",
        "",
        "Name,Date,Hours",
        "Al,2/2/2026,3.5",
        "Total,,5.5",
        ",,5.5",
        "",
        "Source: the register",
    )
    table = read(sheet)
    assert [row for row, _ in table.rows] == [3, 6]
    assert table.apart == (
        (1, ABOVE),
        (4, BLANK),
        (5, AGAIN),
        (7, TOTAL),
        (8, TOTAL),
        (9, BLANK),
        (10, BELOW),
    )


@pytest.mark.parametrize(
    "last", ["Zoe,,", ",,3", "Total Care CIC,3/2/2026,2", "Bo,,5.5", "Notes,1/2/2026,"], ids=str
)
def test_an_unusual_last_row_is_a_row_all_the_same(last: str) -> None:
    table = read(grid("Name,Date,Hours", "Bo,1/2/2026,2", "Al,2/2/2026,3.5", "Cy,3/2/2026,1", last))
    assert [number for number, _ in table.rows] == [2, 3, 4, 5]


def test_rows_are_level_with_their_columns_and_cells_have_names() -> None:
    table = table_of(grid("", ",Name,,Town", ",Bo,,Sale,extra"), 2)
    assert [(c.at, c.letter, c.heading) for c in table.columns] == [
        (1, "B", "Name"),
        (3, "D", "Town"),
        (4, "E", ""),
    ]
    assert table.rows == ((3, ("Bo", "Sale", "extra")),)
    assert cell_name(table.columns[1], 3) == "D3"
    assert [letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_header_that_was_pointed_at_is_taken_and_none_makes_all_rows() -> None:
    sheet = grid("a,b", "c,d", "1,2")
    assert [column.heading for column in table_of(sheet, 2).columns] == ["c", "d"]
    assert table_of(sheet, None).header is None
    assert len(table_of(sheet, None).rows) == 3
    assert table_of(sheet, 99).header is None


def test_words_that_may_stand_for_nothing_are_kept_and_counted() -> None:
    table = read(grid("Name,Town,Age", "Bo,NA,3", "Al,N/A,-", "Cy,NA,null"))
    assert table.rows[0][1] == ("Bo", "NA", "3")
    assert maybe_missing(table) == {"NA": 2, "N/A": 1, "-": 1, "null": 1}
