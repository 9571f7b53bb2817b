"""What we keep of an organisation: a partner, a body that decides, or ourselves."""

from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Form, Kind, Privacy, RecordKind
from vcse_desktop.records.rules import looks_like
from vcse_desktop.records.shared import SHARED

ORGANISATION = RecordKind(
    "organisation",
    N_("Organisation"),
    (
        Field(
            "name",
            N_("Name"),
            Kind.TEXT,
            required=True,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("The name people use"),
            leaves=True,
        ),
        Field(
            "type",
            N_("Kind of organisation"),
            Kind.CHOICE,
            vocab="organisation_type",
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("Pick the nearest"),
        ),
        Field(
            "is_us",
            N_("This is us"),
            Kind.YES_NO_UNKNOWN,
            form=Form.AUTO,
            privacy=Privacy.NONE,
            help=N_("Set at first run; exactly one record"),
        ),
        Field(
            "charity_no",
            N_("Charity number"),
            Kind.TEXT,
            privacy=Privacy.NONE,
            help=N_("We look at how it is written, and never look it up"),
        ),
        Field(
            "rp_no",
            N_("Landlord number"),
            Kind.TEXT,
            privacy=Privacy.NONE,
            help=N_("We look at how it is written, and never look it up"),
        ),
        Field(
            "public_code",
            N_("NHS or council code"),
            Kind.TEXT,
            privacy=Privacy.NONE,
            help=N_("We look at how it is written, and never look it up"),
        ),
        Field(
            "icb",
            N_("Integrated care board"),
            Kind.CHOICE,
            vocab="icb",
            privacy=Privacy.NONE,
            help=N_("A dated list; ended boards are offered for older dates only"),
        ),
        Field(
            "area",
            N_("Where it works"),
            Kind.PLACE,
            privacy=Privacy.NONE,
            help=N_("District, ward or estate"),
        ),
        Field(
            "contact_name",
            N_("Contact"),
            Kind.TEXT,
            privacy=Privacy.CONTACT,
            help=N_("A work contact, not a home"),
        ),
        Field(
            "contact_details",
            N_("How to reach them"),
            Kind.TEXT,
            privacy=Privacy.CONTACT,
            help=N_("A work contact, not a home"),
        ),
        Field(
            "may_be_named",
            N_("May our packs name it?"),
            Kind.YES_NO_UNKNOWN,
            privacy=Privacy.NONE,
            help=N_("Public bodies are always named; others only on yes"),
        ),
        Field(
            "agreement_scope",
            N_("What we agreed to share"),
            Kind.NOTE,
            privacy=Privacy.NONE,
            help=N_("In plain words"),
        ),
        Field(
            "agreement_basis",
            N_("The reason in law"),
            Kind.CHOICE,
            vocab="lawful_basis",
            privacy=Privacy.NONE,
            help=N_("Ask your data lead if unsure"),
        ),
        Field(
            "agreement_review",
            N_("Look at it again on"),
            Kind.DATE,
            privacy=Privacy.NONE,
            help=N_("Comes up on the “Not yet” list"),
        ),
        Field(
            "succeeds",
            N_("Took over from"),
            Kind.LINKS,
            to="organisation",
            privacy=Privacy.NONE,
            help=N_("For mergers; old figures keep the old name"),
        ),
        *SHARED,
    ),
    (
        looks_like(
            "charity_no",
            r"\d{6,7}(-\d{1,3})?|SC\d{6}|NIC?\d{6}",
            N_("Charity numbers look like 1234567, SC012345 or NIC123456. Is it right?"),
        ),
        looks_like(
            "rp_no",
            r"[A-Z]{0,2}\d{3,5}|\d{2}[A-Z]{2}",
            N_("Landlord numbers look like 4567, L1234 or 45UB. Is it right?"),
        ),
        looks_like(
            "public_code",
            r"[A-Z]\d{8}|[A-Z0-9]{3,6}",
            N_("These codes look like QOX, RW3 or E06000001. Is it right?"),
        ),
    ),
)
