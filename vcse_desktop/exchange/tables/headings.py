"""Where the headings of a table are, and what they say in two rows or over several columns."""

from datetime import date, datetime
from itertools import pairwise

from vcse_desktop.exchange.tables.grid import Cell, Grid, blank, may_be_missing
from vcse_desktop.exchange.tables.looks import (
    Filled,
    filled,
    filled_rows,
    is_value,
    like_headings,
    names_days,
    often_filled,
    value_columns,
)

LOOKED_AT, BODY = 60, 30
"""Rows from the top in which headings are looked for, and rows below that they are compared with."""
SELDOM, MOST = 0.3, 0.6
"""A column counts that is filled more often than seldom; headings stand over most of these."""
SURE = 3
"""So many words above columns of values are headings, whatever stands over them."""
BETWEEN = " / "


def header_row(grid: Grid) -> int | None:
    """Return the row that is most likely that of the headings, or None when there seems to be none.

    Of headings in two rows it is the lower.
    """
    rows = filled_rows(grid, LOOKED_AT + BODY)
    for place, (number, cells) in enumerate(rows[:LOOKED_AT]):
        below = [row for _, row in rows[place + 1 : place + 1 + BODY]]
        columns = often_filled(below, SELDOM) if below else set(cells) if place == 0 else set()
        if columns and len(columns & set(cells)) >= MOST * len(columns) and like_headings(cells):
            return _lowest(rows, place, number)
    return None


def _lowest(rows: list[tuple[int, dict[int, Cell]]], place: int, number: int) -> int:
    """Return the last of the rows of headings that begin at this place."""
    while place + 1 < len(rows) and rows[place + 1][0] == number + 1:
        body = [row for _, row in rows[place + 2 : place + 2 + BODY]]
        if not body or not _goes_on(rows[place][1], rows[place + 1][1], body):
            break
        place, number = place + 1, number + 1
    return number


def _goes_on(upper: Filled, lower: Filled, body: list[dict[int, Cell]]) -> bool:
    """Say whether the row below headings is one of headings, too."""
    if (names_days(upper) and like_headings(lower)) or names_days(lower):
        return True
    if not like_headings(lower) or any(is_value(cell) or may_be_missing(cell) for cell in lower.values()):
        return False
    over_values = len(value_columns(body) & set(lower))
    if over_values >= SURE or (over_values and set(lower) - set(upper)):
        return True
    gaps = set(range(min(upper), max(upper) + 1)) - set(upper)
    return bool(gaps) and gaps <= set(lower) and bool(set(upper) - set(lower))


def headings(grid: Grid, header: int) -> tuple[dict[int, str], int]:
    """Return the heading of each column that has one, and the first row that they are from.

    Headings in two rows are joined: "June / Hours".
    """
    lower = _spread(grid, header)
    if header > 1 and (upper := filled(grid.rows[header - 2])) and _belongs(grid, upper, lower, header):
        above = _spread(grid, header - 1, padded=set(lower) | set(upper))
        columns = sorted(set(above) | set(lower))
        joined = {at: [above.get(at, ""), lower.get(at, "")] for at in columns}
        return {
            at: BETWEEN.join(dict.fromkeys(filter(None, both))) for at, both in joined.items()
        }, header - 1
    return lower, header


def _belongs(grid: Grid, upper: Filled, lower: dict[int, str], header: int) -> bool:
    """Say whether the row above the headings stands over several of them: it is no mere title."""
    width = len(set(lower) | set(upper))
    over = [m for m in grid.merged if m.bottom == header - 1 and m.left < m.right]
    if names_days(upper) or any(m.right - m.left + 1 < width and m.left in upper for m in over):
        return True
    if len(upper) == 1 or not like_headings(upper):
        return False
    if any(m.top < header <= m.bottom for m in grid.merged):
        return True
    starts = sorted(upper)
    repeated = any(
        len(set(named)) == len(named) > 0
        for named in [
            [lower[at] for at in lower if first <= at < second] for first, second in pairwise(starts)
        ]
    ) and len(set(lower.values())) < len(lower)
    return repeated or bool(set(upper) - set(lower))


def _spread(grid: Grid, number: int, padded: set[int] | None = None) -> dict[int, str]:
    """Return the words of a row by column; what stands in merged cells stands over all of them.

    In ``padded`` columns a heading also stands over the blanks that follow, unless cells are merged there.
    """
    words = {at: heading for at, cell in filled(grid.rows[number - 1]).items() if (heading := words_of(cell))}
    joined = [m for m in grid.merged if m.top <= number <= m.bottom]
    for m in joined:
        first = grid.rows[m.top - 1][m.left] if m.left < len(grid.rows[m.top - 1]) else None
        if not blank(first):
            words |= {at: words_of(first) for at in range(m.left, m.right + 1)}
    if padded and not any(m.left < m.right for m in joined):
        last = ""
        for at in sorted(padded):
            last = words.setdefault(at, last) if at in words or last else ""
    return words


def words_of(cell: Cell) -> str:
    """Return a heading as words in one line; a day as 2026-06-01."""
    if isinstance(cell, datetime) and not (cell.hour or cell.minute):
        cell = cell.date()
    return cell.isoformat() if isinstance(cell, date) else " ".join(str(cell).split())
