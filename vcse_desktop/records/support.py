"""What we keep of support given to a carer, or to a person drawing on care and support."""

from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Form, Kind, Privacy, RecordKind
from vcse_desktop.records.rules import in_order
from vcse_desktop.records.shared import SHARED

SUPPORT = RecordKind(
    "support",
    N_("Support given"),
    (
        Field(
            "date",
            N_("Date"),
            Kind.DATE,
            required=True,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("Today, unless you change it"),
        ),
        Field("person", N_("Who"), Kind.LINK, to="person", form=Form.QUICK, help=N_("May stay empty")),
        Field(
            "who_hint",
            N_("A hint for us"),
            Kind.TEXT,
            form=Form.QUICK,
            help=N_("Only for recognising them again; never leaves"),
        ),
        Field(
            "who_for",
            N_("Who it was for"),
            Kind.CHOICE,
            vocab="support_for",
            form=Form.QUICK,
            help=N_("Carer unless changed"),
        ),
        Field(
            "what",
            N_("What we did"),
            Kind.CHOICES,
            vocab="carer_support_type",
            form=Form.QUICK,
            privacy=Privacy.SPECIAL,
        ),
        Field(
            "newly_identified",
            N_("First time anyone saw them as a carer?"),
            Kind.YES_NO_UNKNOWN,
            form=Form.QUICK,
        ),
        Field(
            "involved",
            N_("Involved in planning the care?"),
            Kind.CHOICE,
            vocab="involved_answer",
            form=Form.QUICK,
        ),
        Field(
            "involved_in",
            N_("Involved in what?"),
            Kind.CHOICES,
            vocab="involvement_moment",
            help=N_("Shared decisions and own budgets too"),
        ),
        Field(
            "matters_words",
            N_("What matters to them"),
            Kind.NOTE,
            form=Form.QUICK,
            privacy=Privacy.SPECIAL,
            help=N_("Their words"),
        ),
        Field(
            "became_words",
            N_("What became of it, in their words"),
            Kind.NOTE,
            privacy=Privacy.SPECIAL,
            help=N_("Asked later"),
        ),
        Field("became_on", N_("Told us on"), Kind.DATE, privacy=Privacy.SPECIAL, help=N_("Asked later")),
        Field(
            "matters_tags",
            N_("What matters, tags"),
            Kind.CHOICES,
            vocab="ascot_carer_domains",
            privacy=Privacy.SPECIAL,
            help=N_("Names of areas only, no questionnaire"),
        ),
        Field(
            "wellbeing",
            N_("Wellbeing areas"),
            Kind.CHOICES,
            vocab="care_act_wellbeing",
            privacy=Privacy.SPECIAL,
        ),
        Field(
            "caring_words",
            N_("What caring involves"),
            Kind.NOTE,
            privacy=Privacy.SPECIAL,
            help=N_("Told as a story, never priced"),
        ),
        Field("carer_kind", N_("Kind of carer"), Kind.CHOICE, vocab="carer_type"),
        Field(
            "hours_band",
            N_("Hours of care a week"),
            Kind.CHOICE,
            vocab="unpaid_care_hours",
            privacy=Privacy.SPECIAL,
            help=N_("Census bands; never added to volunteer hours"),
        ),
        Field(
            "assessment",
            N_("Carer's assessment"),
            Kind.CHOICE,
            vocab="assessment_status",
            privacy=Privacy.SPECIAL,
            help=N_("A right, whatever the need or money"),
        ),
        Field("break_hours", N_("Break given"), Kind.HOURS),
        Field("received_on", N_("Asked for"), Kind.DATE, help=N_("For a council's quarterly counts")),
        Field("accepted_on", N_("Taken on"), Kind.DATE, help=N_("For a council's quarterly counts")),
        Field("closed_on", N_("Closed"), Kind.DATE, help=N_("For a council's quarterly counts")),
        Field(
            "closed_why",
            N_("Why it ended"),
            Kind.CHOICE,
            vocab="close_reason",
            help=N_("For a council's quarterly counts"),
        ),
        Field("next_step", N_("Next step"), Kind.TEXT, help=N_("Comes up on Today")),
        Field("next_on", N_("By"), Kind.DATE, help=N_("Comes up on Today")),
        Field("session", N_("Session"), Kind.LINK, to="session", privacy=Privacy.NONE),
        *SHARED,
    ),
    (
        in_order(
            "received_on",
            "accepted_on",
            N_("It was taken on before it was asked for. Is it right?"),
            asked=True,
        ),
        in_order(
            "received_on", "closed_on", N_("It was closed before it was asked for. Is it right?"), asked=True
        ),
    ),
)
