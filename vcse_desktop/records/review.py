"""What we keep of looking back: what worked, what did not, and what to do next time."""

from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Form, Kind, Privacy, RecordKind
from vcse_desktop.records.rules import in_order, one_of
from vcse_desktop.records.shared import SHARED

REVIEW = RecordKind(
    "review",
    N_("Review"),
    (
        Field(
            "activity",
            N_("About this activity"),
            Kind.LINK,
            to="activity",
            form=Form.QUICK,
            privacy=Privacy.NONE,
        ),
        Field(
            "engagement",
            N_("About this piece of asking"),
            Kind.LINK,
            to="engagement",
            form=Form.QUICK,
            privacy=Privacy.NONE,
        ),
        Field(
            "whole",
            N_("About everything we did"),
            Kind.YES_NO_UNKNOWN,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "period_from",
            N_("From"),
            Kind.DATE,
            privacy=Privacy.NONE,
            help=N_("For “everything we did”"),
            leaves=True,
        ),
        Field(
            "period_to",
            N_("To"),
            Kind.DATE,
            privacy=Privacy.NONE,
            help=N_("For “everything we did”"),
            leaves=True,
        ),
        Field(
            "worked",
            N_("What worked"),
            Kind.NOTE,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "not_worked",
            N_("What did not"),
            Kind.NOTE,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "next_time",
            N_("Next time"),
            Kind.NOTE,
            form=Form.QUICK,
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field(
            "reviewed_by",
            N_("Who looked back"),
            Kind.CHOICES,
            vocab="reviewer",
            privacy=Privacy.NONE,
            leaves=True,
        ),
        Field("reviewed_on", N_("On"), Kind.DATE, privacy=Privacy.NONE, leaves=True),
        Field(
            "their_words",
            N_("What they said, as a body"),
            Kind.NOTE,
            privacy=Privacy.NONE,
            help=N_("Do not use a person's name"),
            leaves=True,
        ),
        Field("shared_with", N_("Shared with"), Kind.LINKS, to="organisation", privacy=Privacy.NONE),
        Field(
            "learned_from",
            N_("Learned from"),
            Kind.TEXT,
            privacy=Privacy.NONE,
            help=N_("Another group or guide"),
            leaves=True,
        ),
        *SHARED,
    ),
    (
        one_of(
            "activity",
            "engagement",
            "whole",
            message=N_("Say what this is about: an activity, a piece of asking, or everything we did."),
        ),
        one_of(
            "worked",
            "not_worked",
            "next_time",
            message=N_("Write at least one: what worked, what did not, or next time."),
        ),
        in_order("period_from", "period_to", N_("The end lies before the beginning.")),
    ),
)
