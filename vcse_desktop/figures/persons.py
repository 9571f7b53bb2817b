"""Which persons are one: the only place that follows ``merged_into``."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from vcse_desktop.figures.gathering import Row
from vcse_desktop.figures.reading import ident, number


def resolved(persons: Iterable[Row]) -> Mapping[int, int]:
    """Return, for each living person, the smallest id among all living persons joined to them."""
    rows = sorted(persons, key=ident)
    head = {ident(row): ident(row) for row in rows}
    for row in rows:
        into = number(row, "merged_into")
        if into is not None:
            head[_head(head, ident(row))] = _head(head, into)
    groups: dict[int, int] = {}
    for row in rows:  # in order of id, so the first of each group that lives stands for it
        groups.setdefault(_head(head, ident(row)), ident(row))
    return {ident(row): groups[_head(head, ident(row))] for row in rows}


def joined(persons: Iterable[Row]) -> Mapping[int, frozenset[int]]:
    """Return the ids of all that were joined to somebody by the id that stands for them, removed ones too."""
    rows, near = list(persons), defaultdict[int, set[int]](set)
    for row in rows:
        into = number(row, "merged_into")
        if into is not None:
            near[ident(row)].add(into)
            near[into].add(ident(row))
    found = {}
    for stands in set(resolved(rows).values()) & near.keys():
        group, fresh = {stands}, {stands}
        while fresh:
            fresh = {other for one in fresh for other in near[one]} - group
            group |= fresh
        found[stands] = frozenset(group - {stands})
    return found


def _head(head: dict[int, int], person: int) -> int:
    while head.setdefault(person, person) != person:
        person = head[person]
    return person
