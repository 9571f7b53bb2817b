"""What a reader can put together about one universe: sums with windows, and what must stay open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from vcse_desktop.disclosure.policy import Window


@dataclass(frozen=True, slots=True)
class Guard:
    """A number less others inside it must be able to be ``low`` or less, and ``high`` or more."""

    number: int
    less: tuple[int, ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class System:
    """Every number is the sum of the atoms in its row (bit i: atom i of ``size``) and lies in its window.

    ``there`` is a world to begin with, right or wrong; () for none.
    """

    size: int
    rows: tuple[int, ...]
    windows: tuple[Window, ...]
    guards: tuple[Guard, ...]
    there: tuple[int, ...] = ()


def guards_to_plain(guards: Iterable[Guard]) -> list[Any]:
    """Return guards as JSON holds them."""
    return [(guard.number, guard.less, guard.low, guard.high) for guard in guards]


def to_plain(system: System) -> dict[str, Any]:
    """Return the system as JSON holds it."""
    return {
        "size": system.size,
        "rows": [f"{row:x}" for row in system.rows],
        "windows": system.windows,
        "guards": guards_to_plain(system.guards),
        "there": system.there,
    }


def guards_from_plain(plain: Iterable[Sequence[Any]]) -> tuple[Guard, ...]:
    """Return the guards that were written."""
    return tuple(Guard(number, tuple(less), low, high) for number, less, low, high in plain)


def from_plain(plain: dict[str, Any]) -> System:
    """Return the system that was written."""
    return System(
        plain["size"],
        tuple(int(row, 16) for row in plain["rows"]),
        tuple((low, high) for low, high in plain["windows"]),
        guards_from_plain(plain["guards"]),
        tuple(plain["there"]),
    )
