"""A clock that jumps, while a vault is open or between two days of work, disturbs no order and no record."""

from pathlib import Path
from random import Random

import pytest

from tests.conftest import LONG
from tests.faults.content import Found, Rows, judged
from tests.faults.judging import harm_in
from tests.faults.stores import OURS, OpenVault
from tests.faults.tally import SILENT, Tally
from vcse_desktop.store import ident

UNITS = 1000 if LONG else 150
YEAR_MS = 365 * 24 * 3600 * 1000
JUMPS = (-10 * YEAR_MS, YEAR_MS, -YEAR_MS, 24 * 3600 * 1000, -3600 * 1000, 0)
"""Milliseconds that a clock is wrong: an empty battery, a date typed wrongly, summer time."""


def by_entry(rows: Rows) -> Rows:
    """Return the rows in the order of their units: a clock that was wrong puts them elsewhere in a list."""

    def number(line: tuple[object, ...]) -> int:
        return int(str(line[0]).removeprefix("n"))

    return Rows(*(sorted(some, key=number) for some in (rows.people, rows.sessions, rows.hours)))


class Jumping:
    """A clock that is set to another time now and then."""

    def __init__(self, chance: Random) -> None:
        self.chance, self.wrong, self.real = chance, 0, ident.wall_ms

    def jump(self) -> None:
        """Set it."""
        self.wrong = self.chance.choice(JUMPS)

    def wall_ms(self) -> int:
        """Read it."""
        return self.real() + self.wrong


def stamps(opened: OpenVault) -> list[int]:
    """Return the stamps of all units in the order in which they were saved."""
    return [
        n
        for (n,) in opened.vault._inside.reader.run(
            lambda con: con.execute("SELECT hlc FROM tx ORDER BY n").fetchall()
        )
    ]


def harm_of_a_clock(opened: OpenVault, units: int) -> str:
    """Return the harm when so many units were saved by a clock that jumps."""
    rose = stamps(opened)
    if rose != sorted(set(rose)):
        return SILENT
    rows = by_entry(opened.rows())
    found = judged(rows)
    return harm_in(found, units) or (SILENT if opened.problems() or found != Found(units) else "")


def test_a_clock_that_jumps(tmp_path: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch) -> None:
    OURS.make(tmp_path)
    clock = Jumping(tally.chance)
    monkeypatch.setattr(ident, "wall_ms", clock.wall_ms)
    number = 0
    while number < UNITS:
        monkeypatch.setattr(ident, "_last", 0)  # another day: the program was started anew
        clock.jump()
        with OURS.open(tmp_path) as opened:
            for _ in range(tally.chance.randrange(1, 20)):
                number += 1
                if tally.chance.random() < 0.2:
                    clock.jump()
                    tally.tried("vault", "jumps of the clock")
                opened.do(number)
            tally.tried("vault", "jumps of the clock")
            tally.harm("vault", harm_of_a_clock(opened, number), f"unit {number}")
