"""Which groups of people a reader must reckon with: those that were seen, and all that could be."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, combinations, islice, product
from math import prod

from vcse_desktop.disclosure.columns import Column, Leaf, Strand, above, entries, joined
from vcse_desktop.disclosure.seen import seen

CAP = 20_000
"""At most this many groups; one left out only narrows what a reader may believe, so it is always safe."""
_SUBSETS = 64
_Places = list[tuple[tuple[str, ...], dict[Leaf, int]]]


def groups(columns: list[Column]) -> set[int]:
    """Return the groups of one universe, each as the mask of the cells that count it (0: none).

    A reader knows what is ``within`` what and that everyone has one code in each dimension, so other
    groups are only there where somebody was seen in them.
    """
    return set(islice(_crossed(columns), CAP)) | set(seen(columns))


def _crossed(columns: list[Column]) -> Iterator[int]:
    closed = _closed(columns)
    sets = [_places([column for column in columns if column.strand in strands]) for strands in closed]
    leaves: dict[str, dict[str, None]] = defaultdict(dict)
    for column in columns:
        for dimension, codes in zip(column.dimensions, column.table.codes, strict=True):
            leaves[dimension] |= dict.fromkeys(code.code for code in codes)
    if prod(len(codes) for codes in leaves.values()) * len(sets) <= CAP:
        crossings = product(*(codes or [""] for codes in leaves.values()))
        return (_placed(dict(zip(leaves, c, strict=True)), some) for c in crossings for some in sets)
    return (_placed(profile, some) for profile in _moved(columns) for some in sets)


def _places(columns: list[Column]) -> _Places:
    """Return, for each way of breaking these columns down, the cells of every leaf that all of them have."""
    alike: dict[tuple[str, ...], list[Column]] = defaultdict(list)
    for column in columns:
        alike[column.dimensions].append(column)
    return [
        (codes, {leaf: joined(c.cells[leaf] for c in mine) for leaf in _shared(mine)})
        for codes, mine in alike.items()
    ]


def _shared(columns: list[Column]) -> set[Leaf]:
    return set.intersection(*(set(column.cells) for column in columns))


def _placed(profile: dict[str, str], places: _Places) -> int:
    """Return the cells that count a person with these codes, 0 when a table has no room for them."""
    masks = [cells.get(tuple(profile.get(code, "") for code in codes), 0) for codes, cells in places]
    return joined(masks) if all(masks) else 0


def _moved(columns: list[Column]) -> Iterator[dict[str, str]]:
    """Yield the codes of those seen, and those with the codes of one table changed: for big universes."""
    people: dict[int, dict[str, str]] = defaultdict(dict)
    for column, counted in entries(columns):
        people[counted.member] |= dict(zip(column.dimensions, min(counted.codes), strict=True))
    kinds = {column.dimensions: sorted(column.cells) for column in columns}
    for profile in list({tuple(sorted(p.items())): p for p in people.values()}.values()):
        for dimensions, crossings in kinds.items():
            yield from (profile | dict(zip(dimensions, leaf, strict=True)) for leaf in crossings)


def _closed(columns: list[Column]) -> list[frozenset[Strand]]:
    """Return the sets of strands that one person can be counted in."""
    strands = list(dict.fromkeys(column.strand for column in columns))
    picks = chain.from_iterable(combinations(strands, n + 1) for n in range(len(strands)))
    outer = {strand: above(strand, columns) for strand in strands}
    sets = (
        frozenset[Strand]().union(*(outer[strand] for strand in pick))
        for pick in islice(picks, 16 * _SUBSETS)
    )
    return list(islice(dict.fromkeys(sets), _SUBSETS))
