"""What one record adds to one measure, and how tables of every shape are made from that."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vcse_desktop.figures.table import Counted, Measure, Note, TableKind, Unit

Codes = tuple[str, ...]
At = Mapping[str, str]
"""Where it stands: for each dimension that its measure is broken down by, a code."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An amount of a measure that a member adds at one place; the words are those of ``Counted``.

    A member may have several facts: time adds up, anything else is the same thing standing in several places.
    """

    measure: str
    member: int
    at: At
    amount: int = 1
    heads: int = 1
    giver: int = 0


@dataclass(frozen=True, slots=True)
class Touched:
    """A counting rule that touched a measure in a way that the numbers alone do not show."""

    measure: str
    note: Note


def counted(kind: TableKind, facts: Mapping[str, Iterable[Fact]]) -> tuple[Counted, ...]:
    """Return what the cells of a table count, from the facts of each measure.

    They stand in one order whatever the order of the facts.
    """
    wanted = [(measure, code) for measure in kind.measures for code in (measure.code, measure.rest) if code]
    return tuple(each for measure, code in wanted for each in _column(kind, measure, code, facts[code]))


def _column(kind: TableKind, measure: Measure, code: str, facts: Iterable[Fact]) -> list[Counted]:
    """Time adds up where it stands; anything else is one thing, in all the places where it stands."""
    timed = measure.unit is Unit.PERSON_HOURS
    places: dict[tuple[int, Codes], set[Codes]] = defaultdict(set)
    amounts: dict[tuple[int, Codes], int] = defaultdict(int)
    first: dict[tuple[int, Codes], Fact] = {}
    for fact in facts:
        codes = tuple(fact.at[dimension.code] for dimension in kind.dimensions)
        one = (fact.member, codes if timed else ())
        places[one].add(codes)
        amounts[one] = fact.amount + amounts[one] * timed
        first.setdefault(one, fact)
    return [
        Counted(code, one[0], amounts[one], frozenset(places[one]), fact.heads, fact.giver)
        for one, fact in sorted(first.items(), key=lambda item: item[0])
        if amounts[one]
    ]
