"""The attacker's process: the least and the most that a group of people can be, in whole numbers.

It asks GLPK, which knows nothing of the solver that hides and audits.
"""

import json
import sys
from collections.abc import Callable
from math import inf
from typing import Any

import swiglpk as glpk

SAME = 1e-9
"""How far a number that counts as whole may be from one."""


def spans(asked: dict[str, Any]) -> list[list[float]]:
    """Return [least, most] for each secret over all worlds, [inf, -inf] when there is no world at all."""
    found: dict[tuple[int, ...], list[float]] = {}
    model, best = _model(asked), _best(whole=asked["whole"])
    for secret in dict.fromkeys(map(tuple, asked["secrets"])):
        ends = found[secret] = []
        for way, none in ((glpk.GLP_MIN, inf), (glpk.GLP_MAX, -inf)):
            for column in range(1, asked["size"] + 1):
                glpk.glp_set_obj_coef(model, column, 0.0)
            for column in secret:
                glpk.glp_set_obj_coef(model, column + 1, 1.0)
            glpk.glp_set_obj_dir(model, way)
            value = best(model)
            ends.append(none if value is None else value)
    glpk.glp_delete_prob(model)
    return [found[tuple(secret)] for secret in asked["secrets"]]


def _model(asked: dict[str, Any]) -> Any:  # noqa: ANN401 - as untyped as its library
    """Return a program with a column for each atom and a row for each number; their places begin at 1."""
    model = glpk.glp_create_prob()
    glpk.glp_add_cols(model, asked["size"])
    for column in range(1, asked["size"] + 1):
        glpk.glp_set_col_bnds(model, column, glpk.GLP_DB, 0.0, float(asked["top"]))
        glpk.glp_set_col_kind(model, column, glpk.GLP_IV if asked["whole"] else glpk.GLP_CV)
    glpk.glp_add_rows(model, max(1, len(asked["rows"])))
    for place, (row, (low, high)) in enumerate(zip(asked["rows"], asked["windows"], strict=True), 1):
        columns, ones = glpk.intArray(len(row) + 1), glpk.doubleArray(len(row) + 1)
        for n, column in enumerate(row, 1):
            columns[n], ones[n] = column + 1, 1.0
        glpk.glp_set_mat_row(model, place, len(row), columns, ones)
        kind = glpk.GLP_LO if high is None else glpk.GLP_FX if low == high else glpk.GLP_DB
        glpk.glp_set_row_bnds(model, place, kind, float(low), float(high or 0))
    return model


def _best(*, whole: bool) -> Callable[[Any], float | None]:
    """Return what finds the best value of a program, or None where it has no world."""
    glpk.glp_term_out(glpk.GLP_OFF)
    simplex, search = glpk.glp_smcp(), glpk.glp_iocp()
    glpk.glp_init_smcp(simplex)
    glpk.glp_init_iocp(search)
    search.cb_size = 0

    def best(model: Any) -> float | None:  # noqa: ANN401 - as above
        glpk.glp_simplex(model, simplex)
        if glpk.glp_get_status(model) != glpk.GLP_OPT:
            return None
        if not whole or _is_whole(model):
            return float(glpk.glp_get_obj_val(model))
        glpk.glp_intopt(model, search)
        return float(glpk.glp_mip_obj_val(model)) if glpk.glp_mip_status(model) == glpk.GLP_OPT else None

    return best


def _is_whole(model: Any) -> bool:  # noqa: ANN401 - as above
    """Say whether a program ended in whole numbers without a search for them."""
    ends = (glpk.glp_get_col_prim(model, n) for n in range(1, glpk.glp_get_num_cols(model) + 1))
    return all(abs(end - round(end)) < SAME for end in ends)


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(spans(json.loads(line))), flush=True)  # noqa: T201 - this is how it answers
