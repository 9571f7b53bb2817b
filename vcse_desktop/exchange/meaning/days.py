"""How people write days, and in which order a column has day and month."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import Enum

from vcse_desktop.exchange.tables.grid import Cell
from vcse_desktop.i18n import N_
from vcse_desktop.records.typed import MONTHS, NotUnderstood

NOT_A_DAY = N_("Write the day as 3/4/2026 or 3 April 2026.")
NO_SUCH_DAY = N_("There is no such day in the calendar.")
AHEAD = 10
"""Years that a year of two figures may lie ahead; what would lie further is of the last century."""
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[Tt ].*)?")
_NUMBERS = re.compile(r"(\d{1,2})\s?[/.\- ]\s?(\d{1,2})\s?[/.\- ]\s?(\d{4}|\d{2})(?:,? .*)?")
_DAY_WORD = re.compile(
    r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ /.\-]?([a-z]{3})[a-z]*\.?,?"
    r"[ /.\-]*'?(\d{4}|\d{2})(?:,? \d.*)?"
)
_WORD_DAY = re.compile(r"(?:[a-z]+,? )?([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? \d.*)?")
_MONTH_YEAR = re.compile(
    r"(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?[ .,_\-/']*(\d{4}|\d{2})(?!\d)"
)
_YEAR_MONTH = re.compile(r"(?<!\d)(20\d\d)[-_./ ](0[1-9]|1[0-2])(?!\d)")
_MONTH_NUMBER = re.compile(r"(?<!\d)(0[1-9]|1[0-2])[-_./ ](20\d\d)(?!\d)")
_FIRST_DAY, _SERIALS = date(1899, 12, 30), range(20_000, 80_000)
LONGEST = 60  # characters


class Order(Enum):
    """Which of day and month stands first."""

    DAY = "day"
    MONTH = "month"


def day(cell: Cell, order: Order = Order.DAY) -> str:
    """Return a day as 2026-04-03; a time after it is dropped. NotUnderstood when it is none."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str):
        raise NotUnderstood(NOT_A_DAY)
    text = " ".join(cell.split())
    if len(text) > LONGEST:
        raise NotUnderstood(NOT_A_DAY)
    return _of(*_parts(text.casefold(), order))


def serial(cell: Cell) -> str | None:
    """Return the day that a spreadsheet's own count of days may mean; None when it is none."""
    number = int(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else 0
    return (_FIRST_DAY + timedelta(number)).isoformat() if number in _SERIALS else None


def orders(cells: Iterable[Cell]) -> set[Order]:
    """Return the orders in which all days of a column that are written in figures fit the calendar.

    Both: it has to be asked. None: some are written one way, some the other. A column whose days are the
    same either way has the order DAY.
    """
    fits, matters = set(Order), False
    for cell in {cell for cell in cells if isinstance(cell, str)}:
        found = _NUMBERS.fullmatch(" ".join(cell.split()))
        if not found or _ISO.fullmatch(cell.strip()):
            continue
        first, second = int(found[1]), int(found[2])
        matters = matters or first != second
        if first > 12:  # noqa: PLR2004 - no month
            fits.discard(Order.MONTH)
        if second > 12:  # noqa: PLR2004
            fits.discard(Order.DAY)
    return fits if matters else {Order.DAY}


def month_in(text: str) -> str:
    """Return the month that a heading or a name of a sheet says, as 2026-04; "" when it says none."""
    words = " ".join(text.casefold().split())
    if found := _MONTH_YEAR.search(words):
        return f"{_year(found[2]):04}-{MONTHS.index(found[1]) + 1:02}"
    if found := _YEAR_MONTH.search(words):
        return f"{found[1]}-{found[2]}"
    if found := _MONTH_NUMBER.search(words):
        return f"{found[2]}-{found[1]}"
    return ""


def _parts(words: str, order: Order) -> tuple[int, int, int]:
    if found := _ISO.fullmatch(words):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _NUMBERS.fullmatch(words):
        first, second = int(found[1]), int(found[2])
        day_, month = (first, second) if order is Order.DAY else (second, first)
        return _year(found[3]), month, day_
    if (found := _DAY_WORD.fullmatch(words)) and found[2] in MONTHS:
        return _year(found[3]), MONTHS.index(found[2]) + 1, int(found[1])
    if (found := _WORD_DAY.fullmatch(words)) and found[1] in MONTHS:
        return int(found[3]), MONTHS.index(found[1]) + 1, int(found[2])
    raise NotUnderstood(NOT_A_DAY)


def _year(figures: str) -> int:
    year = int(figures)
    if len(figures) > 2:  # noqa: PLR2004
        return year
    this = datetime.now().astimezone().year
    return 2000 + year if 2000 + year <= this + AHEAD else 1900 + year


def _of(year: int, month: int, number: int) -> str:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        raise NotUnderstood(NO_SUCH_DAY) from None
