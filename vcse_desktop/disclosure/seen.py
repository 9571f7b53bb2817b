"""Which groups of people were really seen: where each member of a universe stands."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, product

from vcse_desktop.disclosure.columns import Column, Strand, above, entries, joined
from vcse_desktop.figures.table import Counted, Unit

_AMOUNTS = (Unit.ATTENDANCE, Unit.PERSON_HOURS)  # one entry stands for many, who may differ elsewhere
_MOST = 64  # places of one entry, where time over some months is shared out in several tables


def seen(columns: list[Column]) -> Iterator[tuple[int, int]]:
    """Yield the groups, each as the mask of the cells that count it, with how many are there.

    Of what one entry counts in several places of one table it is not known how many are where: then 0.
    """
    members = defaultdict(list)
    for column, counted in entries(columns):
        members[counted.member].append((column, counted))
    for mine in members.values():
        if mine[0][0].measure.unit in _AMOUNTS:
            yield from _many(mine, columns)
        else:
            yield joined(column.mask(counted) for column, counted in mine), 1


def _many(mine: list[tuple[Column, Counted]], columns: list[Column]) -> Iterator[tuple[int, int]]:
    """Yield enough groups to place all that one entry stands for, the larger counts around the smaller.

    Where it has parts in several places of one table (time over some months), each is a place of its own.
    """
    parts: dict[Strand, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    most: dict[Strand, int] = defaultdict(int)
    for column, counted in mine:
        parts[column.strand][id(column)].append(column.mask(counted))
        most[column.strand] = max(most[column.strand], counted.amount)
    order = sorted(parts, key=lambda strand: (-most[strand], len(above(strand, columns))))
    less = [most[strand] for strand in order[1:]] + [0]
    for n, strand in enumerate(order):
        places = [masks for outer in order[: n + 1] for masks in parts[outer].values()]
        combos = [joined(combo) for combo in islice(product(*places), _MOST)]
        number = most[strand] - less[n] if len(combos) == 1 else 0
        yield from ((combo, number) for combo in combos)
