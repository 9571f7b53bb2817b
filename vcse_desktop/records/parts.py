"""What we keep in small rows: the parts that belong to one record, and the places of the group."""

from collections.abc import Iterable

from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Form, Kind, Privacy, Problem, RecordKind, Values
from vcse_desktop.records.postcodes import whole

TALLY_LISTS = (
    "inclusion_groups",
    "protected_characteristics",
    "age_band",
    "sex",
    "ethnic_group",
    "religion",
    "sexual_orientation",
    "gender_identity",
    "disability_eqa",
    "impairment",
    "english_proficiency",
    "own:community",
    "own:place",
)
"""What the people at a session may be counted by; the codes of own:place are those of the place list."""

EQUALITY_LISTS = (
    "ethnic_group",
    "religion",
    "sexual_orientation",
    "sex",
    "gender_identity",
    "disability_eqa",
    "impairment",
)
"""What a person may be asked about once named equality data is switched on."""

ACCESS_STAGES = {
    "identify": "identified",
    "record": "recorded",
    "flag": "flagged",
    "share": "shared",
    "meet": "met",
    "review": "reviewed",
}
"""The date field of the part access for each stage of the list ais_stage."""

PLACE_KINDS = ("own", "district", "ward", "lsoa")


def _a_tally_names_its_list(values: Values) -> Iterable[Problem]:
    if values.get("vocab") not in TALLY_LISTS:
        yield Problem("vocab", N_("People are not counted by this list."))


def _an_equality_slip_names_its_list(values: Values) -> Iterable[Problem]:
    if values.get("vocab") not in EQUALITY_LISTS:
        yield Problem("vocab", N_("This list is not part of equality details."))


def _a_place_has_a_kind(values: Values) -> Iterable[Problem]:
    if values.get("kind") not in PLACE_KINDS:
        yield Problem("kind", N_("A place is our own, a district, a ward or a small area (LSOA)."))


def _a_place_is_no_postcode(values: Values) -> Iterable[Problem]:
    if whole(str(values.get("name") or "")):
        said = N_("A postcode can point at one home. Type a village, an estate or a ward.")
        yield Problem("name", said)


def _owner(code: str, label: str) -> Field:
    """Return the link from a part to the record that owns it; the program fills it."""
    return Field(code, label, Kind.LINK, to=code, form=Form.AUTO, privacy=Privacy.NONE)


SESSION = _owner("session", N_("Session"))
ENGAGEMENT = _owner("engagement", N_("Piece of asking"))
PERSON = _owner("person", N_("Person"))
INSIGHT = _owner("insight", N_("Insight"))
ACTIVITY = _owner("activity", N_("Activity"))
REVIEW = _owner("review", N_("Review"))

