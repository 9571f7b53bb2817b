"""What the coordinator and the reader of a pack are told about hiding."""

import pytest

from tests.disclosure.making import one_line, where
from tests.disclosure.test_hours import ALONE, each, times
from vcse_desktop.disclosure.plan import Plan, Why
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.words import banner, reader_line, reason

NHS, U5 = POLICIES["nhs_1_7_r5"], POLICIES["under_5"]
TWO = one_line({"north": 14, "south": 3})


@pytest.mark.usefixtures("inside")
def test_the_banner_counts_what_is_hidden_by_reason() -> None:
    assert banner(protect([TWO], NHS)) == [
        "1 number is hidden because fewer than 8 people are behind it.",
        "1 more is hidden so that nobody can find a hidden one by subtraction.",
    ]
    assert banner(protect([one_line({"a": 3, "b": 4, "c": 20, "d": 30})], NHS))[0] == (
        "2 numbers are hidden because fewer than 8 people are behind them."
    )
    assert banner(protect([one_line({"north": 14})], NHS)) == []


@pytest.mark.usefixtures("inside")
def test_what_is_hidden_for_its_own_sake_or_as_before_has_a_sentence() -> None:
    time = times([*each("park", [60] * 20), *each("pool", [300] * 7, 50)], "park pool", ALONE)
    plan = protect([TWO, time], NHS)
    assert reason(plan, where(TWO, "south")) == "Hidden because fewer than 8 people are behind it."
    assert reason(plan, where(time, "pool", measure="hours")) == (
        "Hidden because few people gave these hours, or almost all of them are one person's."
    )
    assert reason(Plan(NHS, (), {where(TWO, "north"): Why.EARLIER}), where(TWO, "north")) == (
        "Hidden because an earlier pack hid it."
    )
    for other in ("north", "total"):  # the one takes true numbers to say, the other is shown
        with pytest.raises(KeyError):
            reason(plan, where(TWO, other))


def test_the_reader_learns_the_mark_the_rounding_and_what_zero_means() -> None:
    assert reader_line(NHS) == (
        "[c] means hidden to protect people. Numbers of people and of hours are rounded to the nearest 5,"
        " so parts may not add up. 0 means none."
    )
    assert reader_line(U5) == "[c] means hidden to protect people. The other numbers are exact. 0 means none."
