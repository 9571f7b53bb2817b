"""When the screen is covered and everything is locked, by clocks that are handed in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.watching.resting import SLEPT, WARNING, Resting, Step, What


class Clocks:
    """Two clocks that a test turns: one counts waking seconds, the other is the one on the wall."""

    def __init__(self) -> None:
        self.waking = self.wall = 1000.0

    def go(self, seconds: float) -> None:
        self.waking += seconds
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def resting(clocks: Clocks) -> Resting:
    made = Resting(lambda: clocks.waking, lambda: clocks.wall)
    made.times(300, 900)
    return made


@pytest.mark.parametrize(
    ("idle", "covered", "step"),
    [
        (0, False, Step(What.NOTHING)),
        (269, False, Step(What.NOTHING)),
        (270, False, Step(What.WARN, What.COVER, 30)),
        (299.2, False, Step(What.WARN, What.COVER, 1)),
        (300, False, Step(What.COVER)),
        (300, True, Step(What.NOTHING)),
        (870, True, Step(What.WARN, What.LOCK, 30)),
        (900, True, Step(What.LOCK)),
        (5000, False, Step(What.LOCK)),
    ],
)
def test_first_a_warning_then_the_cover_then_the_lock(
    resting: Resting, idle: float, covered: bool, step: Step
) -> None:
    assert resting.step(idle, covered=covered) == step


def test_a_key_in_the_last_second_stops_it(resting: Resting, clocks: Clocks) -> None:
    assert resting.step(299, covered=False).what is What.WARN
    clocks.go(1)
    assert resting.step(0.2, covered=False) == Step(What.NOTHING)


def test_without_a_cover_the_lock_is_warned_of(resting: Resting) -> None:
    resting.times(0, 900)
    assert resting.step(500, covered=False) == Step(What.NOTHING)
    assert resting.step(880, covered=False) == Step(What.WARN, What.LOCK, 20)


@pytest.mark.parametrize("which", ["wall", "waking"])
def test_a_computer_that_slept_is_locked_whatever_it_says(
    resting: Resting, clocks: Clocks, which: str
) -> None:
    clocks.go(1)
    setattr(clocks, which, getattr(clocks, which) + SLEPT + 1)
    assert resting.step(0, covered=False) == Step(What.LOCK)
    clocks.go(1)
    assert resting.step(0, covered=False) == Step(What.NOTHING), "once"


def test_a_clock_that_is_put_back_locks_nothing(resting: Resting, clocks: Clocks) -> None:
    clocks.wall -= 10 * 365 * 86400
    assert resting.step(0, covered=False) == Step(What.NOTHING)


@given(cover=st.integers(0, 30), lock=st.integers(1, 60), idle=st.floats(0, 5000), covered=st.booleans())
def test_nothing_comes_without_its_warning_and_nothing_is_late(
    cover: int, lock: int, idle: float, covered: bool
) -> None:
    resting = Resting(lambda: 0.0, lambda: 0.0)
    resting.times(cover * 60, lock * 60)
    step = resting.step(idle, covered=covered)
    assert (step.what is What.LOCK) == (idle >= lock * 60)
    if step.what in {What.COVER, What.LOCK}:
        before = resting.step(idle - 1, covered=covered)
        assert before.what is not What.NOTHING
    if step.what is What.WARN:
        assert 0 < step.seconds <= WARNING
