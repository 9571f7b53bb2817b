"""Which rows below headings are no rows of the table: blanks, totals, notes, the headings once more."""

import re
from collections.abc import Sequence

from vcse_desktop.exchange.tables.grid import Cell
from vcse_desktop.exchange.tables.looks import Filled, is_value, number_of, often_filled
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
LONGER_LABEL = re.compile(r"((grand |sub[- ]?|overall )?totals?|cyfanswm)\b.{0,40}", re.IGNORECASE)
NOTE = re.compile(
    r"(notes?|sources?|key|nb|n\.b\.)\s*[:.-].*|(prepared|printed|exported|generated|last updated)\s+"
    r"(by|on|at|from)\b.*|[*\xa9].*",
    re.IGNORECASE | re.DOTALL,
)
LONG, NARROW = 60, 3
"""Letters of a note; a table has so many columns that a row with one cell is odd."""
CLOSE = 0.006
"""Numbers that were rounded to two places add up as closely as this, for each of them."""
Rows = Sequence[tuple[int, Filled]]


class Apart:
    """Why rows are none. ``body`` are the rows below the headings, ``named`` the headings by column."""

    ABOVE = ABOVE

    def __init__(self, body: Rows, named: dict[int, str]) -> None:
        self._body = list(body)
        while self._body and not self._body[-1][1]:
            self._body.pop()
        self._why: dict[int, str] = {}
        folded = {at: heading.casefold() for at, heading in named.items()}
        for number, cells in self._body:
            if not cells:
                self._why[number] = BLANK
            elif folded and _again(cells, folded):
                self._why[number] = AGAIN
            elif _is_labelled(cells, LABEL):
                self._why[number] = TOTAL
        self._from_the_end(named)

    def why(self, number: int) -> str:
        """Return why a row is none, or "" when it is one."""
        return self._why.get(number, "" if self._body and number <= self._body[-1][0] else BLANK)

    def all(self) -> list[tuple[int, str]]:
        """Return all that are none, down to the last in which anything stands."""
        return sorted(self._why.items())

    def _from_the_end(self, named: dict[int, str]) -> None:
        """Take notes and totals off the end, which would be rows anywhere else."""
        usual = often_filled((cells for number, cells in self._body if number not in self._why), 1 / 2)
        for place in range(len(self._body) - 1, 0, -1):
            number, cells = self._body[place]
            if self._why.get(number):
                continue
            after_blank = not self._body[place - 1][1]
            if _is_note(cells, max(len(usual), len(named)), after_blank=after_blank):
                self._why[number] = BELOW
            elif _is_labelled(cells, LONGER_LABEL) or self._adds_up(cells, place, usual):
                self._why[number] = TOTAL
            else:
                break

    def _adds_up(self, cells: Filled, place: int, usual: set[int]) -> bool:
        """Say whether a row without words holds the sums of the columns above it."""
        numbers = {at: number for at, cell in cells.items() if (number := number_of(cell)) is not None}
        if len(numbers) < len(cells) or not usual - set(numbers):
            return False
        above = [row for number, row in self._body[:place] if not self._why.get(number)]
        sums = {at: [n for row in above if (n := number_of(row.get(at))) is not None] for at in numbers}
        return all(len(found) > 1 for found in sums.values()) and all(
            abs(sum(found) - numbers[at]) <= CLOSE * len(found) for at, found in sums.items()
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
    return is_value(cell) or (isinstance(cell, str) and not cell.strip("-\u2013\u2014 *%"))


def _is_note(cells: Filled, columns: int, *, after_blank: bool) -> bool:
    if len(cells) > 1 or columns < NARROW:
        return False
    (cell,) = cells.values()
    if not isinstance(cell, str):
        return False
    return after_blank or len(cell) > LONG or NOTE.fullmatch(cell.strip()) is not None
