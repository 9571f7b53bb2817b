"""Times of day as people write them, and how long it is between two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcse_desktop.records.clock import DAY, between, time_of_day
from vcse_desktop.records.typed import NotUnderstood


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("10:30", 630),
        ("10.30", 630),
        ("1030", 630),
        ("10", 600),
        ("2pm", 840),
        ("2.15 p.m.", 855),
        ("14h", 840),
    ],
)
def test_a_time_of_day_is_understood_in_any_of_the_usual_ways(words: str, minutes: int) -> None:
    assert time_of_day(words) == minutes


@pytest.mark.parametrize("words", ["", "half 2", "25:00", "13pm", "10:75", "0am", "9" * 400, "10:30:15"])
def test_what_is_no_time_of_day_is_said_to_be_none(words: str) -> None:
    with pytest.raises(NotUnderstood):
        time_of_day(words)


def test_from_ten_to_one_is_three_hours_and_backwards_is_asked_about() -> None:
    assert between("10", "1") == 180
    assert between("10:00", "12.30") == 150
    assert between("10", "") is None
    with pytest.raises(NotUnderstood):
        between("2pm", "1pm")


@given(st.integers(0, DAY - 1), st.integers(0, DAY - 1))
def test_written_with_hours_and_minutes_the_time_between_two_is_their_difference(
    one: int, other: int
) -> None:
    first, last = sorted((one, other))
    assert between(f"{first // 60:02}:{first % 60:02}", f"{last // 60:02}:{last % 60:02}") == last - first
