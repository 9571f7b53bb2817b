"""When people's hours are hidden: few people behind them, or nearly all of them one person's."""

from collections import defaultdict
from collections.abc import Collection
from fractions import Fraction

from vcse_desktop.disclosure.plan import CellKey, key
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.figures.table import FigureTable, Measure


def unfit(
    table: FigureTable, measure: Measure, row: tuple[str, ...], policy: Policy, hidden: Collection[CellKey]
) -> bool:
    """Say whether these hours stay hidden, given the head counts that do; no hours at all may be shown.

    All rows of time of one giver count as one person's; an unnamed group is ``heads`` people who gave equal
    parts.
    """
    counted = table.members(measure.code, row)
    if not sum(entry.amount for entry in counted):
        return False
    heads: dict[tuple[int, int], int] = {}
    minutes: dict[tuple[int, int], int] = defaultdict(int)
    for entry in counted:
        who = (entry.giver, 0 if entry.giver else entry.member)
        heads[who] = 1 if entry.giver else entry.heads
        minutes[who] += entry.amount
    few = sum(heads.values()) < policy.threshold
    if measure.heads:
        few |= table.value(measure.heads, row) < policy.threshold
        few |= key(table, measure.heads, row) in hidden
    parts = [Fraction(minutes[who], heads[who]) for who in minutes for _ in range(heads[who])]
    return few or dominated(parts, policy.share_pct)


def dominated(parts: list[Fraction], share_pct: int) -> bool:
    """Say whether the second of these could tell the largest to within ``share_pct`` percent."""
    largest, second = sorted([*parts, Fraction(0), Fraction(0)], reverse=True)[:2]
    return (sum(parts) - largest - second) * 100 < largest * share_pct
