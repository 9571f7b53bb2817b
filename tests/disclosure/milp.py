"""The attacker's process: the least and the most that a group of people can be, in whole numbers."""

import json
import sys
from typing import Any

import highspy
import numpy as np


def spans(asked: dict[str, Any]) -> list[list[float]]:
    """Return [least, most] for each secret over all worlds, [inf, -inf] when there is no world at all."""
    rows, windows, size = asked["rows"], asked["windows"], asked["size"]
    solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("output_flag", False)
    kind = highspy.HighsVarType.kInteger if asked["whole"] else highspy.HighsVarType.kContinuous
    solver.addVars(size, np.zeros(size), np.full(size, float(asked["top"])))
    solver.changeColsIntegrality(size, np.arange(size), np.array([kind] * size))
    for row, (low, high) in zip(rows, windows, strict=True):
        solver.addRow(
            low, highspy.kHighsInf if high is None else high, len(row), np.array(row), np.ones(len(row))
        )
    found = []
    for secret in asked["secrets"]:
        ends = []
        for sign in (1.0, -1.0):
            cost = np.zeros(size)
            cost[secret] = sign
            solver.changeColsCost(size, np.arange(size), cost)
            solver.run()
            best = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
            ends.append(sign * (solver.getInfo().objective_function_value if best else float("inf")))
        found.append(ends)
    return found


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(spans(json.loads(line))), flush=True)  # noqa: T201 - this is how it answers
