"""Which groups a stranger asks about: every number that could be small, and what is left between two."""

from collections.abc import Iterator, Mapping

from vcse_desktop.disclosure.links import Links
from vcse_desktop.disclosure.printed import Number, Where
from vcse_desktop.figures.table import Unit

Question = tuple[tuple[Number, ...], int | None]
"""One number, or one less another; and from where on it is of no interest how many there are."""
_TWO = 3  # the numbers of a sum of two


def asking(said: Mapping[Where, Number], made: Links) -> Iterator[Question]:
    """Yield the questions: single numbers first, then pairs of which both are there to be read."""
    for number in said.values():
        timed = number.unit is Unit.PERSON_HOURS
        small = number.window[0] < number.threshold and number.window != (0, 0)
        if number.protected and (number.hidden or (small and not timed)):
            yield (number,), None if timed else number.threshold
    for read in (True, False):
        for outer, inner in _pairs(said, made):
            cut = min(outer.threshold, inner.threshold)
            known = not outer.hidden and not inner.hidden
            if known == read and not _out_of_reach(outer, inner, cut):
                yield (outer, inner), cut


def _pairs(said: Mapping[Where, Number], made: Links) -> Iterator[tuple[Number, Number]]:
    """Yield the numbers of people, each with what holds it, where the rest is not a number itself."""
    halves = {(terms[0][0], part) for terms, *_ in made.sums if len(terms) == _TWO for part, _ in terms[1:]}
    for inner in said.values():
        for where in sorted(_outer(inner.where, made)):
            outer = said.get(where)
            timed = inner.unit is Unit.PERSON_HOURS
            if outer and not timed and (outer.protected or inner.protected):
                if (where, inner.where) not in halves:
                    yield outer, inner


def _outer(where: Where, made: Links) -> set[Where]:
    """Return everything that this lies within."""
    found: set[Where] = set()
    todo = [where]
    while todo:
        more = made.inside.get(todo.pop(), set()) - found
        found |= more
        todo += more
    return found - {where}


def _out_of_reach(outer: Number, inner: Number, cut: int) -> bool:
    """Say whether too many are left over in any case, or nothing is taken away."""
    low, high = outer.window[0], inner.window[1]
    return high == 0 or (high is not None and low - high >= cut)
