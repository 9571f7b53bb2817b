"""The whole worlds that were found, and the moves from one to another, which lead on to others."""

from collections.abc import Iterator
from math import inf
from typing import Any

from vcse_desktop.disclosure.ends import Ends, Narrow
from vcse_desktop.disclosure.lattice import Array

_STEPS, _WAYS = 30, 40


class Known:
    """Worlds: how many are in each atom (``people``), and their sums. It begins with ``there``, if not ()."""

    def __init__(self, matrix: Array, there: tuple[int, ...], np: Any) -> None:  # noqa: ANN401 - the module
        self._np, self._matrix = np, matrix
        self.people = [np.array(there, dtype=np.int64)] if there else []
        self.sums = np.array([matrix @ world for world in self.people]).reshape(-1, len(matrix))
        self._moves: list[Array] = []
        self._shifts = self.sums[:0]

    def add(self, world: Array, sums: Array, base: Array) -> None:
        """Take in a world that was found from another."""
        np, shift = self._np, sums - self._matrix @ base
        self.people.append(world)
        self.sums = np.concatenate([self.sums, sums])
        self._moves += [world - base, base - world]
        self._shifts = np.concatenate([self._shifts, shift, -shift])

    def first(self) -> Array:
        """Return the world to begin with: of nobody when there is none."""
        nobody = self._np.zeros(self._matrix.shape[1], dtype=self._np.int64)
        return self.people[0] if len(self.people) else nobody

    def fitting(self, bounds: Array) -> Array:
        """Return the sums of those that fit."""
        return self.sums[fits(self.sums, bounds)]

    def nearest(self, ask: Narrow, ends: Ends, bounds: Array) -> Array:
        """Return the world that lacks least of both fitting and being an answer."""
        if not len(self.people):
            return self.first()
        np, sums = self._np, self.sums
        far = (np.maximum(bounds[:, 0] - sums, 0) + np.maximum(sums - bounds[:, 1], 0)).sum(axis=1)
        return self.people[int((far + ends.short(sums, ask)).argmin())]

    def walk(self, base: Array, ask: Narrow, ends: Ends, bounds: Array) -> Iterator[Array]:
        """Yield the world that known moves lead to, each the one that goes furthest towards an answer."""
        np, sums, world = self._np, self._matrix @ base, base
        gain = self._shifts @ ends.weights[ask[0]] * (1 if ask[1] else -1)
        some = np.flatnonzero(gain > 0)
        if not len(some) or not fits(sums[np.newaxis], bounds).all():
            return
        some = some[np.argsort(-gain[some], kind="stable")][:_WAYS]
        moves, shifts, gain = np.array([self._moves[n] for n in some]), self._shifts[some], gain[some]
        for _ in range(_STEPS):
            can = fits(sums + shifts, bounds) & (world + moves >= 0).all(axis=1)
            best = int(np.argmax(np.where(can, gain, -inf)))
            if not can[best]:
                return
            world, sums = world + moves[best], sums + shifts[best]
            if not ends.unanswered(sums, [ask]):
                yield world
                return


def fits(sums: Array, bounds: Array) -> Array:
    """Say of each world with these sums whether every row is in its bounds."""
    return ((sums >= bounds[:, 0]) & (sums <= bounds[:, 1])).all(axis=1)
