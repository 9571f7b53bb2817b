"""A ledger that forgot packs: they are read again, and nothing goes out that could be held against them."""

import random
from dataclasses import replace

import pytest

from tests.conftest import LONG
from tests.disclosure import stranger
from tests.disclosure.attacker import Attacker
from tests.disclosure.histories import KEY, History, found_out, left_between, people, tables
from tests.disclosure.making import AUTUMN, HALF, make, one_line, printed
from vcse_desktop.disclosure.audit import End, audit
from vcse_desktop.disclosure.beside import may_go
from vcse_desktop.disclosure.earlier import Forgotten
from vcse_desktop.disclosure.entries import entries_read
from vcse_desktop.disclosure.ledger import changed, read
from vcse_desktop.disclosure.plan import Plan, Why
from vcse_desktop.disclosure.policy import POLICIES, Policy
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.remembering import remembered
from vcse_desktop.figures.table import Dimension, FigureTable, Measure, Period, Unit

pytestmark = pytest.mark.usefixtures("inside")
NHS, U5 = POLICIES["nhs_1_7_r5"], POLICIES["under_5"]
BY_AREA = one_line({"ashby": 14, "brook": 3, "corley": 21})
HOURS = Measure("hours", "Hours", Unit.PERSON_HOURS, "hours")
SEEDS = range(100) if LONG else (3, 4)
LEAKY = (4, 3, 5)
"""Histories in which somebody is given away when nobody takes the forgotten packs in."""


def forgetful(seed: int, policy: Policy, *, take_in: bool) -> History:
    """Return a history of six packs; before the fourth an old backup is brought back, which knows one."""
    chance = random.Random(seed)  # noqa: S311 - people who never were
    made = History(people(chance, 6), policy)
    for pack in range(6):
        if pack == 3:
            made.restore(0)
            for lost in [number for number in made.published if number and take_in]:
                made.take_in(lost)
        made.share(tables(chance, made.people, pack))
    return made


@pytest.mark.parametrize("policy", [NHS, U5], ids=["nhs", "under_5"])
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_found_out_once_forgotten_packs_are_taken_in(
    seed: int, policy: Policy, attacker: Attacker
) -> None:
    made = forgetful(seed, policy, take_in=True)
    assert found_out(made, attacker) == []
    assert left_between(made, attacker) == set()
    assert changed(made.books) == []


@pytest.mark.parametrize("policy", [NHS, U5], ids=["nhs", "under_5"])
def test_control_what_is_not_taken_in_again_gives_somebody_away(policy: Policy, attacker: Attacker) -> None:
    assert any(found_out(forgetful(seed, policy, take_in=False), attacker) for seed in LEAKY)


def lost_pack(*told: FigureTable, policy: Policy = NHS) -> History:
    """Return a group that sent these tables, forgot it, and took the pack in again."""
    history = History([], policy)
    assert history.share(list(told)).ok
    history.restore(-1)
    assert read(history.books) == ()
    history.take_in(0)
    return history


def lost(history: History, *told: FigureTable) -> Forgotten:
    return remembered(history.books, read(history.books), told, KEY).forgotten


def may(history: History, table: FigureTable, policy: Policy = NHS) -> bool:
    return may_go(table, policy, lost(history, table))


def test_just_the_same_table_may_go_again_with_the_same_marks() -> None:
    town, north = one_line({"town": 17}, ident="town"), one_line({"north": 14}, ident="north")
    history = lost_pack(town, north, policy=U5)
    assert printed(protect([north], U5)) == {"north": 14, "total": 14}, "by itself it would be shown"
    past = remembered(history.books, read(history.books), [north], KEY)
    plan = protect([north], U5, past)
    assert audit(plan, [north], past).ok
    assert printed(plan) == printed(history.published[0][0], table=1) == {"north": None, "total": None}
    assert set(plan.reasons.values()) == {Why.EARLIER}


def test_of_other_numbers_of_those_days_none_may_go() -> None:
    history = lost_pack(BY_AREA)
    assert may(history, BY_AREA)
    assert may(history, one_line({"ashby": 15, "brook": 7, "corley": 19})), "it would say just the same"
    assert not may(history, one_line({"ashby": 19, "brook": 3, "corley": 21})), "another number"
    assert not may(history, one_line({"ashby": 17, "brook": 0, "corley": 21})), "a mark said somebody"
    assert not may(history, BY_AREA, U5), "exact where it was rounded"
    assert not may(history, one_line({"young": 38}, ident="by_age"))
    assert not may(history, one_line({"ashby": 50}, period=HALF))
    assert may(history, BY_AREA, replace(NHS, zero_protected=frozenset({"area"})))


