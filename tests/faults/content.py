"""What a faultless store holds after so many units of work, and what is wrong with one that holds another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

Line = tuple[object, ...]
"""A row as the judge sees it: the name of its person first, then its values."""
MOST = 50_000
"""More units than any test makes, on a quick computer, too."""


@dataclass(frozen=True, slots=True)
class Add:
    """A unit that adds a person, a session and an hour."""

    name: str
    note: str
    came: int
    said: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A unit that changes the person and the session of the unit before it."""

    name: str
    phone: str
    came: int


@dataclass(frozen=True, slots=True)
class Rows:
    """All that a store holds, oldest first: (name, note, phone), (name, came) and (name, said)."""

    people: Sequence[Line]
    sessions: Sequence[Line]
    hours: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Found:
    """What a store was found to hold: so many whole units, or ``half`` of one, or what nobody wrote."""

    units: int
    half: bool = False
    wrong: bool = False


@cache
def unit(number: int) -> Add | Edit:
    """Return what unit ``number`` does, beginning with 1: two add, the third edits."""
    if number % 3 == 0:
        return Edit(f"n{number - 1}", f"{number}", 1000 + number)
    chance = Random(number)  # noqa: S311
    return Add(f"n{number}", "y" * chance.randrange(400), number, "t" * chance.randrange(3000))


def after(units: int) -> Rows:
    """Return what is there after so many units."""
    adds = {one.name: one for number in range(1, units + 1) if isinstance(one := unit(number), Add)}
    edits = {one.name: one for number in range(1, units + 1) if isinstance(one := unit(number), Edit)}
    return Rows(
        [(name, add.note, edits[name].phone if name in edits else None) for name, add in adds.items()],
        [(name, edits[name].came if name in edits else add.came) for name, add in adds.items()],
        [(name, add.said) for name, add in adds.items()],
    )


def judged(rows: Rows) -> Found:
    """Say what these rows are: so many whole units, half of one, or what nobody has written."""
    newest = max((_newest(name, phone) for name, _, phone in rows.people), default=0)
    if newest <= MOST and after(newest) == rows:
        return Found(newest)
    if newest > MOST or not all(_written(rows)):
        return Found(0, wrong=True)
    return Found(newest, half=True)


def _newest(name: object, phone: object) -> int:
    texts = (str(phone), str(name).removeprefix("n"))
    return next((int(text) for text in texts if text.isascii() and text.isdigit()), 0)


def _written(rows: Rows) -> Iterator[bool]:
    """Say of each row whether some unit has written it; a person who is missing is half a unit."""
    for name, note, phone in rows.people:
        match _unit_of(name):
            case Add() as add, later:
                yield note == add.note and phone in (None, later.phone if later else None)
            case _:
                yield False
    for name, came in rows.sessions:
        match _unit_of(name):
            case Add() as add, later:
                yield came in (add.came, later.came if later else None)
            case _:
                yield name is None
    for name, said in rows.hours:
        match _unit_of(name):
            case Add() as add, _:
                yield said == add.said
            case _:
                yield name is None


def _unit_of(name: object) -> tuple[Add | Edit, Edit | None] | None:
    number = _newest(name, None)
    if not 0 < number <= MOST or name != f"n{number}":
        return None
    later = unit(number + 1)
    return unit(number), later if isinstance(later, Edit) else None
