"""What earlier packs told about people, as tables that stand beside those of a new pack."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from vcse_desktop.disclosure.policy import Window
from vcse_desktop.figures.table import FigureTable

NO_RELEASE = sha256(b"[]").hexdigest()
"""The head of a ledger in which there is nothing (see ``ledger.head``)."""
UNKNOWN = 1 << 62
"""Who gave hours whose row is not there any more: all of these count as one person's, which hides most."""
Where = tuple[str, tuple[str, ...]]
"""A measure and the codes of a row."""
Days = tuple[str, str]
"""The first and the last day, ISO."""
Said = tuple[str, int | None]
"""How a number was told: its status, and what it said."""


class Told(NamedTuple):
    """For whom a pack was, and the day on which it was made (ISO)."""

    audience: str
    day: str


@dataclass(frozen=True, slots=True)
class PastTable(FigureTable):
    """A table as it was when it was told: who stood in it, by the ids of now where they are still there.

    ``release`` told it first. ``windows`` say what its readers know of each number, hours in minutes;
    ``about`` are the numbers that were protected.
    """

    release: int = 0
    windows: Mapping[Where, Window] = field(default_factory=dict)
    about: frozenset[Where] = frozenset()

    def rows(self) -> list[tuple[str, ...]]:
        """Return the rows that were told: of what quotes tell these are not all that there could be."""
        told = {row for _, row in self.windows}
        return [row for row in FigureTable.rows(self) if row in told]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was told of which nobody knows any more who was counted in it.

    ``days`` are by universe those that it is about, and all that what was told leads to from there.
    ``tables`` hold what was told last, by table, its version and its days, of everything that was told.
    ``packs`` are those that tell of them.
    """

    days: Mapping[str, frozenset[Days]] = field(default_factory=dict)
    tables: Mapping[tuple[str, int, Days], Mapping[Where, Said]] = field(default_factory=dict)
    packs: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """What was ever told of the people and the days of a new pack; ``head`` is that of the ledger then."""

    head: str = NO_RELEASE
    tables: tuple[PastTable, ...] = ()
    told: Mapping[int, Told] = field(default_factory=dict)
    forgotten: Forgotten = field(default_factory=Forgotten)


NOTHING = Past()
"""The past of a group that never shared a number."""
