"""How long it is from one time of day to another, as people write it: 10-12.30, half 2 til 4."""

import re
from dataclasses import dataclass
from itertools import product

HALF_DAY, DAY = 12 * 60, 24 * 60
NOON, MIDNIGHT = "noon", "midnight"
_BETWEEN = re.compile(r"\s*(?:-|\u2013|\u2014|\bto\b|\buntil\b|\btill\b|\btil\b|'til\b)\s*")
_TIME = re.compile(
    r"(?:(?P<past>half|quarter past|quarter to|half past) )?(?P<hour>\d{1,2})"
    r"(?:(?P<sign>[:.h])(?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m\.?)?"
)
_PAST = {"half": 30, "half past": 30, "quarter past": 15, "quarter to": -15}
_UNCLEAR = "half"
LONGEST = 60  # characters


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in minutes. Not ``sure``: it has to be agreed; ``others`` could be meant, too."""

    minutes: int
    sure: bool = True
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time in minutes. ``known``: which half of the day is said; ``exact``: its minutes are written."""

    minutes: int
    known: bool
    exact: bool
    half: bool


def between(words: str) -> Length | None:
    """Return how long it is between the two times in these folded words; None when they are no two times."""
    parts = _BETWEEN.split(words) if len(words) <= LONGEST else []
    if len(parts) != 2 or not all(parts):  # noqa: PLR2004 - from and to
        return None
    start, end = (_clock(part) for part in parts)
    if start is None or end is None:
        return None
    found = sorted({length for length in _lengths(start, end) if length > 0})
    if not found:
        return None
    shortest = found[0]
    sure = (start.exact or end.exact or start.known or end.known) and not (start.half or end.half)
    others = [shortest + shift for shift in _half_before(start, end) if shortest + shift > 0]
    return Length(shortest, sure and shortest < HALF_DAY, tuple(others))


def minutes_between(start: int, end: int) -> int:
    """Return the minutes from one time of the day to another, which may be that of the next day."""
    return (end - start) % DAY


def _clock(words: str) -> _Clock | None:
    if words in (NOON, "12 noon", "12noon", "midday"):
        return _Clock(HALF_DAY, known=True, exact=True, half=False)
    if words == MIDNIGHT:
        return _Clock(DAY, known=True, exact=True, half=False)
    found = _TIME.fullmatch(words)
    if not found or int(found["hour"]) > 24 or (found["past"] and found["minute"]):  # noqa: PLR2004
        return None
    hour, half = int(found["hour"]), found["half"] or ""
    minutes = hour * 60 + int(found["minute"] or 0) + _PAST.get(found["past"] or "", 0)
    if half and hour > 12:  # noqa: PLR2004 - 14pm is 14
        half = ""
    if half:
        minutes = minutes % HALF_DAY + (HALF_DAY if half.startswith("p") else 0)
    known = bool(half) or hour > 12 or hour == 0 or (len(found["hour"]) > 1 and found["hour"][0] == "0")  # noqa: PLR2004
    return _Clock(minutes, known, bool(found["minute"]), found["past"] == _UNCLEAR)


def _lengths(start: _Clock, end: _Clock) -> list[int]:
    """Return the lengths that two times may mean: where the half of the day is not said, both are tried."""
    starts = (
        [start.minutes] if start.known else [start.minutes % HALF_DAY, start.minutes % HALF_DAY + HALF_DAY]
    )
    ends = [end.minutes] if end.known else [end.minutes % HALF_DAY, end.minutes % HALF_DAY + HALF_DAY]
    return [minutes_between(one, other) for one, other in product(starts, ends)]


def _half_before(start: _Clock, end: _Clock) -> list[int]:
    """Half 2 is half past two here and half past one elsewhere: return what that would change."""
    return [shift for clock, shift in ((start, 60), (end, -60)) if clock.half]
