"""Packs as they are made where nobody takes care: small numbers hidden, and two in each line at the best."""

from collections import defaultdict
from collections.abc import Callable, Mapping

from vcse_desktop.disclosure.plan import Cell, Plan, ProtectedRow, ProtectedTable
from vcse_desktop.disclosure.policy import HIDDEN, Policy, publish
from vcse_desktop.figures.table import TOTAL, FigureTable

Row = tuple[str, ...]
Cells = Mapping[Row, int]
Rule = Callable[[Policy, Cells], set[Row]]
"""Which rows of a table of people by one measure are hidden."""


def small(policy: Policy, cells: Cells) -> set[Row]:
    """Hide small numbers, and no others."""
    return {row for row, value in cells.items() if 1 <= value < policy.threshold}


def two_per_line(policy: Policy, cells: Cells) -> set[Row]:
    """Hide small numbers, and the least beside one that is alone in its line: the usual advice."""
    hidden = small(policy, cells)
    lines: dict[tuple[int, Row], list[Row]] = defaultdict(list)
    for row in cells:
        for place in range(len(row)):
            lines[place, (*row[:place], *row[place + 1 :])].append(row)
    while more := next(filter(None, (_beside(line, hidden, cells) for line in lines.values())), None):
        hidden.add(more)
    return hidden


def _beside(line: list[Row], hidden: set[Row], cells: Cells) -> Row | None:
    """Return what is hidden next in a line, the total last; nothing where none or two are hidden."""
    if sum(row in hidden for row in line) != 1:
        return None
    shown = [row for row in line if row not in hidden and cells[row]]
    return min(shown, key=lambda row: (row.count(TOTAL), cells[row], row), default=None)


def plan_by(rule: Rule, tables: list[FigureTable], policy: Policy) -> Plan:
    """Return the tables, of one measure each, as they look under a rule."""
    return Plan(policy, tuple(_table(rule, table, policy) for table in tables))


def _table(rule: Rule, table: FigureTable, policy: Policy) -> ProtectedTable:
    cells = {row: value for (_, row), value in table.cells().items()}
    hidden = rule(policy, cells)
    rows = []
    for row, value in cells.items():
        status, shown, _ = HIDDEN if row in hidden else publish(policy, value)
        rows.append(ProtectedRow(row, row, (Cell(status, shown),)))
    return ProtectedTable(table.kind, table.period, tuple(rows))
