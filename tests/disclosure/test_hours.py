"""Hours are hidden with the people who gave them, and nobody can take them away from other hours."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.disclosure.attacker import Attacker, sheet
from tests.disclosure.making import at, make, printed, where
from vcse_desktop.disclosure.audit import End, Failure, audit
from vcse_desktop.disclosure.plan import Cell, Plan, Secret, Why
from vcse_desktop.disclosure.policy import POLICIES, Policy, publish_minutes
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.figures.table import Counted, Dimension, FigureTable, Measure, Unit

NHS, U5 = POLICIES["nhs_1_7_r5"], POLICIES["under_5"]
HELPERS = Measure("helpers", "Helpers", Unit.ATTENDANCE, "helpers")
HOURS = Measure("hours", "Hours given", Unit.PERSON_HOURS, "hours", heads="helpers")
ALONE = replace(HOURS, heads="")
SKILLED = Measure("skilled", "Of these, skilled", Unit.PERSON_HOURS, "hours", "hours")

Row = tuple[str, int, int, int]
"""Where, how many minutes, by whom (0: nobody is named), and how many they were."""


def times(rows: Sequence[Row], codes: str, *measures: Measure, ident: str = "time") -> FigureTable:
    """Make a table of rows of time, with each measure counting all of them."""
    entries = [
        Counted(measure.code, number, heads if measure is HELPERS else minutes, at(place), heads, giver)
        for measure in measures
        for number, (place, minutes, giver, heads) in enumerate(rows, 1)
    ]
    return make(entries, [codes], measures=measures, ident=ident)


def each(place: str, minutes: Sequence[int], first: int = 1) -> list[Row]:
    """Return a row for each of so many different people."""
    return [(place, given, first + n, 1) for n, given in enumerate(minutes)]


def hours(plan: Plan, table: int = 0) -> dict[str, int | None]:
    return printed(plan, "hours", table)


def test_hours_are_rounded_to_five_hours_or_to_a_quarter() -> None:
    table = times(each("park", [67] * 20), "park pool", ALONE)
    assert hours(protect([table], NHS)) == {"park": 1200, "pool": 0, "total": 1200}  # 22 h 20 min: 20 h
    assert hours(protect([table], U5)) == {"park": 1335, "pool": 0, "total": 1335}
    assert audit(protect([table], U5), [table]).ok


def test_hours_of_few_people_are_hidden_though_nobody_counts_the_people() -> None:
    table = times([*each("park", [60] * 20), *each("pool", [300] * 7, 50)], "park pool", ALONE)
    plan = protect([table], NHS)
    assert hours(plan)["pool"] is None
    assert plan.reasons[where(table, "pool", measure="hours")] is Why.HOURS
    assert audit(plan, [table]).ok


def test_many_rows_of_one_person_are_one_person() -> None:
    rows: list[Row] = [("pool", 60, 1, 1)] * 30
    assert hours(protect([times(rows, "pool", ALONE)], U5))["pool"] is None
    assert hours(protect([times(rows, "pool", HELPERS, HOURS)], U5))["pool"] is None


def test_an_unnamed_group_counts_as_many_as_it_was() -> None:
    litter_pick: list[Row] = [("park", 14 * 120, 0, 14)]
    assert hours(protect([times(litter_pick, "park", ALONE)], NHS))["park"] == 1800
    unknown: list[Row] = [("park", 600, 0, 0)]
    assert hours(protect([times(unknown, "park", ALONE)], NHS))["park"] is None


def test_hours_go_with_their_head_count_even_when_that_only_protects_another() -> None:
    rows = [*each("north", [600] * 14), *each("south", [60] * 3, 50)]
    table = times(rows, "north south", HELPERS, HOURS)
    plan = protect([table], NHS)
    assert printed(plan, "helpers") == {"north": None, "south": None, "total": 15}
    assert hours(plan) == {"north": None, "south": None, "total": None}  # it would tell the north to a tenth
    assert audit(plan, [table]).ok


@pytest.mark.parametrize(("rest", "fires"), [(99, True), (100, False)])
def test_hours_that_are_nearly_all_one_persons_are_hidden(rest: int, fires: bool) -> None:
    table = times(each("park", [1000, 500, *([rest // 3] * 3), rest - rest // 3 * 3]), "park", ALONE)
    plan = protect([table], U5)
    assert (hours(plan)["park"] is None) is fires
    assert audit(plan, [table]).ok


def test_the_audit_names_hours_that_are_shown_by_hand() -> None:
    table = times([*each("park", [600] * 20), *each("pool", [300] * 7, 50)], "park pool", ALONE)
    plan = protect([table], NHS)
    told = plan.tables[0]
    shown = protect(
        [times([*each("park", [600] * 20), *each("pool", [210] * 10, 50)], "park pool", ALONE)], NHS
    )
    rows = (told.rows[0], shown.tables[0].rows[1], told.rows[2])
    pool = Failure(Secret(where(table, "pool", measure="hours")), End.NUMBER)
    assert pool in audit(replace(plan, tables=(replace(told, rows=rows),)), [table]).failures


def test_hours_of_few_are_not_left_over_between_two_numbers() -> None:
    crowd, few = each("park", [60] * 30), each("pool", [600] * 3, 50)
    everyone = times([*crowd, *few], "park pool", ALONE, ident="all")
    most = make(
        [Counted("skilled", n, m, at(p), h, g) for n, (p, m, g, h) in enumerate(crowd, 1)],
        ["park pool"],
        measures=(SKILLED,),
        ident="skilled",
    )
    plan = protect([everyone, most], U5)
    assert hours(plan)["pool"] is None
    assert None in (hours(plan)["total"], printed(plan, "skilled", 1)["total"])
    assert audit(plan, [everyone, most]).ok


def test_hours_in_a_table_that_is_not_sensitive_are_exact() -> None:
    table = times(each("park", [61]), "park", ALONE)
    table = replace(table, kind=replace(table.kind, sensitive=False))
    plan = protect([table], NHS)
    assert hours(plan) == {"park": 61, "total": 61}
    assert audit(plan, [table]).ok


@pytest.mark.usefixtures("inside")
def test_hours_are_shown_again_when_what_was_hidden_later_does_for_them() -> None:
    """What is hidden must stay uncertain too, which hides more; then some was hidden for nothing."""
    first: list[Row] = [("barn", 60, 20, 1), ("park", 30, 22, 1), ("park", 30, 23, 1), ("pool", 90, 24, 1)]
    first += [
        ("park", 900, 1, 1),
        ("pool", 30, 8, 1),
        ("park", 60, 3, 1),
        ("park", 900, 25, 1),
        ("park", 900, 9, 1),
    ]
    roles = "driver cook cook cook driver driver driver cook cook".split()
    by_place = times(first, "park pool hall barn", ALONE)
    by_role = times(
        [(role, *row[1:]) for role, row in zip(roles, first, strict=True)], "driver cook other", ALONE
    )
    kind = replace(by_role.kind, id="by_role", dimensions=(Dimension("role", "Role"),))
    tables = [by_place, replace(by_role, kind=kind)]
    plan = protect(tables, U5)
    assert audit(plan, tables).ok
    for here in plan.protects:
        table = tables[here.table == "by_role"]
        told = plan.tables[here.table == "by_role"]
        value = publish_minutes(U5, table.value("hours", here.codes))
        rows = tuple(
            replace(row, cells=(Cell(*value[:2]),)) if row.codes == here.codes else row for row in told.rows
        )
        changed = tuple(replace(told, rows=rows) if t is told else t for t in plan.tables)
        assert not audit(replace(plan, tables=changed), tables).ok  # so each that is still hidden must be


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["park", "pool", "hall"]),
        st.integers(1, 900),
        st.integers(0, 15),
        st.integers(1, 6),
    ),
    max_size=30,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, policy=st.sampled_from([U5, NHS]))
@example(
    rows=[*each("park", [400] * 9), *each("pool", [60] * 3, 20), *each("hall", [60] * 9, 30)], policy=NHS
)
@pytest.mark.usefixtures("inside")
def test_every_hidden_number_of_hours_stays_open_by_a_tenth_both_ways(
    attacker: Attacker, rows: list[Row], policy: Policy
) -> None:
    rows = [(place, minutes, giver, 1 if giver else heads) for place, minutes, giver, heads in rows]
    by_place = times(rows, "park pool hall", HELPERS, HOURS)
    role = Dimension("role", "Role")
    sorted_out = [("driver" if n % 3 else "cook", *row[1:]) for n, row in enumerate(rows)]
    by_role = replace(times(sorted_out, "driver cook", ALONE, ident="by_role"))
    by_role = replace(by_role, kind=replace(by_role.kind, dimensions=(role,)))
    tables = [by_place, by_role]
    plan = protect(tables, policy)
    assert audit(plan, tables).ok
    page = sheet(plan, "hours")
    true = {where(t, *row, measure="hours"): t.value("hours", row) for t in tables for row in t.rows()}
    hidden = [here for here, (_, cell) in page.printed.items() if cell.value is None]
    spans = attacker.spans(page, policy, [page.counts[here] for here in hidden], whole=False)
    for here, (least, most) in zip(hidden, spans, strict=True):
        assert least <= 0.9 * true[here] + 1e-6
        assert most >= 1.1 * true[here] - 1e-6
    for row in plan.tables[0].rows:
        assert row.cells[0].value is not None or row.cells[1].value is None  # no hours without people
