"""What nobody may work out: small numbers, and the few people left over between numbers."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import chain

from vcse_desktop.disclosure.atoms import Number, Universe
from vcse_desktop.disclosure.givers import few, parts
from vcse_desktop.disclosure.plan import CellKey, Secret
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.disclosure.system import Guard
from vcse_desktop.figures.table import FigureTable, Unit

Secrets = list[tuple[Secret, Guard]]
"""Each by its definition, and as a sum of numbers by their place in the universe."""
_Taken = tuple[int, ...]  # the places of a number and of those taken away from it


def secrets(
    universe: Universe,
    tables: Sequence[FigureTable],
    hidden: Collection[CellKey],
    policy: Policy,
    go_on: Callable[[], object] = bool,
) -> Secrets:
    """Return the secrets of one universe; those of hours depend on which are ``hidden``.

    ``go_on`` is called again and again on the way: it may raise, to end the search.
    """
    if universe.numbers[0].unit is Unit.PERSON_HOURS:
        found = _of_hours(universe, tables, hidden, policy)
    else:
        found = _of_people(universe.numbers, policy.threshold, go_on)
    made: dict[int, tuple[Secret, Guard]] = {}
    for taken, low, high in found:
        number, *less = [universe.numbers[place] for place in taken]
        atoms = number.atoms & ~sum(inner.atoms for inner in less)  # they are apart, so this is their union
        secret = Secret(number.key, tuple(inner.key for inner in less))
        made.setdefault(atoms, (secret, Guard(taken[0], taken[1:], low, high)))
    return list(made.values())


def _of_people(
    numbers: Sequence[Number], threshold: int, go_on: Callable[[], object]
) -> Iterator[tuple[_Taken, int, int]]:
    """Yield small numbers, then small A - B, then small A - B - C with B and C apart."""
    inside = _insides(numbers)
    singles = [(place,) for place, number in enumerate(numbers) if number.atoms]
    pairs = [(place, b) for place, inner in enumerate(inside) for b in inner]
    for taken in chain(singles, pairs, _triples(numbers, inside, threshold)):
        go_on()
        some = [numbers[place] for place in taken]
        value = some[0].value - sum(inner.value for inner in some[1:])
        least = 0 if all(number.frail for number in some) else 1
        if least <= value < threshold and any(number.protected for number in some):
            yield taken, 1, threshold - 1


def _triples(numbers: Sequence[Number], inside: list[list[int]], threshold: int) -> Iterator[_Taken]:
    for place, inner in enumerate(inside):
        values = [numbers[b].value for b in inner]
        for n, b in enumerate(inner):
            left = numbers[place].value - numbers[b].value
            start = max(n + 1, bisect_left(values, left - threshold + 1))
            for c in inner[start : bisect_right(values, left)]:
                rest = numbers[place].atoms & ~numbers[b].atoms & ~numbers[c].atoms
                if rest and not numbers[b].atoms & numbers[c].atoms:
                    yield place, b, c


def _insides(numbers: Sequence[Number]) -> list[list[int]]:
    """Return for each number the places of different ones inside it, by value."""
    different = {number.atoms: place for place, number in reversed(list(enumerate(numbers))) if number.atoms}
    order = sorted(different.values(), key=lambda place: (numbers[place].value, place))
    inside = {
        atoms: [b for b in order if not numbers[b].atoms & ~atoms and numbers[b].atoms != atoms]
        for atoms in {number.atoms for number in numbers}
    }
    return [inside[number.atoms] for number in numbers]


def _of_hours(
    universe: Universe, tables: Sequence[FigureTable], hidden: Collection[CellKey], policy: Policy
) -> Iterator[tuple[_Taken, int, int]]:
    """Yield hidden numbers, then A - B where few people gave what is left."""
    numbers, behind = universe.numbers, parts(tables)
    found: list[tuple[_Taken, int]] = [
        ((place,), number.value)
        for place, number in enumerate(numbers)
        if number.key in hidden and number.value
    ]
    for place, inner in enumerate(_insides(numbers)):
        for b in inner:
            left = behind[numbers[place].key] - behind[numbers[b].key]
            if left and few(left, policy):
                found.append(((place, b), numbers[place].value - numbers[b].value))
    for taken, minutes in found:
        margin = minutes * policy.share_pct
        yield taken, (minutes * 100 - margin) // 100, -((-minutes * 100 - margin) // 100)
