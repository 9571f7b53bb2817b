"""What we keep of an offer and a wish, and of bringing the two together."""

from collections.abc import Iterable

from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Form, Kind, Privacy, Problem, RecordKind, Values
from vcse_desktop.records.rules import one_of
from vcse_desktop.records.shared import SHARED

SIDES = ("offer", "wish")
UNASKED = N_("Nobody is introduced before they have agreed. Fill in the day.")


def _nobody_is_introduced_unasked(values: Values) -> Iterable[Problem]:
    """Two people who are introduced have both agreed; otherwise whoever is named has."""
    if values.get("made_on") or values.get("state") in ("introduced", "going"):
        for side in unasked(values):
            yield Problem(f"{side}_agreed", UNASKED, history=True)


def takes_part(values: Values, side: str) -> bool:
    """Say whether somebody on this side ("offer" or "wish") would have to agree to an introduction."""
    return values.get("kind") == "introduction" or bool(values.get(f"{side}_person"))


def unasked(values: Values) -> list[str]:
    """Return the sides on which somebody would have to agree and has not."""
    return [side for side in SIDES if takes_part(values, side) and not values.get(f"{side}_agreed")]


CONNECTION = RecordKind(
    "connection",
    N_("Connection"),
    (
        Field(
            "kind", N_("Kind"), Kind.CHOICE, vocab="connection_kind", form=Form.QUICK, privacy=Privacy.NONE
        ),
        Field("offer", N_("What is offered"), Kind.TEXT, form=Form.QUICK),
        Field("wish", N_("What is wished for"), Kind.TEXT, form=Form.QUICK),
        Field("offer_person", N_("Who offers"), Kind.LINK, to="person", form=Form.QUICK),
        Field("wish_person", N_("Who wishes"), Kind.LINK, to="person", form=Form.QUICK),
        Field(
            "state",
            N_("Where it has got to"),
            Kind.CHOICE,
            vocab="connection_state",
            form=Form.QUICK,
            privacy=Privacy.NONE,
        ),
        Field(
            "offer_agreed",
            N_("Offerer agreed on"),
            Kind.DATE,
            help=N_("No introduction before both are filled"),
        ),
        Field(
            "wish_agreed",
            N_("Wisher agreed on"),
            Kind.DATE,
            help=N_("No introduction before both are filled"),
        ),
        Field("to_org", N_("Passed to"), Kind.LINK, to="organisation", privacy=Privacy.NONE),
        Field(
            "outcome", N_("Did they get there?"), Kind.CHOICE, vocab="handover_outcome", privacy=Privacy.NONE
        ),
        Field("made_on", N_("Introduced"), Kind.DATE, privacy=Privacy.NONE),
        Field("checked_on", N_("Checked"), Kind.DATE, privacy=Privacy.NONE),
        Field("ended_on", N_("Ended"), Kind.DATE, privacy=Privacy.NONE),
        Field("going", N_("How it goes"), Kind.TEXT),
        Field("ended_why", N_("Why it ended"), Kind.CHOICE, vocab="close_reason"),
        *SHARED,
    ),
    (
        one_of("offer", "wish", message=N_("Write what is offered, or what is wished for.")),
        _nobody_is_introduced_unasked,
    ),
)
