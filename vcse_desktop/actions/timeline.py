"""All that happened with somebody or something, day by day, the newest first: of whom, of what, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vcse_desktop.actions import asking_days, days_with, days_with_partner
from vcse_desktop.actions.happening import Happened
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.actions.standing import members_only
from vcse_desktop.store.vault import Vault

PAGE = 50
"""How many are shown at a time."""
SHOWS = frozenset(
    "person organisation activity engagement session time_given support insight consent connection response"
    " review capacity_support role".split()
)
"""The kinds of record that stand on a timeline, or are named there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: the day ("" where nobody noted it), the record, and a sentence."""

    day: str
    kind: str
    id: int
    words: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Some of what happened, and how much there is altogether."""

    entries: Sequence[Entry]
    found: int


WAYS = {
    "person": days_with.person,
    "organisation": days_with_partner.organisation,
    "activity": days_with.activity,
    "engagement": asking_days.engagement,
}
"""How what happened with each kind of record is gathered."""


def timeline(
    vault: Vault, about: tuple[str, int], language: str, skip: int = 0, most: int = PAGE
) -> Timeline:
    """Return a page of what happened with a record, after so many that were shown before.

    Refused to a helper, but for an activity: of that they see sessions and hours alone.
    """
    kind, record = about
    if kind != "activity":
        members_only(vault)
    happened = vault.at_once(lambda: in_order(WAYS[kind](vault, record)))
    page = happened[skip : skip + most]
    return Timeline(said(vault, page, language), len(happened))


def in_order(happened: Iterable[Happened]) -> list[Happened]:
    """Return what happened, the newest first, of one day what was noted last; what has no day stands last."""
    return sorted(reversed(list(happened)), key=lambda one: (one.day, one.id), reverse=True)


def said(vault: Vault, happened: Sequence[Happened], language: str, *, brief: bool = False) -> list[Entry]:
    """Return what happened in words; ``brief`` is for whoever looks over a shoulder: nothing of their own."""
    says = Sayings(vault, language)
    named: dict[str, list[Mapping[str, object]]] = {}
    for one in happened:
        named.setdefault(one.kind, []).append(one.row)
    for kind, rows in named.items():
        says.meet(kind, rows)
    return [Entry(one.day, one.kind, one.id, one.words(says, brief=brief)) for one in happened]
