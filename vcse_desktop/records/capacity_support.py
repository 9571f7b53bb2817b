"""What we keep of capacity that groups ask for, give and get: money, space, training, staff."""

from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Form, Kind, Privacy, RecordKind
from vcse_desktop.records.rules import in_order
from vcse_desktop.records.shared import SHARED

CAPACITY_SUPPORT = RecordKind(
    "capacity_support",
    N_("Capacity support"),
    (
        Field(
            "direction",
            N_("Who asked or gave"),
            Kind.CHOICE,
            vocab="capacity_direction",
            required=True,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("What others asked of us counts, too"),
            leaves=True,
        ),
        Field(
            "what",
            N_("What"),
            Kind.CHOICES,
            vocab="capacity_kind",
            form=Form.QUICK,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field("from_org", N_("From"), Kind.LINK, to="organisation", form=Form.QUICK, privacy=Privacy.NONE),
        Field("to_org", N_("To"), Kind.LINK, to="organisation", form=Form.QUICK, privacy=Privacy.NONE),
        Field(
            "for_whom",
            N_("For whom"),
            Kind.TEXT,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("For instance: our drivers"),
            leaves=True,
        ),
        Field("asked_on", N_("Asked on"), Kind.DATE, privacy=Privacy.NONE, leaves=True),
        Field("given_on", N_("Given on"), Kind.DATE, privacy=Privacy.NONE, leaves=True),
        Field("until", N_("Until"), Kind.DATE, privacy=Privacy.NONE, leaves=True),
        Field(
            "amount",
            N_("Money (£)"),
            Kind.NUMBER,
            privacy=Privacy.NONE,
            help=N_("Money that really moved; never hours times a rate"),
            leaves=True,
        ),
        Field("hours", N_("Hours of training or staff"), Kind.HOURS, privacy=Privacy.NONE),
        Field("difference", N_("What difference it made"), Kind.NOTE, privacy=Privacy.NONE, leaves=True),
        Field("after", N_("What happened when it ended"), Kind.NOTE, privacy=Privacy.NONE, leaves=True),
        *SHARED,
    ),
    (in_order("given_on", "until", N_("The end lies before the beginning.")),),
)
