"""Guesses at whole-number worlds by HiGHS; whoever asks checks them."""

from collections.abc import Iterator, Sequence
from typing import Any

World = dict[int, int]
"""How many are in each atom; the others are empty."""
Bounds = Sequence[tuple[float, float]]
Part = tuple[float, float, Sequence[int]]
"""The least and the most of a sum, and each row's coefficient in it."""

_SIZES = (40, 150, 600)
"""Integer search looks among this many likely atoms, then among all: ten times as quick as all at once."""
_OPTIONS = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_max_nodes": 2000,  # not seconds, or a slow laptop would hide other numbers than a fast one
}


class Solver:
    """A linear program of one universe, kept warm: atoms of 0 to ``top``, and their sum for each row."""

    def __init__(self, rows: Sequence[int], size: int, top: int) -> None:
        import highspy  # noqa: PLC0415 - 0.3 s and 60 MB that only the worker needs
        import numpy  # noqa: PLC0415 - as above; highspy brings it

        self._np, self._highspy = numpy, highspy
        width = size // 8 + 1
        raw = numpy.frombuffer(b"".join(row.to_bytes(width, "little") for row in rows), numpy.uint8)
        bits = numpy.unpackbits(raw.reshape(len(rows), width), axis=1, bitorder="little")
        self._matrix = bits[:, :size].astype(numpy.float32)
        self._top = top
        self._recent: list[list[int]] = []
        self._warm = self._model(self._matrix, [(-highspy.kHighsInf, highspy.kHighsInf)] * len(rows))
        self.engine = f"HiGHS {self._warm.version()}"

    def guesses(self, bounds: Bounds, part: Part, push: Sequence[int]) -> Iterator[World]:
        """Yield worlds that may keep every row in its bounds and the part in its own, likeliest first.

        ``push`` weighs the rows: higher sums of them are better, as one world then answers more questions.
        None is yielded when the continuous relaxation already says that there is none.
        """
        np, warm, size = self._np, self._warm, self._matrix.shape[1]
        low, high, weights = part
        sums = np.asarray(weights) @ self._matrix
        used = np.flatnonzero(sums)
        lows, highs = np.array(bounds, dtype=float).T.copy()
        warm.changeRowsBounds(len(bounds), np.arange(len(bounds)), lows, highs)
        cost = -np.clip(np.asarray(push) @ self._matrix, -50, 50)
        warm.changeColsCost(size, np.arange(size), cost.astype(float))
        warm.addRow(low, high, len(used), used, sums[used].astype(float))
        warm.run()
        solution, status = warm.getSolution(), warm.getModelStatus()
        warm.deleteRows(1, np.array([len(bounds)]))
        if status != self._highspy.HighsModelStatus.kOptimal:
            return
        values = np.array(solution.col_value)
        yield self._world(range(size), values)
        likely = np.lexsort((np.arange(size), np.abs(solution.col_dual), -values))
        for count in (*(n for n in _SIZES if n < size), size):
            some = sorted({*likely[:count].tolist(), *(atom for world in self._recent for atom in world)})
            matrix = np.vstack([self._matrix[:, some], sums[some]])
            yield from self._whole(some, matrix, [*bounds, (low, high)])

    def keep(self, world: World) -> None:
        """Remember a world that held: the next is likely to be near."""
        self._recent = [*self._recent[-1:], list(world)]

    def _whole(self, atoms: list[int], matrix: Any, bounds: Bounds) -> Iterator[World]:  # noqa: ANN401 - an array
        model = self._model(matrix, bounds)
        kinds = [self._highspy.HighsVarType.kInteger] * len(atoms)
        model.changeColsIntegrality(len(atoms), self._np.arange(len(atoms)), self._np.array(kinds))
        model.run()
        if model.getModelStatus() == self._highspy.HighsModelStatus.kOptimal:
            yield self._world(atoms, self._np.array(model.getSolution().col_value))

    def _world(self, atoms: Sequence[int], values: Any) -> World:  # noqa: ANN401 - an array
        whole = self._np.rint(values).astype(int)
        return {atoms[n]: int(whole[n]) for n in self._np.flatnonzero(whole).tolist()}

    def _model(self, matrix: Any, bounds: Bounds) -> Any:  # noqa: ANN401 - arrays and models of untyped libraries
        np, highspy = self._np, self._highspy
        model, lp = highspy.Highs(), highspy.HighsLp()
        for option, value in _OPTIONS.items():
            model.setOptionValue(option, value)
        lp.num_row_, lp.num_col_ = matrix.shape
        lp.col_cost_ = lp.col_lower_ = np.zeros(lp.num_col_)
        lp.col_upper_ = np.full(lp.num_col_, float(self._top))
        lp.row_lower_, lp.row_upper_ = np.array(bounds, dtype=float).T.copy()
        columns, index = np.nonzero(matrix.T)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_ = np.searchsorted(columns, np.arange(lp.num_col_ + 1))
        lp.a_matrix_.index_, lp.a_matrix_.value_ = index, matrix.T[columns, index].astype(float)
        model.passModel(lp)
        return model
