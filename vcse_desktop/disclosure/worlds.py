"""Which small numbers stay open: a world of whole people at either end of each, checked in exact integers."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from math import inf
from typing import Any

from vcse_desktop.disclosure.solver import Solver
from vcse_desktop.disclosure.system import Guard, System

Narrow = tuple[int, bool]
"""A guard by its place, and whether it is the high end that nobody could find a world for."""
Array = Any
"""A numpy array."""


_MANY = 300  # ends that are open: then a world far away answers most
_FIRST = 4  # worlds
_STEPS = 30
_ROOM = 50  # people that an atom can hold beside those of all that is told
_NEAR = 1e-6  # of people in parts; of whole ones it changes nothing


class Worlds:
    """The worlds found so far for one system; they answer later questions too, for as long as they fit.

    Numbers that count the same people are one row: ``row_of`` says which, ``atoms`` what it counts.
    """

    def __init__(self, system: System) -> None:
        import numpy as np  # noqa: PLC0415 - for the worker alone, as in Solver

        places = {mask: place for place, mask in enumerate(dict.fromkeys(system.rows))}
        self.system, self.solver = system, Solver(list(places), system.size)
        self.row_of = np.array([places[mask] for mask in system.rows], dtype=int)
        self._np = np
        self._low = np.array([low for low, _ in system.windows], dtype=float)
        self._high = np.array([inf if high is None else high for _, high in system.windows], dtype=float)
        there = [system.there] if system.there else np.zeros((0, system.size))
        self._people = np.array(there, dtype=np.int64)
        self._found = self._people @ self.solver.matrix.T
        self._moves, self._shifts = self._people[:0], self._found[:0]
        self._weigh()

    def __len__(self) -> int:
        return len(self._found)

    def guard(self, guards: Iterable[Guard]) -> None:
        """Look from now on for worlds for these differences of people, too."""
        self.system = replace(self.system, guards=(*self.system.guards, *guards))
        self._weigh()

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
            sums = self._search(ask, bounds, [place for place, high in still if high == ask[1]], thorough)
            if sums is None:
                found.append(ask)
            else:
                still = self.unanswered(sums, still)
        return found

    def possible(self, hidden: Collection[int], *, untold: bool) -> bool:
        """Say whether a world is found at all with these numbers hidden."""
        bounds = self.bounds(hidden, untold=untold)
        if self._fits(self._found, bounds).any():
            return True
        nothing = self._np.zeros(len(bounds))
        base = self._people[0] if len(self._people) else self._np.zeros(self._people.shape[1], self._np.int64)
        guesses = self.solver.guesses(base, bounds, (-inf, inf, nothing), nothing)
        return any(self._sound(world, bounds) is not None for world in guesses)

    def bounds(self, hidden: Collection[int], *, untold: bool = False) -> Array:
        """Return the least and the most of every row, with these numbers hidden: an array of two columns.

        None at all would be shown, so a hidden number is somebody, if it is told of at all.
        """
        np, some = self._np, list(hidden)
        low, high = self._low.copy(), self._high.copy()
        low[some] = 0 if untold else np.minimum(1, low[some])
        high[some] = inf
        both = np.empty((self._found.shape[1], 2))
        both[:, 0], both[:, 1] = 0, inf
        np.maximum.at(both[:, 0], self.row_of, low)
        np.minimum.at(both[:, 1], self.row_of, high)
        return both

    def weights(self, places: int | list[int]) -> Array:
        """Return how a guard, or each of some, is made of the rows."""
        return self._weights[places]

    def unproved(self, bounds: Array, only: Sequence[Narrow]) -> list[Narrow]:
        """Return which of these ends no known world answers."""
        return self.unanswered(self._found[self._fits(self._found, bounds)], only)

    def unanswered(self, sums: Array, only: Sequence[Narrow]) -> list[Narrow]:
        """Return which of these ends none of the worlds with these sums answers."""
        places = sorted({place for place, _ in only})
        values = self._np.atleast_2d(sums) @ self._weights[places].T
        low = dict(zip(places, (values <= self._ends[0, places] + _NEAR).any(axis=0).tolist(), strict=True))
        high = dict(zip(places, (values >= self._ends[1, places] - _NEAR).any(axis=0).tolist(), strict=True))
        return [(place, up) for place, up in only if not (high if up else low)[place]]

    def _weigh(self) -> None:
        np, guards = self._np, self.system.guards
        ends = [high for _, high in self.system.windows if high is not None]
        most = max((guard.high for guard in guards), default=0)
        self.solver.top = max([*ends, *self.system.there], default=0) + most + _ROOM
        self._weights = np.zeros((len(guards), self._found.shape[1]))  # sums of people are exact in these
        for place, guard in enumerate(guards):
            self._weights[place, self.row_of[guard.number]] += 1
            for inner in guard.less:
                self._weights[place, self.row_of[inner]] -= 1
        self._ends = np.array([[guard.low for guard in guards], [guard.high for guard in guards]], float)

    def _search(self, ask: Narrow, bounds: Array, still: Sequence[int], thorough: bool) -> Array | None:
        np, (place, high) = self._np, ask
        low, most = (self._ends[1, place], inf) if high else (-inf, self._ends[0, place])
        push = self._weights[still].sum(axis=0) * (1 if high else -1)
        part = (float(low), float(most), self._weights[place])
        base = self._base(ask, bounds)
        guesses = self.solver.guesses(base, bounds, part, push)
        far = self.solver.far(self._people[0], bounds, part) if len(self) else ()
        many = len(still) > _MANY and len(self) <= _FIRST
        ways = [far, guesses] if many else [self._walk(base, ask, bounds), guesses, far if thorough else ()]
        for world in chain.from_iterable(ways):
            sums = self._sound(world, bounds)
            if sums is not None and not self.unanswered(sums, [ask]):
                self._learn(world - base)
                self._people = np.concatenate([self._people, world[np.newaxis]])
                self._found = np.concatenate([self._found, sums])
                return sums
        return None

    def _learn(self, move: Array) -> None:
        np = self._np
        both = np.array([move, -move])
        self._moves = np.concatenate([self._moves, both])
        self._shifts = np.concatenate([self._shifts, both @ self.solver.matrix.T])

    def _walk(self, base: Array, ask: Narrow, bounds: Array) -> Iterator[Array]:
        """Yield the world that known moves, one after the other, lead to."""
        np, (place, high) = self._np, ask
        gain = self._shifts @ self._weights[place] * (1 if high else -1)
        some = np.flatnonzero(gain > 0)
        if not len(some) or not self._fits((self.solver.matrix @ base)[np.newaxis], bounds).all():
            return
        moves, shifts, gain = self._moves[some], self._shifts[some], gain[some]
        world, sums = base, self.solver.matrix @ base
        for _ in range(_STEPS):
            can = self._fits(sums + shifts, bounds) & (world + moves >= 0).all(axis=1)
            if not can.any():
                return
            best = int(np.argmax(np.where(can, gain, 0)))
            world, sums = world + moves[best], sums + shifts[best]
            if not self.unanswered(sums, [ask]):
                yield world
                return

    def _base(self, ask: Narrow, bounds: Array) -> Array:
        """Return the known world that fits and is nearest to an answer, or the answer nearest to fitting."""
        np, found, (place, high) = self._np, self._found, ask
        if not len(found):
            return np.zeros(self._people.shape[1], dtype=np.int64)
        values = found @ self._weights[place] * (1 if high else -1)
        end = self._ends[1, place] if high else -self._ends[0, place]
        far = (np.maximum(bounds[:, 0] - found, 0) + np.maximum(found - bounds[:, 1], 0)).sum(axis=1)
        far += np.maximum(end - values, 0)
        return self._people[int(far.argmin())]

    def _sound(self, world: Array, bounds: Array) -> Array | None:
        """Return the sums of a world, if it is one and fits."""
        sums = (self.solver.matrix @ world)[self._np.newaxis]
        return sums if world.min(initial=0) >= 0 and self._fits(sums, bounds).all() else None

    def _fits(self, sums: Array, bounds: Array) -> Array:
        return ((sums >= bounds[:, 0]) & (sums <= bounds[:, 1])).all(axis=1)
