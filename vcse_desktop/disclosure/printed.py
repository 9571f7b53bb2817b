"""What a stranger reads in a table that was handed out: where each number stands and what it says."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vcse_desktop.disclosure.policy import Policy, Status, Window
from vcse_desktop.figures.table import THINGS, TOTAL, Measure, TableKind, Unit

MONTH = "month"
JOIN = "+"
"""Between the codes that a band stands for: whatever it is called, it counts whoever has one of these."""
_QUARTER = re.compile(r"([0-9]{4})_q([1-4])")
_STEPS = {True: 300, False: 15}
"""Minutes that hours are rounded to: five hours where people are rounded too, else a quarter."""
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """What a number counts: a measure, some days, and the codes it is held to ("total" holds to nothing)."""

    measure: str
    start: str
    end: str
    codes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """One table of one pack about one period; ``source`` says which pack.

    ``cells`` holds status and value (hours in minutes) by row and by the code of the measure. ``zeros`` says
    that none at all is shown as 0, so that what is hidden is somebody. ``bands`` are codes of a dimension
    that stand for several others, and those.
    """

    source: int
    kind: TableKind
    start: str
    end: str
    policy: Policy
    cells: Mapping[tuple[Row, str], tuple[Status, int | None]]
    zeros: bool = True
    bands: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a table: what it says, and whether few people could be seen in it.

    ``some`` says that it is hidden and cannot be none; what is under ``threshold`` ought to be hidden.
    """

    where: Where
    table: str
    source: int
    unit: Unit
    hidden: bool
    some: bool
    protected: bool
    threshold: int
    window: Window


def numbers(table: Printed, measure: Measure) -> dict[Row, Number]:
    """Return the numbers of one column by the codes of their rows; a month outside the period is none."""
    found = {}
    for row in dict.fromkeys(row for row, code in table.cells if code == measure.code):
        where = where_of(table, measure, row)
        if where:
            status, value = table.cells[row, measure.code]
            found[row] = Number(
                where=where,
                table=table.kind.id,
                source=table.source,
                unit=measure.unit,
                hidden=value is None,
                some=value is None and table.zeros,
                protected=_protected(table.kind, measure, row),
                threshold=table.policy.threshold,
                window=_window(table.policy, measure.unit, status, value),
            )
    return found


def where_of(table: Printed, measure: Measure, row: Row) -> Where | None:
    """Return what a row counts: a month or a quarter of a year is the days of it inside the period.

    None when there are none.
    """
    start, end, codes = table.start, table.end, []
    for dimension, code in zip(table.kind.dimensions, row, strict=True):
        if code == TOTAL:
            continue
        if dimension.code != MONTH:
            leaves = table.bands.get((dimension.code, code), (code,))
            codes.append((dimension.code, JOIN.join(sorted(leaves))))
            continue
        days = _days(code)
        if not days or days[1] < start or days[0] > end:
            return None
        start, end = max(start, days[0]), min(end, days[1])
    return Where(measure.code, start, end, tuple(sorted(codes)))


def universe(kind: TableKind, measure: Measure) -> str:
    """Return the name that all numbers share which can be taken away from this one."""
    return measure.universe or f"{kind.id}.{measure.code}"


def _days(code: str) -> tuple[str, str] | None:
    """Return the first and the last day of a month such as 2026-07 or a quarter such as 2026_q3."""
    quarter = _QUARTER.fullmatch(code)
    months = (f"{quarter[1]}-{3 * int(quarter[2]) + n:02}" for n in (-2, 0)) if quarter else (code, code)
    try:
        first, last = (date.fromisoformat(f"{month}-01") for month in months)
    except ValueError:
        return None
    return first.isoformat(), last.replace(day=monthrange(last.year, last.month)[1]).isoformat()


def _protected(kind: TableKind, measure: Measure, row: Row) -> bool:
    """Say whether a small number here is one of people; of things said only where people are told apart."""
    if measure.unit in THINGS or not kind.sensitive:
        return False
    crossed = zip(kind.dimensions, row, strict=True)
    return measure.unit is not Unit.STATEMENT or any(d.about_people and c != TOTAL for d, c in crossed)


def _window(policy: Policy, unit: Unit, status: Status, value: int | None) -> Window:
    """Return the least and the most that is meant by what is printed."""
    if value is None:
        return 0, None
    if status is Status.SHOWN:
        return value, value
    if unit is Unit.PERSON_HOURS:
        step = _STEPS[policy.round_base > 1]
        return max(1, value - step // 2), value + (step - 1) // 2
    low, high = max(0, value - policy.round_base // 2), value + policy.round_base // 2
    return (max(low, policy.threshold) if high >= policy.threshold else low), high
