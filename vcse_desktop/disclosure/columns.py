"""One measure of one table: which of its numbers count whom, and within what it lies."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product

from vcse_desktop.figures.table import TOTAL, Counted, FigureTable, Measure, Period

Leaf = tuple[str, ...]
Strand = tuple[str, Period]
"""What is counted and when: the same in every table of a universe."""


@dataclass(slots=True)
class Column:
    """One measure of one table; every row of it is one bit in the mask of a group.

    ``cells`` has the numbers that count whoever stands under these codes of the table, ``leaves`` those that
    count whoever has these leaves: where the table joins leaves into bands, a reader knows which.
    """

    table: FigureTable
    measure: Measure
    bits: dict[Leaf, int] = field(default_factory=dict)
    cells: dict[Leaf, int] = field(default_factory=dict)
    leaves: dict[Leaf, int] = field(default_factory=dict)

    def start(self, first: int) -> None:
        """Give the rows their bits, from this one on, and note the cells that each leaf lies in."""
        self.bits = {row: 1 << first + n for n, row in enumerate(self.table.rows())}
        for codes in product(*self.table.codes):
            mask = joined(self.bits.get(row, 0) for row in product(*((c.code, TOTAL) for c in codes)))
            self.cells[tuple(code.code for code in codes)] = mask
            self.leaves |= dict.fromkeys(product(*(code.leaves for code in codes)), mask)

    @property
    def strand(self) -> Strand:
        return self.measure.code, self.table.period

    @property
    def dimensions(self) -> tuple[str, ...]:
        return tuple(dimension.code for dimension in self.table.kind.dimensions)

    def entries(self) -> list[Counted]:
        return [c for c in self.table.counted if c.measure == self.measure.code]

    def mask(self, counted: Counted) -> int:
        """Return the cells that count this entry."""
        return joined(self.cells[leaf] for leaf in counted.codes)

    def values(self) -> dict[Leaf, int]:
        """Return the true number of every row."""
        sums = dict.fromkeys(self.bits, 0)
        masks = [(self.mask(counted), counted.amount) for counted in self.entries()]
        return {row: sum(n for mask, n in masks if mask & self.bits[row]) for row in sums}


def entries(columns: list[Column]) -> list[tuple[Column, Counted]]:
    """Return everything that is counted, each with its column."""
    return [(column, counted) for column in columns for counted in column.entries()]


def above(strand: Strand, columns: list[Column]) -> frozenset[Strand]:
    """Return this strand and all that count whatever it counts: what it is within, and longer periods."""
    code, period = strand
    outer = {(c.measure.within, period) for c in columns if c.strand == strand}
    outer |= {c.strand for c in columns if c.measure.code == code and _longer(c.table.period, period)}
    known = {column.strand for column in columns}
    return frozenset({strand}).union(*(above(s, columns) for s in outer & known))


def _longer(period: Period, other: Period) -> bool:
    return period != other and other.start in period and other.end in period


def joined(masks: Iterable[int]) -> int:
    """Return the cells of all of these masks."""
    mask = 0
    for more in masks:
        mask |= more
    return mask
