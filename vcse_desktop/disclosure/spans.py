"""The least and the most that sums of numbers can be, in whole numbers or any; never narrower than true."""

from collections.abc import Sequence
from math import floor, inf, isfinite
from typing import Any

Part = tuple[Sequence[int], Sequence[int], int | None]
"""Columns, what each is taken times, and from where on it is of no interest how much the sum can be.

Without such an end (hours) it is of no interest once it may differ by a fifth.
"""
Span = tuple[float, float]
_OPTIONS = {"output_flag": False, "threads": 1, "random_seed": 0, "mip_max_nodes": 2000, "mip_rel_gap": 0.0}
_SLACK = 1e-3
_KEPT, _FEW = 200, 2
MARGIN = 9, 11
"""Hours are known too well when their most is under eleven ninths of their least: a tenth both ways."""


def too_near(low: float, high: float) -> bool:
    """Say whether hours with these ends do not stay uncertain by a tenth both ways, whatever they are."""
    return high * MARGIN[0] < low * MARGIN[1]


class Spans:
    """One system; ``columns`` have their least and most, and so has the sum of every row."""

    def __init__(self, columns: Sequence[Sequence[int | None]], rows: Sequence[Any], *, whole: bool) -> None:
        import highspy  # noqa: PLC0415 - 0.3 s and 60 MB that only the worker needs
        import numpy  # noqa: PLC0415 - as above; highspy brings it

        self._np, self._highspy, self._whole = numpy, highspy, whole
        self._rows = [([0], [1], -inf, inf), *((p, w, *_ends(low, high)) for p, w, low, high in rows)]
        ends = [_ends(low, high) for low, high in columns]
        top = 10 * sum(high for _, high in ends if high < inf) + 10_000
        self._columns = [(low, min(high, top)) for low, high in ends]
        lows, highs = zip(*((row[2], row[3]) for row in self._rows), strict=True)
        self._least = numpy.array([*lows, *(low for low, _ in self._columns)])
        self._most = numpy.array([*highs, *(high for _, high in self._columns)])
        self._places = numpy.array([place for row in self._rows for place in row[0]])
        self._weights = numpy.array([weight for row in self._rows for weight in row[1]])
        self._starts = numpy.cumsum([0, *(len(row[0]) for row in self._rows)])[:-1]
        self._worlds = numpy.zeros((0, len(ends)), dtype=int)
        self._model: Any = self._made()
        self.possible = self._run([], []) is not None

    def spans(self, parts: Sequence[Part]) -> list[Span | None]:
        """Return the least and the most of each sum, or None when nothing is to be learnt from it."""
        self._answer([part for part in parts if part[2] is not None])
        return [self._span(part) for part in parts]

    def _answer(self, parts: Sequence[Part]) -> None:
        """Look for worlds that answer many questions at once: ten times as quick as one by one."""
        still = [part for part in parts if not self._open(part)]
        if len(still) < _FEW:
            return
        first = len(self._rows)
        for places, weights, cut in still:
            self._model.addRow(cut, inf, len(places), self._np.array(places), self._np.array(weights, float))
        together = self._run([], []) is not None
        self._model.deleteRows(len(still), self._np.arange(first, first + len(still)))
        if not together:
            self._answer(still[::2])
            self._answer(still[1::2])

    def _span(self, part: Part) -> Span | None:
        places, weights, cut = part
        if self._open(part):
            return None
        most = self._run(places, weights)
        if most is None or (cut is not None and most >= cut):
            return None
        least = self._run(places, [-weight for weight in weights])
        if least is None or (cut is None and not too_near(-least, most)):
            return None
        return -least, most

    def _open(self, part: Part) -> bool:
        places, weights, cut = part
        if not len(self._worlds):
            return False
        values = self._worlds[:, list(places)] @ self._np.array(weights)
        return bool(values.max() >= cut if cut is not None else not too_near(values.min(), values.max()))

    def _run(self, places: Sequence[int], weights: Sequence[int]) -> float | None:
        """Return what the sum cannot be more than; None when there is no world, or nothing was proved."""
        np, model = self._np, self._model
        cost = np.zeros(len(self._columns))
        cost[list(places)] = weights
        model.changeColsCost(len(cost), np.arange(len(cost)), -cost)
        model.run()
        info, done = model.getInfo(), self._highspy.HighsModelStatus
        bound: float = -(info.mip_dual_bound if self._whole else info.objective_function_value)
        if model.getModelStatus() not in (done.kOptimal, done.kSolutionLimit) or not isfinite(bound):
            return None
        self._keep(np.rint(model.getSolution().col_value).astype(int))
        return floor(bound + _SLACK) if self._whole else bound

    def _keep(self, world: Any) -> None:  # noqa: ANN401 - an array
        """Remember a world that holds exactly: it answers later questions too."""
        np = self._np
        sums = np.concatenate([np.add.reduceat(world[self._places] * self._weights, self._starts), world])
        if (self._least <= sums).all() and (sums <= self._most).all():
            self._worlds = np.vstack([self._worlds[1 - _KEPT :], world])

    def _made(self) -> Any:  # noqa: ANN401 - a model of an untyped library
        np, size = self._np, len(self._columns)
        highs: Any = self._highspy.Highs
        model = highs()
        for option, value in _OPTIONS.items():
            model.setOptionValue(option, value)
        low, high = np.array(self._columns, dtype=float).reshape(size, 2).T.copy()
        model.addVars(size, low, high)
        if self._whole:
            kinds = [self._highspy.HighsVarType.kInteger] * size
            model.changeColsIntegrality(size, np.arange(size), np.array(kinds))
        for places, weights, least, most in self._rows:
            model.addRow(least, most, len(places), np.array(places), np.array(weights, dtype=float))
        return model


def _ends(low: int | None, high: int | None) -> tuple[float, float]:
    return -inf if low is None else low, inf if high is None else high
