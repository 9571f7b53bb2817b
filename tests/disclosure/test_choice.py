"""What is hidden where people in parts would do, and whole ones would not."""

from vcse_desktop.disclosure.choice import Choice
from vcse_desktop.disclosure.support import Free
from vcse_desktop.disclosure.system import Guard, System
from vcse_desktop.disclosure.worlds import Worlds

A, B, C, D = 1, 2, 4, 8
"""Groups of people: one in each of the first three, two in the last."""
ODD = System(
    4,
    (A | B | D, A | C | D, B | C | D, D),
    ((4, 4), (4, 4), (4, 4), (1, 3)),
    (Guard(3, (), 1, 3),),
    (1, 1, 1, 2),
)
"""One or three in the last group would leave half people in the others."""
ENDS = [(0, True), (0, False)]


def test_where_only_half_people_would_keep_a_group_open_a_number_is_hidden() -> None:
    worlds = Worlds(ODD)
    assert worlds.narrow([], ENDS) == ENDS
    hidden = Choice(worlds, Free([0, 1, 2], [1.0, 2.0, 3.0]), ENDS).make([], 0)
    assert list(hidden) == [0]
    assert worlds.narrow(hidden, ENDS) == []
    assert hidden[0] in ENDS
