"""What a person typed, or a spreadsheet holds, as the value that a field keeps."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Kind, Lists

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
FRACTIONS = {"½": "5", "¼": "25", "¾": "75"}
LONGEST_NUMBER = 40  # characters; no number that is kept needs as many
YES, NO = {"yes", "y", "true", "1"}, {"no", "n", "false", "0"}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_BRITISH = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: .*)?")
_WORDS = re.compile(r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3})[a-z]* (\d{4})")
_CLOCK = re.compile(r"(\d+):([0-5]\d)(?::00)?")
_HOURS = re.compile(r"(?:(\d+(?:\.\d+)?) ?h(?:(?:ou)?rs?)?)? ?(?:(\d+) ?m?(?:in(?:ute)?s?)?)?")
_DECIMAL = re.compile(r"\d*\.?\d+")
_DECIMAL_COMMA = re.compile(r"(\d*),(\d{1,2})(?!\d)")
_COUNT = re.compile(r"(\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?")
_POUNDS = re.compile(r"£? ?((?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d{0,2}0*)?)")
_MINUTES = re.compile(r"(\d+) ?m(?:in(?:ute)?s?)?")


class NotUnderstood(ValueError):
    """The field cannot keep these words; ``message`` is a marked sentence that says what it can."""

    def __init__(self, message: str) -> None:
        super().__init__("not understood")
        self.message = message


def understand(field: Field, text: str, lists: Lists) -> object:
    """Return the value for the field, None for a blank; links stay names (one, or a list).

    Raises NotUnderstood. Days are read the British way, 03/04/2026 being 3 April; a time after a day is
    dropped. Hours come back in minutes, pounds in pence.
    """
    text = unicodedata.normalize("NFC", text).strip()
    if not text:
        return None
    if field.kind in (Kind.CHOICE, Kind.CHOICES):
        return _choice(field, text, lists)
    return _READERS[field.kind](text)


def _fits(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the match of a whole text that is short enough to be a number."""
    return pattern.fullmatch(text) if len(text) <= LONGEST_NUMBER else None


def day(text: str) -> str:
    """Return a day as 2026-04-03."""
    words = text.casefold()
    if found := _ISO.fullmatch(text):
        year, month, number = (int(part) for part in found.groups())
    elif found := _BRITISH.fullmatch(text):
        number, month, year = (int(part) for part in found.groups())
        year += 2000 if len(found[3]) == len("26") else 0
    elif (found := _WORDS.fullmatch(words)) and found[2] in MONTHS:
        number, month, year = int(found[1]), MONTHS.index(found[2]) + 1, int(found[3])
    else:
        raise NotUnderstood(N_("Write the day as 3/4/2026 or 3 April 2026."))
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        raise NotUnderstood(N_("There is no such day in the calendar.")) from None


def minutes(text: str) -> int:
    """Return a length of time in minutes: 1h30, 90m, 1:30, 1.5, 1½ and 2 are hours or say their unit.

    A comma is a decimal comma, as in 1,5; 1,500 could be two things and is not understood.
    """
    words = text.casefold()
    for sign, decimals in FRACTIONS.items():
        words = words.replace(sign, f".{decimals}")
    words = _DECIMAL_COMMA.sub(r"\1.\2", words, count=1)
    if found := _fits(_CLOCK, words):
        return int(found[1]) * 60 + int(found[2])
    if _fits(_DECIMAL, words):
        return int(Decimal(words) * 60 + Decimal("0.5"))
    if found := _fits(_MINUTES, words):
        return int(found[1])
    if (found := _fits(_HOURS, words)) and found[1]:
        return int(Decimal(found[1]) * 60 + Decimal("0.5")) + int(found[2] or 0)
    raise NotUnderstood(N_("Write the time as 1h30, 90m, 1:30 or 1.5."))


def count(text: str) -> int:
    """Return a whole number, 0 or more; a comma stands before thousands alone."""
    if found := _fits(_COUNT, text):
        return int(found[1].replace(",", ""))
    raise NotUnderstood(N_("Enter a whole number."))


def pence(text: str) -> int:
    """Return an amount of money in pence; a comma stands before thousands alone."""
    found = _fits(_POUNDS, text)
    try:
        return int(Decimal(found[1].replace(",", "") if found else "") * 100)
    except InvalidOperation:
        raise NotUnderstood(N_("Enter an amount such as 12.50.")) from None


def yes_no(text: str) -> bool:
    """Return yes or no."""
    word = text.casefold()
    if word not in YES | NO:
        raise NotUnderstood(N_("Write yes or no, or leave it empty."))
    return word in YES


def names(text: str) -> list[str]:
    """Return several names that stand in one cell with semicolons between them."""
    return [name.strip() for name in text.split(";") if name.strip()]


def _line(text: str) -> str:
    return " ".join(text.split())


def _choice(field: Field, text: str, lists: Lists) -> object:
    """A choice is known by its code or its label, whatever the capitals."""
    known = {key.casefold(): item.code for item in lists[field.vocab] for key in (item.label, item.code)}
    wanted = [text] if field.kind is Kind.CHOICE else names(text)
    if not all(name.casefold() in known for name in wanted):
        raise NotUnderstood(N_("This is not on the list."))
    codes = sorted({known[name.casefold()] for name in wanted})
    return codes[0] if field.kind is Kind.CHOICE else codes


_READERS: Mapping[Kind, Callable[[str], object]] = {
    Kind.TEXT: _line,
    Kind.NOTE: lambda text: text.replace("\r\n", "\n").replace("\r", "\n"),
    Kind.DATE: day,
    Kind.NUMBER: pence,
    Kind.COUNT: count,
    Kind.HOURS: minutes,
    Kind.YES_NO_UNKNOWN: yes_no,
    Kind.LINK: _line,
    Kind.LINKS: names,
    Kind.PLACE: _line,
}
