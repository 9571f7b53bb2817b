"""What we keep of time that people gave, named or not."""

from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Form, Kind, Privacy, RecordKind
from vcse_desktop.records.shared import SHARED

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
            help=N_('The form takes "each" or "altogether" and shows both'),
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
)
