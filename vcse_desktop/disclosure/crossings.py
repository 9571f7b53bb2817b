"""Which groups of people a reader must reckon with: crossings of codes, and what was really seen."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, combinations, islice, product
from math import prod

from vcse_desktop.figures.table import TOTAL, Counted, FigureTable, Measure, Period, Unit

CAP = 20_000
"""At most this many groups; one left out only narrows what a reader may believe, so it is always safe."""
_SUBSETS = 64
_AMOUNTS = (Unit.ATTENDANCE, Unit.PERSON_HOURS)  # one entry stands for many, who may differ elsewhere

Leaf = tuple[str, ...]
Strand = tuple[str, Period]
"""What is counted and when: the same in every table of a universe."""


@dataclass(slots=True)
class Column:
    """One measure of one table; every row of it is one bit in the mask of a group."""

    table: FigureTable
    measure: Measure
    bits: dict[Leaf, int] = field(default_factory=dict)
    cells: dict[Leaf, int] = field(default_factory=dict)

    def start(self, first: int) -> None:
        """Give the rows their bits, from this one on, and note the cells that each leaf lies in."""
        self.bits = {row: 1 << first + n for n, row in enumerate(self.table.rows())}
        for leaf in product(*([code.code for code in codes] for codes in self.table.codes)):
            ways = product(*((code, TOTAL) for code in leaf))
            self.cells[leaf] = sum(self.bits.get(row, 0) for row in ways)

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
        return _any(self.cells[leaf] for leaf in counted.codes)

    def values(self) -> dict[Leaf, int]:
        """Return the true number of every row."""
        sums = dict.fromkeys(self.bits, 0)
        masks = [(self.mask(counted), counted.amount) for counted in self.entries()]
        return {row: sum(n for mask, n in masks if mask & self.bits[row]) for row in sums}


def groups(columns: list[Column]) -> set[int]:
    """Return the groups of one universe, each as the mask of the cells that count it (0: none).

    A reader knows what is ``within`` what and that everyone has one code in each dimension, so other
    groups are only there where somebody was seen in them.
    """
    return set(islice(_crossed(columns), CAP)) | set(_observed(columns))


def _crossed(columns: list[Column]) -> Iterator[int]:
    closed = _closed(columns)
    sets = [[column for column in columns if column.strand in strands] for strands in closed]
    leaves: dict[str, dict[str, None]] = defaultdict(dict)
    for column in columns:
        for dimension, codes in zip(column.dimensions, column.table.codes, strict=True):
            leaves[dimension] |= dict.fromkeys(code.code for code in codes)
    if prod(len(codes) for codes in leaves.values()) * len(sets) <= CAP:
        crossings = product(*(codes or [""] for codes in leaves.values()))
        return (_placed(dict(zip(leaves, c, strict=True)), some) for c in crossings for some in sets)
    return (_placed(profile, some) for profile in _moved(columns) for some in sets)


def _placed(profile: dict[str, str], columns: list[Column]) -> int:
    """Return the cells that count a person with these codes, 0 when a table has no room for them."""
    masks = [
        column.cells.get(tuple(profile.get(code, "") for code in column.dimensions), 0) for column in columns
    ]
    return _any(masks) if all(masks) else 0


def _moved(columns: list[Column]) -> Iterator[dict[str, str]]:
    """Yield the codes of those seen, and those with the codes of one table changed: for big universes."""
    seen: dict[int, dict[str, str]] = defaultdict(dict)
    for column, counted in _entries(columns):
        seen[counted.member] |= dict(zip(column.dimensions, min(counted.codes), strict=True))
    kinds = {column.dimensions: sorted(column.cells) for column in columns}
    for profile in list({tuple(sorted(p.items())): p for p in seen.values()}.values()):
        for dimensions, crossings in kinds.items():
            yield from (profile | dict(zip(dimensions, leaf, strict=True)) for leaf in crossings)


def _closed(columns: list[Column]) -> list[frozenset[Strand]]:
    """Return the sets of strands that one person can be counted in."""
    strands = list(dict.fromkeys(column.strand for column in columns))
    picks = chain.from_iterable(combinations(strands, n + 1) for n in range(len(strands)))
    above = {strand: _above(strand, columns) for strand in strands}
    sets = (_union(above[strand] for strand in pick) for pick in islice(picks, 16 * _SUBSETS))
    return list(islice(dict.fromkeys(sets), _SUBSETS))


def _above(strand: Strand, columns: list[Column]) -> frozenset[Strand]:
    """Return this strand and all that count whatever it counts: what it is within, and longer periods."""
    code, period = strand
    outer = {(c.measure.within, period) for c in columns if c.strand == strand}
    outer |= {c.strand for c in columns if c.measure.code == code and _longer(c.table.period, period)}
    known = {column.strand for column in columns}
    return _union([frozenset({strand}), *(_above(s, columns) for s in outer & known)])


def _longer(period: Period, other: Period) -> bool:
    return period != other and other.start in period and other.end in period


def _observed(columns: list[Column]) -> Iterator[int]:
    members = defaultdict(list)
    for column, counted in _entries(columns):
        members[counted.member].append((column, counted))
    for entries in members.values():
        if entries[0][0].measure.unit in _AMOUNTS:
            yield from _many(entries, columns)
        else:
            yield _any(column.mask(counted) for column, counted in entries)


def _many(entries: list[tuple[Column, Counted]], columns: list[Column]) -> Iterator[int]:
    """Yield enough groups to place all that one entry stands for, the larger counts around the smaller.

    Where it has parts in several places of one table (time over some months), each is a place of its own.
    """
    parts: dict[Strand, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    most: dict[Strand, int] = defaultdict(int)
    for column, counted in entries:
        parts[column.strand][id(column)].append(column.mask(counted))
        most[column.strand] = max(most[column.strand], counted.amount)
    order = sorted(parts, key=lambda strand: (-most[strand], len(_above(strand, columns))))
    for n in range(len(order)):
        places = [masks for strand in order[: n + 1] for masks in parts[strand].values()]
        yield from (_any(combo) for combo in islice(product(*places), _SUBSETS))


def _entries(columns: list[Column]) -> list[tuple[Column, Counted]]:
    return [(column, counted) for column in columns for counted in column.entries()]


def _any(masks: Iterable[int]) -> int:
    mask = 0
    for more in masks:
        mask |= more
    return mask


def _union(sets: Iterable[frozenset[Strand]]) -> frozenset[Strand]:
    return frozenset().union(*sets)
