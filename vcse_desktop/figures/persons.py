"""Which persons are one: the only place that follows ``merged_into``."""

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


def _head(head: dict[int, int], person: int) -> int:
    while head.setdefault(person, person) != person:
        person = head[person]
    return person
