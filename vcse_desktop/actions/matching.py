"""Offers and wishes that are open, those that were brought together, and which may fit each other."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vcse_desktop.actions.standing import members_only
from vcse_desktop.actions.suggesting import folded
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import day, ident, number, text
from vcse_desktop.records.connection import SIDES, takes_part
from vcse_desktop.records.fields import Values
from vcse_desktop.store.conditions import Among, AnyOf, Blank, Condition
from vcse_desktop.store.ident import moment
from vcse_desktop.store.vault import Vault

KINDS = ("introduction", "group", "passed_to_us")
"""The kinds of connection that bring two together here; what is passed on has the full form."""
UNDER_WAY = ("introduced", "going")
OTHER = {"offer": "wish", "wish": "offer"}
_WORD, _STEM = re.compile(r"\w{3,}"), 4
_KNOWN = ("known_as", "merged_into", "availability", "strengths")
_OPEN: tuple[Condition, ...] = (
    AnyOf((Blank("state"), Among("state", ("offered",)))),
    AnyOf((Blank("kind"), Among("kind", KINDS))),
    *map(Blank, ("made_on", "ended_on", "to_org")),
)


@dataclass(frozen=True, slots=True)
class One:
    """An offer or a wish that is open. "" stands for what nobody wrote down.

    ``when`` is when that person can help, ``also`` what they are good at, ``person`` who stands for them.
    """

    id: int
    side: str
    who: str
    what: str
    since: date
    person: int = 0
    when: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of what was brought together. ``asked``: they have to agree before they are introduced."""

    code: str
    who: str
    what: str
    agreed: date | None
    asked: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """An offer and a wish that were brought together; ``made`` is the day on which they were introduced."""

    id: int
    offer: Side
    wish: Side
    made: date | None
    under_way: bool
    checked: date | None
    going: str

    @property
    def missing(self) -> list[Side]:
        """Those who have not agreed yet."""
        return [side for side in (self.offer, self.wish) if side.asked and side.agreed is None]


@dataclass(frozen=True, slots=True)
class Board:
    """What is open, the oldest first; and what was brought together, before it was introduced first."""

    offers: Sequence[One]
    wishes: Sequence[One]
    pairs: Sequence[Pair]


def board(vault: Vault) -> Board:
    """Return everything that is offered, wished for and brought together, and has not ended."""
    members_only(vault)
    return vault.at_once(lambda: _board(vault))


def fitting(one: One, others: Iterable[One]) -> list[One]:
    """Return those of the other side, the best fitting words first, then the oldest: a mere suggestion.

    A word that stands in few of them says more than one that stands in many. Nobody fits themselves.
    """
    fits = [other for other in others if not one.person or other.person != one.person]
    held = {other: _stems(f"{other.what} {other.also}") for other in fits}
    common = Counter(stem for stems in held.values() for stem in stems)
    wanted = _stems(f"{one.what} {one.also}")
    return sorted(fits, key=lambda other: -sum(1 / common[stem] for stem in wanted & held[other]))


def is_open(row: Values, side: str) -> bool:
    """Say whether a record is an offer, or a wish, to which nothing was joined yet."""
    other = OTHER[side]
    filled = (f"{other}", f"{other}_person", "made_on", "ended_on", "to_org")
    return (
        bool(row.get(side) or row.get(f"{side}_person"))
        and not any(row.get(code) for code in filled)
        and row.get("state") in (None, "offered")
        and row.get("kind") in (None, *KINDS)
    )


def _board(vault: Vault) -> Board:
    open_rows = vault.pick("connection", *_OPEN)
    under_way = vault.pick("connection", Among("state", UNDER_WAY), Blank("ended_on"), Blank("to_org"))
    people = _People(vault, [*open_rows, *under_way])
    ones = {side: [people.one(row, side) for row in open_rows if is_open(row, side)] for side in SIDES}
    single = {one.id for side in SIDES for one in ones[side]}
    both = [row for row in open_rows if ident(row) not in single]
    pairs = [people.pair(row) for row in both]
    pairs += sorted((people.pair(row) for row in under_way), key=_last_known)
    return Board(ones["offer"], ones["wish"], pairs)


def pair(vault: Vault, record: int) -> Pair | None:
    """Return what was brought together in one record; None when it is gone, or was parted again."""
    members_only(vault)
    row = vault.row("connection", record)
    if row is None or any(is_open(row, side) for side in SIDES):
        return None
    return _People(vault, [row]).pair(row)


def person_of(vault: Vault, row: Values, side: str) -> int:
    """Return who stands for the person on one side; 0 for nobody."""
    return _People(vault, [row]).head(row, side)


class _People:
    """The people whom some connections name; joined ones are one."""

    def __init__(self, vault: Vault, rows: Collection[Values]) -> None:
        named = {one for row in rows for side in SIDES if (one := number(row, f"{side}_person"))}
        found = vault.joined("person", "merged_into", named, _KNOWN)
        self._rows: Mapping[int, Values] = {ident(row): row for row in found}
        self._heads = resolved(found)

    def head(self, row: Values, side: str) -> int:
        """Return who stands for the person on one side; 0 for nobody."""
        named = number(row, f"{side}_person") or 0
        return self._heads.get(named, named)

    def one(self, row: Values, side: str) -> One:
        """Return an offer or a wish."""
        head = self.head(row, side)
        known, since = self._rows.get(head, {}), moment(ident(row)).astimezone().date()
        who, when, also = (text(known, code) for code in ("known_as", "availability", "strengths"))
        return One(ident(row), side, who, text(row, side), since, head, when, also)

    def pair(self, row: Values) -> Pair:
        """Return what was brought together."""
        offer, wish = (self._side(row, side) for side in SIDES)
        under_way = text(row, "state") in UNDER_WAY or day(row, "made_on") is not None
        days = {code: day(row, code) for code in ("made_on", "checked_on")}
        going = text(row, "going")
        return Pair(ident(row), offer, wish, days["made_on"], under_way, days["checked_on"], going)

    def _side(self, row: Values, side: str) -> Side:
        who = text(self._rows.get(self.head(row, side), {}), "known_as")
        asked = takes_part({**row, "kind": row.get("kind") or "introduction"}, side)
        return Side(side, who, text(row, side), day(row, f"{side}_agreed"), asked)


def _last_known(one: Pair) -> tuple[date, int]:
    return max(one.checked or date.min, one.made or date.min), one.id


def _stems(words: str) -> set[str]:
    """Return the beginnings of the words, so that driving fits drive."""
    return {word[:_STEM] for word in _WORD.findall(folded(words))}
