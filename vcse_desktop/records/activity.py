"""What we keep of an activity: something we do again and again."""

from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Form, Kind, Privacy, RecordKind
from vcse_desktop.records.rules import in_order
from vcse_desktop.records.shared import SHARED

ACTIVITY = RecordKind(
    "activity",
    N_("Activity"),
    (
        Field(
            "title",
            N_("What it is called"),
            Kind.TEXT,
            required=True,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("Do not use a person's name"),
            leaves=True,
        ),
        Field(
            "kind",
            N_("Kind of activity"),
            Kind.CHOICE,
            vocab="activity_kind",
            form=Form.QUICK,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "purpose",
            N_("What it is for"),
            Kind.CHOICES,
            vocab="activity_purpose",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field("place", N_("Where"), Kind.PLACE, privacy=Privacy.NONE, help=N_("Copied into new sessions")),
        Field(
            "usual_day", N_("Usual day"), Kind.TEXT, privacy=Privacy.NONE, help=N_("Orders the list on Today")
        ),
        Field(
            "usual_hours",
            N_("Usual hours for a helper"),
            Kind.HOURS,
            privacy=Privacy.NONE,
            help=N_("Default on the drop-in form"),
        ),
        Field("who_for", N_("Who it is for"), Kind.CHOICES, vocab="own:community", privacy=Privacy.NONE),
        Field(
            "time_kind",
            N_("Formal, informal or social action"),
            Kind.CHOICE,
            vocab="volunteering_kind",
            privacy=Privacy.NONE,
            help=N_("Default for its hours"),
        ),
        Field("funder", N_("Paid for by"), Kind.LINKS, to="organisation", privacy=Privacy.NONE),
        Field(
            "not_substitute",
            N_("Would this otherwise be a paid job?"),
            Kind.NOTE,
            privacy=Privacy.NONE,
            help=N_("For your own thinking; never leaves"),
        ),
        Field("started", N_("Started"), Kind.DATE, privacy=Privacy.NONE),
        Field("ended", N_("Ended"), Kind.DATE, privacy=Privacy.NONE),
        *SHARED,
    ),
    (in_order("started", "ended", N_("It cannot have ended before it started.")),),
)
