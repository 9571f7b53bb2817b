"""Which ends of guards a world answers."""

from collections.abc import Sequence
from typing import Any

from vcse_desktop.disclosure.lattice import Array
from vcse_desktop.disclosure.system import Guard

Narrow = tuple[int, bool]
"""A guard by its place, and whether it is its high end."""
_NEAR = 1e-6  # of people in parts; of whole ones it changes nothing


class Ends:
    """Guards as sums of rows: ``row_of`` says which row each number is. Sums of people are exact in these."""

    def __init__(self, guards: Sequence[Guard], row_of: Array, rows: int, np: Any) -> None:  # noqa: ANN401 - the module
        self._np = np
        self.weights = np.zeros((len(guards), rows))
        for place, guard in enumerate(guards):
            self.weights[place, row_of[guard.number]] += 1
            for inner in guard.less:
                self.weights[place, row_of[inner]] -= 1
        self._low = np.array([guard.low for guard in guards], dtype=float)
        self._high = np.array([guard.high for guard in guards], dtype=float)

    def limits(self, ask: Narrow) -> tuple[float, float]:
        """Return the least and the most of a guard at this end of it."""
        place, high = ask
        return (float(self._high[place]), float("inf")) if high else (float("-inf"), float(self._low[place]))

    def short(self, sums: Array, ask: Narrow) -> Array:
        """Return how much each of the worlds with these sums is short of an end."""
        values = sums @ self.weights[ask[0]]
        return self._np.maximum(self._high[ask[0]] - values if ask[1] else values - self._low[ask[0]], 0)

    def unanswered(self, sums: Array, only: Sequence[Narrow]) -> list[Narrow]:
        """Return which of these ends none of the worlds with these sums answers."""
        places = sorted({place for place, _ in only})
        values = self._np.atleast_2d(sums) @ self.weights[places].T
        low = dict(zip(places, (values <= self._low[places] + _NEAR).any(axis=0).tolist(), strict=True))
        high = dict(zip(places, (values >= self._high[places] - _NEAR).any(axis=0).tolist(), strict=True))
        return [(place, up) for place, up in only if not (high if up else low)[place]]
