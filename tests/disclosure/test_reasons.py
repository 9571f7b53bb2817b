"""Each reason for a hidden number holds: shown again by hand, it gives away the very secret that it names."""

from dataclasses import replace

import pytest

from tests.disclosure.making import AUTUMN, HALF, one_line, square, where
from vcse_desktop.disclosure.audit import End, audit
from vcse_desktop.disclosure.plan import Cell, CellKey, Plan, Secret, Status, Why, key
from vcse_desktop.disclosure.policy import POLICIES, Policy, publish
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.figures.table import FigureTable

NHS, U5 = POLICIES["nhs_1_7_r5"], POLICIES["under_5"]
BOOKS = (
    [one_line({"north": 14, "south": 3})],
    [square([[3, 14, 9], [12, 2, 20], [30, 8, 1]])],
    [square([[9, 1, 15, 3], [2, 22, 4, 11], [17, 5, 10, 6]])],
    [
        one_line({"a": 9, "b": 3, "c": 12}, ident="first"),
        one_line({"a": 14, "b": 3, "c": 20}, ident="autumn", period=AUTUMN),
        one_line({"a": 23, "b": 6, "c": 33}, ident="both", period=HALF),
    ],
)


def shown_again(plan: Plan, tables: list[FigureTable], here: CellKey) -> Plan:
    """Return the plan with one hidden number told as the rule would tell it, had it nobody to protect."""
    true = next(t.value(here.measure, here.codes) for t in tables if t.kind.id == here.table)
    status, value, _ = publish(plan.policy, true)
    told = Cell(Status.SHOWN, true) if value is None else Cell(status, value)
    made = []
    for table in plan.tables:
        rows = [
            replace(
                row,
                cells=tuple(
                    told if key(table, measure.code, row.codes) == here else cell
                    for measure, cell in zip(table.kind.measures, row.cells, strict=True)
                ),
            )
            for row in table.rows
        ]
        made.append(replace(table, rows=tuple(rows)))
    return replace(plan, tables=tuple(made))


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize("policy", [NHS, U5])
@pytest.mark.parametrize("tables", BOOKS)
def test_a_number_shown_again_by_hand_gives_away_what_its_reason_names(
    tables: list[FigureTable], policy: Policy
) -> None:
    plan = protect(tables, policy)
    assert audit(plan, tables).ok
    assert Why.PROTECTS in plan.reasons.values()
    for here, why in plan.reasons.items():
        found = audit(shown_again(plan, tables, here), tables)
        assert not found.ok
        named = plan.protects[here] if why is Why.PROTECTS else Secret(here)
        assert named in {failure.secret for failure in found.failures}
        if why is Why.SMALL:
            assert End.NUMBER in {one.end for one in found.failures if one.secret == named}


@pytest.mark.usefixtures("inside")
def test_another_secret_than_the_one_that_is_named_may_stay_closed() -> None:
    """So the test above can fail: not every secret is given away by every number."""
    tables = [square([[3, 14, 9], [12, 2, 20], [30, 8, 1]])]
    plan = protect(tables, NHS)
    small = [here for here, why in plan.reasons.items() if why is Why.SMALL]
    found = audit(shown_again(plan, tables, small[0]), tables)
    assert {Secret(here) for here in small} - {failure.secret for failure in found.failures}
    assert where(tables[0], "total", "total") not in plan.reasons
