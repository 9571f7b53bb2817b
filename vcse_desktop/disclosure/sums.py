"""All that is known of the numbers of a universe as one system: each number's ends, and those of sums."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from vcse_desktop.disclosure.links import Links
from vcse_desktop.disclosure.policy import Window
from vcse_desktop.disclosure.printed import Number, Where
from vcse_desktop.figures.table import Unit

Row = tuple[list[int], list[int], int | None, int | None]
"""Columns, what each is taken times, and the least and the most of their sum."""


@dataclass(frozen=True, slots=True)
class Sums:
    """``places`` has the column of each number; ``whole`` says that there are no parts of one."""

    places: Mapping[Where, int]
    columns: list[Window]
    rows: list[Row]
    whole: bool

    def counting(self, said: Mapping[Where, Number]) -> "Sums":
        """Return the same, with every hidden number that cannot be none being one at least."""
        columns = list(self.columns)
        for where, number in said.items():
            low, high = number.window
            columns[self.places[where]] = (max(low, 1) if number.some else low), high
        return replace(self, columns=columns)

    def plain(self) -> dict[str, Any]:
        """Return the system as the worker reads it."""
        return {"columns": self.columns, "rows": self.rows, "whole": self.whole}


def system_of(said: Mapping[Where, Number], made: Links) -> Sums:
    """Return the system of these numbers, and of those beside them that nobody printed."""
    beside = {where for terms, _, _ in made.sums for where, _ in terms}
    beside |= {where for outer in made.inside.values() for where in outer}
    places = {where: place for place, where in enumerate(sorted({*said, *beside}))}
    rows: list[Row] = [
        ([places[where] for where, _ in terms], [times for _, times in terms], low, high)
        for terms, low, high in made.sums
    ]
    for inner, outer in made.inside.items():
        rows += [([places[inner], places[where]], [1, -1], None, 0) for where in sorted(outer)]
    columns = [said[where].window if where in said else (0, None) for where in places]
    whole = all(number.unit is not Unit.PERSON_HOURS for number in said.values())
    return Sums(places, columns, rows, whole)
