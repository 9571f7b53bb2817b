"""Which further numbers are hidden so that nobody can take away from the others what small ones hide."""

from collections.abc import Collection
from math import log

from vcse_desktop.disclosure.atoms import Number, Universe
from vcse_desktop.disclosure.audit import Session
from vcse_desktop.disclosure.plan import CellKey, Secret

BUDGET = 20_000
"""Programs that may be solved to hide fewer: not seconds, or a slow laptop would hide other numbers."""
_LAST = 100.0  # times as dear: what counts no people in the sense of the rule, and what is pinned


def hide(
    universe: Universe,
    session: Session,
    fixed: Collection[CellKey],
    pinned: Collection[CellKey],
    budget: int = BUDGET,
) -> dict[CellKey, Secret]:
    """Return the numbers to hide beside the ``fixed`` ones, each with what showing it would give away.

    ``fixed`` are hidden already, or known to all readers; so is what was told before.
    """
    free = {
        number.key: _cost(number, pinned)
        for number in universe.numbers
        if number.value and not number.key.release and number.key not in fixed
    }
    chosen: dict[CellKey, Secret] = {}
    while True:
        chosen = session.choose(universe.name, free, chosen, budget)
        if not session.guard_left_over(universe.name, chosen):
            return chosen


def _cost(number: Number, pinned: Collection[CellKey]) -> float:
    last = _LAST if number.key in pinned or not number.protected else 1.0
    return last * (1 + log(1 + number.value))
