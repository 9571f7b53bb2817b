"""What we keep of time that people gave, named or not."""

from collections.abc import Iterable
from datetime import date

from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Form, Kind, Privacy, Problem, RecordKind, Values
from vcse_desktop.records.rules import in_order
from vcse_desktop.records.shared import SHARED

A_DAY, LONG_DAY = 24 * 60, 16 * 60
"""Minutes that one person cannot pass in a day, and that are asked about."""


def _a_day_has_24_hours(values: Values) -> Iterable[Problem]:
    """Looks at what one person gave in a day, on average; unknown numbers of people are let be."""
    people = bool(values.get("person")) + _whole(values.get("helpers_n"))
    minutes, days = _whole(values.get("hours")), _days(values.get("date"), values.get("until"))
    if people and minutes > A_DAY * people * days:
        yield Problem(
            "hours", N_("Nobody can give more than 24 hours in a day. Look at the hours and the days.")
        )
    elif people and minutes > LONG_DAY * people * days:
        yield Problem(
            "hours", N_("This is more than 16 hours in a day for one person. Is it right?"), asked=True
        )


def _days(first: object, last: object) -> int:
    """Return how many days lie from first to last, both counted; 1 where an end is not known."""
    if not first or not last:
        return 1
    return max(1, (date.fromisoformat(str(last)) - date.fromisoformat(str(first))).days + 1)


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


TIME_GIVEN = RecordKind(
    "time_given",
    N_("Time given"),
    (
        Field(
            "session",
            N_("Session"),
            Kind.LINK,
            to="session",
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("Either, or neither"),
        ),
        Field(
            "activity",
            N_("Activity"),
            Kind.LINK,
            to="activity",
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("Either, or neither"),
        ),
        Field(
            "person",
            N_("Who"),
            Kind.LINK,
            to="person",
            form=Form.QUICK,
            help=N_("Empty for an unnamed group"),
        ),
        Field(
            "helpers_n",
            N_("How many, unnamed"),
            Kind.COUNT,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("People not named elsewhere in this session"),
        ),
        Field(
            "hours",
            N_("Hours, altogether"),
            Kind.HOURS,
            required=True,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("The form takes “each” or “altogether” and shows both"),
        ),
        Field(
            "date",
            N_("Date"),
            Kind.DATE,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("From the session, or today"),
        ),
        Field(
            "until",
            N_("Until"),
            Kind.DATE,
            privacy=Privacy.NONE,
            help=N_("For past time over weeks: from date to until"),
        ),
        Field(
            "certainty",
            N_("How sure?"),
            Kind.CHOICE,
            vocab="certainty",
            privacy=Privacy.NONE,
            help=N_("Estimated when a span is given"),
        ),
        Field(
            "kind",
            N_("Formal, informal or social action"),
            Kind.CHOICE,
            vocab="volunteering_kind",
            privacy=Privacy.NONE,
            help=N_("Needs no role and no organisation"),
        ),
        Field("what", N_("What they did"), Kind.CHOICES, vocab="volunteer_activity", privacy=Privacy.NONE),
        Field("role", N_("Role"), Kind.CHOICE, vocab="own:role", privacy=Privacy.NONE),
        Field(
            "expenses",
            N_("Expenses"),
            Kind.CHOICE,
            vocab="expense_state",
            privacy=Privacy.NONE,
            help=N_("Offered and paid, not the amount"),
        ),
        Field("thanked_on", N_("Thanked on"), Kind.DATE, privacy=Privacy.NONE),
        *SHARED,
    ),
    (in_order("date", "until", N_("The end lies before the beginning.")), _a_day_has_24_hours),
)
