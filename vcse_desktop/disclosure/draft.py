"""Tables on their way to a plan: which numbers are hidden so far, and what becomes of the others."""

from collections.abc import Sequence

from vcse_desktop.disclosure.atoms import Number, Universe
from vcse_desktop.disclosure.hours import unfit
from vcse_desktop.disclosure.plan import Cell, CellKey, Plan, ProtectedRow, ProtectedTable, Secret, Why, key
from vcse_desktop.disclosure.policy import (
    HIDDEN,
    ROUND_5,
    Policy,
    Published,
    Status,
    publish,
    publish_minutes,
)
from vcse_desktop.figures.table import LABELS, TOTAL, FigureTable, Unit

_THINGS = (Unit.EVENT, Unit.ORGANISATION)


class Draft:
    """The reasons for what is hidden, from small numbers on; ``plan`` writes down how it stands."""

    def __init__(self, tables: Sequence[FigureTable], policy: Policy, found: Sequence[Universe]) -> None:
        numbers = {number.key: number for universe in found for number in universe.numbers}
        self.tables, self.policy = tables, policy
        self.reasons = {n.key: Why.SMALL for n in numbers.values() if _alone(policy, n)[0] is Status.HIDDEN}
        self.protects: dict[CellKey, Secret] = {}
        self._open = {}
        for table in tables:
            for row in table.rows():
                for measure in table.kind.measures:
                    where = key(table, measure.code, row)
                    value = 0 if where in numbers else table.value(measure.code, row)
                    number = numbers.get(where, Number(where, measure.unit, value, 0, protected=False))
                    self._open[where] = _alone(policy, number)

    def hide_hours(self) -> None:
        """Hide the hours that stand on few people, or on a head count that is hidden."""
        hidden = set(self.reasons)
        for table in self.tables:
            timed = [m for m in table.kind.measures if m.unit is Unit.PERSON_HOURS and table.kind.sensitive]
            for measure in timed:
                for row in table.rows():
                    if unfit(table, measure, row, self.policy, hidden):
                        self.reasons[key(table, measure.code, row)] = Why.HOURS

    def plan(self) -> Plan:
        """Return the tables with what is hidden so far."""
        made = tuple(self._table(table) for table in self.tables)
        return Plan(self.policy, made, dict(self.reasons), dict(self.protects))

    def _table(self, table: FigureTable) -> ProtectedTable:
        names = [{TOTAL: LABELS[TOTAL]} | {code.code: code.label for code in codes} for codes in table.codes]
        rows = []
        for row in table.rows():
            labels = tuple(mine[code] for mine, code in zip(names, row, strict=True))
            cells = tuple(self._cell(key(table, measure.code, row)) for measure in table.kind.measures)
            rows.append(ProtectedRow(row, labels, cells))
        return ProtectedTable(table.kind, table.period, tuple(rows), table.notes)

    def _cell(self, where: CellKey) -> Cell:
        status, value, _ = HIDDEN if where in self.reasons else self._open[where]
        return Cell(status, value)


def _alone(policy: Policy, number: Number) -> Published:
    """Return what becomes of a number on its own, before anything is hidden for the sake of another."""
    rounds_all = policy.code == ROUND_5.code and number.unit not in _THINGS
    if not (number.protected or rounds_all):
        return Status.SHOWN, number.value, (number.value, number.value)
    if number.unit is Unit.PERSON_HOURS:
        return publish_minutes(policy, number.value)
    if number.frail and number.value < policy.threshold:
        return HIDDEN
    return publish(policy, number.value)
