"""Which small numbers stay open: a world of whole people at either end of each, checked in exact integers."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from math import inf

from vcse_desktop.disclosure.ends import Ends, Narrow
from vcse_desktop.disclosure.known import Known, fits
from vcse_desktop.disclosure.lattice import Array
from vcse_desktop.disclosure.solver import Solver
from vcse_desktop.disclosure.system import Guard, System

__all__ = ["MANY", "Narrow", "Worlds"]

MANY = 300  # ends that are open: then a world far away answers most
_FIRST = 4  # worlds
_ROOM = 50  # people that an atom can hold beside those of all that is told


class Worlds:
    """The worlds found so far for one system; they answer later questions too, for as long as they fit.

    Numbers that count the same people are one row: ``row_of`` says which.
    """

    def __init__(self, system: System) -> None:
        import numpy as np  # noqa: PLC0415 - for the worker alone, as in Solver

        places = {mask: place for place, mask in enumerate(dict.fromkeys(system.rows))}
        self._np, self.solver = np, Solver(list(places), system.size)
        self.row_of = np.array([places[mask] for mask in system.rows], dtype=int)
        self._low = np.array([low for low, _ in system.windows], dtype=float)
        self._high = np.array([inf if high is None else high for _, high in system.windows], dtype=float)
        self.known = Known(self.solver.matrix, system.there, np)
        self.system = system
        self.guard(())

    def __len__(self) -> int:
        return len(self.known.people)

    def guard(self, guards: Iterable[Guard]) -> None:
        """Look from now on for worlds for these differences of people, too."""
        every = (*self.system.guards, *guards)
        self.system = replace(self.system, guards=every)
        self.ends = Ends(every, self.row_of, len(self.solver.matrix), self._np)
        ends = [high for _, high in self.system.windows if high is not None]
        most = max((guard.high for guard in every), default=0)
        self.solver.top = max([*ends, *self.system.there], default=0) + most + _ROOM

    def narrow(
        self,
        hidden: Collection[int],
        only: Sequence[Narrow],
        *,
        first: bool = False,
        untold: bool = False,
        thorough: bool = True,
    ) -> list[Narrow]:
        """Return the guards that do not stay open, with these numbers hidden beside those without window.

        Only these ends are looked at; ``first`` stops at the first that is found; ``untold`` is how it would
        be if nothing at all was said of these numbers, not even that they are hidden. What is not
        ``thorough`` may call narrow what stays open, but is done sooner.
        """
        bounds = self.bounds(hidden, untold=untold)
        still = self.unproved(bounds, only)
        found: list[Narrow] = []
        while still and not (first and found):
            ask = still.pop(0)
            sums = self.search(ask, bounds, many=len(still) > MANY, thorough=thorough)
            if sums is None:
                found.append(ask)
            else:
                still = self.ends.unanswered(sums, still)
        return found

    def possible(self, hidden: Collection[int], *, untold: bool) -> bool:
        """Say whether a world is found at all with these numbers hidden."""
        bounds, nothing = self.bounds(hidden, untold=untold), self._np.zeros(len(self.solver.matrix))
        if len(self.known.fitting(bounds)):
            return True
        near = self.solver.near(self.known.first(), bounds, (-inf, inf, nothing))
        return any(self._sound(world, bounds) is not None for world in near)

    def bounds(self, hidden: Collection[int], *, untold: bool = False) -> Array:
        """Return the least and the most of every row, with these numbers hidden: an array of two columns.

        None at all would be shown, so a hidden number is somebody, if it is told of at all.
        """
        np, some = self._np, list(hidden)
        low, high = self._low.copy(), self._high.copy()
        low[some] = 0 if untold else np.minimum(1, low[some])
        high[some] = inf
        both = np.tile([0, inf], (len(self.solver.matrix), 1))
        np.maximum.at(both[:, 0], self.row_of, low)
        np.minimum.at(both[:, 1], self.row_of, high)
        return both

    def unproved(self, bounds: Array, only: Sequence[Narrow]) -> list[Narrow]:
        """Return which of these ends no known world answers."""
        return self.ends.unanswered(self.known.fitting(bounds), only)

    def search(self, ask: Narrow, bounds: Array, *, many: bool, thorough: bool) -> Array | None:
        """Return the sums of a world that answers, if one is found; ``many`` says that many are asked for."""
        base, first = self.known.nearest(ask, self.ends, bounds), self.known.first()
        part = (*self.ends.limits(ask), self.ends.weights[ask[0]])
        far, near = self.solver.far(first, bounds, part), self.solver.near(first, bounds, part)
        walk = self.known.walk(base, ask, self.ends, bounds)
        begun = many and len(self) <= _FIRST
        ways = ((far, first), (near, first)) if begun else ((walk, base), (near, first), (far, first))
        for worlds, begin in ways if thorough or begun else ways[:2]:
            for world in worlds:
                sums = self._sound(world, bounds)
                if sums is not None and not self.ends.unanswered(sums, [ask]):
                    self.known.add(world, sums, begin)
                    return sums
        return None

    def _sound(self, world: Array, bounds: Array) -> Array | None:
        """Return the sums of a world, if it is one and fits."""
        sums = (self.solver.matrix @ world)[self._np.newaxis]
        return sums if world.min(initial=0) >= 0 and fits(sums, bounds).all() else None
