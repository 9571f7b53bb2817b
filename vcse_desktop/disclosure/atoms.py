"""What the numbers of a pack count: sums over groups of people that no number can tell apart."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vcse_desktop.disclosure.columns import Column
from vcse_desktop.disclosure.crossings import groups
from vcse_desktop.disclosure.earlier import PastTable
from vcse_desktop.disclosure.plan import CellKey, key
from vcse_desktop.figures.table import TOTAL, FigureTable, Measure, Unit

_ALWAYS = (Unit.PERSON, Unit.ATTENDANCE, Unit.PERSON_HOURS, Unit.QUOTE)


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a table: its true value (hours in minutes) and the atoms that it counts (bit i: atom i).

    ``frail`` says that none, too, would tell about people (``Policy.zero_protected``).
    """

    key: CellKey
    unit: Unit
    value: int
    atoms: int
    protected: bool
    frail: bool = False


@dataclass(frozen=True, slots=True)
class Universe:
    """Numbers that can be subtracted from one another: sums over the same ``size`` atoms.

    ``there`` is how many are in each atom, as far as that is known: a hint where to look, and no more.
    ``before`` are the atoms of each number, and who is there, for a reader of the past alone, if there is
    one: such a reader does not know where nobody is now.
    """

    name: str
    size: int
    numbers: tuple[Number, ...]
    there: tuple[int, ...] = ()
    before: tuple[tuple[int, ...], tuple[int, ...]] | None = None


def protected(table: FigureTable, measure: Measure, row: tuple[str, ...]) -> bool:
    """Say whether a number is about people, so that it is hidden when it is small.

    Statements are so only where they are broken down by a place or by something about the person.
    """
    if isinstance(table, PastTable):
        return (measure.code, row) in table.about
    if measure.unit is not Unit.STATEMENT:
        return table.kind.sensitive and measure.unit in _ALWAYS
    crossed = zip(table.kind.dimensions, row, strict=True)
    return table.kind.sensitive and any(d.about_people and code != TOTAL for d, code in crossed)


def is_frail(table: FigureTable, measure: Measure, zero_protected: frozenset[str]) -> bool:
    """Say whether it would tell about people, too, that there are none."""
    return bool({measure.code, *(dimension.code for dimension in table.kind.dimensions)} & zero_protected)


def universe_name(table: FigureTable, measure: Measure) -> str:
    """Return the name under which this measure's numbers can be subtracted from others."""
    if measure.universe:
        return measure.universe
    if measure.within:
        outer = next(m for m in table.kind.measures if m.code == measure.within)
        return universe_name(table, outer)
    return f"{table.kind.id}.{measure.code}"


def beside(table: FigureTable, tables: Sequence[FigureTable]) -> list[FigureTable]:
    """Return what of some tables can be subtracted from numbers of this one: all that its hiding hangs on."""
    names = {universe_name(table, measure) for measure in table.kind.measures}
    found = []
    for one in tables:
        measures = tuple(m for m in one.kind.measures if universe_name(one, m) in names)
        codes = {measure.code for measure in measures}
        counted = tuple(c for c in one.counted if c.measure in codes)
        found += (
            [replace(one, kind=replace(one.kind, measures=measures), counted=counted)] if measures else []
        )
    return found


def universes(tables: Sequence[FigureTable], zero_protected: frozenset[str] = frozenset()) -> list[Universe]:
    """Return the universes that hold a protected number of a new pack, by name, with their true values.

    ``tables`` are those of the pack and of its past.
    """
    made = told_universes(tables, zero_protected)
    return [universe for universe in made if any(n.protected and not n.key.release for n in universe.numbers)]


def told_universes(
    tables: Sequence[FigureTable], zero_protected: frozenset[str] = frozenset()
) -> list[Universe]:
    """Return all universes of these tables, those of earlier packs alone too, by name."""
    columns: dict[str, list[Column]] = defaultdict(list)
    for table in tables:
        for measure in table.kind.measures:
            columns[universe_name(table, measure)].append(Column(table, measure))
    return [_universe(name, mine, zero_protected) for name, mine in sorted(columns.items())]


def _universe(name: str, columns: list[Column], zero_protected: frozenset[str]) -> Universe:
    if len({column.measure.unit for column in columns}) > 1:
        raise ValueError(f"the universe {name!r} mixes units")
    cells: list[tuple[CellKey, Unit, int, tuple[bool, bool]]] = []
    none = {True: 0, False: 0}
    for column in columns:
        column.start(len(cells))
        table, measure = column.table, column.measure
        frail = is_frail(table, measure, zero_protected)
        for row, value in column.values().items():
            about = protected(table, measure, row), frail
            if value == 0 and not all(about):
                none[isinstance(table, PastTable)] |= column.bits[row]
            cells.append((key(table, measure.code, row), measure.unit, value, about))
    found = groups(columns)
    rows, there = _rows(found, none[True] | none[False], len(cells))
    numbers = tuple(
        Number(k, unit, value, rows[n], *about) for n, (k, unit, value, about) in enumerate(cells)
    )
    past = any(number.key.release for number in numbers)
    before = _rows(found, none[True], len(cells)) if past else None
    return Universe(name, len(there), numbers, there, before)


def _rows(found: Mapping[int, int], none: int, cells: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the atoms of each cell, and how many are in each, without those that a cell of none counts."""
    atoms = sorted(mask for mask in found if mask and not mask & none)
    return tuple(_turned(atoms, cells)), tuple(found[mask] for mask in atoms)


def _turned(atoms: list[int], cells: int) -> list[int]:
    """Return the atoms of each cell, from the cells of each atom."""
    rows = [bytearray(len(atoms) // 8 + 1) for _ in range(cells)]
    for atom, mask in enumerate(atoms):
        left = mask
        while left:
            low = left & -left
            rows[low.bit_length() - 1][atom >> 3] |= 1 << (atom & 7)
            left ^= low
    return [int.from_bytes(row, "little") for row in rows]
