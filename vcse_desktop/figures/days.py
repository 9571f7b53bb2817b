"""Months of a period, and how time over a span of days is shared among them."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from vcse_desktop.figures.table import Code, Period
from vcse_desktop.i18n import N_, tr

_QUARTER = 15  # minutes
_QUARTERS = (
    N_("January to March {year}"),
    N_("April to June {year}"),
    N_("July to September {year}"),
    N_("October to December {year}"),
)
_MONTHS = (
    N_("January {year}"),
    N_("February {year}"),
    N_("March {year}"),
    N_("April {year}"),
    N_("May {year}"),
    N_("June {year}"),
    N_("July {year}"),
    N_("August {year}"),
    N_("September {year}"),
    N_("October {year}"),
    N_("November {year}"),
    N_("December {year}"),
)


@dataclass(frozen=True, slots=True)
class Share:
    """What of a span lies in one month of a period: the month's code and whole minutes."""

    month: str
    minutes: int


def month(day: date) -> str:
    """Return the code of a day's month, such as 2026-03."""
    return f"{day.year:04}-{day.month:02}"


def months(period: Period) -> tuple[Code, ...]:
    """Return every month that the period touches, in order, with its name in the person's language.

    Each is within its quarter of a year.
    """
    return tuple(
        Code(
            month(part.start),
            tr(_MONTHS[part.start.month - 1], year=str(part.start.year)),
            within=_quarter(part.start),
        )
        for part in parts(period)
    )


def _quarter(day: date) -> Code:
    """Return the quarter of a year that a day is in; its code is such as 2026_q1."""
    number = (day.month + 2) // 3
    return Code(f"{day.year:04}_q{number}", tr(_QUARTERS[number - 1], year=str(day.year)))


def parts(period: Period) -> Iterator[Period]:
    """Cut a period at the ends of months."""
    start = period.start
    while start <= period.end:
        end = min(period.end, start.replace(day=monthrange(start.year, start.month)[1]))
        yield Period(start, end)
        if end == period.end:  # there may be no day after it: the calendar ends with the year 9999
            return
        start = end + timedelta(days=1)


def overlap(span: Period, period: Period) -> Period | None:
    """Return the days that are in both, if any."""
    start, end = max(span.start, period.start), min(span.end, period.end)
    return Period(start, end) if start <= end else None


def shares(minutes: int, span: Period, period: Period) -> list[Share]:
    """Share time out by days among the months of the period that the span touches.

    Minutes stay whole, and the shares of periods that together hold the whole span add up to it.
    """
    inside = overlap(span, period)
    return [
        Share(month(part.start), _until(minutes, span, part.end) - _until(minutes, span, part.start, -1))
        for part in (parts(inside) if inside else ())
    ]


def quarter_hours(minutes: int) -> float:
    """Return hours to the nearest quarter, for showing."""
    return (minutes + _QUARTER // 2) // _QUARTER / 4


def _until(minutes: int, span: Period, day: date, more: int = 0) -> int:
    """Return the minutes from the first day of a span to this day, or to so many days more."""
    return minutes * ((day - span.start).days + 1 + more) // ((span.end - span.start).days + 1)
