"""Print anything else than what was planned, and the audit names the number."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from tests.disclosure.cases import CASES, CROSSED, NHS, U5, Place, cells, with_cell, with_table
from tests.disclosure.making import AUTUMN
from vcse_desktop.disclosure.audit import End, audit
from vcse_desktop.disclosure.plan import Cell, Plan, ProtectedRow, Secret, Status, Why
from vcse_desktop.disclosure.policy import Policy, publish, publish_minutes
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.figures.table import FigureTable, Unit

pytestmark = pytest.mark.usefixtures("inside")


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{policy.code}" for n, (_, policy) in enumerate(CASES)])
def test_every_hidden_number_has_a_reason_and_showing_it_names_its_secret(
    case: tuple[list[FigureTable], Policy],
) -> None:
    tables, policy = case
    plan = protect(tables, policy)
    hidden = {
        here for t, r, c, here in cells(plan) if plan.tables[t].rows[r].cells[c].status is Status.HIDDEN
    }
    assert hidden == plan.reasons.keys()
    assert plan.protects.keys() == {here for here, why in plan.reasons.items() if why is Why.PROTECTS}
    for t, r, c, here in cells(plan):
        if here in hidden:
            true = tables[t].value(here.measure, here.codes)
            timed = tables[t].kind.measures[c].unit is Unit.PERSON_HOURS
            status, value, _ = (publish_minutes if timed else publish)(policy, true)
            small = plan.reasons[here] is Why.SMALL
            shown = Cell(Status.SHOWN, true) if small else Cell(status, value)
            report = audit(with_cell(plan, (t, r, c), shown), tables)
            assert plan.protects.get(here, Secret(here)) in {failure.secret for failure in report.failures}


def test_whatever_else_is_printed_the_audit_says_which_number_is_wrong() -> None:
    killed = 0
    for tables, policy in (CASES[0], CASES[11], CASES[14]):
        plan = protect(tables, policy)
        for t, r, c, here in cells(plan):
            cell = plan.tables[t].rows[r].cells[c]
            value = cell.value or 0
            others = [Cell(cell.status, value + 5), Cell(cell.status, value + 1), Cell(Status.HIDDEN, 3)]
            for other in (*others, Cell(Status.SHOWN, 3), Cell(Status.ROUNDED, value)):
                if other != cell:
                    report = audit(with_cell(plan, (t, r, c), other), tables)
                    assert (here, End.NUMBER) in [(f.secret.cell, f.end) for f in report.failures]
                    killed += 1
    assert killed > 30


def rows_of(plan: Plan, change: Callable[[tuple[ProtectedRow, ...]], Sequence[ProtectedRow]]) -> Plan:
    table = plan.tables[0]
    return with_table(plan, 0, replace(table, rows=tuple(change(table.rows))))


def summed(rows: tuple[ProtectedRow, ...]) -> list[ProtectedRow]:
    """Add up the rounded parts where the rounded total should be."""
    parts = [row.cells[0].value or 0 for row in rows if "total" not in row.codes]
    assert rows[-1].cells[0].value != sum(parts)
    return [*rows[:-1], replace(rows[-1], cells=(Cell(Status.ROUNDED, sum(parts)),))]


def first(plan: Plan, *, hidden: bool) -> Place:
    """Return the place of the first number that is hidden, or of the first that is not and not nought."""
    return next(
        (t, r, c)
        for t, r, c, _ in cells(plan)
        for value in [cell_at(plan, (t, r, c)).value]
        if value != 0 and (value is None) == hidden
    )


def cell_at(plan: Plan, place: Place) -> Cell:
    t, r, c = place
    return plan.tables[t].rows[r].cells[c]


def swapped(plan: Plan) -> Plan:
    """Print a shown number where one is hidden, and the other way round."""
    shown, hidden = first(plan, hidden=False), first(plan, hidden=True)
    other = with_cell(plan, shown, cell_at(plan, hidden))
    return with_cell(other, hidden, cell_at(plan, shown))


def reprinted(other: Callable[[int], Cell]) -> Callable[[Plan], Plan]:
    """Print the first rounded number otherwise."""

    def changed(plan: Plan) -> Plan:
        place = first(plan, hidden=False)
        return with_cell(plan, place, other(cell_at(plan, place).value or 0))

    return changed


OTHERWISE: dict[str, Callable[[Plan], Plan]] = {
    "a row left out": lambda plan: rows_of(plan, lambda rows: rows[1:]),
    "a foreign row": lambda plan: rows_of(plan, lambda rows: [*rows, replace(rows[0], codes=("x", "y"))]),
    "two rows exchanged": lambda plan: rows_of(
        plan,
        lambda rows: [replace(rows[0], codes=rows[2].codes), rows[1], replace(rows[2], codes=rows[0].codes)],
    ),
    "a table left out": lambda plan: with_table(plan, 0),
    "another rule": lambda plan: replace(plan, policy=U5),
    "a total of rounded parts": lambda plan: rows_of(plan, summed),
    "a hidden and a shown number exchanged": swapped,
    "a number rounded up": reprinted(lambda value: Cell(Status.ROUNDED, value + 5)),
    "a number not rounded": reprinted(lambda value: Cell(Status.SHOWN, value - 1)),
    "a number at a hidden mark": reprinted(lambda value: Cell(Status.HIDDEN, value)),
    "other days": lambda plan: with_table(plan, 0, replace(plan.tables[0], period=AUTUMN)),
    "no total": lambda plan: rows_of(plan, lambda rows: rows[:-1]),
}


@pytest.mark.parametrize("name", OTHERWISE)
def test_a_plan_that_is_not_of_these_tables_fails(name: str) -> None:
    plan = protect([CROSSED], NHS)
    assert audit(plan, [CROSSED]).ok
    assert not audit(OTHERWISE[name](plan), [CROSSED]).ok
