"""What one record adds to one measure, and how tables of every shape are made from that."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vcse_desktop.figures.table import Counted, Note, TableKind, Unit

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


def counted(kind: TableKind, facts: Iterable[Fact]) -> tuple[Counted, ...]:
    """Return what the cells of a table count, in one order whatever the order of the records."""
    units = {measure.code: measure.unit for measure in kind.measures}
    order = list(units)
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.amount and fact.measure in units:
            apart = units[fact.measure] is Unit.PERSON_HOURS and _codes(kind, fact)
            groups[fact.measure, fact.member, apart].append(fact)
    made = [_counted(kind, group) for group in groups.values()]
    return tuple(sorted(made, key=lambda one: (order.index(one.measure), one.member, sorted(one.codes))))


def _counted(kind: TableKind, group: Sequence[Fact]) -> Counted:
    one = group[0]
    timed = any(m.code == one.measure and m.unit is Unit.PERSON_HOURS for m in kind.measures)
    amount = sum(fact.amount for fact in group) if timed else one.amount
    codes = frozenset(_codes(kind, fact) for fact in group)
    return Counted(one.measure, one.member, amount, codes, one.heads, one.giver)


def _codes(kind: TableKind, fact: Fact) -> tuple[str, ...]:
    return tuple(fact.at[dimension.code] for dimension in kind.dimensions)
