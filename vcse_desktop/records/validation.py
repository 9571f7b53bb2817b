"""What is wrong with the values of a record, in words for the person who typed them."""

import unicodedata
from collections.abc import Callable, Iterator
from datetime import date

from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Field, Item, Kind, Lists, Problem, RecordKind, Values
from vcse_desktop.records.normal import normal

LINE, NOTE = 200, 20_000
"""The longest text of one line, and of many, in characters."""
LARGEST = 1_000_000_000
"""The largest number that is kept; more is a slip of the finger."""

HAPPENED = frozenset(
    {
        ("session", "date"),
        ("time_given", "date"),
        ("time_given", "until"),
        ("support", "date"),
        ("insight", "heard_on"),
        ("response", "told_on"),
        ("capacity_support", "given_on"),
        ("consent", "given_on"),
        ("equality", "given_on"),
    }
)
"""The days of things that have happened: they cannot lie ahead."""
LONG_AGO_IS_USUAL = frozenset({("activity", "started")})
_LONG_AGO = 10  # years

NEEDED = N_("This is needed.")
_ONE = N_("Choose one from the list.")
_NOT_YET = N_("This day has not come yet. Choose today or an earlier day.")
_NOT_PLANNED = N_("This day has not come yet. If the session is still to come, mark it as planned.")

Found = tuple[str, tuple[tuple[str, object], ...]]
_SOUND: Found = ("", ())


def problems(kind: RecordKind, values: Values, lists: Lists, *, today: date) -> list[Problem]:
    """Return everything wrong, in the order of the form, judged on the values as they would be kept.

    Rules between fields look at sound fields alone. A field that the kind has not is a bug: KeyError.
    """
    given = normal(kind, values)
    judged = ((field, *_judge(field, given.get(field.code), lists)) for field in kind.fields)
    found = [Problem(field.code, message, places) for field, message, places in judged if message]
    if found:
        return found
    rules = [problem for check in kind.checks for problem in check(given)]
    return [*_days(kind, given, today), *_code_of_its_list(given, lists), *rules]


def show_problem(problem: Problem) -> str:
    """Return the sentence in the person's language."""
    return tr(problem.message, **dict(problem.values))


def _judge(field: Field, value: object, lists: Lists) -> Found:
    if value is None:
        return (NEEDED, ()) if field.required else _SOUND
    if field.kind in (Kind.TEXT, Kind.NOTE):
        return _text(field.kind, value)
    if field.kind in (Kind.CHOICE, Kind.CHOICES):
        return _chosen(field.kind, value, lists[field.vocab])
    fits, message = _PLAIN[field.kind]
    return _SOUND if fits(value) else (message, ())


def _text(kind: Kind, value: object) -> Found:
    limit = LINE if kind is Kind.TEXT else NOTE
    if not isinstance(value, str):
        return N_("Write this in words."), ()
    if kind is Kind.TEXT and "\n" in value:
        return N_("Write this on one line."), ()
    if any(unicodedata.category(sign) in ("Cc", "Cs") for sign in value if sign != "\n"):
        return N_(
            "A sign in this text cannot be kept; some come along when text is copied. Type it again."
        ), ()
    if len(value) > limit:
        return N_("This has {n} characters; there is room for {limit}."), (
            ("n", len(value)),
            ("limit", limit),
        )
    return _SOUND


def _chosen(kind: Kind, value: object, items: tuple[Item, ...]) -> Found:
    known = {item.code for item in items}  # a retired or hidden code stays good in an old record
    if kind is Kind.CHOICE:
        return _SOUND if isinstance(value, str) and value in known else (_ONE, ())
    return (
        _SOUND if isinstance(value, list) and known.issuperset(value) else (N_("Choose from the list."), ())
    )


def _day(value: object) -> bool:
    """Say whether it is text in the one form that is kept: 2026-11-20."""
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _whole(value: object) -> bool:
    return type(value) is int and 0 <= value <= LARGEST


def _id(value: object) -> bool:
    return type(value) is int and 0 < value < 1 << 63


_PLAIN: dict[Kind, tuple[Callable[[object], bool], str]] = {
    Kind.DATE: (_day, N_("Enter a date.")),
    Kind.NUMBER: (_whole, N_("Enter an amount such as 12.50.")),
    Kind.COUNT: (_whole, N_("Enter a whole number.")),
    Kind.HOURS: (_whole, N_("Enter hours such as 1h30 or 1.5.")),
    Kind.YES_NO_UNKNOWN: (lambda value: type(value) is bool, N_("Choose yes or no, or leave it empty.")),
    Kind.LINK: (_id, N_("Choose a record.")),
    Kind.LINKS: (lambda value: isinstance(value, list) and all(map(_id, value)), N_("Choose records.")),
    Kind.PLACE: (_id, N_("Choose a place.")),
}


def _days(kind: RecordKind, given: Values, today: date) -> Iterator[Problem]:
    """Yield what is wrong with days, seen from today."""
    filled = [(field.code, given.get(field.code)) for field in kind.fields if field.kind is Kind.DATE]
    for code, day in ((code, date.fromisoformat(str(day))) for code, day in filled if day):
        if (day.year + _LONG_AGO, day.month, day.day) < (today.year, today.month, today.day):
            if (kind.code, code) not in LONG_AGO_IS_USUAL:
                yield Problem(code, N_("This day is more than ten years ago. Is it right?"), asked=True)
        elif day > today and (kind.code, code) in HAPPENED:
            yield from _ahead(kind, code, given)


def _ahead(kind: RecordKind, code: str, given: Values) -> Iterator[Problem]:
    """A session alone may lie ahead, when it is planned, or was and is cancelled already."""
    if kind.code != "session":
        yield Problem(code, _NOT_YET)
    elif given.get("status") not in ("planned", "cancelled"):
        yield Problem(code, _NOT_PLANNED)


def _code_of_its_list(given: Values, lists: Lists) -> Iterator[Problem]:
    """A row that names its list chooses from it; the codes of own:place are no list but rows of their own."""
    items = lists.get(str(given.get("vocab")), ())
    if items and given.get("code") not in {None, *(item.code for item in items)}:
        yield Problem("code", _ONE)
