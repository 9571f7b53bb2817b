"""Worlds that known moves lead to, and whether there is one at all."""

import numpy as np

from vcse_desktop.disclosure.ends import Ends
from vcse_desktop.disclosure.known import Known
from vcse_desktop.disclosure.system import Guard, System
from vcse_desktop.disclosure.worlds import Worlds

BOUNDS = np.array([[0.0, 100.0], [0.0, 100.0]])


def walked(high: int, others: int = 2) -> list[list[int]]:
    """Return the worlds on the way from three and some others to so many in the first group, one by one."""
    known, ends = (
        Known(np.eye(2, dtype=int), (3, others), np),
        Ends([Guard(0, (), 0, high)], np.arange(2), 2, np),
    )
    base = known.first()
    found = base + np.array([-1, 1])
    known.add(found, found[np.newaxis], base)
    return [world.tolist() for world in known.walk(base, (0, True), ends, BOUNDS)]


def test_a_walk_ends_where_it_is_an_answer_or_nobody_is_left_or_it_is_long() -> None:
    assert walked(4) == [[4, 1]]
    assert walked(5) == [[5, 0]]
    assert walked(6) == []
    assert walked(30, 90) == [[30, 63]]
    assert walked(90, 90) == []


def test_whether_there_is_a_world_at_all_is_found_without_one_to_begin_with() -> None:
    for window, there_is in (((2, 2), True), ((1, 1), False)):
        system = System(2, (0b01, 0b11), ((2, 2), window), ())
        assert Worlds(system).possible([], untold=False) == there_is
