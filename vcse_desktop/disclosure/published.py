"""What a published number tells its reader, and whether it is the one that the rule allows."""

from collections.abc import Mapping, Sequence

from vcse_desktop.disclosure.atoms import Number, Universe
from vcse_desktop.disclosure.earlier import Past
from vcse_desktop.disclosure.givers import overt
from vcse_desktop.disclosure.plan import Cell, CellKey, Plan, Status, key
from vcse_desktop.disclosure.policy import Policy, Window
from vcse_desktop.figures.table import THINGS, FigureTable, Unit

_HOUR = 60


def window(policy: Policy, unit: Unit, cell: Cell, *, frail: bool = False) -> Window:
    """Return the true numbers that a reader must reckon with, from what is printed alone.

    None at all would be shown, so a hidden number is somebody, but where it is ``frail``. Of hours that is
    not made use of: a minute is none.
    """
    if cell.value is None:
        return (0 if frail or unit is Unit.PERSON_HOURS else 1), None
    if cell.status is Status.SHOWN:
        return cell.value, cell.value
    if cell.status is Status.AT_LEAST:
        return cell.value, None
    least = max(1, policy.threshold) if unit is not Unit.PERSON_HOURS else 1
    step = _step(policy, unit)
    return max(least, cell.value - step // 2), cell.value + (step - 1) // 2


def right(policy: Policy, number: Number, cell: Cell) -> bool:
    """Say whether this true number may be printed so. Hidden is always right."""
    if cell.status is Status.HIDDEN:
        return cell.value is None
    if cell.status is Status.AT_LEAST:
        return cell.value is not None and 0 <= cell.value <= number.value
    timed, step = number.unit is Unit.PERSON_HOURS, _step(policy, number.unit)
    rounds_all = policy.threshold == 1  # then the registry says that nothing here is sensitive
    if number.unit in THINGS or not (number.protected or rounds_all):
        return cell == Cell(Status.SHOWN, number.value)
    if number.value == 0 and not number.frail and (timed or not rounds_all):
        return cell == Cell(Status.SHOWN, 0)
    if number.value < policy.threshold and not timed:
        return False
    near = (2 * number.value + step) // (2 * step) * step
    return cell == Cell(Status.SHOWN if step == 1 else Status.ROUNDED, near)


def told(plan: Plan) -> dict[CellKey, Cell]:
    """Return everything that is printed."""
    return {
        key(table, measure.code, row.codes): cell
        for table in plan.tables
        for row in table.rows
        for measure, cell in zip(table.kind.measures, row.cells, strict=True)
    }


def known(plan: Plan, found: Sequence[Universe]) -> dict[CellKey, Window]:
    """Return what a reader of the plan must reckon with for each of its numbers in these universes."""
    printed = told(plan)
    numbers = [number for universe in found for number in universe.numbers if not number.key.release]
    return {n.key: window(plan.policy, n.unit, printed[n.key], frail=n.frail) for n in numbers}


def past_windows(past: Past) -> dict[CellKey, Window]:
    """Return what readers know of each number that was told before."""
    return {key(table, *where): mine for table in past.tables for where, mine in table.windows.items()}


def other_numbers(plan: Plan, tables: Sequence[FigureTable]) -> list[CellKey]:
    """Return the numbers that stand in the plan or in the tables alone."""
    return sorted(told(plan).keys() ^ _true(tables, ()).keys())


def wrongly_told(plan: Plan, tables: Sequence[FigureTable], found: Sequence[Universe]) -> list[CellKey]:
    """Return the printed numbers that the rule does not allow or that are not those of the tables."""
    numbers, printed = _true(tables, found), told(plan)
    bad = [where for where, cell in printed.items() if not right(plan.policy, numbers[where], cell)]
    return sorted({*bad, *overt(tables, plan), *leaving_few(tables, plan.policy) & shown(printed)})


def leaving_few(tables: Sequence[FigureTable], policy: Policy) -> set[CellKey]:
    """Return the numbers of those who were looked at where few of these are not among them."""
    return {
        key(table, measure.code, row)
        for table in tables
        for measure in table.kind.measures
        if measure.rest
        for row in table.rows()
        if 0 < table.value(measure.rest, row) < policy.threshold
    }


def shown(printed: Mapping[CellKey, Cell]) -> set[CellKey]:
    """Return the numbers that can be read."""
    return {where for where, cell in printed.items() if cell.value is not None}


def _true(tables: Sequence[FigureTable], found: Sequence[Universe]) -> dict[CellKey, Number]:
    known = {number.key: number for universe in found for number in universe.numbers}
    made = {}
    for table in tables:
        for row in table.rows():
            for measure in table.kind.measures:
                where = key(table, measure.code, row)
                if where not in known:
                    value = table.value(measure.code, row)
                    made[where] = Number(where, measure.unit, value, 0, protected=False)
    return made | known


def _step(policy: Policy, unit: Unit) -> int:
    """Return what numbers are rounded to; hours in minutes."""
    if unit is not Unit.PERSON_HOURS:
        return policy.round_base
    return 5 * _HOUR if policy.round_base > 1 else _HOUR // 4
