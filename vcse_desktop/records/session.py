"""What we keep of a session: one day on which an activity happened."""

from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Form, Kind, Privacy, RecordKind
from vcse_desktop.records.rules import within
from vcse_desktop.records.shared import SHARED

SESSION = RecordKind(
    "session",
    N_("Session"),
    (
        Field(
            "activity",
            N_("Activity"),
            Kind.LINK,
            to="activity",
            required=True,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("Last used comes first"),
        ),
        Field(
            "date",
            N_("Date"),
            Kind.DATE,
            required=True,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("Today, unless you change it"),
        ),
        Field(
            "people_n",
            N_("How many came, without helpers?"),
            Kind.COUNT,
            form=Form.QUICK,
            privacy=Privacy.NONE,
        ),
        Field(
            "helpers_n",
            N_("How many helped?"),
            Kind.COUNT,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("Everyone who helped, named or not"),
        ),
        Field(
            "carers_n",
            N_("Of those who came, carers"),
            Kind.COUNT,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("Leave empty if nobody asked"),
        ),
        Field("new_n", N_("Of those who came, new to us"), Kind.COUNT, privacy=Privacy.NONE),
        Field(
            "certainty",
            N_("How sure are the numbers?"),
            Kind.CHOICE,
            vocab="certainty",
            privacy=Privacy.NONE,
            help=N_("Counted unless changed"),
        ),
        Field(
            "status",
            N_("Did it happen?"),
            Kind.CHOICE,
            vocab="session_status",
            privacy=Privacy.NONE,
            help=N_(
                "Ran unless changed. Planned: may have a date to come, counts nowhere, "
                "goes into the calendar file (iCalendar)"
            ),
        ),
        Field(
            "came",
            N_("Who came, by name"),
            Kind.LINKS,
            to="person",
            help=N_("Only if you need to know different people"),
        ),
        Field("setting", N_("Kind of place"), Kind.CHOICE, vocab="setting", privacy=Privacy.NONE),
        Field("place", N_("Where"), Kind.PLACE, privacy=Privacy.NONE),
        Field(
            "access_given",
            N_("Access we gave"),
            Kind.CHOICES,
            vocab="access_need",
            privacy=Privacy.NONE,
            help=N_("What was there, not who needed it"),
        ),
        Field(
            "missing",
            N_("Who was missing"),
            Kind.CHOICES,
            vocab="own:community",
            privacy=Privacy.NONE,
            help=N_("Who should have been in the room"),
        ),
        Field(
            "listened_yes",
            N_("Felt listened to"),
            Kind.COUNT,
            privacy=Privacy.NONE,
            help=N_("Two numbers, never a percentage alone"),
        ),
        Field(
            "listened_asked",
            N_("Were asked"),
            Kind.COUNT,
            privacy=Privacy.NONE,
            help=N_("Two numbers, never a percentage alone"),
        ),
        Field(
            "explained_use", N_("Did we say how it will be used?"), Kind.YES_NO_UNKNOWN, privacy=Privacy.NONE
        ),
        Field(
            "cost",
            N_("What it cost (£)"),
            Kind.NUMBER,
            privacy=Privacy.NONE,
            help=N_("Room, food, fares; never a price for time"),
        ),
        Field(
            "engagements",
            N_("Part of this piece of asking"),
            Kind.LINKS,
            to="engagement",
            privacy=Privacy.NONE,
        ),
        *SHARED,
    ),
    (
        within(
            "listened_yes",
            "listened_asked",
            N_("More people felt listened to than were asked. Look at both numbers."),
        ),
        within(
            "carers_n",
            "people_n",
            N_("There are more carers here than people who came. Is it right?"),
            asked=True,
        ),
        within(
            "new_n",
            "people_n",
            N_("There are more new people here than people who came. Is it right?"),
            asked=True,
        ),
    ),
)
