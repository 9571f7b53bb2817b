"""What we keep of a person, none of it needed beyond one name."""

from collections.abc import Iterable

from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Form, Kind, Privacy, Problem, RecordKind, Values
from vcse_desktop.records.shared import SHARED

EARLIEST, LATEST = 1900, 2100
"""The years of birth that a living person can have, and a slip of the finger cannot."""


def _a_year_has_four_figures(values: Values) -> Iterable[Problem]:
    year = values.get("birth_year")
    if isinstance(year, int) and not EARLIEST <= year <= LATEST:
        yield Problem("birth_year", N_("Write the year with four figures, such as 1956."))


PERSON = RecordKind(
    "person",
    N_("Person"),
    (
        Field(
            "known_as",
            N_("What people call them"),
            Kind.TEXT,
            required=True,
            form=Form.QUICK,
            help=N_("One name is enough"),
        ),
        Field("other_names", N_("Other spellings"), Kind.TEXT, help=N_("Helps to find them")),
        Field(
            "roles",
            N_("What they are to us"),
            Kind.CHOICES,
            vocab="person_role",
            form=Form.QUICK,
            help=N_("Any that fit"),
        ),
        Field(
            "carer",
            N_("Looks after someone?"),
            Kind.CHOICE,
            vocab="carer_status",
            form=Form.QUICK,
            help=N_("Ask about what they do, not the word"),
        ),
        Field(
            "identified_on",
            N_("First known as a carer on"),
            Kind.DATE,
            form=Form.AUTO,
            help=N_("Set by the first contact that was for a carer; can be changed"),
        ),
        Field(
            "identified_by", N_("Who noticed"), Kind.CHOICE, vocab="found_by", help=N_("Often not a service")
        ),
        Field("phone", N_("Phone"), Kind.TEXT, privacy=Privacy.CONTACT, help=N_("Only if you will use it")),
        Field("email", N_("E-mail"), Kind.TEXT, privacy=Privacy.CONTACT, help=N_("Only if you will use it")),
        Field(
            "address", N_("Address"), Kind.TEXT, privacy=Privacy.CONTACT, help=N_("Only if you will use it")
        ),
        Field(
            "contact_by",
            N_("Best ways to reach them"),
            Kind.CHOICES,
            vocab="contact_channel",
            privacy=Privacy.CONTACT,
            help=N_("Shown before anyone contacts them"),
        ),
        Field(
            "contact_not",
            N_("When not to"),
            Kind.TEXT,
            privacy=Privacy.CONTACT,
            help=N_("For instance: not before noon"),
        ),
        Field(
            "do_not_contact",
            N_("Do not contact"),
            Kind.YES_NO_UNKNOWN,
            privacy=Privacy.CONTACT,
            help=N_("Stops every contact list"),
        ),
        Field(
            "involve_how",
            N_("How they want to be involved"),
            Kind.CHOICES,
            vocab="involvement_level",
            help=N_("Ask, never infer; ask again after a year"),
        ),
        Field(
            "involve_asked_on", N_("Asked on"), Kind.DATE, help=N_("Ask, never infer; ask again after a year")
        ),
        Field("strengths", N_("What they are good at"), Kind.NOTE, help=N_("Asked before any needs")),
        Field("why_words", N_("Why they give time, in their words"), Kind.NOTE, help=N_("Their words first")),
        Field(
            "why_tags",
            N_("Reasons"),
            Kind.CHOICES,
            vocab="volunteer_motivation",
            privacy=Privacy.SPECIAL,
            help=N_("One item is about faith"),
        ),
        Field("availability", N_("When they can help"), Kind.TEXT),
        Field("language", N_("Language they prefer"), Kind.TEXT),
        Field(
            "emergency_contact",
            N_("In an emergency"),
            Kind.TEXT,
            privacy=Privacy.CONTACT,
            help=N_("Another person's details: tell them you hold it"),
        ),
        Field(
            "birth_year",
            N_("Year of birth"),
            Kind.COUNT,
            help=N_("Either will do; never a full date of birth"),
        ),
        Field(
            "age_band",
            N_("Age band"),
            Kind.CHOICE,
            vocab="age_band",
            help=N_("Either will do; never a full date of birth"),
        ),
        Field(
            "home_area",
            N_("Where they live"),
            Kind.PLACE,
            help=N_(
                "A postcode becomes its district (ward or LSOA, if the group added that file) "
                "and is then forgotten"
            ),
        ),
        Field("left_on", N_("Left on"), Kind.DATE, help=N_("Starts the retention clock")),
        Field(
            "merged_into",
            N_("Same person as"),
            Kind.LINK,
            to="person",
            form=Form.AUTO,
            help=N_("Set by joining two records of one person"),
        ),
        *SHARED,
    ),
    (_a_year_has_four_figures,),
)
