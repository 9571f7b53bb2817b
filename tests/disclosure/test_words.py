"""What the coordinator and the reader of a pack are told about hiding."""

import pytest

from tests.disclosure.making import at, make, one_line, where
from tests.disclosure.test_hours import ALONE, each, times
from vcse_desktop.disclosure.plan import Plan, Why
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.words import banner, reader_line, reason
from vcse_desktop.figures.table import Counted, Measure, Unit

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
def test_every_hidden_number_has_a_sentence_and_no_other_has() -> None:
    time = times([*each("park", [60] * 20), *each("pool", [300] * 7, 50)], "park pool", ALONE)
    plan = protect([TWO, time], NHS)
    assert reason(plan, where(TWO, "south")) == "Hidden because fewer than 8 people are behind it."
    assert reason(plan, where(TWO, "north")) == (
        "Hidden to protect this number: Carers supported, South. With it, that one could be found."
    )
    assert reason(plan, where(time, "pool", measure="hours")) == (
        "Hidden because few people gave these hours, or almost all of them are one person's."
    )
    assert reason(Plan(NHS, (), {where(TWO, "north"): Why.EARLIER}), where(TWO, "north")) == (
        "Hidden because an earlier pack hid it."
    )
    with pytest.raises(KeyError):
        reason(plan, where(TWO, "total"))


@pytest.mark.usefixtures("inside")
def test_people_between_two_numbers_are_named_by_both() -> None:
    people = Measure("people", "People", Unit.PERSON, "people")
    came = Measure("came", "Came", Unit.PERSON, "people", "people")
    entries = [Counted("people", n, 1, at("ashby")) for n in range(30)]
    entries += [Counted("came", n, 1, at("ashby")) for n in range(27)]
    plan = protect([make(entries, ["ashby"], measures=(people, came))], U5)
    said = {reason(plan, here) for here in plan.protects}
    assert said == {"Hidden to protect the few people in People, Ashby who are not in Came, Ashby."}


def test_the_reader_learns_the_mark_the_rounding_and_what_zero_means() -> None:
    assert reader_line(NHS) == (
        "[c] means hidden to protect people. Numbers of people and of hours are rounded to the nearest 5,"
        " so parts may not add up. 0 means none."
    )
    assert reader_line(U5) == "[c] means hidden to protect people. The other numbers are exact. 0 means none."
