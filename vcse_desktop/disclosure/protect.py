"""What is hidden in the tables of a pack so that no small number of people can be worked out."""

from collections.abc import Callable, Collection, Mapping, Sequence

from vcse_desktop.disclosure.atoms import Number, universes
from vcse_desktop.disclosure.hours import unfit
from vcse_desktop.disclosure.plan import (
    Cell,
    CellKey,
    Plan,
    ProtectedRow,
    ProtectedTable,
    Status,
    Why,
    key,
)
from vcse_desktop.disclosure.policy import HIDDEN, ROUND_5, Policy, Published, publish, publish_minutes
from vcse_desktop.errors import Refused
from vcse_desktop.figures.table import TOTAL, FigureTable, Unit
from vcse_desktop.i18n import N_

ALL = N_("All")
_EXACT = (Unit.EVENT, Unit.ORGANISATION)


def protect(
    tables: Sequence[FigureTable],
    policy: Policy,
    *,
    pinned: Collection[CellKey] = (),
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Plan:
    """Return the tables as they may leave, with the reason for each hidden number.

    Raises Refused when ``round_5`` is asked for a sensitive table.
    """
    if policy.code == ROUND_5.code and any(table.kind.sensitive for table in tables):
        raise Refused(
            N_("This rule hides nothing"),
            N_("Rounding alone is only for tables without people in them. Choose another rule for hiding."),
        )
    found = universes(tables, policy.zero_protected)
    numbers = {number.key: number for universe in found for number in universe.numbers}
    reasons = {n.key: Why.SMALL for n in numbers.values() if first(policy, n)[0] is Status.HIDDEN}
    reasons |= {k: Why.HOURS for k in _hours(tables, policy, reasons) if k not in reasons}
    made = tuple(_table(table, policy, numbers, reasons) for table in tables)
    return Plan(policy, made, reasons)


def first(policy: Policy, number: Number) -> Published:
    """Return what becomes of a number on its own, before anything is hidden for the sake of another."""
    if not number.protected:
        return Status.SHOWN, number.value, (number.value, number.value)
    if number.unit is Unit.PERSON_HOURS:
        return publish_minutes(policy, number.value)
    if number.frail and number.value < policy.threshold:
        return HIDDEN
    return publish(policy, number.value)


def _hours(tables: Sequence[FigureTable], policy: Policy, hidden: Collection[CellKey]) -> list[CellKey]:
    return [
        key(table, measure.code, row)
        for table in tables
        for measure in table.kind.measures
        if measure.unit is Unit.PERSON_HOURS and table.kind.sensitive
        for row in table.rows()
        if unfit(table, measure, row, policy, hidden)
    ]


def _table(
    table: FigureTable, policy: Policy, numbers: Mapping[CellKey, Number], hidden: Collection[CellKey]
) -> ProtectedTable:
    names = [{TOTAL: ALL} | {code.code: code.label for code in codes} for codes in table.codes]
    rows = []
    for row in table.rows():
        labels = tuple(mine[code] for mine, code in zip(names, row, strict=True))
        cells = []
        for measure in table.kind.measures:
            where = key(table, measure.code, row)
            number = numbers.get(where) or Number(
                where, measure.unit, table.value(measure.code, row), 0, False
            )
            status, value, _ = HIDDEN if where in hidden else _open(policy, number)
            cells.append(Cell(status, value))
        rows.append(ProtectedRow(row, labels, tuple(cells)))
    return ProtectedTable(table.kind, table.period, tuple(rows), table.notes)


def _open(policy: Policy, number: Number) -> Published:
    if policy.code != ROUND_5.code or number.unit in _EXACT:
        return first(policy, number)
    return (publish_minutes if number.unit is Unit.PERSON_HOURS else publish)(policy, number.value)
