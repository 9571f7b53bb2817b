"""What the cells of a row look like: words, as headings are, or values, as they stand below headings."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from vcse_desktop.exchange.tables.grid import Cell, Grid, blank

Filled = Mapping[int, Cell]
"""The cells of a row in which anything stands, by their place."""
NUMBER = re.compile(r"[-+(]?\s?[£$€]?\s?\d[\d,.' \xa0]*\s?%?\)?")
DATED = re.compile(
    r"\d{1,4}[./-]\d{1,2}([./-]\d{2,4})?([ T]\d{1,2}:\d{2}.*)?|\d{1,2}[:.]\d{2}(:\d{2})?\s?([ap]m)?"
    r"|\d{1,2}(st|nd|rd|th)?[ -][a-z]{3,9}[ -]\d{2,4}",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"[^@\s]+@[^@\s]+\.\w+|(https?://|www\.)\S+|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|\+?[\d ()-]{9,}",
    re.IGNORECASE,
)
WEEK = re.compile(
    r"(mon|tues?|wed(nes|s)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?|[mtwfs]|mo|tu|we|th|fr|sa|su", re.IGNORECASE
)
LONGEST_HEADING = 300
RUN = 3
"""So many numbers that rise are days, weeks or years above their columns."""


def filled(row: Sequence[Cell]) -> dict[int, Cell]:
    """Return the cells of a row in which anything stands."""
    return {at: cell for at, cell in enumerate(row) if not blank(cell)}


def filled_rows(grid: Grid, most: int) -> list[tuple[int, dict[int, Cell]]]:
    """Return number and cells of the first so many rows in which anything stands."""
    found: list[tuple[int, dict[int, Cell]]] = []
    for number, row in enumerate(grid.rows, 1):
        if len(found) == most:
            break
        if cells := filled(row):
            found.append((number, cells))
    return found


def number_of(cell: Cell) -> float | None:
    """Return the number that a cell holds, also as text with commas or a pound sign."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return None
    if not isinstance(cell, str):
        return float(cell)
    text = cell.strip()
    if not NUMBER.fullmatch(text):
        return None
    plain = re.sub(r"[^\d.]", "", text)
    try:
        return -float(plain) if text[0] in "-(" else float(plain)
    except ValueError:  # 1.2.3
        return None


def is_dated(cell: Cell) -> bool:
    """Say whether a cell holds a day, a time or a length of time."""
    if isinstance(cell, str):
        return DATED.fullmatch(cell.strip()) is not None
    return isinstance(cell, date | datetime | time | timedelta)


def is_value(cell: Cell) -> bool:
    """Say whether a cell looks like a value: what no heading is, except in a run of days or years."""
    if isinstance(cell, bool) or number_of(cell) is not None or is_dated(cell):
        return True
    return isinstance(cell, str) and ADDRESS.fullmatch(cell.strip()) is not None


def like_headings(cells: Filled) -> bool:
    """Say whether a row could be one of headings: words, not all the same, and no values but a run."""
    words = [cell.strip() for cell in cells.values() if isinstance(cell, str)]
    if any(len(word) > LONGEST_HEADING for word in words) or not cells:
        return False
    values = [cell for cell in cells.values() if is_value(cell)]
    if values and not is_run(values):
        return False
    return len({str(cell).casefold() for cell in cells.values()}) > 1 or len(cells) == 1


def names_days(cells: Filled) -> bool:
    """Say whether a row holds nothing but days of the week, as one above or below the days of a month."""
    found = [cell.strip() for cell in cells.values() if isinstance(cell, str)]
    return len(found) == len(cells) >= RUN and all(map(WEEK.fullmatch, found)) and len(set(found)) > 1


def is_run(values: Sequence[Cell]) -> bool:
    """Say whether these are numbers that rise, or days that differ: the columns of a month or of years."""
    if len(values) < RUN:
        return False
    if all(is_dated(value) and number_of(value) is None for value in values):
        return len(set(values)) == len(values)
    numbers = [number for value in values if (number := number_of(value)) is not None]
    rises = all(first < second for first, second in pairwise(numbers))
    return len(numbers) == len(values) and rises


def often_filled(rows: Iterable[Filled], share: float) -> set[int]:
    """Return the columns that are filled in more than this share of rows."""
    count: dict[int, int] = {}
    many = 0
    for cells in rows:
        many += 1
        for at in cells:
            count[at] = count.get(at, 0) + 1
    return {at for at, times in count.items() if times > many * share}


def value_columns(rows: Sequence[Filled]) -> set[int]:
    """Return the columns in which most of what stands there are values."""
    values: dict[int, list[bool]] = {}
    for cells in rows:
        for at, cell in cells.items():
            values.setdefault(at, []).append(is_value(cell))
    return {at for at, found in values.items() if sum(found) * 2 > len(found)}
