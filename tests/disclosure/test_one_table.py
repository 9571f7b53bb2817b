"""The commonest case by hand, and what one table shows under each rule."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.disclosure import same
from tests.disclosure.making import at, make, one_line, printed, square, where
from vcse_desktop.disclosure.audit import End, Failure, audit
from vcse_desktop.disclosure.plan import Cell, Secret, Status, Why
from vcse_desktop.disclosure.policy import POLICIES, ROUND_5
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.errors import Refused
from vcse_desktop.figures.table import Counted, Dimension, Measure, Unit

NHS, U5 = POLICIES["nhs_1_7_r5"], POLICIES["under_5"]
FOUR = {"ashby": 14, "brook": 3, "corley": 21, "dunmore": 9}
TWO = {"north": 14, "south": 3}


def test_among_four_places_one_small_number_is_hidden_and_nothing_else() -> None:
    table = one_line(FOUR)
    plan = protect([table], NHS)
    assert printed(plan) == {"ashby": 15, "brook": None, "corley": 20, "dunmore": 10, "total": 45}
    assert plan.reasons == {where(table, "brook"): Why.SMALL}
    assert audit(plan, [table]).ok


def test_beside_one_other_place_the_other_is_hidden_too() -> None:
    table = one_line(TWO)
    plan = protect([table], NHS)
    assert printed(plan) == {"north": None, "south": None, "total": 15}
    assert plan.reasons == {where(table, "north"): Why.PROTECTS, where(table, "south"): Why.SMALL}
    assert plan.protects == {where(table, "north"): Secret(where(table, "south"))}
    assert audit(plan, [table]).ok


def test_showing_it_again_by_hand_gives_the_small_one_away() -> None:
    table = one_line(TWO)
    plan = protect([table], replace(NHS, threshold=8))
    told = plan.tables[0]
    shown = protect([one_line({"north": 14, "south": 14})], NHS).tables[0].rows[0]
    north = replace(told.rows[0], cells=shown.cells)
    report = audit(replace(plan, tables=(replace(told, rows=(north, *told.rows[1:])),)), [table])
    assert not report.ok
    assert report.failures == (Failure(plan.protects[where(table, "north")], End.HIGH),)


@pytest.mark.usefixtures("inside")
def test_a_number_that_the_coordinator_pinned_is_hidden_last() -> None:
    table = one_line(TWO)
    plan = protect([table], NHS, pinned=[where(table, "north")])
    assert printed(plan) == {"north": 15, "south": None, "total": None}
    assert audit(plan, [table]).ok


@pytest.mark.usefixtures("inside")
def test_whoever_spends_nothing_on_hiding_fewer_is_safe_all_the_same() -> None:
    table = square([[9, 12, 3], [2, 21, 8], [12, 4, 30], [5, 16, 9]])
    hasty, patient = protect([table], U5, budget=0), protect([table], U5)
    assert audit(hasty, [table]).ok
    assert len(hasty.reasons) >= len(patient.reasons)


@pytest.mark.usefixtures("inside")
def test_both_pinned_is_still_safe() -> None:
    table = one_line(TWO)
    plan = protect([table], NHS, pinned=[where(table, "north"), where(table, "total")])
    assert list(plan.reasons.values()).count(Why.PROTECTS) == 1
    assert audit(plan, [table]).ok


@pytest.mark.usefixtures("inside")
def test_zeros_are_shown_unless_their_field_is_protected() -> None:
    table = one_line({"yes": 0, "no": 20, "not_recorded": 12})
    assert printed(protect([table], NHS)) == {"yes": 0, "no": 20, "not_recorded": 10, "total": 30}
    careful = replace(NHS, zero_protected=frozenset({"area"}))
    plan = protect([table], careful)
    assert printed(plan)["yes"] is None
    assert audit(plan, [table]).ok
    assert not audit(replace(protect([table], NHS), policy=careful), [table]).ok


@pytest.mark.usefixtures("inside")
def test_all_of_them_is_as_telling_as_none_where_the_field_is_protected() -> None:
    table = square([[9, 0], [12, 11]])
    careful = replace(U5, zero_protected=frozenset({"age"}))
    plan = protect([table], careful)
    said = printed(plan)
    assert said["a0 b1"] is None
    assert None in (said["a0 b0"], said["a0 total"])  # all nine are b0
    assert audit(plan, [table]).ok


def test_rounding_alone_is_for_tables_without_people() -> None:
    with pytest.raises(Refused):
        protect([one_line(FOUR)], ROUND_5)
    table = one_line({"library": 3, "park": 12}, sensitive=False)
    assert printed(protect([table], ROUND_5)) == {"library": 5, "park": 10, "total": 15}
    assert audit(protect([table], ROUND_5), [table]).ok
    assert printed(protect([table], NHS)) == {"library": 3, "park": 12, "total": 15}


@pytest.mark.parametrize("unit", [Unit.EVENT, Unit.ORGANISATION])
def test_things_are_counted_exactly(unit: Unit) -> None:
    table = one_line(FOUR, measure=Measure("held", "Held", unit))
    plan = protect([table], NHS)
    assert printed(plan, "held") == {**FOUR, "total": 47}
    assert audit(plan, [table]).ok
    assert printed(protect([replace(table, kind=replace(table.kind, sensitive=False))], ROUND_5), "held") == {
        **FOUR,
        "total": 47,
    }


@pytest.mark.parametrize("unit", [Unit.PERSON, Unit.ATTENDANCE, Unit.QUOTE])
def test_people_attendances_and_quotes_are_protected(unit: Unit) -> None:
    table = one_line(FOUR, measure=Measure("told", "Told", unit))
    assert printed(protect([table], NHS), "told")["brook"] is None


def test_statements_are_protected_where_they_are_broken_down_by_people() -> None:
    said = Measure("said", "Things said", Unit.STATEMENT, "statements")
    theme = Dimension("theme", "Theme", overlaps=True)
    by_theme = one_line({"waiting": 3, "money": 12}, measure=said, dimensions=(theme,), ident="themes")
    by_area = one_line({"ashby": 3, "brook": 9, "corley": 3}, measure=said)
    plan = protect([by_theme, by_area], NHS)
    assert printed(plan, "said", 0) == {"waiting": 3, "money": 12}
    assert printed(plan, "said", 1) == {"ashby": None, "brook": None, "corley": None, "total": 15}
    assert audit(plan, [by_theme, by_area]).ok


def test_a_total_of_statements_is_hidden_when_it_would_tell_who_said_them() -> None:
    said = Measure("said", "Things said", Unit.STATEMENT, "statements")
    table = one_line({"ashby": 3, "brook": 2}, measure=said)
    plan = protect([table], NHS)
    assert printed(plan, "said") == {"ashby": None, "brook": None, "total": None}
    assert plan.reasons[where(table, "total", measure="said")] is Why.PROTECTS


def test_a_universe_counts_one_thing() -> None:
    both = Measure("people", "People", Unit.PERSON, "all"), Measure("came", "Came", Unit.ATTENDANCE, "all")
    with pytest.raises(ValueError, match="mixes units"):
        protect([make([Counted("people", 1, 1, at("x"))], ["x"], measures=both)], NHS)


def test_a_table_without_rows_or_people_is_told_as_it_is() -> None:
    empty = make([], [""], ident="empty")
    plan = protect([empty, make([], [], dimensions=(), ident="bare")], NHS)
    assert printed(plan) == {"total": 0}
    assert printed(plan, table=1) == {"": 0}


@pytest.mark.usefixtures("inside")
def test_progress_comes_to_its_end() -> None:
    steps: list[tuple[int, int]] = []
    protect([one_line(TWO)], NHS, progress=lambda done, of: steps.append((done, of)))
    assert steps == [(1, 2), (2, 2)]


@pytest.mark.usefixtures("inside")
def test_the_same_tables_and_past_give_the_same_plan_whatever_the_machine_is_set_to(root: Path) -> None:
    here = tuple(same.said())
    said = set()
    for seed, language in (("1", "en_GB.UTF-8"), ("77", "ar_SA.UTF-8")):
        done = subprocess.run(
            [sys.executable, "-m", "tests.disclosure.same"],
            env={**os.environ, "PYTHONHASHSEED": seed, "LANG": language, "LC_ALL": language},
            cwd=root,
            capture_output=True,
            check=True,
        )
        said.add(tuple(done.stdout.decode().splitlines()))
    assert said == {here}
    assert len(here) == 2 * (2 + 2 * same.PACKS)
    assert "protects [(" in here[1]
    assert any("release=1" in line for line in here)  # something is hidden because of an earlier pack


@pytest.mark.usefixtures("inside")
def test_what_is_not_sensitive_is_hidden_last() -> None:
    table = one_line({"ashby": 3, "brook": 20, "corley": 9})
    corley = tuple(c for c in table.counted if c.codes == at("corley"))
    known = replace(one_line({"corley": 9}, ident="a_list_on_a_wall", sensitive=False), counted=corley)
    plan = protect([known, table], U5)
    assert printed(plan) == {"corley": 9, "total": 9}
    assert printed(plan, table=1) == {"ashby": None, "brook": None, "corley": 9, "total": 32}
    assert audit(plan, [known, table]).ok


@pytest.mark.usefixtures("inside")
def test_a_group_that_leaves_few_others_of_those_looked_at_is_hidden_like_a_small_one() -> None:
    """Nineteen of twenty who came were homeless: that says of one person that they were not."""
    group = Dimension("group", "Group", overlaps=True)
    tallied = Measure("tallied", "Attendances", Unit.ATTENDANCE, "tallied", rest="not_in_group")
    of = {"homeless": (19, 1), "migrants": (12, 8), "carers": (20, 0), "justice": (3, 17)}
    entries = [
        Counted(measure, place, amount, at(code))
        for place, (code, both) in enumerate(of.items(), 1)
        for measure, amount in zip(("tallied", "not_in_group"), both, strict=True)
        if amount
    ]
    table = make(entries, [" ".join(of)], measures=(tallied,), dimensions=(group,), ident="groups")
    plan = protect([table], NHS)
    assert printed(plan, "tallied") == {"homeless": None, "migrants": 10, "carers": 20, "justice": None}
    assert set(plan.reasons.values()) == {Why.SMALL}
    assert audit(plan, [table]).ok
    told = tuple(
        replace(row, cells=(Cell(Status.ROUNDED, 20),)) if "homeless" in row.codes else row
        for row in plan.tables[0].rows
    )
    careless = replace(plan, tables=(replace(plan.tables[0], rows=told),))
    report = audit(careless, [table])
    assert not report.ok
    assert where(table, "homeless", measure="tallied") in {one.secret.cell for one in report.failures}