TALLY = RecordKind(
    "tally",
    N_("Head count by group"),
    (
        SESSION,
        ENGAGEMENT,
        Field("vocab", N_("Counted by"), Kind.TEXT, required=True, privacy=Privacy.SPECIAL),
        Field("code", N_("Group"), Kind.TEXT, required=True, privacy=Privacy.SPECIAL),
        Field("n", N_("How many"), Kind.COUNT, privacy=Privacy.SPECIAL, help=N_("Groups overlap")),
    ),
    (_a_tally_names_its_list,),
    of=("session", "engagement"),
)
BARRIER = RecordKind(
    "barrier",
    N_("Barrier"),
    (
        SESSION,
        ENGAGEMENT,
        Field(
            "barrier",
            N_("What stood in the way"),
            Kind.CHOICE,
            vocab="barrier",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field("fix", N_("What we did about it"), Kind.TEXT, privacy=Privacy.NONE, leaves=True),
        Field(
            "result",
            N_("Did it work?"),
            Kind.CHOICE,
            vocab="barrier_result",
            privacy=Privacy.NONE,
            leaves=True,
        ),
    ),
    of=("session", "engagement"),
)
CONSENT = RecordKind(
    "consent",
    N_("Consent"),
    (
        PERSON,
        INSIGHT,
        Field("use", N_("For what"), Kind.CHOICE, vocab="consent_use", required=True),
        Field("scope", N_("With whom"), Kind.CHOICE, vocab="consent_scope"),
        Field("to_org", N_("With this organisation"), Kind.LINK, to="organisation"),
        Field("wording", N_("The words they agreed to"), Kind.NOTE),
        Field("text_hash", N_("Mark of the exact text"), Kind.TEXT, form=Form.AUTO),
        Field("given_on", N_("Given on"), Kind.DATE),
        Field("how", N_("How"), Kind.CHOICE, vocab="contact_channel"),
        Field(
            "given_by",
            N_("Given by"),
            Kind.CHOICE,
            vocab="consent_given_by",
            help=N_("Nothing is chosen for you"),
        ),
        Field("asked_by", N_("Who asked"), Kind.TEXT),
        Field("ends_on", N_("Ends on"), Kind.DATE),
        Field("withdrawn_on", N_("Withdrawn on"), Kind.DATE),
    ),
    of=("person", "insight"),
)
ACCESS = RecordKind(
    "access",
    N_("Access and communication need"),
    (
        PERSON,
        Field("need", N_("Need"), Kind.CHOICE, vocab="access_need", required=True, privacy=Privacy.SPECIAL),
        Field("identified", N_("Identified on"), Kind.DATE, privacy=Privacy.SPECIAL),
        Field("recorded", N_("Recorded on"), Kind.DATE, privacy=Privacy.SPECIAL),
        Field("flagged", N_("Flagged on"), Kind.DATE, privacy=Privacy.SPECIAL),
        Field("shared", N_("Shared on"), Kind.DATE, privacy=Privacy.SPECIAL),
        Field("met", N_("Met on"), Kind.DATE, privacy=Privacy.SPECIAL),
        Field("reviewed", N_("Reviewed on"), Kind.DATE, privacy=Privacy.SPECIAL),
    ),
    of=("person",),
)
CHECK = RecordKind(
    "check",
    N_("Check or training"),
    (
        PERSON,
        Field("kind", N_("Kind of check"), Kind.CHOICE, vocab="check_kind", required=True),
        Field("done_on", N_("Done on"), Kind.DATE),
        Field("accepted", N_("Accepted?"), Kind.YES_NO_UNKNOWN),
        Field("ends_on", N_("Runs out on"), Kind.DATE),
    ),
    of=("person",),
)
EQUALITY = RecordKind(
    "equality",
    N_("Equality details"),
    (
        PERSON,
        Field("vocab", N_("About"), Kind.TEXT, required=True, form=Form.OFF, privacy=Privacy.SPECIAL),
        Field("code", N_("Answer"), Kind.TEXT, form=Form.OFF, privacy=Privacy.SPECIAL),
        Field("written_in", N_("In their own words"), Kind.TEXT, form=Form.OFF, privacy=Privacy.SPECIAL),
        Field("given_on", N_("Given on"), Kind.DATE, form=Form.OFF, privacy=Privacy.SPECIAL),
        Field(
            "basis",
            N_("The reason in law"),
            Kind.CHOICE,
            vocab="special_category_condition",
            form=Form.OFF,
            privacy=Privacy.SPECIAL,
            help=N_("Ask your data lead if unsure"),
        ),
    ),
    (_an_equality_slip_names_its_list,),
    of=("person",),
)
ROLE = RecordKind(
    "role",
    N_("Part an organisation had"),
    (
        ACTIVITY,
        ENGAGEMENT,
        Field(
            "organisation",
            N_("Organisation"),
            Kind.LINK,
            to="organisation",
            required=True,
            privacy=Privacy.NONE,
        ),
        Field(
            "roles",
            N_("What it did"),
            Kind.CHOICES,
            vocab="organisation_role",
            privacy=Privacy.NONE,
            leaves=True,
        ),
    ),
    of=("activity", "engagement"),
)
AUDIENCE = RecordKind(
    "audience",
    N_("Whom we asked, and how"),
    (
        ENGAGEMENT,
        Field(
            "community",
            N_("Community"),
            Kind.CHOICE,
            vocab="own:community",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "technique",
            N_("How"),
            Kind.CHOICE,
            vocab="engagement_technique",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field("why", N_("Why this way"), Kind.TEXT, privacy=Privacy.NONE, leaves=True),
        Field("reached", N_("How many it reached"), Kind.COUNT, privacy=Privacy.NONE),
    ),
    of=("engagement",),
)
STAKEHOLDER = RecordKind(
    "stakeholder",
    N_("Who took part"),
    (
        ENGAGEMENT,
        Field(
            "group",
            N_("Group"),
            Kind.CHOICE,
            vocab="stakeholder_group",
            required=True,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field("n", N_("How many"), Kind.COUNT, privacy=Privacy.NONE),
    ),
    of=("engagement",),
)
ACTION = RecordKind(
    "action",
    N_("Action"),
    (
        REVIEW,
        Field("what", N_("What we will do"), Kind.TEXT, required=True, privacy=Privacy.NONE, leaves=True),
        Field("who", N_("Who does it"), Kind.TEXT, privacy=Privacy.CONTACT),
        Field("by", N_("By"), Kind.DATE, privacy=Privacy.NONE, leaves=True),
        Field("done_on", N_("Done on"), Kind.DATE, privacy=Privacy.NONE, leaves=True),
    ),
    of=("review",),
)
ATTACHMENT = RecordKind(
    "attachment",
    N_("Picture or file"),
    (
        SESSION,
        INSIGHT,
        ACTIVITY,
        Field("file", N_("File"), Kind.TEXT, required=True, form=Form.AUTO),
        Field("caption", N_("Caption"), Kind.TEXT),
        Field("alt_text", N_("What it shows, for those who cannot see it"), Kind.TEXT),
        Field("people_shown", N_("Does it show people?"), Kind.YES_NO_UNKNOWN),
    ),
    of=("session", "insight", "activity"),
)
PLACE = RecordKind(
    "place",
    N_("Place"),
    (
        Field("code", N_("Code"), Kind.TEXT, required=True, privacy=Privacy.NONE),
        Field("name", N_("Name"), Kind.TEXT, required=True, privacy=Privacy.NONE),
        Field("kind", N_("Kind of place"), Kind.TEXT, required=True, privacy=Privacy.NONE),
        Field("parent", N_("Lies in"), Kind.PLACE, privacy=Privacy.NONE),
        Field("source", N_("Where this comes from"), Kind.TEXT, privacy=Privacy.NONE),
        Field("year", N_("Year of the boundaries"), Kind.COUNT, privacy=Privacy.NONE),
    ),
    (_a_place_has_a_kind, _a_place_is_no_postcode),
)