def test_other_days_other_things_and_what_is_not_about_people_may_go() -> None:
    history = lost_pack(BY_AREA)
    held = Measure("held", "Held", Unit.EVENT, "people")
    theme = (Dimension("theme", "Theme", overlaps=True),)
    said = Measure("said", "Said", Unit.STATEMENT, "people")
    assert may(history, one_line({"ashby": 9}, period=AUTUMN))
    assert may(history, one_line({"ashby": 9}, measure=replace(BY_AREA.kind.measures[0], universe="others")))
    assert may(history, one_line({"ashby": 3}, measure=held, ident="held"))
    others = replace(BY_AREA.kind.measures[0], code="others", universe="others")
    both = replace(BY_AREA.kind, measures=(others, *BY_AREA.kind.measures))
    assert not may(history, replace(one_line({"ashby": 9}), kind=both))
    assert may(history, one_line({"waiting": 3}, measure=said, dimensions=theme, ident="themes"))


def test_days_that_other_packs_lead_to_are_not_told_of_either() -> None:
    history = lost_pack(BY_AREA)
    winter = Period(AUTUMN.start.replace(day=15), AUTUMN.end)
    apart = one_line({"ashby": 30}, period=winter, ident="apart")
    assert may(history, apart)
    longer = History([], NHS)
    assert longer.share([one_line({"ashby": 60}, period=HALF)]).ok
    longer.packs, longer.published[1] = 2, history.published[0]
    longer.take_in(1)
    assert not may(longer, apart)


def test_the_audit_refuses_what_should_have_been_left_out() -> None:
    history = lost_pack(BY_AREA)
    table = one_line({"young": 20, "old": 18}, ident="by_age")
    past = remembered(history.books, read(history.books), [table], KEY)
    report = audit(protect([table], NHS, past), [table], past)
    assert not report.ok
    assert {failure.end for failure in report.failures} == {End.NUMBER}
    few = one_line({"young": 3, "old": 4}, ident="by_age")
    plan = protect([few], NHS, past)
    assert set(printed(plan).values()) == {None}
    assert len(audit(plan, [few], past).failures) == 3, "even marks say that somebody is there"
    fewer = one_line({"ashby": 14, "brook": 0, "corley": 21})
    past = remembered(history.books, read(history.books), [fewer], KEY)
    report = audit(protect([fewer], NHS, past), [fewer], past)
    assert [failure.secret.cell.codes for failure in report.failures] == [("brook",), ("total",)]


def test_a_row_that_is_missing_in_a_file_counts_as_hidden() -> None:
    history = History([], NHS)
    plan = protect([BY_AREA], NHS)
    (whole,) = plan.tables
    torn = Plan(NHS, (replace(whole, rows=tuple(row for row in whole.rows if row.codes != ("total",))),))
    history.published[0] = torn, [BY_AREA]
    history.take_in(0)
    (release,) = read(history.books)
    assert {entry.said["codes"][0]: entry.state for entry in release.entries}["total"] == "hidden"
    assert [(entry.low, entry.high) for entry in release.entries if entry.state == "hidden"] == [
        (1, None)
    ] * 2


def test_hours_are_read_in_minutes_and_a_mark_may_be_none_where_noughts_are_hidden() -> None:
    entries = [
        replace(counted, measure="hours", amount=600, giver=n) for n, counted in enumerate(BY_AREA.counted)
    ]
    hours = make(entries, ["ashby brook corley"], measures=(HOURS,), ident="hours")
    history = lost_pack(hours)
    (release,) = read(history.books)
    assert {entry.value for entry in release.entries if entry.said["codes"] == ["corley"]} == {12600}
    plan = protect([BY_AREA], NHS)
    (brook,) = [e for e in entries_read(stranger.read(plan, zeros=False)) if e.said["codes"] == ["brook"]]
    assert (brook.low, brook.high) == (0, None)


def test_what_an_early_trial_wrote_down_too_briefly_is_forgotten_too() -> None:
    history = History([], NHS)
    history.share([BY_AREA])
    rows = history.books._rows["released_cell"]
    for row in rows:
        row["definition"] = str(row["definition"]).replace('"by":["area"],', "")
    assert not may(history, one_line({"young": 38}, ident="by_age"))
    assert may(history, BY_AREA)


def test_a_pack_without_anybody_in_it_is_not_forgotten() -> None:
    history = History([], NHS)
    history.share([make([], ["ashby brook"])])
    assert may(history, BY_AREA)


def test_a_pack_that_another_laptop_remembers_is_not_forgotten() -> None:
    history = lost_pack(BY_AREA)
    other = one_line({"young": 38}, ident="by_age")
    assert not may(history, other)
    history.packs = 0
    history.books._rows["release"][0]["digest"] = "digest 1"
    theirs = History([], NHS)
    theirs.share([BY_AREA])
    for table, mine in theirs.books._rows.items():
        ours = history.books._rows.setdefault(table, [])
        ours += [{name: _far(name, value) for name, value in row.items()} for row in mine]
    assert len(read(history.books)) == 2
    assert may(history, other)


def _far(name: str, value: object) -> object:
    """Return the ids of another laptop, which are none of ours."""
    return int(str(value)) + 10_000 if name in {"id", "release", "released_cell"} else value
