"""A calendar file (iCalendar, RFC 5545) of days that are planned, for any calendar program."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

ENDING = ".ics"
LONGEST = 75
"""Octets of one line, without its end."""
OURS = UUID("5f3f5a0e-6a52-4f1f-9d55-3c1d0a1d7f6e")
"""What the names of our entries are made from: with the number of a record they are the same in each file."""
ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
CONTROLS = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029))) - {"\n", "\t"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One whole day. ``record`` is the id of what is planned."""

    record: int
    day: date
    title: str
    place: str = ""


def calendar(entries: Iterable[Entry], now: datetime) -> bytes:
    """Return the file, in UTF-8; ``now`` is when it is made."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//VCSE Desktop//Planned sessions//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for entry in entries for line in _entry(entry, now)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode("utf-8", "replace")


def uid(record: int) -> str:
    """Return the name of an entry: the same for a record in every file, and it says nothing about it."""
    return str(uuid5(OURS, str(record)))


def _entry(entry: Entry, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(entry.record)}"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(entry.day)}"
    if entry.day < date.max:
        yield f"DTEND;VALUE=DATE:{_day(entry.day + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(entry.title)}"
    if entry.place:
        yield f"LOCATION:{_escaped(entry.place)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(words: str) -> str:
    """Return a text as a value: signs that mean something there are marked, control characters left out."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(ESCAPED.get(sign, sign) for sign in lines if sign not in CONTROLS)


def _folded(line: str) -> Iterator[str]:
    """Break a line where it is too long; what follows begins with a blank, and no letter is cut in two."""
    piece, long = "", 0
    for sign in line:
        size = len(sign.encode("utf-8", "replace"))
        if long + size > LONGEST:
            yield piece
            piece, long = " ", 1
        piece, long = piece + sign, long + size
    yield piece
