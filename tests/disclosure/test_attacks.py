"""Nobody works out a small number: an attacker of its own tries on what is protected, and on what is not."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.disclosure.attacker import Attacker, sheet
from tests.disclosure.making import make, one_line, square
from vcse_desktop.disclosure import protect as protecting
from vcse_desktop.disclosure.audit import audit
from vcse_desktop.disclosure.plan import Plan
from vcse_desktop.disclosure.policy import POLICIES, Policy
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.figures.table import Counted, Dimension, FigureTable, Measure, Unit

NHS, U5 = POLICIES["nhs_1_7_r5"], POLICIES["under_5"]
BRIDGE = square(  # two blocks of small numbers, and one more that joins them
    [[2, 3, 20, 30, 25], [3, 2, 3, 26, 31], [22, 35, 3, 4, 19], [41, 26, 4, 3, 28], [30, 21, 22, 33, 27]]
)


def primary_only(tables: Sequence[FigureTable], policy: Policy, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """Hide what is small and nothing else, as a spreadsheet would."""
    with monkeypatch.context() as patch:
        patch.setattr(protecting, "hide", lambda *_: {})
        return protect(tables, policy)


def hidden_in_lines(plan: Plan) -> list[int]:
    """Return how many numbers are hidden in each line of a table by two dimensions, down and across."""
    rows = {row.codes: row.cells[0].value is None for row in plan.tables[0].rows}
    lines = [
        [hidden for codes, hidden in rows.items() if codes[place] == code]
        for place in (0, 1)
        for code in sorted({codes[place] for codes in rows})
    ]
    return [sum(line) for line in lines if any(line)]


def test_control_the_attacker_sees_through_hiding_what_is_small_alone(
    attacker: Attacker, monkeypatch: pytest.MonkeyPatch
) -> None:
    for table in (one_line({"north": 14, "south": 3}), square([[14, 3], [21, 12]])):
        plan = primary_only([table], U5, monkeypatch)
        assert attacker.leaks(plan, [table])
        assert not audit(plan, [table]).ok
        assert not attacker.leaks(protect([table], U5), [table])


def test_control_the_attacker_sees_through_two_hidden_in_every_line(
    attacker: Attacker, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = primary_only([BRIDGE], U5, monkeypatch)
    assert min(hidden_in_lines(plan)) >= 2
    page = sheet(plan, "people")
    bridge = next(here for here in page.counts if here.codes == ("a1", "b2"))
    assert attacker.spans(page, U5, [page.counts[bridge]]) == [(3, 3)]
    found = {failure.secret.cell.codes for failure in audit(plan, [BRIDGE]).failures}
    assert ("a1", "b2") in found
    assert not attacker.leaks(protect([BRIDGE], U5), [BRIDGE])


def test_the_rule_of_1_to_7_alone_is_not_enough(attacker: Attacker, monkeypatch: pytest.MonkeyPatch) -> None:
    table = one_line({"north": 14, "south": 3})
    plan = primary_only([table], NHS, monkeypatch)
    page = sheet(plan, "people")
    south = next(here for here in page.counts if here.codes == ("south",))
    assert attacker.spans(page, NHS, [page.counts[south]]) == [(1, 4)]


MONTH = Dimension("month", "Month", overlaps=True)
ACTIVITY = Dimension("activity", "Activity", overlaps=True)
PEOPLE = Measure("people", "People", Unit.PERSON, "people")
CAME = Measure("came", "Came", Unit.PERSON, "people", "people")
LOOKS = Dimension("carer", "Carer", about_people=True)
SOMEBODY = st.tuples(
    st.sets(st.sampled_from(["jan", "feb"]), min_size=1),
    st.sets(st.sampled_from(["meal", "walk"]), min_size=1),
    st.sampled_from(["yes", "no"]),
    st.booleans(),
)


def linked(people: Sequence[tuple[set[str], set[str], str, bool]]) -> list[FigureTable]:
    """Make three tables of the same people, who may stand in two months and in two activities."""
    by: list[list[Counted]] = [[], [], []]
    for member, (months, activities, carer, came) in enumerate(people, 1):
        places = [[(code,) for code in months], [(code,) for code in activities], [(carer,)]]
        for entries, mine in zip(by, places, strict=True):
            entries += [Counted(m, member, 1, frozenset(mine)) for m in ["people", "came"][: 1 + came]]
    kinds = (
        ("by_month", MONTH, "jan feb"),
        ("by_activity", ACTIVITY, "meal walk"),
        ("by_carer", LOOKS, "yes no"),
    )
    return [
        make(entries, [codes], measures=(PEOPLE, CAME), dimensions=(dimension,), ident=ident)
        for entries, (ident, dimension, codes) in zip(by, kinds, strict=True)
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=st.lists(SOMEBODY, max_size=24), policy=st.sampled_from([U5, NHS, Policy("under_3", 3)]))
@example(
    people=[({"jan"}, {"meal"}, "yes", True)] * 6 + [({"jan", "feb"}, {"walk"}, "no", False)] * 3, policy=U5
)
@pytest.mark.usefixtures("inside")
def test_linked_tables_never_give_a_small_number_away(
    attacker: Attacker, people: list[tuple[set[str], set[str], str, bool]], policy: Policy
) -> None:
    tables = linked(people)
    plan = protect(tables, policy)
    assert audit(plan, tables).ok
    assert attacker.leaks(plan, tables) == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=2, max_size=4),
    policy=st.sampled_from([U5, NHS]),
)
@pytest.mark.usefixtures("inside")
def test_crossed_tables_never_give_a_small_number_away(
    attacker: Attacker, rows: list[list[int]], policy: Policy
) -> None:
    table = square(rows)
    again = one_line({f"a{i}": sum(row) for i, row in enumerate(rows)}, ident="by_area")
    tables = [table, replace(again, counted=_same_people(table))]
    plan = protect(tables, policy)
    assert audit(plan, tables).ok
    assert attacker.leaks(plan, tables) == []


def _same_people(table: FigureTable) -> tuple[Counted, ...]:
    return tuple(replace(c, codes=frozenset({leaf[:1] for leaf in c.codes})) for c in table.counted)
