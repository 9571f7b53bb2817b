"""How few people a group can be, whatever is hidden: every number that is told of at all is somebody."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from vcse_desktop.disclosure.system import Guard, System


def floored(system: System, marked: Iterable[int], guards: Iterable[Guard]) -> Iterator[Guard]:
    """Yield each guard with no lower end than it can reach when these numbers have no more than a mark.

    None at all would be shown. So a group that holds two such numbers that share nobody is two at the least.
    """
    some = set(marked)
    nobody = 0
    for place, (_, high) in enumerate(system.windows):
        if high == 0 and place not in some:
            nobody |= system.rows[place]
    told = {system.rows[place] & ~nobody for place in some if system.windows[place][0] > 0} - {0}
    for guard in guards:
        atoms = _atoms(guard, system.rows)
        least = fewest([mask for mask in told if not mask & ~atoms])
        yield replace(guard, low=min(max(guard.low, least), guard.high))


def _atoms(guard: Guard, rows: Sequence[int]) -> int:
    atoms = rows[guard.number]
    for inner in guard.less:
        atoms &= ~rows[inner]
    return atoms


def fewest(groups: Sequence[int]) -> int:
    """Return how few people can stand for all of these groups of atoms: at least one in each."""
    left = sorted(groups, key=int.bit_count)
    least = [g for n, g in enumerate(left) if not any(not other & ~g for other in left[:n])]
    return _fewest(least, len(least))


def _fewest(groups: Sequence[int], most: int) -> int:
    """Return the fewest, or ``most`` where it is not less."""
    if not groups:
        return 0
    if most <= _apart(groups):
        return most
    first = min(groups, key=int.bit_count)
    ways = {sum(1 << n for n, group in enumerate(groups) if group >> atom & 1) for atom in _bits(first)}
    for way in sorted(ways, key=lambda way: (-way.bit_count(), way)):
        if not any(way != other and not way & ~other for other in ways):
            rest = [group for n, group in enumerate(groups) if not way >> n & 1]
            most = min(most, 1 + _fewest(rest, most - 1))
    return most


def _apart(groups: Sequence[int]) -> int:
    """Return how many of these share nobody, taken one by one: so many people are needed at the least."""
    taken, number = 0, 0
    for group in sorted(groups, key=int.bit_count):
        if not group & taken:
            taken |= group
            number += 1
    return number


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
