"""How people write how long something took, in any kind of cell."""

import re
from datetime import datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

from vcse_desktop.exchange.meaning.clocks import Length, between
from vcse_desktop.exchange.tables.grid import Cell
from vcse_desktop.i18n import N_
from vcse_desktop.records.typed import NotUnderstood
from vcse_desktop.records.typed import minutes as typed

MOST_HOURS = 24
"""A bare number above it may be minutes, or hours of several people."""
HALVES = frozenset({"10", "15", "20", "30", "40", "45"})
"""Decimals after a point that may be minutes: 1.30 may be an hour and a half."""
NOT_TIME = N_("Write the time as 1h30, 90m, 1:30 or 1.5.")
WORDS = {
    "half an hour": 30,
    "half hour": 30,
    "an hour": 60,
    "one hour": 60,
    "1 hour": 60,
    "an hour and a half": 90,
    "one and a half hours": 90,
    "hour and a half": 90,
    "1 and a half hours": 90,
    "quarter of an hour": 15,
    "three quarters of an hour": 45,
    "two hours": 120,
    "two and a half hours": 150,
    "three hours": 180,
    "four hours": 240,
    "all day": None,
}
_ZERO_DAY = datetime(1899, 12, 31)  # noqa: DTZ001 - as a spreadsheet counts, at no place
_FIRST_YEAR = 1901
_BARE = re.compile(r"\d{2,4}")
_POINT = re.compile(r"(\d{1,2})\.(\d\d)")
_MIXED = re.compile(r"(?:(\d{1,2}) (?:and )?)?([1-9])/([2-8])(?: ?h(?:(?:ou)?rs?)?)?")
_UNITS = re.compile(
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:hours?|hrs?|h)\.?)?\s*(?:and|,|&)?\s*(?:(\d+)\s*(?:minutes?|mins?|m)\.?)?"
)
LONGEST = 60  # characters


def length(cell: Cell) -> Length:
    """Return how long it took; a number is hours. NotUnderstood when nobody can say.

    A length that could be two things is not sure, and says what else it could be.
    """
    if isinstance(cell, bool) or cell is None:
        raise NotUnderstood(NOT_TIME)
    if isinstance(cell, timedelta):
        return _whole(cell.total_seconds() / 60)
    if isinstance(cell, datetime):
        if cell.year >= _FIRST_YEAR:
            raise NotUnderstood(NOT_TIME)
        return _whole((cell - _ZERO_DAY).total_seconds() / 60)
    if isinstance(cell, time):
        return Length(cell.hour * 60 + cell.minute + (cell.second >= 30))  # noqa: PLR2004
    if isinstance(cell, int | float):
        return _number(float(cell))
    return _written(str(cell))


def minutes_alone(cell: Cell) -> Length:
    """Return the length in a column whose heading says that it counts minutes."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _whole(float(cell))
    if isinstance(cell, str) and re.fullmatch(r"\d+(?:\.0+)?", cell.strip()):
        return _whole(float(cell))
    return length(cell)


def _whole(minutes: float) -> Length:
    if not 0 <= minutes < 1e6:  # noqa: PLR2004 - also what is no number
        raise NotUnderstood(NOT_TIME)
    return Length(int(minutes + 0.5))


def _number(hours: float) -> Length:
    sure = _whole(hours * 60)
    if hours <= MOST_HOURS or not hours.is_integer():
        return sure
    return _bare(int(hours))


def _bare(number: int) -> Length:
    """A bare number above 24: minutes, an hour and minutes written together, or hours."""
    hours, minutes = divmod(number, 100)
    offers = [number]
    if 0 < hours <= MOST_HOURS and minutes < 60:  # noqa: PLR2004
        offers.append(hours * 60 + minutes)
    offers.append(number * 60)
    return Length(offers[0], sure=False, others=tuple(dict.fromkeys(offers[1:])))


def _written(text: str) -> Length:
    words = " ".join(text.casefold().replace("\u2019", "'").split()).rstrip(".")
    if len(words) > LONGEST:
        raise NotUnderstood(NOT_TIME)
    if (known := WORDS.get(words)) is not None:
        return Length(known)
    if _BARE.fullmatch(words) and int(words) > MOST_HOURS:
        return _bare(int(words))
    if (point := _POINT.fullmatch(words)) and point[2] in HALVES:
        decimal = int(Decimal(words) * 60 + Decimal("0.5"))
        return Length(int(point[1]) * 60 + int(point[2]), sure=False, others=(decimal,))
    return _in_words(words) or Length(typed(text.strip()))


def _in_words(words: str) -> Length | None:
    """Return the length that folded words say: a fraction, two times, or numbers with their units."""
    if mixed := _MIXED.fullmatch(words):
        return _whole(float((int(mixed[1] or 0) + Fraction(int(mixed[2]), int(mixed[3]))) * 60))
    if found := between(words):
        return found
    if (units := _UNITS.fullmatch(words)) and any(units.groups()):
        hours = Decimal((units[1] or "0").replace(",", "."))
        return _whole(float(hours * 60 + int(units[2] or 0)))
    return None
