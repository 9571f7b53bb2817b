"""How numbers, times, days and missing values are written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcse_desktop.reports.blocks import Cell, Hidden, NotAsked, NotRecorded, NotSaid, Shown, Text
from vcse_desktop.reports.numbers import day, direction, hours, month, pounds, value, whole


@pytest.mark.parametrize(
    ("minutes", "written"),
    [(0, "0"), (90, "1.5"), (1455, "24.25"), (7, "0"), (8, "0.25"), (150, "2.5"), (75_000, "1,250")],
)
def test_hours_are_decimals_to_the_nearest_quarter(minutes: int, written: str) -> None:
    assert hours(minutes, "en") == written


@given(st.integers(0, 10**8))
def test_written_hours_are_never_more_than_half_a_quarter_away(minutes: int) -> None:
    written = float(hours(minutes, "en").replace(",", ""))
    assert abs(written * 60 - minutes) <= 7.5
    assert written % 0.25 == 0


@given(st.integers(0, 10**9), st.sampled_from(["en", "cy", "ar", "pl", "ur", "bn"]))
def test_digits_are_western_in_every_language(number: int, language: str) -> None:
    written = "".join(c for c in whole(number, language) if c.isdigit())
    assert written == str(number)


@pytest.mark.parametrize(
    ("pence", "written"),
    [(0, "0"), (5, "0.05"), (100, "1"), (1250, "12.50"), (123_450, "1,234.50"), (500_000, "5,000")],
)
def test_money_has_its_thousands_apart_and_pence_where_there_are_any(pence: int, written: str) -> None:
    assert pounds(pence) == written


def test_days_are_words_in_the_language_of_the_report() -> None:
    assert day(date(2026, 7, 1), "en") == "1 July 2026"
    assert day(date(2026, 7, 1), "en", year=False) == "1 July"
    assert day(date(2026, 7, 1), "cy") == "1 Gorffennaf 2026"
    assert month("2026-07", "en") == "Jul 2026"
    assert month("not_recorded", "en") == month("2026-13", "en") == ""


def test_a_language_that_nobody_knows_is_written_as_british_english() -> None:
    assert day(date(2026, 7, 1), "xx-nowhere") == "1 July 2026"
    assert [direction(code) for code in ("en", "cy", "ar", "ur", "??")] == ["ltr", "ltr", "rtl", "rtl", "ltr"]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (Shown(0), "0"),
        (Hidden(), "[c]"),
        (NotRecorded(), "not recorded"),
        (NotAsked(), "not asked"),
        (NotSaid(), "prefer not to say"),
    ],
)
def test_each_state_has_its_own_words(cell: Cell, written: str) -> None:
    assert value(cell, "en") == written


def test_a_text_is_not_a_value() -> None:
    with pytest.raises(TypeError):
        value(Text(()), "en")
