"""What a sheet is before anybody says what it means: cells in rows, as the file holds them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar

Thing = TypeVar("Thing")
Cell = str | int | float | bool | date | datetime | time | timedelta | None
"""A cell as the file holds it: text files give text alone, a blank is None."""
MISSING = frozenset({"na", "n/a", "#n/a", "nan", "null", "nil", "none", "-", "--", "\u2013", "\u2014", "?"})
"""Words that may stand for nothing, folded: they are read as text, and whoever imports them decides."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells joined to one: first and last row (from 1) and column (from 0), both within."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet. ``rows[0]`` is row 1 as a spreadsheet numbers it; a row ends with its last cell.

    What stands in merged cells stands in the first of them; the others are blank. ``hidden`` says that
    the file's own program does not show the sheet.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Merged, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A file: its name, and the sheets that hold anything, in their order."""

    name: str
    grids: tuple[Grid, ...]


def blank(cell: Cell) -> bool:
    """Say whether nothing stands in a cell: spaces are nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def may_be_missing(cell: Cell) -> bool:
    """Say whether a cell holds a word that may stand for nothing, such as NA or a dash."""
    return isinstance(cell, str) and cell.strip().casefold() in MISSING


def without_end(things: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """Return cells without the blanks at their end, or rows without the empty ones at their end."""
    end = len(things)
    while end and (things[end - 1] is None or things[end - 1] == ()):
        end -= 1
    return things[:end]
