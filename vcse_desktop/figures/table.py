"""A table of figures: its rows and columns, and for every number what it counts and who is in it."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from itertools import product

from vcse_desktop.i18n import N_

TOTAL, NOT_RECORDED, NOT_ASKED = "total", "not_recorded", "not_asked"
RESERVED = (TOTAL, NOT_RECORDED, NOT_ASKED)
"""Codes that mean the same in every dimension."""
LABELS = {TOTAL: N_("Total"), NOT_RECORDED: N_("Not recorded"), NOT_ASKED: N_("Not asked")}


class Unit(Enum):
    """What a number counts; disclosure refuses a figure that does not say it."""

    PERSON = "person"
    ATTENDANCE = "attendance"
    PERSON_HOURS = "person_hours"  # in whole minutes until it is shown
    STATEMENT = "statement"
    QUOTE = "quote"
    EVENT = "event"
    ORGANISATION = "organisation"
    DAY = "day"  # how long something took: no sum of anything
    POUND = "pound"  # money that really moved, in whole pounds


THINGS = (Unit.EVENT, Unit.ORGANISATION, Unit.DAY, Unit.POUND)
"""What counts no people, and stays exact."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One column of numbers.

    Numbers of one ``universe`` can be subtracted from one another, across tables; "" means that nothing
    else counts the same. Everything counted in this measure is counted in the measure ``within`` too.
    ``heads`` names the measure of the same table that counts the people behind these hours, if it has one.
    ``rest`` is the code under which a table notes, and never prints, those who were looked at and are not
    among these: where they are few, to say how many these are would point at them.
    """

    code: str
    label: str
    unit: Unit
    universe: str = ""
    within: str = ""
    heads: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way to break a table down."""

    code: str
    label: str
    vocab: str = ""  # the list its codes come from; "" when the table brings them
    overlaps: bool = False  # one thing may stand under several codes, so there is no total row
    about_people: bool = False  # a place, or something about the person: statements by it are protected
    blank: str = ""  # the reserved code under which a blank stands; "" when there are no blanks
    ladder: "tuple[Step, ...]" = ()  # less and less detail, the total alone last
    own: "tuple[Code, ...]" = ()  # its codes where no list has them, the labels marked
    used: bool = False  # it has the codes that something stands under, and no others


@dataclass(frozen=True, slots=True)
class TableKind:
    """What a table is, whatever the period. Ids are permanent; another meaning makes another version."""

    id: str
    version: int
    title: str
    measures: tuple[Measure, ...]
    dimensions: tuple[Dimension, ...] = ()
    sensitive: bool = True


@dataclass(frozen=True, slots=True)
class Period:
    """Both days are inside."""

    start: date
    end: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class Code:
    """One leaf of a dimension, in the group's own words; or a band of the leaves that it ``holds``.

    ``within`` is the band that a leaf goes into, where that is not the same in every table.
    """

    code: str
    label: str
    holds: tuple[str, ...] = ()
    within: "Code | None" = field(default=None, compare=False)

    @property
    def leaves(self) -> tuple[str, ...]:
        """The codes of all leaves in it, which readers know."""
        return self.holds or (self.code,)


@dataclass(frozen=True, slots=True)
class Step:
    """One step to less detail: what is offered, and what the report then says of the table.

    Leaves go into the ``bands`` that hold them, or each ``within`` its own; the others stay as they are.
    With neither only the total is left. Codes are permanent.
    """

    code: str
    offer: str
    said: str
    bands: tuple[Code, ...] = ()
    within: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """What one person, session, contact … adds to one measure.

    ``codes`` holds one tuple of leaf codes (in the order of the table's dimensions) for each place in the
    table where it counts. A person has amount 1 and may have several, and so has what was said; a session
    or a contact has one; helpers who gave time over some months stand in each of them. Time is in minutes,
    each row of time once for each place; ``heads`` is how many people gave it, ``giver`` the one who is
    named (0: nobody is), so that all the hours of one person can be seen together.
    """

    measure: str
    member: int
    amount: int
    codes: frozenset[tuple[str, ...]]
    heads: int = 1
    giver: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A counting rule that touched these figures: its number, and a marked sentence with its values.

    Number 0 is no rule: it says that this very table is in less detail.

    A note leaves with the table and is never hidden, so its values count no people and no hours.
    """

    rule: int
    sentence: str
    values: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class FigureTable:
    """True figures for one period. They never leave: ``disclosure`` makes a protected table of them."""

    kind: TableKind
    period: Period
    codes: tuple[tuple[Code, ...], ...]
    counted: tuple[Counted, ...]
    notes: tuple[Note, ...] = field(default=())

    def rows(self) -> list[tuple[str, ...]]:
        """Return the codes of every row in vocabulary order, the total row last; () is the one row of a table
        without dimensions."""
        made: list[tuple[str, ...]] = [()]
        for dimension, leaves in zip(self.kind.dimensions, self.codes, strict=True):
            ends = [code.code for code in leaves]
            ends += [] if dimension.overlaps or TOTAL in ends else [TOTAL]
            made = [(*row, end) for row in made for end in ends]
        return made

    def members(self, measure: str, row: tuple[str, ...]) -> list[Counted]:
        """Return what this cell counts."""
        return [
            c for c in self.counted if c.measure == measure and any(inside(leaf, row) for leaf in c.codes)
        ]

    def value(self, measure: str, row: tuple[str, ...] = ()) -> int:
        """Return the true number of a cell; hours in minutes."""
        return sum(counted.amount for counted in self.members(measure, row))

    def cells(self) -> dict[tuple[str, tuple[str, ...]], int]:
        """Return the true number of every cell by its measure and row, all in one pass."""
        made = {(measure.code, row): 0 for row in self.rows() for measure in self.kind.measures}
        for counted in self.counted:
            rows = {row for leaf in counted.codes for row in product(*((code, TOTAL) for code in leaf))}
            for where in made.keys() & {(counted.measure, row) for row in rows}:
                made[where] += counted.amount
        return made


def inside(leaf: tuple[str, ...], row: tuple[str, ...]) -> bool:
    """Say whether a tuple of leaf codes lies in the row with these codes."""
    return all(code in (TOTAL, mine) for mine, code in zip(leaf, row, strict=True))
