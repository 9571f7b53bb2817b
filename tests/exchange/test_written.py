"""How people write hours, days, names and ticks: what is clear is understood, what is not is asked."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcse_desktop.exchange.meaning.days import Order, day, month_in, orders
from vcse_desktop.exchange.meaning.lengths import length, minutes_alone
from vcse_desktop.exchange.meaning.marks import came, mark_of
from vcse_desktop.exchange.meaning.written import ONE, SEVERAL, names_in, tidy
from vcse_desktop.exchange.tables.grid import Cell
from vcse_desktop.records.typed import NotUnderstood


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        (1.5, 90),
        (2, 120),
        ("1.5", 90),
        ("1,5", 90),
        ("1:30", 90),
        ("1h30", 90),
        ("1h 30m", 90),
        ("90 mins", 90),
        ("2 hrs", 120),
        ("2 hours 15 mins", 135),
        ("1½", 90),
        ("1 1/2", 90),
        ("half an hour", 30),
        ("10-12.30", 150),
        ("10am - 2pm", 240),
        ("9-5pm", 480),
        ("11-1pm", 120),
        ("9.30-1", 210),
        ("14:00 to 16:30", 150),
        ("22:00-02:00", 240),
        ("12noon-2pm", 120),
        (time(1, 30), 90),
        (timedelta(hours=30), 1800),
        (datetime(1900, 1, 1, 1, 30), 1530),  # noqa: DTZ001 - how a spreadsheet keeps more than a day
    ],
    ids=repr,
)
def test_a_clear_length_of_time_is_understood(cell: Cell, minutes: int) -> None:
    read = length(cell)
    assert (read.minutes, read.sure) == (minutes, True)


@pytest.mark.parametrize(
    ("cell", "offers"),
    [
        ("half 2 til 4", [90, 150]),
        ("2-4", [120]),
        ("8-8", [720]),
        ("130", [130, 90, 7800]),
        (130, [130, 90, 7800]),
        (90.0, [90, 5400]),
        ("1.30", [90, 78]),
    ],
    ids=repr,
)
def test_a_length_that_could_be_two_things_is_never_sure(cell: Cell, offers: list[int]) -> None:
    read = length(cell)
    assert not read.sure
    assert [read.minutes, *read.others] == offers


@pytest.mark.parametrize(
    "cell", ["", "soon", "x?", "12:75", True, date(2026, 4, 3), float("nan"), -1, "9" * 100]
)
def test_what_is_no_length_of_time_is_not_taken_for_one(cell: Cell) -> None:
    with pytest.raises(NotUnderstood):
        length(cell)


def test_a_column_of_minutes_holds_minutes() -> None:
    assert [minutes_alone(cell).minutes for cell in (90, "90", 90.0, "1:30")] == [90] * 4


@given(st.integers(0, 24 * 60))
def test_every_length_of_a_day_is_read_as_it_is_written(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    for written in (
        f"{hours}:{rest:02}",
        f"{hours}h{rest:02}m",
        f"{hours} hrs {rest} mins",
        timedelta(minutes=minutes),
    ):
        assert length(written).minutes == minutes


@given(st.text(max_size=30) | st.floats() | st.integers() | st.datetimes() | st.timedeltas() | st.times())
def test_no_cell_is_too_odd_to_say_that_it_is_not_understood(cell: Cell) -> None:
    for read in (length, minutes_alone, day):
        try:
            read(cell)
        except NotUnderstood as error:
            assert error.message


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("03/04/2026", "2026-04-03"),
        ("3.4.26", "2026-04-03"),
        ("3/4/56", "1956-04-03"),
        ("2026-04-03T10:30:00Z", "2026-04-03"),
        ("Friday 3rd April 2026", "2026-04-03"),
        ("3-Apr-26", "2026-04-03"),
        ("April 3, 2026", "2026-04-03"),
        ("January 19 2011", "2011-01-19"),
        (datetime(2026, 4, 3, 10), "2026-04-03"),  # noqa: DTZ001 - as a spreadsheet keeps it
        (date(2026, 4, 3), "2026-04-03"),
    ],
)
def test_a_day_is_understood(cell: Cell, found: str) -> None:
    assert day(cell) == found


def test_a_column_says_itself_which_of_day_and_month_stands_first() -> None:
    assert orders(["03/04/2026", "13/04/2026"]) == {Order.DAY}
    assert orders(["03/04/2026", "04/13/2026"]) == {Order.MONTH}
    assert orders(["03/04/2026", "05/06/2026"]) == {Order.DAY, Order.MONTH}
    assert orders(["13/04/2026", "04/13/2026"]) == set()
    assert orders(["04/04/2026", "3 May 2026", "2026-05-03"]) == {Order.DAY}  # it makes no difference


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Volunteer hours April 2026.xlsx", "2026-04"),
        ("Apr-26", "2026-04"),
        ("hours_04-2026.csv", "2026-04"),
        ("2026-04 register", "2026-04"),
        ("Sheet1", ""),
        ("mayor 2026", ""),
        ("Margaret 2026", ""),
    ],
)
def test_a_month_is_found_in_a_title(text: str, month: str) -> None:
    assert month_in(text) == month


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Smith, J", ["J Smith"]),
        ("Joan SMITH", ["Joan Smith"]),
        ("JOAN SMITH", ["Joan Smith"]),
        ("Mr J. Smith", ["J. Smith"]),
        ("Mr Smith", ["Mr Smith"]),
        ("Joan, Bo & Megan", ["Joan", "Bo", "Megan"]),
        ("Ann and Bo", ["Ann", "Bo"]),
        ("Smith, J; Jones, B", ["J Smith", "B Jones"]),
        ("Smith, J & Jones, B", ["J Smith", "B Jones"]),
        ("Joan\nBo", ["Joan", "Bo"]),
        ("Sandy Anders", ["Sandy Anders"]),
        ("Ann; Ann", ["Ann"]),
    ],
)
def test_names_are_understood(text: str, names: list[str]) -> None:
    found = names_in(text)
    assert list(found.names) == names
    assert not found.comma


def test_a_comma_that_could_stand_between_two_people_is_asked() -> None:
    assert names_in("Smith, Joan").comma
    assert names_in("Joan, Bo").comma
    assert names_in("Smith, Joan", ONE).names == ("Joan Smith",)
    assert names_in("Joan, Bo", SEVERAL).names == ("Joan", "Bo")
    assert not names_in("Joan, Bo", SEVERAL).comma


@given(st.text(alphabet="abÀ éx'-", min_size=1).filter(str.strip))
def test_a_name_that_is_tidy_stays_as_it_is(name: str) -> None:
    assert tidy(tidy(name)) == tidy(name) == " ".join(name.split())


def test_marks_of_a_register_say_who_came() -> None:
    assert all(
        came(mark_of(cell)) for cell in ("x", "X", "✓", "✔️", 1, 1.0, "Y", "yes", "P", "present", True, "/")
    )
    assert all(came(mark_of(cell)) is False for cell in ("a", "A", "absent", 0, "N", "-", False, None))
    assert came(mark_of("L")) is None
