"""What we keep of an answer: who should give it, what it was, what changed and whether people were told."""

from collections.abc import Iterable

from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Form, Kind, Privacy, Problem, RecordKind, Values
from vcse_desktop.records.rules import in_order
from vcse_desktop.records.shared import SHARED


def _told_is_a_day_not_a_state(values: Values) -> Iterable[Problem]:
    """Stored, it would take the place of the outcome."""
    if values.get("status") == "fed_back":
        yield Problem("status", N_("Keep the outcome here, and fill in the day when people were told."))


RESPONSE = RecordKind(
    "response",
    N_("Response"),
    (
        Field(
            "what",
            N_("What we asked them to look at"),
            Kind.TEXT,
            required=True,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "insights",
            N_("Which words it rests on"),
            Kind.LINKS,
            to="insight",
            form=Form.QUICK,
            privacy=Privacy.NONE,
        ),
        Field(
            "to_org",
            N_("Who should answer"),
            Kind.LINK,
            to="organisation",
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("May be us"),
        ),
        Field(
            "status",
            N_("Where it has got to"),
            Kind.CHOICE,
            vocab="you_said_status",
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("That people were told has a date of its own, below"),
            leaves=True,
        ),
        Field("engagement", N_("Piece of asking"), Kind.LINK, to="engagement", privacy=Privacy.NONE),
        Field(
            "asked_on",
            N_("Asked on"),
            Kind.DATE,
            privacy=Privacy.NONE,
            help=N_("When planned: the day they named"),
            leaves=True,
        ),
        Field(
            "due_on",
            N_("Answer due"),
            Kind.DATE,
            privacy=Privacy.NONE,
            help=N_("When planned: the day they named"),
            leaves=True,
        ),
        Field(
            "answer",
            N_("Their answer"),
            Kind.NOTE,
            privacy=Privacy.NONE,
            help=N_("“We did not, because” is an answer"),
            leaves=True,
        ),
        Field(
            "reason_no",
            N_("Why not"),
            Kind.NOTE,
            privacy=Privacy.NONE,
            help=N_("“We did not, because” is an answer"),
            leaves=True,
        ),
        Field(
            "changed",
            N_("What changed"),
            Kind.NOTE,
            privacy=Privacy.NONE,
            help=N_("Both needed to count as impact"),
            leaves=True,
        ),
        Field(
            "evidence",
            N_("How we know"),
            Kind.NOTE,
            privacy=Privacy.NONE,
            help=N_("Both needed to count as impact"),
            leaves=True,
        ),
        Field("decision_ref", N_("Decision or minute"), Kind.TEXT, privacy=Privacy.NONE, leaves=True),
        Field(
            "told_on",
            N_("People told on"),
            Kind.DATE,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("Stops the feedback clock"),
            leaves=True,
        ),
        Field(
            "told_how",
            N_("How"),
            Kind.CHOICES,
            vocab="contact_channel",
            form=Form.QUICK,
            privacy=Privacy.NONE,
            help=N_("Stops the feedback clock"),
            leaves=True,
        ),
        Field(
            "told_whom",
            N_("Whom we told"),
            Kind.CHOICES,
            vocab="own:community",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "tsm",
            N_("Tenant measure it supports"),
            Kind.CHOICES,
            vocab="tsm_relevant",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "from_reply",
            N_("Filled by this reply"),
            Kind.TEXT,
            form=Form.AUTO,
            privacy=Privacy.NONE,
            help=N_("Digest of the signed reply"),
        ),
        *SHARED,
    ),
    (
        _told_is_a_day_not_a_state,
        in_order(
            "asked_on",
            "due_on",
            N_("The answer is due before anybody was asked. Is it right?"),
            asked=True,
        ),
        in_order(
            "asked_on",
            "told_on",
            N_("People were told before anybody was asked. Is it right?"),
            asked=True,
        ),
    ),
)
