"""Guesses at whole-number worlds by HiGHS; whoever asks checks them."""

from collections.abc import Iterator, Sequence
from math import inf
from typing import Any

from vcse_desktop.disclosure.lattice import Array, Lattice

Part = tuple[float, float, Array]
"""The least and the most of a sum, and each row's coefficient in it."""

_LIKELY = 60
"""Moves that are tried in whole numbers: ten times as quick as all."""
_BOX = 20  # a small box is searched several times as fast
_OPTIONS = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_max_nodes": 2000,  # not seconds, or a slow laptop would hide other numbers than a fast one
}


class Solver:
    """A linear program of one universe, kept warm: how many come to and go from each of ``size`` atoms.

    It looks for the fewest moves that lead from a world that is known to one that is wanted: mostly whole
    ones. ``effort`` is how many programs of one column were solved. No atom gets more than ``top``.
    """

    def __init__(self, rows: Sequence[int], size: int) -> None:
        import highspy  # noqa: PLC0415 - 0.3 s and 60 MB that only the worker needs
        import numpy  # noqa: PLC0415 - as above; highspy brings it

        self._np, self._highspy = numpy, highspy
        width = size // 8 + 1
        raw = numpy.frombuffer(b"".join(row.to_bytes(width, "little") for row in rows), numpy.uint8)
        bits = numpy.unpackbits(raw.reshape(len(rows), width), axis=1, bitorder="little")
        self.matrix = bits[:, :size].astype(numpy.int64)
        self.effort, self.top = 0, 0
        self._fixed, self._lattice = b"", Lattice(self.matrix[:0], numpy)
        self._moves, self._back = self.matrix.astype(float), numpy.zeros(0, dtype=int)
        self._warm = self.askable(self._moves)
        self._warm.changeColsCost(size, numpy.arange(size, dtype=numpy.int32), numpy.ones(size))
        self.engine = f"HiGHS {self._warm.version()}"

    def near(self, base: Array, bounds: Array, part: Part) -> Iterator[Array]:
        """Yield worlds that may keep every row in its bounds and the part in its own, likeliest first.

        They lie near the world ``base``. None is yielded when the continuous relaxation already says that
        there is none.
        """
        np, warm, rows = self._np, self._warm, len(self.matrix)
        low, high, weights = part
        self._reach(base)
        sums = weights @ self._moves
        now = np.append(self.matrix @ base, (weights @ self.matrix) @ base)
        wanted = np.vstack([bounds, (low, high)]) - now[:, np.newaxis]
        most = np.concatenate([np.full(len(base), float(self.top)), base[self._back]])
        every = np.arange(len(most), dtype=np.int32)
        self.ask(warm, sums)
        warm.changeRowsBounds(rows + 1, every[: rows + 1], wanted[:, 0].copy(), wanted[:, 1].copy())
        warm.changeColsBounds(len(most), every, np.zeros(len(most)), most)
        self.run(warm)
        if not self.solved(warm):
            return
        solution = warm.getSolution()
        values, dual = np.array(solution.col_value), np.abs(np.array(solution.col_dual))
        yield self._moved(base, values)
        some = np.sort(np.lexsort((every, dual, -values))[:_LIKELY])
        found = self._whole(np.vstack([self._moves[:, some], sums[some]]), wanted, 0 * some, most[some])
        if found is not None:
            moves = np.zeros(len(every))
            moves[some] = found
            yield self._moved(base, moves)

    def far(self, base: Array, bounds: Array, part: Part) -> Iterator[Array]:
        """Yield a world as ``near`` does, but any: mostly one far away, in which much is otherwise.

        What rows of one possible sum leave free is a lattice: whole moves that change none of them.
        """
        np, (low, high, weights) = self._np, part
        matrix = np.vstack([self.matrix, weights @ self.matrix])
        wanted = np.vstack([bounds, (low, high)]) - (matrix @ base)[:, None]
        fixed = wanted[:-1, 0] == wanted[:-1, 1]
        if wanted[:-1][fixed].any():
            base, wanted, fixed = 0 * base, wanted + (matrix @ base)[:, None], fixed & False
        if fixed.tobytes() != self._fixed:
            self._fixed, self._lattice = fixed.tobytes(), Lattice(self.matrix[fixed], np)
        lattice, others = self._lattice, ~np.append(fixed, False)
        rows = np.vstack([lattice.along, lattice.seen(matrix[others].astype(float))])
        none = np.full(len(lattice.bound), inf)
        limits = np.vstack([np.stack([-base[lattice.bound], none], 1), wanted[others]])
        for top in (_BOX, self.top):
            most = np.full(len(lattice.free), float(top))
            found = self._whole(rows, limits, -base[lattice.free], most)
            if found is not None:
                yield np.rint(lattice.world(base.astype(float), np.rint(found))).astype(np.int64)

    def askable(self, matrix: Array) -> Any:  # noqa: ANN401 - as ``run``
        """Return a program with these rows and one more, for the part that is asked about (see ``ask``)."""
        np = self._np
        some = np.vstack([matrix, np.zeros(matrix.shape[1])])
        return self.model(some, np.tile([-inf, inf], (len(some), 1)))

    def ask(self, model: Any, part: Array) -> None:  # noqa: ANN401 - as ``run``
        """Make the last row this part, and go on from what is solved: taking a row out forgets it."""
        np, row = self._np, model.getNumRow() - 1
        basis = model.getBasis()
        columns = np.flatnonzero(part).astype(np.int32)
        model.deleteRows(1, np.array([row], dtype=np.int32))
        model.addRow(-inf, inf, len(columns), columns, part[columns].astype(float))
        if basis.valid:
            model.setBasis(basis)

    def run(self, model: Any) -> None:  # noqa: ANN401 - as untyped as its library
        """Solve a program and count its columns."""
        self.effort += model.getNumCol()
        model.run()

    def solved(self, model: Any) -> bool:  # noqa: ANN401 - as ``run``
        """Say whether a program came to a best end."""
        return bool(model.getModelStatus() == self._highspy.HighsModelStatus.kOptimal)

    def _moved(self, base: Array, moves: Array) -> Array:
        whole = self._np.rint(moves).astype(self._np.int64)
        made = base + whole[: len(base)]
        made[self._back] -= whole[len(base) :]
        return made

    def _reach(self, base: Array) -> None:
        """Let people go from every atom in which there are some."""
        np, model = self._np, self._warm
        new = np.setdiff1d(np.flatnonzero(base), self._back)
        for atom in new:
            used = np.flatnonzero(self.matrix[:, atom]).astype(np.int32)
            model.addCol(1.0, 0.0, 0.0, len(used), used, -np.ones(len(used)))
        self._moves = np.hstack([self._moves, -self.matrix[:, new].astype(float)])
        self._back = np.concatenate([self._back, new])

    def _whole(self, matrix: Array, bounds: Array, least: Array, most: Array) -> Array | None:
        """Return whole numbers for these columns, if any are found; rows that are alike are one."""
        np = self._np
        rows, which = np.unique(matrix, axis=0, return_inverse=True)
        both = np.tile([-inf, inf], (len(rows), 1))
        np.maximum.at(both[:, 0], which.reshape(-1), bounds[:, 0])
        np.minimum.at(both[:, 1], which.reshape(-1), bounds[:, 1])
        empty = ~rows.any(axis=1)
        if (both[:, 0] > both[:, 1]).any() or (both[empty, 0] > 0).any() or (both[empty, 1] < 0).any():
            return None
        model = self.model(rows[~empty], both[~empty], most)
        model.changeColsBounds(
            len(most), self._np.arange(len(most), dtype=self._np.int32), least.astype(float), most
        )
        kinds = [self._highspy.HighsVarType.kInteger] * len(most)
        model.changeColsIntegrality(len(most), self._np.arange(len(most)), self._np.array(kinds))
        self.run(model)
        if not self.solved(model):
            return None
        return self._np.array(model.getSolution().col_value)

    def model(self, matrix: Array, bounds: Array, most: Array = None) -> Any:  # noqa: ANN401 - as ``run``
        """Return a program with these rows, columns from nought to ``most``, and no costs."""
        np, highspy = self._np, self._highspy
        model, lp = highspy.Highs(), highspy.HighsLp()
        for option, value in _OPTIONS.items():
            model.setOptionValue(option, value)
        lp.num_row_, lp.num_col_ = matrix.shape
        lp.col_cost_ = lp.col_lower_ = np.zeros(lp.num_col_)
        lp.col_upper_ = np.full(lp.num_col_, inf) if most is None else most
        lp.row_lower_, lp.row_upper_ = np.array(bounds, dtype=float).T.copy()
        columns, index = np.nonzero(matrix.T)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_ = np.searchsorted(columns, np.arange(lp.num_col_ + 1))
        lp.a_matrix_.index_, lp.a_matrix_.value_ = index, matrix.T[columns, index].astype(float)
        model.passModel(lp)
        return model
