"""The cheapest numbers to hide so that a guard can move: a linear program in which every number may give."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import inf

from vcse_desktop.disclosure.lattice import Array
from vcse_desktop.disclosure.worlds import Narrow, Worlds

_ROUNDS = 3  # the second and the third time, what moved little the time before is dearer
_MOVED = 1e-6
_LITTLE = 0.5
_PUSH = 1e-3
_LIKES = 0.4, 1.6


@dataclass(frozen=True, slots=True)
class Free:
    """The numbers that may be hidden by their place, and what each costs."""

    places: Sequence[int]
    costs: Sequence[float]


class Support:
    """The program for one system of worlds, kept warm.

    Numbers that count the same people are hidden together: a row, with the ``cost`` of all of them. What else
    is told of those people stays told. Without ``untold`` a hidden number is known to be somebody.
    """

    def __init__(self, worlds: Worlds, free: Free, *, untold: bool) -> None:
        import numpy as np  # noqa: PLC0415 - for the worker alone, as in Solver

        self._np, self._worlds, self.untold = np, worlds, untold
        matrix, cost = worlds.solver.matrix, dict(zip(free.places, free.costs, strict=True))
        self.members: list[list[int]] = [[] for _ in matrix]
        for place in free.places:
            self.members[int(worlds.row_of[place])].append(place)
        self.cost = np.array([sum(cost[p] for p in mine) for mine in self.members], dtype=float)
        self._likes = np.ones(len(matrix))
        self._can, self._one = np.array([bool(mine) for mine in self.members]), np.identity(len(matrix))
        self._bare = self.bounds(range(len(matrix)))
        moving = np.hstack([matrix.astype(float), -self._one, self._one])
        self._every = np.arange(moving.shape[1], dtype=np.int32)
        self._model = worlds.solver.askable(moving)

    def fancy(self, chance: int) -> None:
        """Like some rows better than others from now on, whatever they cost; the same for the same chance."""
        self._likes = self._np.random.default_rng(chance).uniform(*_LIKES, len(self.cost))

    def places(self, rows: Iterable[int]) -> list[int]:
        """Return the numbers of these rows that are hidden with them."""
        return [place for row in rows for place in self.members[row]]

    def bounds(self, rows: Iterable[int]) -> Array:
        """Return the least and the most of every row, with these rows hidden."""
        return self._worlds.bounds(self.places(rows), untold=self.untold)

    def near(self, ask: Narrow) -> set[int]:
        """Return the rows that can be hidden and count somebody of a guard."""
        matrix = self._worlds.solver.matrix
        part = self._worlds.ends.weights[ask[0]] @ matrix
        return set(self._np.flatnonzero(self._can & ((matrix @ (part > 0)) > 0)).tolist())

    def cheapest(
        self, ask: Narrow, hidden: Collection[int], shown: Collection[int], still: Sequence[int] = ()
    ) -> tuple[set[int], Array | None]:
        """Return rows to hide beside the ``hidden`` ones so that an end of a guard is reached, and how then.

        Those of ``shown`` stay. ``still`` are guards that had better move as well. The second is how many are
        in each atom, in parts of people; None when nothing helps.
        """
        np, rows, (place, high) = self._np, len(self.cost), ask
        bounds, can = self.bounds(hidden), self._can.copy()
        can[[*shown, *hidden]] = False
        give, some = np.zeros_like(bounds), can[:, np.newaxis] & np.isfinite(bounds)
        give[some] = np.abs(self._bare[some] - bounds[some])
        most = np.concatenate([np.full(self._size, self._worlds.solver.top), give[:, 1], give[:, 0]])
        model, every, guard = self._model, self._every, self._worlds.system.guards[place]
        model.changeRowsBounds(rows, every[:rows], bounds[:, 0].copy(), bounds[:, 1].copy())
        model.changeColsBounds(len(every), every, np.zeros(len(every)), most)
        part = self._worlds.ends.weights[place] @ self._worlds.solver.matrix
        self._worlds.solver.ask(model, np.append(part, np.zeros(2 * rows)))
        model.changeRowBounds(rows, *map(float, (guard.high, inf) if high else (-inf, guard.low)))
        return self._least(self._worlds.ends.weights[list(still)].sum(axis=0) * (1 if high else -1))

    @property
    def _size(self) -> int:
        return int(self._worlds.solver.matrix.shape[1])

    def _least(self, push: Array) -> tuple[set[int], Array | None]:
        """Return the cheapest rows that have to move, of some rounds, and the world in which they do."""
        np, model, rows = self._np, self._model, len(self.cost)
        weight, best, least, world = self.cost * self._likes, set[int](), inf, None
        liking = -_PUSH * np.clip(push @ self._worlds.solver.matrix, -50, 50)
        for _ in range(_ROUNDS):
            costs = np.concatenate([liking, weight, weight])
            model.changeColsCost(len(self._every), self._every, costs)
            self._worlds.solver.run(model)
            if not self._worlds.solver.solved(model):
                break
            found = np.array(model.getSolution().col_value)
            moves = found[self._size :].reshape(2, rows).sum(axis=0)
            moved = np.flatnonzero(moves > _MOVED)
            if self.cost[moved].sum() < least:
                best, least, world = set(moved.tolist()), float(self.cost[moved].sum()), found[: self._size]
            if not least:
                break
            weight = self.cost * self._likes / (moves + _LITTLE)
        return best, world
