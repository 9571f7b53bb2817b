"""How a table is laid out: whether its columns are days, and what stands below them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from vcse_desktop.exchange.meaning.days import day, month_in
from vcse_desktop.exchange.meaning.headings import folded
from vcse_desktop.exchange.meaning.lengths import length
from vcse_desktop.exchange.meaning.marks import came, mark_of
from vcse_desktop.exchange.meaning.plan import Shape
from vcse_desktop.exchange.tables.grid import Cell, blank
from vcse_desktop.exchange.tables.table import Table
from vcse_desktop.records.typed import MONTHS, NotUnderstood

FEWEST_NUMBERS, FEWEST_DATES = 5, 2
"""Columns with a day's number, or a date, that make a table one with a column a day."""
LOOKED_AT = 200
"""Rows that are looked at to tell what a column holds."""
_NUMBER = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* ?)?(\d{1,2})(?:\.0)?(?:st|nd|rd|th)?(?: ?[a-z]{2,9})?"
)
_DAY_MONTH = re.compile(r"(?:[a-z]+ )?(\d{1,2})(?:st|nd|rd|th)?[ \-/]?([a-z]{3})[a-z]*")
_SHORT_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})")
LAST_DAY = 31


def days_of(table: Table) -> dict[int, str]:
    """Return the columns whose headings are days: as 2026-04-03, as 04-03 without a year, or as a number.

    None when there are too few of them to be a month or a register.
    """
    dates, numbers = dict[int, str](), dict[int, str]()
    for column in table.columns:
        for words in (column.heading, *column.heading.split(" / ")):
            if dated := _date(words):
                dates.setdefault(column.at, dated)
            elif (found := _NUMBER.fullmatch(folded(words))) and 1 <= int(found[1]) <= LAST_DAY:
                numbers.setdefault(column.at, str(int(found[1])))
    if len(dates) >= FEWEST_DATES:
        return dates
    return numbers if len(numbers) >= FEWEST_NUMBERS and _rising(list(numbers.values())) else {}


def month_of(table: Table, title: str) -> str:
    """Return the month in the headings, or in the names of the file and the sheet; "" for none."""
    above = {month_in(column.heading) for column in table.columns} - {""}
    if len(above) == 1:
        return above.pop()
    return month_in(title) or month_in(table.name)


def below(table: Table, places: Iterable[int]) -> list[Cell]:
    """Return the cells of some columns in the first rows, without blanks."""
    stands = stand(table)
    at = [stands[place] for place in places]
    return [row[place] for _, row in table.rows[:LOOKED_AT] for place in at if not blank(row[place])]


def stand(table: Table) -> Mapping[int, int]:
    """Return where in each row the cell of a column stands, by the column's place in the sheet."""
    return {column.at: index for index, column in enumerate(table.columns)}


def grid_shape(table: Table, days: Iterable[int]) -> Shape:
    """Return whether hours or ticks stand below the days."""
    cells = below(table, days)
    ticks = sum(came(mark_of(cell)) is not None for cell in cells)
    hours = sum(_is_length(cell) for cell in cells)
    plain_ones = all(mark_of(cell) in ("1", "1.0", "0", "0.0") for cell in cells if _is_length(cell))
    return Shape.TICKS if ticks >= hours and (plain_ones or ticks > hours) else Shape.HOURS


def _date(words: str) -> str:
    try:
        return day(words)
    except NotUnderstood:
        pass
    if (found := _DAY_MONTH.fullmatch(folded(words))) and found[2] in MONTHS:
        return f"{MONTHS.index(found[2]) + 1:02}-{int(found[1]):02}"
    if (
        (found := _SHORT_DATE.fullmatch(words))
        and 1 <= int(found[2]) <= len(MONTHS)
        and 1 <= int(found[1]) <= LAST_DAY
    ):
        return f"{int(found[2]):02}-{int(found[1]):02}"
    return ""


def _rising(numbers: Sequence[str]) -> bool:
    values = [int(number) for number in numbers]
    return all(one < other for one, other in pairwise(values))


def _is_length(cell: Cell) -> bool:
    try:
        length(cell)
    except NotUnderstood:
        return False
    return True
