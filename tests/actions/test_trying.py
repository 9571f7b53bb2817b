"""Wrong passphrases slow down, across starts of the program, and never lock anybody out."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from vcse_desktop.actions import trying
from vcse_desktop.actions.trying import FORGOTTEN, MOST, left, right, wrong
from vcse_desktop.errors import WorldError
from vcse_desktop.paths import profile_dir

HERE = Path("/somewhere/Anytown Carers")


class Clock:
    now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Iterator[Clock]:
    """A clock that moves by hand, at a new start of the program: what no disk took is not left to others."""
    trying._unwritten.clear()
    yield Clock()
    trying._unwritten.clear()


def test_the_wait_doubles_up_to_thirty_seconds_and_then_stays(clock: Clock) -> None:
    waits = []
    for _ in range(8):
        waits.append(wrong(HERE, clock))
        clock.now += waits[-1]
    assert waits == [1, 2, 4, 8, 16, 30, 30, 30]
    assert left(HERE, clock) == 0


def test_it_is_counted_down_and_what_is_right_ends_it(clock: Clock) -> None:
    for _ in range(4):
        wrong(HERE, clock)
    clock.now += 5.5
    assert left(HERE, clock) == 3
    assert left(HERE.with_name("another group"), clock) == 0
    right(HERE, clock)
    assert left(HERE, clock) == 0
    assert wrong(HERE, clock) == 1


def test_it_outlives_the_program_and_says_nothing_of_anybody(clock: Clock) -> None:
    for _ in range(3):
        wrong(HERE, clock)
    trying._unwritten.clear()  # as at a new start
    assert left(HERE, clock) in {4, 5}, "rounded up"
    kept = (profile_dir() / trying.NAME).read_text("utf-8")
    assert "Anytown" not in kept and "somewhere" not in kept


@pytest.mark.parametrize("jump", [-10 * 365 * 86400, 365 * 86400, FORGOTTEN + MOST + 1])
def test_no_clock_keeps_anybody_out(clock: Clock, jump: float) -> None:
    for _ in range(9):
        wrong(HERE, clock)
    clock.now += jump
    assert left(HERE, clock) == 0
    assert wrong(HERE, clock) == 1


@pytest.mark.parametrize("kept", ["", "[]", '{"x": 1}', '{"x": ["a", 2]}', "{" * 100_000, '{"x": [1, null]}'])
def test_a_file_that_is_no_such_file_keeps_nobody_out(clock: Clock, kept: str) -> None:
    (profile_dir() / trying.NAME).write_text(kept, "utf-8")
    assert left(HERE, clock) == 0
    assert wrong(HERE, clock) == 1
    assert len(json.loads((profile_dir() / trying.NAME).read_text("utf-8"))) == 1


def test_a_full_disk_does_not_end_the_wait(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        raise WorldError("full", "full")

    monkeypatch.setattr(trying, "write_whole", full)
    for _ in range(3):
        seconds = wrong(HERE, clock)
    assert seconds == 4
    clock.now += 1
    assert left(HERE, clock) in {3, 4}
