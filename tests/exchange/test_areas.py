"""Open files about areas: what each is told by, what is in it, and what cannot be used, in one sentence."""

import tracemalloc
from pathlib import Path

import pytest

from tests.open_files import AREAS, DISTRICT, ETHNIC, POSTCODES, SEX_OF_SMALL, SMALL, WARD, Rows, write
from vcse_desktop.errors import Refused, VcseError
from vcse_desktop.exchange.areas.authorities import authority_names
from vcse_desktop.exchange.areas.postcodes import districts
from vcse_desktop.exchange.areas.reading import Areas, Census, Postcodes, read_open_file
from vcse_desktop.exchange.areas.topics import answer
from vcse_desktop.exchange.tables.going import Going, Stopped

LONG = ETHNIC[0]


def test_every_postcode_has_its_local_authority() -> None:
    asked = ["M15 4AB", "sw1a1aa", "ZE1 0AA", "CF10 1EP", "BT1 5GS", "JE2 3AB", "M99 9ZZ", "a village"]
    assert districts(asked) == {
        "M15 4AB": "E08000009",  # Trafford
        "sw1a1aa": "E09000033",  # Westminster
        "ZE1 0AA": "S12000027",  # Shetland
        "CF10 1EP": "W06000015",  # Cardiff
        "BT1 5GS": "N09000003",  # Belfast
    }
    assert districts([]) == {}


def test_local_authorities_of_england_and_wales_are_called_as_they_were_in_2021() -> None:
    names = authority_names()
    assert names["E08000009"] == "Trafford"
    assert names["W06000015"] == "Cardiff"
    assert {code[0] for code in names} == {"E", "W"}
    assert all(name.strip() and not name.startswith(("E0", "W0")) for name in names.values())


def test_no_list_of_postcodes_is_held_while_one_is_looked_up() -> None:
    assert districts(["ZE1 0AA"])  # what is loaded once is loaded
    tracemalloc.start()
    try:
        assert districts(["KA1 1AA", "KT1 1AA"])
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 8_000_000  # the file unpacked, three times over: 53,000 texts in a list are more


def test_small_areas_have_their_wards_deciles_and_years(tmp_path: Path) -> None:
    found = read_open_file(write(tmp_path / "a.csv", AREAS))
    assert isinstance(found, Areas)
    assert (found.year, found.index, found.wards) == (2021, 2025, 2024)
    assert [area.decile for area in found.areas.values()] == [1, 4, 9]
    first = found.areas[SMALL[0]]
    assert (first.name, first.ward, first.ward_name) == ("Anytown 001A", WARD, "Bridge")
    assert (first.district, first.district_name) == (DISTRICT, "Anytown")


def test_the_governments_own_headings_are_known(tmp_path: Path) -> None:
    rows: Rows = (
        (
            "LSOA code (2011)",
            "LSOA name (2011)",
            "Local Authority District code (2019)",
            "Local Authority District name (2019)",
            "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)",
        ),
        (SMALL[0], "Anytown 001A", DISTRICT, "Anytown", 2),
        (SMALL[1], "Anytown 001B", DISTRICT, "Anytown", ""),
    )
    found = read_open_file(write(tmp_path / "a.csv", rows))
    assert isinstance(found, Areas)
    assert (found.year, found.index) == (2011, 2019)
    assert [area.decile for area in found.areas.values()] == [2, None]


def test_postcodes_have_their_small_areas(tmp_path: Path) -> None:
    found = read_open_file(write(tmp_path / "p.csv", POSTCODES))
    assert isinstance(found, Postcodes)
    assert found.year == 2021
    assert found.postcodes["M154AB"] == (SMALL[0], DISTRICT, "Anytown")


def test_a_census_table_is_known_in_both_shapes_in_which_it_is_published(tmp_path: Path) -> None:
    long = read_open_file(write(tmp_path / "e.csv", ETHNIC))
    assert isinstance(long, Census)
    assert (long.vocab, long.level, long.year) == ("ethnic_group", "district", 2021)
    assert long.counts[DISTRICT] == {
        "asian_indian": 4000,
        "asian_pakistani": 6000,
        "white_british": 80000,
        "white_irish": 2500,
        "other_arab": 1500,
    }
    short = read_open_file(write(tmp_path / "s.csv", SEX_OF_SMALL), 2021)
    assert isinstance(short, Census)
    assert (short.vocab, short.level, short.year) == ("sex", "lsoa", 2021)
    assert short.counts[SMALL[0]] == {"female": 510, "male": 490}


def test_answers_are_ours_where_we_have_them_and_no_answer_is_not_a_refusal_to_say() -> None:
    assert answer("religion", "Not answered") == "not_answered"
    assert answer("religion", "Jedi") == "x_Jedi"
    assert answer("religion", "Total: All usual residents") == ""
    assert answer("gender_identity", "Trans woman") == "different"
    assert answer("disability_eqa", "Not disabled under the Equality Act: No long term physical") == "none"


def changed(rows: Rows, at: int, value: object) -> Rows:
    """Return rows with another value in one column of the last."""
    last = (*rows[-1][:at], value, *rows[-1][at + 1 :])
    return (*rows[:-1], last)


@pytest.mark.parametrize(
    ("rows", "year", "title"),
    [
        ((("name", "hours"), ("Ann", 2)), 0, "This file has other columns"),
        ((("Postcode", "LSOA21CD"), ("M15 4AB", "")), 0, "There is nothing in this file that can be used"),
        (changed(ETHNIC[:2], 8, "many"), 0, "There is nothing in this file that can be used"),
        (changed(ETHNIC, 3, "2011-03-27"), 0, "The file holds more than one year"),
        (ETHNIC, 2011, "The year is another one"),
        (SEX_OF_SMALL, 0, "The file does not say of which year it is"),
        ((("lsoa code", "ward code"), (SMALL[0], WARD)), 0, "The file does not say of which year it is"),
        ((("lsoa21cd", "IMD2019 decile"), (SMALL[0], 3)), 0, "An index goes with its own areas alone"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(
    tmp_path: Path, rows: Rows, year: int, title: str
) -> None:
    with pytest.raises(Refused) as told:
        read_open_file(write(tmp_path / "x.csv", rows), year)
    assert told.value.title == title
    assert "nothing was added" in told.value.sentence.lower()


def test_no_file_an_empty_one_and_one_that_is_no_table_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    for name in ("nowhere.csv", "empty.csv", "picture.csv"):
        with pytest.raises(VcseError):
            read_open_file(tmp_path / name)


def test_stop_ends_the_reading(tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        read_open_file(write(tmp_path / "a.csv", AREAS), going=Going(cancelled=lambda: True))
