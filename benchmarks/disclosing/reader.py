"""Somebody who takes away and compares: whether one end of a secret is open, and which numbers close it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import highspy
import numpy as np

End = tuple[Mapping[int, int], int, int]
"""A sum of numbers by their weights; -1 and what it must be able to be at the most, or 1 and at the least."""
_NONE = frozenset[int]()


class Reader:
    """People in ``size`` atoms, each row the sum of some (bit i: atom i), in its window where it is shown.

    A row that is not shown is 1 at least.
    """

    def __init__(self, rows: Sequence[int], size: int, windows: Sequence[tuple[int, int]]) -> None:
        self.rows, self.size, self.windows = rows, size, windows
        self._top = max(high for _, high in windows) + 100
        bits = [[n for n in range(size) if row >> n & 1] for row in rows]
        self._matrix = np.zeros((len(rows), size))
        for n, some in enumerate(bits):
            self._matrix[n, some] = 1
        self._linear, self._whole = self._model(bits, whole=False), self._model(bits, whole=True)
        self._worlds: list[Any] = []
        self._lows, self._highs = (np.array(ends, dtype=float) for ends in zip(*windows, strict=True))

    def open(self, end: End, shown: Collection[int]) -> bool:
        """Say whether there is a world of whole people with this end, whatever is shown being so."""
        return self._remembered(end, shown) or self._closed(end, shown) is None

    def core(self, end: End, shown: Collection[int]) -> frozenset[int]:
        """Return some of the shown numbers that close this end by themselves, none too many; or nothing."""
        if self._remembered(end, shown):
            return _NONE
        found = self._closed(end, shown)
        if found is None:
            return _NONE
        assert found, "an end that is closed whatever is hidden"
        for one in sorted(found):
            if one in found:
                less = self._closed(end, found - {one})
                found = found if less is None else less
        return found

    def _remembered(self, end: End, shown: Collection[int]) -> bool:
        """Say whether a world that was found before will do."""
        weights, sign, least = end
        places = np.array(sorted(shown), dtype=int)
        for n, sums in enumerate(self._worlds):
            fits = (self._lows[places] <= sums[places]).all() and (sums[places] <= self._highs[places]).all()
            if fits and sign * sum(w * sums[row] for row, w in weights.items()) >= sign * least:
                self._worlds.insert(0, self._worlds.pop(n))
                return True
        return False

    def _closed(self, end: End, shown: Collection[int]) -> frozenset[int] | None:
        """Return shown numbers that close this end by themselves; None when it is open."""
        weights, sign, least = end
        cost = -sign * sum(weight * self._matrix[row] for row, weight in weights.items())
        self._set(self._linear, shown, cost)
        best = self._linear.getInfo().objective_function_value
        solution = self._linear.getSolution()
        if best > -sign * least + 1e-6:
            return frozenset(n for n in shown if abs(solution.row_dual[n]) > 1e-9)
        world = np.array(solution.col_value)
        if abs(world - np.rint(world)).max(initial=0) > 1e-6:
            self._set(self._whole, shown, cost)
            if self._whole.getInfo().objective_function_value > -sign * least + 1e-6:
                return frozenset(shown)
            world = np.array(self._whole.getSolution().col_value)
        self._worlds = [self._matrix @ np.rint(world), *self._worlds[:400]]
        return None

    def _set(self, model: Any, shown: Collection[int], cost: Any) -> None:  # noqa: ANN401 - arrays and models
        count = len(self.rows)
        lows, highs = np.ones(count), np.full(count, highspy.kHighsInf)
        places = np.array(sorted(shown), dtype=int)
        lows[places], highs[places] = self._lows[places], self._highs[places]
        model.changeRowsBounds(count, np.arange(count), lows, highs)
        model.changeColsCost(self.size, np.arange(self.size), cost)
        model.run()
        assert model.getModelStatus() == highspy.HighsModelStatus.kOptimal

    def _model(self, bits: Sequence[Sequence[int]], *, whole: bool) -> Any:  # noqa: ANN401
        model: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in {"output_flag": False, "threads": 1, "random_seed": 0}.items():
            model.setOptionValue(option, value)
        places = np.arange(self.size)
        model.addVars(self.size, np.zeros(self.size), np.full(self.size, float(self._top)))
        if whole:
            kinds = np.array([highspy.HighsVarType.kInteger] * self.size)
            model.changeColsIntegrality(self.size, places, kinds)
        for some in bits:
            model.addRow(1, highspy.kHighsInf, len(some), np.array(some), np.ones(len(some)))
        return model
