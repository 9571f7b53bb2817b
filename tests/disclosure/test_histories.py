"""Whoever keeps every pack that was ever sent still finds nobody; of packs made each for itself they do."""

from dataclasses import replace

import pytest

from tests.conftest import LONG
from tests.disclosure.attacker import Attacker
from tests.disclosure.histories import PERIODS, History, found_out, history, left_between, narrowed, recovered
from tests.disclosure.making import AREA, at, make
from vcse_desktop.disclosure import protect as protecting
from vcse_desktop.disclosure import worker
from vcse_desktop.disclosure.audit import audit
from vcse_desktop.disclosure.policy import POLICIES, Policy
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.figures.table import Counted, FigureTable, Period

NHS, U5 = POLICIES["nhs_1_7_r5"], POLICIES["under_5"]
LEAVES = 11
"""A group whose packs leave a few people over between several numbers."""
HISTORIES, PACKS = (1000, 6) if LONG else (8, 4)


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize("policy", [NHS, U5], ids=["nhs", "under_5"])
@pytest.mark.parametrize("seed", range(HISTORIES // 2))
def test_nothing_is_found_out_from_all_packs_together(seed: int, policy: Policy, attacker: Attacker) -> None:
    made, safe = history(seed, policy, PACKS)
    assert len(made.published) > 1
    assert recovered(made, attacker, exposed=not safe) == []
    assert left_between(made, attacker) == set()


@pytest.mark.usefixtures("inside")
def test_zeros_of_a_new_pack_do_not_make_people_of_what_the_past_told_as_a_number(attacker: Attacker) -> None:
    made, safe = history(435, U5, 6)
    assert safe
    assert set(made.published) == {0, 1, 2, 3, 4}, "the last of six would say that nobody else is left over"
    assert left_between(made, attacker) == set()


@pytest.mark.usefixtures("inside")
def test_what_the_past_gives_away_is_measured_as_a_reader_who_counts_the_same_people_knows_it(
    attacker: Attacker,
) -> None:
    made, safe = history(218, NHS, 6)
    assert not safe
    assert narrowed(made, attacker)
    assert recovered(made, attacker, exposed=True) == []


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize("policy", [NHS, U5], ids=["nhs", "under_5"])
def test_control_packs_that_know_of_no_other_give_somebody_away(policy: Policy, attacker: Attacker) -> None:
    assert any(found_out(history(seed, policy, PACKS, alone=True)[0], attacker) for seed in range(5))


@pytest.mark.usefixtures("inside")
def test_control_what_several_numbers_leave_over_is_found_where_it_is_not_guarded(
    monkeypatch: pytest.MonkeyPatch, attacker: Attacker
) -> None:
    monkeypatch.setattr(worker, "left_over", lambda *_: [])
    assert left_between(history(LEAVES, NHS, 6)[0], attacker)
    monkeypatch.undo()


def three_of_four(others: int) -> list[FigureTable]:
    """Return a total, and three of its parts in a table without one: some people are in none of them."""
    parts = {"ashby": 10, "brook": 9, "corley": 8}
    spread = [code for code, number in parts.items() for _ in range(number)]
    every = [Counted("supported", n, 1, at("town")) for n in range(1, len(spread) + others + 1)]
    entries = [Counted("supported", n, 1, at(code)) for n, code in enumerate(spread, 1)]
    some = replace(AREA, overlaps=True)
    return [
        make(every, ["town"], ident="town"),
        make(entries, [" ".join(parts)], dimensions=(some,), ident="areas"),
    ]


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize(("others", "hidden"), [(3, 1), (12, 0)])
def test_nobody_is_left_over_between_a_total_and_three_parts_of_it(others: int, hidden: int) -> None:
    tables = three_of_four(others)
    plan = protect(tables, U5)
    assert len(plan.reasons) == hidden
    assert audit(plan, tables).ok
    assert all(len(secret.less) == 3 for secret in plan.protects.values())


@pytest.mark.usefixtures("inside")
def test_the_audit_finds_what_is_left_over_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = three_of_four(3)
    monkeypatch.setattr(protecting, "hide", lambda *_: {})
    (failure, *_) = audit(protect(tables, U5), tables).failures
    assert len(failure.secret.less) == 3


def in_days(period: Period, corley: int) -> FigureTable:
    """Return a table of these days: the first so many people are in Corley, forty others in Ashby."""
    spread = ["corley"] * corley + ["ashby"] * 40
    first = 1 + 8 - corley  # whoever was there earlier is there later, too
    entries = [Counted("supported", n, 1, at(code)) for n, code in enumerate(spread, first)]
    return make(entries, ["ashby corley"], period=period)


@pytest.mark.usefixtures("inside")
def test_where_one_end_is_known_anyhow_the_other_stays_open(attacker: Attacker) -> None:
    quarter, half, whole = PERIODS[2], PERIODS[3], PERIODS[4]
    made = History([], U5)
    for period, corley in ((quarter, 8), (half, 5), (whole, 8)):
        assert made.share([in_days(period, corley)]).ok
    found = narrowed(made, attacker)
    assert found, "eight in a quarter and five in the half-year before it: at least three came anew"
    assert all(high >= U5.threshold - 1 for _, high in found.values())
