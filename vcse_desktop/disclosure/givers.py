"""Whose hours a number adds up, and when it would tell about few of them: the audit's own reading."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from vcse_desktop.disclosure.plan import CellKey, Plan, key
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.figures.table import FigureTable, Measure, Unit

Who = tuple[str, int, int]
"""One named person, or one row of time of a group without names and how many they were."""
Parts = Counter[Who]
"""Minutes of each."""


def parts(tables: Sequence[FigureTable]) -> dict[CellKey, Parts]:
    """Return who stands behind every number of hours."""
    found = {}
    for table, measure in _timed(tables):
        for row in table.rows():
            mine: Parts = Counter()
            for entry in table.members(measure.code, row):
                named = entry.giver > 0
                who = ("person", entry.giver, 1) if named else ("row", entry.member, entry.heads)
                mine[who] += entry.amount
            found[key(table, measure.code, row)] = mine
    return found


def few(mine: Parts, policy: Policy) -> bool:
    """Say whether these are under the threshold, or the second could tell how much the largest gave."""
    heads = sum(number for _, _, number in mine)
    each = sorted((Fraction(minutes, number), number) for (_, _, number), minutes in mine.items() if number)
    top = [minutes for minutes, number in each[-2:] for _ in range(min(2, number))][-2:]
    rest = sum(mine.values()) - sum(top)
    return heads < policy.threshold or rest * 100 < max(top) * policy.share_pct


def overt(tables: Sequence[FigureTable], plan: Plan) -> list[CellKey]:
    """Return the hours that the plan shows although few people are behind them, or their number is hidden."""
    behind = parts(tables)
    told = {(t.kind.id, t.period): t for t in plan.tables}
    found = []
    for table, measure in _timed(tables):
        protected = told[table.kind.id, table.period]
        for row in table.rows():
            where = key(table, measure.code, row)
            if not behind[where].total() or protected.cell(measure.code, row).value is None:
                continue
            heads = measure.heads and protected.cell(measure.heads, row).value is None
            if heads or few(behind[where], plan.policy):
                found.append(where)
    return found


def _timed(tables: Sequence[FigureTable]) -> list[tuple[FigureTable, Measure]]:
    return [
        (table, measure)
        for table in tables
        if table.kind.sensitive
        for measure in table.kind.measures
        if measure.unit is Unit.PERSON_HOURS
    ]
