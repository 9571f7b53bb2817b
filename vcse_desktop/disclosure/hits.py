"""What may point at somebody in a text: where it stands, of which kind it is, and how sure that is."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a stretch of text may be."""

    PERSON = "person"  # somebody on record
    NAME = "name"  # looks like the name of somebody who is not on record
    NHS = "nhs"
    NI = "ni"
    PHONE = "phone"
    POSTCODE = "postcode"
    EMAIL = "email"
    DATE = "date"
    NUMBER = "number"  # of a file, a car or anything else that has one owner
    ADDRESS = "address"
    PLACE = "place"  # smaller than a ward
    INDIRECT = "indirect"  # a description that fits one person
    FEW = "few"  # a small number beside people


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of a text. ``sure`` is False for what a person needs to judge."""

    start: int
    end: int
    kind: Kind
    sure: bool


def joined(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits in their order, those that overlap as one of the kind of the surest, then longest."""
    found: list[Hit] = []
    for hit in sorted(hits, key=lambda one: (one.start, -one.end)):
        if found and hit.start < found[-1].end:
            before = found.pop()
            best = max(
                before, hit, key=lambda one: (one.sure, one.end - one.start, one.kind is not Kind.NUMBER)
            )
            hit = Hit(before.start, max(before.end, hit.end), best.kind, best.sure)  # noqa: PLW2901
        found.append(hit)
    return found
