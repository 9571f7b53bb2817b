"""How a number, a length of time or a day is written in each language, the same in every format."""

import re
from datetime import date
from decimal import Decimal
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal

from vcse_desktop.i18n import tr
from vcse_desktop.reports.blocks import Cell, Hidden, NotAsked, NotRecorded, NotSaid, Shown

MARK = "[c]"
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


@cache
def locale(language: str) -> Locale:
    """Return the rules of a language; those of British English when nobody knows it."""
    try:
        return Locale.parse("en-GB" if language == "en" else language, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en", "GB")


@cache
def direction(language: str) -> str:
    """Return "ltr" or "rtl"."""
    return str(locale(language).text_direction)


def pounds(pence: int) -> str:
    """Return an amount of money in pounds, with pence where there are any: 1,234 or 1,234.50."""
    return f"{pence / 100:,.2f}".removesuffix(".00")


def whole(number: int, language: str) -> str:
    """Return a whole number in Western digits: 1,234."""
    return format_decimal(number, "#,##0", locale(language))


def hours(minutes: int, language: str) -> str:
    """Return minutes as hours to the nearest quarter: 1.5, 24.25."""
    return format_decimal(Decimal(quarters(minutes)) / 4, "#,##0.##", locale(language))


def quarters(minutes: int) -> int:
    """Return minutes as quarters of an hour, the nearest."""
    return (2 * minutes + 15) // 30


def day(when: date, language: str, *, year: bool = True) -> str:
    """Return a day in words: 1 July 2026, or 1 July where the year is said beside it."""
    return format_date(when, "d MMMM y" if year else "d MMMM", locale(language))


def month(code: str, language: str) -> str:
    """Return a month such as 2026-07 in short: Jul 2026; "" for any other code."""
    found = _MONTH.fullmatch(code)
    return format_date(date(int(found[1]), int(found[2]), 1), "LLL y", locale(language)) if found else ""


def month_in_words(when: date, language: str) -> str:
    """Return the month of a day in words: July 2026."""
    return format_date(when, "LLLL y", locale(language))


def value(cell: Cell, language: str) -> str:
    """Return the words of a cell that is not text: its number, or why there is none."""
    match cell:
        case Shown(number, True):
            return hours(number, language)
        case Shown(number, False):
            return whole(number, language)
        case Hidden():
            return MARK
        case NotAsked():
            return tr("not asked")
        case NotSaid():
            return tr("prefer not to say")
        case NotRecorded():
            return tr("not recorded")
        case _:
            raise TypeError("a text is not a value")
