"""What we keep of a piece of asking: the question, the decision it feeds, how, and at what cost."""

from collections.abc import Iterable

from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Form, Kind, Privacy, Problem, RecordKind, Values
from vcse_desktop.records.rules import in_order
from vcse_desktop.records.shared import SHARED

DECIDED_FIRST = N_("The decision is dated before the asking began. Is it right?")
DECIDED_EARLY = N_("The decision was made before people had finished answering. Is it right?")


def _people_were_asked_before_it_was_decided(values: Values) -> Iterable[Problem]:
    """Ask about a decision dated before the asking began, else about one before it ended."""
    decided, opens, closes = (str(values.get(code) or "") for code in ("decision_on", "opens", "closes"))
    if decided and decided < opens:
        yield Problem("decision_on", DECIDED_FIRST, asked=True)
    elif decided and decided < closes:
        yield Problem("decision_on", DECIDED_EARLY, asked=True)


ENGAGEMENT = RecordKind(
    "engagement",
    N_("Engagement"),
    (
        Field(
            "question",
            N_("What are we asking?"),
            Kind.TEXT,
            required=True,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("In plain words"),
            leaves=True,
        ),
        Field(
            "decision",
            N_("Which decision does it feed?"),
            Kind.TEXT,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "decision_maker",
            N_("Who decides?"),
            Kind.LINK,
            to="organisation",
            form=Form.QUICK,
            privacy=Privacy.NONE,
        ),
        Field("opens", N_("Opens"), Kind.DATE, form=Form.QUICK, privacy=Privacy.NONE, leaves=True),
        Field("closes", N_("Closes"), Kind.DATE, form=Form.QUICK, privacy=Privacy.NONE, leaves=True),
        Field(
            "vision_line",
            N_("The difference it should make to someone"),
            Kind.TEXT,
            privacy=Privacy.NONE,
            help=N_("One sentence"),
            leaves=True,
        ),
        Field(
            "part_of",
            N_("Programme or strategy it belongs to"),
            Kind.TEXT,
            privacy=Privacy.NONE,
            help=N_("Joins several pieces of asking"),
            leaves=True,
        ),
        Field(
            "rung_planned",
            N_("Rung planned"),
            Kind.CHOICE,
            vocab="ladder_of_engagement",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "rung_actual",
            N_("Rung reached"),
            Kind.CHOICE,
            vocab="ladder_of_engagement",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "technique",
            N_("How"),
            Kind.CHOICES,
            vocab="engagement_technique",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "stage",
            N_("How far along was the decision when we began?"),
            Kind.CHOICE,
            vocab="engagement_stage",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "decision_on",
            N_("Decision made"),
            Kind.DATE,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "change_on",
            N_("Procurement or change starts"),
            Kind.DATE,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field("can_change", N_("What can still change"), Kind.NOTE, privacy=Privacy.NONE, leaves=True),
        Field("cannot_change", N_("What cannot"), Kind.NOTE, privacy=Privacy.NONE, leaves=True),
        Field(
            "best_placed",
            N_("Who is best placed to do this?"),
            Kind.NOTE,
            privacy=Privacy.NONE,
            help=N_("Often people already there"),
            leaves=True,
        ),
        Field(
            "duty",
            N_("Duties in law"),
            Kind.CHOICES,
            vocab="duty_reference",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "lga_duties",
            N_("Council duties"),
            Kind.CHOICES,
            vocab="lga_duties",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "no_duty",
            N_("No duty: done because it is right"),
            Kind.YES_NO_UNKNOWN,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "went_to",
            N_("Which committee, when, open or closed"),
            Kind.TEXT,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "joint_with",
            N_("Done jointly with"),
            Kind.LINKS,
            to="organisation",
            privacy=Privacy.NONE,
            help=N_("Spares people being asked twice"),
        ),
        Field(
            "explained_use",
            N_("We said how it will be used"),
            Kind.YES_NO_UNKNOWN,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "use_wording",
            N_("The words we used"),
            Kind.NOTE,
            privacy=Privacy.NONE,
            help=N_("On the sign-in sheet, or said aloud"),
            leaves=True,
        ),
        Field(
            "formats",
            N_("Formats and help offered"),
            Kind.CHOICES,
            vocab="access_need",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field("languages", N_("Languages and wording"), Kind.TEXT, privacy=Privacy.NONE, leaves=True),
        Field(
            "protected",
            N_("Protected characteristics thought about"),
            Kind.CHOICES,
            vocab="protected_characteristics",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "clinical",
            N_("Health areas, adults"),
            Kind.CHOICES,
            vocab="core20plus5_adult",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "clinical_cyp",
            N_("Children and young people"),
            Kind.CHOICES,
            vocab="core20plus5_cyp",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "equality_notes",
            N_("Equality thinking"),
            Kind.NOTE,
            privacy=Privacy.NONE,
            help=N_("Ground rules too"),
            leaves=True,
        ),
        Field(
            "method",
            N_("Method and limits"),
            Kind.NOTE,
            privacy=Privacy.NONE,
            help=N_("Ground rules too"),
            leaves=True,
        ),
        Field(
            "budget_decided",
            N_("Money people themselves decided on (£)"),
            Kind.NUMBER,
            privacy=Privacy.NONE,
            help=N_("A group, never a person's name; not a cost"),
            leaves=True,
        ),
        Field(
            "decided_by",
            N_("Who decided"),
            Kind.TEXT,
            privacy=Privacy.NONE,
            help=N_("A group, never a person's name; not a cost"),
            leaves=True,
        ),
        Field(
            "cost_money",
            N_("What it cost (£)"),
            Kind.NUMBER,
            privacy=Privacy.NONE,
            help=N_("Shown with reach, never ranked"),
            leaves=True,
        ),
        Field(
            "cost_hours",
            N_("Our hours"),
            Kind.HOURS,
            privacy=Privacy.NONE,
            help=N_("Shown with reach, never ranked"),
        ),
        Field(
            "asked_before",
            N_("Asked in the last 12 months?"),
            Kind.YES_NO_UNKNOWN,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "may_publish",
            N_("May be published"),
            Kind.YES_NO_UNKNOWN,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        *SHARED,
    ),
    (
        in_order("opens", "closes", N_("It cannot close before it opens.")),
        _people_were_asked_before_it_was_decided,
    ),
)
