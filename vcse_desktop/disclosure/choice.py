"""Which numbers of a system are hidden beside those that are: enough, none in vain, and few."""

from collections.abc import Collection, Iterable, Sequence

from vcse_desktop.disclosure.support import Free, Support
from vcse_desktop.disclosure.worlds import MANY, Narrow, Worlds

_TRIES = 3
_AGAIN = 2  # times that it is begun anew, with other likings
_COLUMNS = 8
_BIG = 150_000  # rows times atoms: then what is not proved soon is taken as narrow


class Choice:
    """The rows that are hidden, as ``Support`` numbers them, and for each what showing it would give away.

    ``only`` are the ends of guards that must stay open; those that nothing opens are left to the audit.
    """

    def __init__(self, worlds: Worlds, free: Free, only: Sequence[Narrow], *, untold: bool = False) -> None:
        self._worlds, self._support = worlds, Support(worlds, free, untold=untold)
        self._only = list(only)
        self._thorough = worlds.solver.matrix.size < _BIG
        self.hidden: set[int] = set()
        self.because: dict[int, Narrow] = {}

    def make(self, begun: Iterable[int], budget: int) -> dict[int, Narrow]:
        """Return the numbers to hide, each with an end that showing it would close.

        ``begun`` are numbers that were hidden before. The longer it may go on, the fewer they are: ``budget``
        is in programs of eight columns, of which hiding enough and none in vain takes what it needs.
        """
        row_of, members = self._worlds.row_of, self._support.members
        first = {int(row_of[place]) for place in begun if members[int(row_of[place])]}
        last = self._worlds.solver.effort + budget * _COLUMNS
        best = self._made(first, last)
        for chance in range(_AGAIN):
            if self._worlds.solver.effort < last and best:
                self._support.fancy(chance)
                best = min(best, self._made(first, last), key=self._price)
        return {place: best[row] for row in best for place in members[row]}

    def _made(self, first: Collection[int], last: int) -> dict[int, Narrow]:
        """Return rows to hide, from these on, each with an end that showing it would close."""
        self.hidden, self.because = set(first), {}
        self._hide_more(())
        self._clean(self.hidden)
        self._exchange(last)
        return {row: self.because[row] for row in self.hidden}

    def _narrow(self, rows: Collection[int], only: Sequence[Narrow], *, sure: bool = True) -> list[Narrow]:
        """Return the ends that are closed with these rows hidden: all, or the first that is not soon open."""
        places, untold = self._support.places(rows), self._support.untold
        thorough = sure and self._thorough
        return self._worlds.narrow(places, only, first=not sure, untold=untold, thorough=thorough)

    def _hide_more(self, shown: Collection[int]) -> bool:
        """Hide rows, but none of these, until every end is open; say whether that is so."""
        self._support_all(shown)
        for ask in self._narrow(self.hidden, self._only):
            if not self._open(ask, shown):
                if shown:
                    return False
                self._only.remove(ask)
        return True

    def _support_all(self, shown: Collection[int]) -> None:
        """Hide what the programs say for every end of which no world is found: people may be in parts yet."""
        ends, bounds = self._worlds.ends, self._support.bounds(self.hidden)
        still = self._worlds.unproved(bounds, self._only)
        while still:
            ask = still.pop(0)
            others = [place for place, high in still if high == ask[1]]
            world = self._worlds.search(ask, bounds, many=len(still) > MANY, thorough=False)
            if world is None:
                rows, parts = self._support.cheapest(ask, self.hidden, shown, others)
                self.hidden |= rows
                bounds = self._support.bounds(self.hidden)
                world = None if parts is None else self._worlds.solver.matrix @ parts
            if world is not None:
                still = ends.unanswered(world, still)

    def _open(self, ask: Narrow, shown: Collection[int]) -> bool:
        """Hide what opens this end: the cheapest that counts somebody of it, one more until it is open."""
        rows, _ = self._support.cheapest(ask, self.hidden, shown)
        near = sorted(self._support.near(ask) - self.hidden - rows - {*shown}, key=self._cost)
        for n in range(min(len(near), _TRIES if shown else len(near)) + 1):
            more = rows.union(near[:n])
            if not self._narrow(self.hidden | more, [ask]):
                self.hidden |= more
                return True
        return False

    def _cost(self, row: int) -> tuple[float, int]:
        return float(self._support.cost[row]), row

    def _clean(self, tried: Collection[int]) -> None:
        """Show each of these again, the dearest first, that can be shown."""
        for row in sorted(tried, key=self._cost, reverse=True):
            closed = self._narrow(self.hidden - {row}, self._only, sure=False)
            if closed:
                self.because[row] = closed[0]
            else:
                self.hidden.remove(row)

    def _exchange(self, last: int) -> None:
        """Hide others instead of each hidden row, the dearest first, where that costs less."""
        for row in sorted(self.hidden, key=self._cost, reverse=True):
            if row in self.hidden and self._worlds.solver.effort < last:
                before, because = set(self.hidden), dict(self.because)
                self.hidden.remove(row)
                if self._hide_more([row]):
                    self._clean(set(self.hidden))
                dearer = row in self.hidden or self._price(self.hidden) >= self._price(before)
                if dearer or self._narrow(self.hidden, self._only, sure=False):
                    self.hidden, self.because = before, because

    def _price(self, rows: Iterable[int]) -> float:
        return sum(float(self._support.cost[row]) for row in rows)
