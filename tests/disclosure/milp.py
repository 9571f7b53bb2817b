"""The attacker's process: the least and the most that a group of people can be, in whole numbers."""

import json
import sys
from collections.abc import Sequence
from math import inf
from typing import Any

import highspy
import numpy as np

SAME = 1e-9
"""How far a number that counts as whole may be from one."""


def spans(asked: dict[str, Any]) -> list[list[float]]:
    """Return [least, most] for each secret over all worlds, [inf, -inf] when there is no world at all."""
    models = [model(asked, whole=False)] + [model(asked, whole=True)] * asked["whole"]
    found: dict[tuple[int, ...], list[float]] = {}
    for secret in map(tuple, asked["secrets"]):
        if secret not in found:
            found[secret] = [sign * least(models, secret, sign) for sign in (1.0, -1.0)]
    return [found[tuple(secret)] for secret in asked["secrets"]]


def model(asked: dict[str, Any], *, whole: bool) -> Any:  # noqa: ANN401 - as untyped as its library
    """Return the program of one question, in whole numbers or not."""
    size, solver = asked["size"], highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    kind = highspy.HighsVarType.kInteger if whole else highspy.HighsVarType.kContinuous
    solver.addVars(size, np.zeros(size), np.full(size, float(asked["top"])))
    solver.changeColsIntegrality(size, np.arange(size), np.array([kind] * size))
    for row, (low, high) in zip(asked["rows"], asked["windows"], strict=True):
        solver.addRow(
            low, highspy.kHighsInf if high is None else high, len(row), np.array(row), np.ones(len(row))
        )
    return solver


def least(models: Sequence[Any], secret: Sequence[int], sign: float) -> float:
    """Return the least of the last model.

    Where the one before it ends in whole numbers, that is its least, too: it goes on from where it stands.
    """
    size = models[0].getNumCol()
    cost = np.zeros(size)
    cost[list(secret)] = sign
    for solver in models:
        solver.changeColsCost(size, np.arange(size), cost)
        solver.run()
        if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            continue  # the last one has the last word
        values = np.array(solver.getSolution().col_value)
        if solver is models[-1] or np.abs(values - np.rint(values)).max(initial=0.0) < SAME:
            return float(solver.getInfo().objective_function_value)
    return inf


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(spans(json.loads(line))), flush=True)  # noqa: T201 - this is how it answers
