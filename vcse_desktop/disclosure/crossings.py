"""Which groups of people a reader must reckon with: those that were seen, and all that could be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, combinations, islice, pairwise, product
from math import prod

from vcse_desktop.disclosure.columns import Column, Leaf, Strand, joined
from vcse_desktop.disclosure.seen import seen
from vcse_desktop.figures.table import Period

CAP = 20_000
"""At most this many groups; one left out only narrows what a reader may believe, so it is always safe."""
_SUBSETS = 64
_LEAST = 8
_DAY = timedelta(days=1)
_MONTH, _LONGEST_MONTH = "month", timedelta(days=31)
_Places = list[tuple[tuple[str, ...], dict[Leaf, int]]]


class _Profile(dict[tuple[str, ...], Leaf]):
    """The codes of a kind of person, and their leaf for each way of breaking columns down, once asked for."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        super().__init__()
        self.codes = codes

    def __missing__(self, by: tuple[str, ...]) -> Leaf:
        self[by] = leaf = tuple(self.codes.get(code, "") for code in by)
        return leaf


@dataclass(frozen=True, slots=True)
class _When:
    """Days that no table tells apart, and where those stand who were there only then and are alike in all.

    ``alone`` says that all tables are of just these days.
    """

    days: Period
    places: _Places
    alone: bool

    def holds(self, profile: Mapping[str, str]) -> bool:
        """Say whether these days reach into the month of the profile, if it has one."""
        if self.alone or _MONTH not in profile:
            return True
        try:
            first = date.fromisoformat(f"{profile[_MONTH]}-01")
        except ValueError:
            return False
        after = (first + _LONGEST_MONTH).replace(day=1)
        return first <= self.days.end and self.days.start < after


def groups(columns: list[Column]) -> dict[int, int]:
    """Return the groups of one universe, each as the mask of the cells that count it (0: none), and how many
    are known to be there.

    A reader knows what is ``within`` what, that everyone has one code in each dimension, and which days lie
    in which, so other groups are only there where somebody was seen in them.
    """
    found = dict.fromkeys(islice(_crossed(columns), CAP), 0)
    for group, number in seen(columns):
        found[group] = found.get(group, 0) + number
    return found


def _crossed(columns: list[Column]) -> Iterator[int]:
    times = list(_times(columns))
    leaves: dict[str, dict[str, None]] = defaultdict(dict)
    for column in columns:
        for dimension, codes in zip(column.dimensions, column.table.codes, strict=True):
            leaves[dimension] |= dict.fromkeys(leaf for code in codes for leaf in code.leaves)
    lasting = list(_lasting(columns))
    if prod(len(codes) for codes in leaves.values()) * len(times) <= CAP:
        crossings = product(*(codes or [""] for codes in leaves.values()))
        profiles: Iterable[dict[str, str]] = [dict(zip(leaves, c, strict=True)) for c in crossings]
    else:
        profiles = list(_moved(columns))
    stood = [_Profile(profile) for profile in profiles]
    for profile in stood:
        yield from (_placed(profile, some) for some in times)
    for profile in stood:
        placed = [_placed(profile, some) for some in lasting]
        for some in islice(_subsets([mask for mask in placed if mask]), _SUBSETS):
            yield joined(some)


def _lasting(columns: list[Column]) -> Iterator[_When]:
    """Yield the stretches of days for those who are there in several of them, and are counted in all."""
    periods = {column.table.period for column in columns}
    days = _cut(periods)
    for some in days if len(days) > 1 else []:
        yield _When(some, _places([c for c in columns if some.start in c.table.period]), alone=False)


def _subsets(masks: list[int]) -> Iterator[tuple[int, ...]]:
    """Yield all of these, then all but one, and so on to two."""
    return chain.from_iterable(combinations(masks, n) for n in range(len(masks), 1, -1))


def _times(columns: list[Column]) -> Iterator[_When]:
    periods = {column.table.period for column in columns}
    days = _cut(periods)
    most = max(_LEAST, _SUBSETS // len(days))
    for some in days:
        for strands in islice(_closed(columns, some), most):
            counted = [column for column in columns if column.strand in strands]
            yield _When(some, _places(counted), len(periods) == 1)


def _cut(periods: Iterable[Period]) -> list[Period]:
    """Return the longest stretches of days of which each period holds all or none."""
    firsts = sorted({day for period in periods for day in (period.start, period.end + _DAY)})
    spans = [Period(first, after - _DAY) for first, after in pairwise(firsts)]
    return [span for span in spans if any(span.start in period for period in periods)]


def _closed(columns: list[Column], days: Period) -> Iterator[frozenset[Strand]]:
    """Yield the sets of strands that somebody can be counted in who was there on these days alone."""
    there = [column for column in columns if days.start in column.table.period]
    outer: dict[str, set[str]] = defaultdict(set)
    for column in there:
        outer[column.measure.code] |= {column.measure.within} - {""}
    picks = chain.from_iterable(combinations(outer, n + 1) for n in range(len(outer)))
    sets = (_with_outer(pick, outer) for pick in islice(picks, 16 * _SUBSETS))
    for codes in dict.fromkeys(sets):
        yield frozenset(column.strand for column in there if column.measure.code in codes)


def _with_outer(pick: Iterable[str], outer: Mapping[str, set[str]]) -> frozenset[str]:
    found, more = set[str](), set(pick)
    while more:
        found |= more
        more = {code for one in more for code in outer[one] if code in outer} - found
    return frozenset(found)


def _places(columns: list[Column]) -> _Places:
    """Return, for each way of breaking these columns down, the cells of every leaf that all of them have."""
    alike: dict[tuple[str, ...], list[Column]] = defaultdict(list)
    for column in columns:
        alike[column.dimensions].append(column)
    return [
        (codes, {leaf: joined(c.leaves[leaf] for c in mine) for leaf in _shared(mine)})
        for codes, mine in alike.items()
    ]


def _shared(columns: list[Column]) -> set[Leaf]:
    return set.intersection(*(set(column.leaves) for column in columns))


def _placed(profile: "_Profile", when: _When) -> int:
    """Return the cells that count a person with these codes, 0 when a table has no room for them."""
    if not when.holds(profile.codes):
        return 0
    mask = 0
    for by, cells in when.places:
        more = cells.get(profile[by], 0)
        if not more:
            return 0
        mask |= more
    return mask


def _moved(columns: list[Column]) -> Iterator[dict[str, str]]:
    """Yield the codes of those seen, and those with the codes of one table changed: for big universes.

    Of whoever is seen in a band alone it is taken that they have its first leaf.
    """
    people: dict[int, dict[str, str]] = defaultdict(dict)
    for column in columns:
        leaves = [{code.code: code.leaves for code in codes} for codes in column.table.codes]
        for counted in column.entries():
            profile = people[counted.member]
            for dimension, of, code in zip(column.dimensions, leaves, min(counted.codes), strict=True):
                if profile.get(dimension) not in of[code]:
                    profile[dimension] = of[code][0]
    kinds = {column.dimensions: sorted(column.leaves) for column in columns}
    for profile in list({tuple(sorted(p.items())): p for p in people.values()}.values()):
        for dimensions, crossings in kinds.items():
            yield from (profile | dict(zip(dimensions, leaf, strict=True)) for leaf in crossings)
