"""Which rows below headings are no rows of the table: blanks, totals, notes, the headings once more."""

import re
from collections.abc import Iterator
from datetime import timedelta

from vcse_desktop.exchange.tables.grid import Cell, Grid
from vcse_desktop.exchange.tables.looks import Filled, filled, number_of, often_filled
from vcse_desktop.i18n import N_

ABOVE = N_("It stands above the table.")
BELOW = N_("It is a note below the table.")
TOTAL = N_("It is a total.")
BLANK = N_("It is blank.")
AGAIN = N_("It repeats the headings.")
LABEL = re.compile(
    r"(grand |sub[- ]?|overall )?totals?( (hours?|people|visits?|number|amount|attendances?|sessions?))?:?"
    r"|sum:?|cyfanswm:?",
    re.IGNORECASE,
)
LONGER_LABEL = re.compile(
    LABEL.pattern
    + r"|(grand |sub[- ]?|overall )?totals? (for|of|in|to|this|all|at|across|by|\d|jan|feb|mar|apr|may|"
    r"jun|jul|aug|sep|oct|nov|dec).{0,40}",
    re.IGNORECASE,
)
NOTE = re.compile(
    r"(notes?|sources?|key|nb|n\.b\.)\s*[:.-].*|(prepared|printed|exported|generated|last updated)\s+"
    r"(by|on|at|from)\b.*|[*\xa9].*",
    re.IGNORECASE | re.DOTALL,
)
LONG, NARROW = 60, 3
"""Letters of a note; a table has so many columns that a row with one cell is odd."""
CLOSE = 0.006
"""Numbers that were rounded to two places add up as closely as this, for each of them."""


class Body:
    """The rows of a sheet below its headings: from row ``first`` to before row ``end``."""

    def __init__(self, grid: Grid, header: int) -> None:
        self._rows = grid.rows
        self.first, self.end = header + 1, len(grid.rows) + 1
        while self.end > self.first and not self.cells(self.end - 1):
            self.end -= 1

    def cells(self, number: int) -> dict[int, Cell]:
        """Return the cells of a row in which anything stands."""
        return filled(self._rows[number - 1])

    def columns(self) -> set[int]:
        """Return the columns in which anything stands."""
        found: set[int] = set()
        for number in range(self.first, self.end):
            found.update(self.cells(number))
        return found


class Apart:
    """Why rows are none. ``named`` are the headings by column."""

    def __init__(self, body: Body, named: dict[int, str]) -> None:
        self._body, self._why = body, dict[int, str]()
        folded = {at: heading.casefold() for at, heading in named.items()}
        for number in range(body.first, body.end):
            cells = body.cells(number)
            if not cells:
                self._why[number] = BLANK
            elif folded and _again(cells, folded):
                self._why[number] = AGAIN
            elif _is_labelled(cells, LABEL):
                self._why[number] = TOTAL
        self._from_the_end(named)

    def why(self, number: int) -> str:
        """Return why a row is none, or "" when it is one."""
        return self._why.get(number, "")

    def all(self) -> list[tuple[int, str]]:
        """Return all that are none, down to the last in which anything stands."""
        return sorted(self._why.items())

    def _from_the_end(self, named: dict[int, str]) -> None:
        """Take notes and totals off the end, which would be rows anywhere else."""
        usual = often_filled(self._rows(self._body.end), 1 / 2)
        for number in range(self._body.end - 1, self._body.first, -1):
            cells = self._body.cells(number)
            if self._why.get(number):
                continue
            after_blank = not self._body.cells(number - 1)
            if _is_note(cells, max(len(usual), len(named)), after_blank=after_blank):
                self._why[number] = BELOW
            elif _is_labelled(cells, LONGER_LABEL) or self._adds_up(cells, number, usual):
                self._why[number] = TOTAL
            else:
                break

    def _rows(self, end: int) -> Iterator[dict[int, Cell]]:
        """Yield what is a row as far as is known, up to before this one."""
        return (self._body.cells(n) for n in range(self._body.first, end) if n not in self._why)

    def _adds_up(self, cells: Filled, end: int, usual: set[int]) -> bool:
        """Say whether a row without words holds the sums of the columns above it."""
        numbers = {at: number for at, cell in cells.items() if (number := number_of(cell)) is not None}
        if not cells or len(numbers) < len(cells) or not usual - set(numbers):
            return False
        sums: dict[int, list[float]] = {at: [] for at in numbers}
        for row in self._rows(end):
            for at, found in sums.items():
                if (number := number_of(row.get(at))) is not None:
                    found.append(number)
        return all(
            len(found) > 1 and abs(sum(found) - numbers[at]) <= CLOSE * len(found)
            for at, found in sums.items()
        )


def _again(cells: Filled, folded: dict[int, str]) -> bool:
    return len(cells) > 1 and all(
        folded.get(at, "\0").endswith(" ".join(str(cell).split()).casefold()) for at, cell in cells.items()
    )


def _is_labelled(cells: Filled, label: re.Pattern[str]) -> bool:
    """Say whether a row begins with such words, and the rest of it are numbers."""
    first, *rest = cells.values()
    return isinstance(first, str) and label.fullmatch(first.strip()) is not None and all(map(_counts, rest))


def _counts(cell: Cell) -> bool:
    return (
        number_of(cell) is not None
        or isinstance(cell, timedelta)
        or (isinstance(cell, str) and not cell.strip("-\u2013\u2014 *%"))
    )


def _is_note(cells: Filled, columns: int, *, after_blank: bool) -> bool:
    if len(cells) > 1 or columns < NARROW:
        return False
    (cell,) = cells.values()
    if not isinstance(cell, str):
        return False
    return after_blank or len(cell) > LONG or NOTE.fullmatch(cell.strip()) is not None
