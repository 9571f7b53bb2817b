"""Which fields tell the records of a kind apart in a list, where the order of its form would not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from vcse_desktop.i18n import N_, ngettext

First = Sequence[str]
"""Fields of which the first that is filled is said."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What is said in the title and on the second line. ``named`` are fields said with what they are."""

    title: Sequence[First]
    second: Sequence[First]
    named: frozenset[str] = frozenset()


TELLING: Mapping[str, Telling] = {
    "person": Telling((("known_as",),), (("roles",),)),  # who looks after somebody is for nobody's shoulder
    "support": Telling(
        (("date",), ("person", "who_hint")),
        (("what",), ("who_for",), ("next_step",)),
        frozenset({"next_step"}),
    ),
    "connection": Telling(
        (("offer", "wish", "kind"),),
        (("kind",), ("offer_person",), ("wish_person",), ("state",), ("made_on", "checked_on")),
        frozenset({"offer_person", "wish_person", "made_on", "checked_on"}),
    ),
    "capacity_support": Telling(
        (("direction",), ("what",)),
        (("from_org",), ("to_org",), ("for_whom",), ("given_on", "asked_on")),
        frozenset({"from_org", "to_org", "for_whom", "given_on", "asked_on"}),
    ),
    "review": Telling(
        (("activity", "engagement", "whole"), ("reviewed_on", "period_to", "period_from")),
        (("worked", "not_worked", "next_time"),),
        frozenset({"worked", "not_worked", "next_time"}),
    ),
    "engagement": Telling(
        (("question",),),
        (("decision",), ("decision_maker",), ("opens",)),
        frozenset({"decision_maker", "opens"}),
    ),
    "session": Telling(
        (("activity",), ("date",)),
        (("people_n", "status"), ("helpers_n",)),
        frozenset({"people_n", "helpers_n"}),
    ),
    "time_given": Telling(
        (("person", "helpers_n"), ("hours",)),
        (("activity", "session"), ("date",), ("certainty",)),
    ),
    "insight": Telling((("words",),), (("kind",), ("heard_on",)), frozenset({"heard_on"})),
}
WHOLE = {"whole": N_("Everything we did")}
"""What a field that says yes is in a title."""
COUNTED: Mapping[str, Callable[[int], str]] = {
    "helpers_n": lambda n: ngettext("{n} person without a name", "{n} people without a name", n)
}
"""What a number of people is where it is not said with what it is."""
