"""The time of day as people write it on a sheet, and how long it is between two of them."""

import re

from vcse_desktop.i18n import N_
from vcse_desktop.records.typed import NotUnderstood

DAY, HALF = 24 * 60, 12
_TIME = re.compile(r"(\d{1,2})(?:[:.h]?([0-5]\d)|h)? ?([ap])?\.?(?:m\.?)?")
SAY = N_("Write the time of day as 10:30, 10.30, 2pm or 14.")
ORDER = N_("They went before they came. Write afternoon times as 2pm or 14:00.")


def time_of_day(text: str) -> int:
    """Return a time of day in minutes after midnight: 10:30, 10.30, 1030, 10, 2pm, 2.15 pm."""
    words = " ".join(text.casefold().split())
    found = _TIME.fullmatch(words) if len(words) <= len("10.30 p.m. ") else None
    if not found:
        raise NotUnderstood(SAY)
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= HALF:
        raise NotUnderstood(SAY)
    hour = hour % HALF + (HALF if half == "p" else 0) if half else hour
    if hour * 60 + minute > DAY:
        raise NotUnderstood(SAY)
    return hour * 60 + minute


def between(came: str, went: str) -> int | None:
    """Return the minutes between two times, None where one is blank.

    Somebody who wrote 10 and 1 stayed until one in the afternoon; NotUnderstood where there is no such
    reading within half a day.
    """
    if not came.strip() or not went.strip():
        return None
    first, last = time_of_day(came), time_of_day(went)
    if last < first and last < HALF * 60 and "m" not in went.casefold() and first < HALF * 60:
        last += HALF * 60
    if last < first:
        raise NotUnderstood(ORDER)
    return last - first
