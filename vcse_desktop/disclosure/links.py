"""What is known of numbers before they are read: which lies within which, and which add up to which."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile

from vcse_desktop.disclosure.printed import JOIN, MONTH, Printed, Row, Where, universe, where_of
from vcse_desktop.figures.table import TOTAL, Dimension, Measure, TableKind, Unit

MOST = 40_000
"""So many links at most: packs come from strangers."""
_ONE_EACH = "activity"
"""What is no person is at one activity alone, also in tables of people, who may be at several."""
_SPANNING = "helpers"
"""Helpers who gave time over some months are counted in each of them."""
Sum = tuple[tuple[tuple[Where, int], ...], int | None, int | None]
"""Numbers with what each is taken times, and the least and the most of their sum."""


@dataclass(slots=True)
class Links:
    """``inside`` names what each number lies within, one step up; ``sums`` are what adds up.

    ``whole`` is False when there were more links than can be looked at.
    """

    inside: dict[Where, set[Where]] = field(default_factory=lambda: defaultdict(set))
    sums: list[Sum] = field(default_factory=list)
    whole: bool = True
    count: int = 0

    def lies(self, inner: Where, outer: Where) -> None:
        """Note that whoever is counted in the one is counted in the other."""
        if inner != outer and self._room(1):
            self.inside[inner].add(outer)

    def adds(self, whole: Where, parts: Sequence[Where], low: int | None, high: int | None) -> None:
        """Note between what the whole less all its parts lies."""
        if self._room(len(parts)):
            self.sums.append((((whole, 1), *((part, -1) for part in parts)), low, high))

    def _room(self, more: int) -> bool:
        self.whole = self.whole and self.count + more <= MOST
        self.count += more if self.whole else 0
        return self.whole


def links(tables: Sequence[Printed], name: str, kinds: Iterable[TableKind]) -> Links:
    """Return what holds between the numbers of one universe; ``kinds`` are all tables that there are."""
    found, made = list(kinds), Links()
    measures = {m.code: m for kind in found for m in kind.measures if universe(kind, m) == name}
    known: set[Where] = set()
    for table in tables:
        for measure in table.kind.measures:
            if universe(table.kind, measure) == name:
                known |= _broken_down(table, measure, made)
    one_day = {
        m.code
        for kind in found
        for m in kind.measures
        if m.unit is not Unit.PERSON
        and m.universe != _SPANNING
        and MONTH in {d.code for d in kind.dimensions}
    }
    _in_time(known, one_day, made)
    _in_bands(
        known, {(m.code, d.code): _apart(m, d) for k in found for m in k.measures for d in k.dimensions}, made
    )
    for where in sorted(known):
        outer = next((w for w in _wider(where, measures) if w in known), None)
        if outer:
            made.lies(where, outer)
    return made


def _wider(where: Where, measures: Mapping[str, Measure]) -> Iterator[Where]:
    """Yield the same in the measures that this one lies within, nearest first."""
    code, seen = where.measure, set[str]()
    while code in measures and code not in seen:
        seen.add(code)
        code = measures[code].within
        yield Where(code, where.start, where.end, where.codes)


def _broken_down(table: Printed, measure: Measure, made: Links) -> set[Where]:
    """Note how the rows of one column add up, and return all that they count."""
    rows = [row for row, code in table.cells if code == measure.code and where_of(table, measure, row)]
    for place, dimension in enumerate(table.kind.dimensions):
        if dimension.code == MONTH:  # months are days like any others
            continue
        lines: dict[Row, list[Row]] = defaultdict(list)
        for row in rows:
            if row[place] != TOTAL:
                lines[(*row[:place], TOTAL, *row[place + 1 :])].append(row)
        longest = len({row[place] for row in rows} - {TOTAL})
        for total, line in lines.items():
            whole, parts = (_wheres(table, measure, some) for some in ([total], line))
            for part in parts:
                made.lies(part, whole[0])
            complete, apart = len(parts) == longest, _apart(measure, dimension)
            if complete or apart:
                made.adds(whole[0], parts, 0 if apart else None, 0 if complete else None)
    return set(_wheres(table, measure, rows))


def _wheres(table: Printed, measure: Measure, rows: Iterable[Row]) -> list[Where]:
    return [where for row in rows if (where := where_of(table, measure, row))]


def _apart(measure: Measure, dimension: Dimension) -> bool:
    one_each = measure.unit is not Unit.PERSON and dimension.code == _ONE_EACH
    return one_each or not dimension.overlaps


def _in_bands(known: set[Where], apart: Mapping[tuple[str, str], bool], made: Links) -> None:
    """Note what lies within a code that stands for several others, and how these add up to it."""
    for band in sorted(known):
        for place, (dimension, code) in enumerate(band.codes):
            leaves = code.split(JOIN)
            others = band.codes[:place], band.codes[place + 1 :]
            parts = [replace(band, codes=(*others[0], (dimension, leaf), *others[1])) for leaf in leaves]
            there = [part for part in parts if part in known and part != band]
            for part in there:
                made.lies(part, band)
            complete, one_each = len(there) == len(leaves), apart.get((band.measure, dimension), False)
            if there and (complete or one_each):
                made.adds(band, there, 0 if one_each else None, 0 if complete else None)


def _in_time(known: set[Where], one_day: set[str], made: Links) -> None:
    """Note which days lie within which, and which add up: all that has one day of its own does."""
    alike: dict[tuple[str, tuple[tuple[str, str], ...]], list[Where]] = defaultdict(list)
    for where in sorted(known):
        alike[where.measure, where.codes].append(where)
    pairs = ((outer, same) for same in alike.values() for outer in same)
    for outer, same in takewhile(lambda _: made.whole, pairs):
        inner = [w for w in same if w != outer and outer.start <= w.start and w.end <= outer.end]
        for where in inner:
            made.lies(where, outer)
        apart = outer.measure in one_day
        for chain in {_chain(inner, longest=longest) for longest in (True, False)} - {()}:
            tiles = _tiles(outer, chain)
            if tiles or apart:
                made.adds(outer, chain, 0 if apart else None, 0 if tiles else None)


def _chain(inner: Iterable[Where], *, longest: bool) -> tuple[Where, ...]:
    """Return some of these one after the other, no day twice; the longest or the shortest first."""
    chain: list[Where] = []
    sign = -1 if longest else 1
    for where in sorted(inner, key=lambda w: (_day(w.start), sign * _day(w.end))):
        if not chain or where.start > chain[-1].end:
            chain.append(where)
    return tuple(chain)


def _tiles(outer: Where, chain: Sequence[Where]) -> bool:
    """Say whether these follow each other without a gap from the first day to the last."""
    ends = [_day(outer.start) - 1, *(_day(where.end) for where in chain)]
    starts = [*(_day(where.start) for where in chain), _day(outer.end) + 1]
    return all(end + 1 == start for end, start in zip(ends, starts, strict=True))


def _day(day: str) -> int:
    return date.fromisoformat(day).toordinal()
