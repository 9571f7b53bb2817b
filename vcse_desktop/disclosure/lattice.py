"""Whole moves of people between groups that leave some sums as they are."""

from typing import Any

Array = Any
"""A numpy array: a world holds how many are in each atom; bounds are the least and the most of each row."""
_NEAR = 1e-6


class Lattice:
    """The whole moves between atoms that change none of these rows.

    Each is a sum of simple ones: one more in an atom that is ``free``, and ``along`` with it as many in the
    others, which are ``bound``.
    """

    def __init__(self, rows: Array, np: Any) -> None:  # noqa: ANN401 - the module
        left = rows.astype(float)
        pivots: dict[int, int] = {}
        for row in range(len(left)):
            ones = np.flatnonzero(np.abs(np.abs(left[row]) - 1) < _NEAR)
            if len(ones):
                column = int(ones[int((left[:, ones] != 0).sum(axis=0).argmin())])
                left[row] = np.rint(left[row] / left[row, column])
                others = left[:, column].copy()
                others[row] = 0
                left -= np.outer(others, left[row])
                pivots[column] = row
        self.bound = np.array(sorted(pivots), dtype=int)
        self.free = np.setdiff1d(np.arange(rows.shape[1]), self.bound)
        at = [pivots[int(column)] for column in self.bound]
        self.along = -left[at][:, self.free]

    def seen(self, rows: Array) -> Array:
        """Return what each move does to the sums of some rows."""
        return rows[:, self.free] + rows[:, self.bound] @ self.along

    def world(self, base: Array, moves: Array) -> Array:
        """Return the world that so many moves of each kind lead to."""
        made = base.copy()
        made[self.free] += moves
        made[self.bound] += self.along @ moves
        return made
