"""One thing that a page says of a record, which one presses to see it; and several under one heading."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence, what is said under it ("" for nothing), and the record that it opens."""

    words: str
    under: str
    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class Group:
    """Points under a heading, which say together what the heading is about."""

    title: str
    points: tuple[Point, ...]
