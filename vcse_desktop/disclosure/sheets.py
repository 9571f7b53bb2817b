"""Which tables may be looked at together: the same number says the same in all of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from vcse_desktop.disclosure.policy import Window
from vcse_desktop.disclosure.printed import Number, Printed, Where, numbers, universe

MOST_NUMBERS = 6_000
"""In one universe at most: packs come from strangers."""


class Gap(Enum):
    """Why something was not looked at."""

    TOO_MANY = "too_many"
    CONTRADICTS = "contradicts"
    CHANGED_BETWEEN = "changed_between"
    UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True)
class Left:
    """What was left out, or not put together, of the numbers of these packs that count the same."""

    gap: Gap
    universe: str
    sources: tuple[int, ...]


@dataclass(slots=True)
class Sheet:
    """Numbers of one universe, by what they count; one may stand in several tables."""

    name: str
    tables: list[Printed] = field(default_factory=list)
    cells: dict[Where, list[Number]] = field(default_factory=lambda: defaultdict(list))

    @property
    def sources(self) -> tuple[int, ...]:
        """The packs that the tables are from."""
        return tuple(sorted({table.source for table in self.tables}))

    def said(self) -> Mapping[Where, Number]:
        """Return all that is said of each number, however often it stands somewhere."""
        return {where: _together(same) for where, same in self.cells.items()}

    def alone(self) -> list["Sheet"]:
        """Return a sheet for each pack."""
        return [_sheet(self.name, [t for t in self.tables if t.source == source]) for source in self.sources]

    def takes(self, other: "Sheet") -> bool:
        """Take in another sheet, if no number says another thing there."""
        both = self.cells.keys() & other.cells.keys()
        if any(_empty(_together([*self.cells[w], *other.cells[w]]).window) for w in both):
            return False
        self.tables += other.tables
        for where, same in other.cells.items():
            self.cells[where] += same
        return True


def sheets(tables: Sequence[Printed], name: str, left: list[Left]) -> list[Sheet]:
    """Return the numbers of a universe in as few sheets as they agree in; none when none is about people."""
    of = [table for table in tables if any(universe(table.kind, m) == name for m in table.kind.measures)]
    made: list[Sheet] = []
    count = 0
    for source in dict.fromkeys(table.source for table in of):
        some = []
        for table in of:
            count += len(table.cells) if table.source == source else 0
            if table.source == source and count <= MOST_NUMBERS:
                some.append(table)
        sheet = _sheet(name, some)
        if count > MOST_NUMBERS:
            left.append(Left(Gap.TOO_MANY, name, (source,)))
        if made and not any(one.takes(sheet) for one in made):
            left.append(Left(Gap.CHANGED_BETWEEN, name, (*made[0].sources, source)))
            made.append(sheet)
        elif not made:
            made.append(sheet)
    return [one for one in made if any(number.protected for same in one.cells.values() for number in same)]


def _sheet(name: str, tables: list[Printed]) -> Sheet:
    made = Sheet(name, tables)
    for table in tables:
        for measure in table.kind.measures:
            if universe(table.kind, measure) == name:
                for number in numbers(table, measure).values():
                    made.cells[number.where].append(number)
    return made


def _empty(window: Window) -> bool:
    return window[1] is not None and window[0] > window[1]


def _together(same: Sequence[Number]) -> Number:
    highs = [high for _, high in (number.window for number in same) if high is not None]
    return replace(
        next((number for number in same if not number.hidden), same[0]),
        hidden=all(number.hidden for number in same),
        some=any(number.some for number in same),
        protected=any(number.protected for number in same),
        threshold=min(number.threshold for number in same),
        window=(max(number.window[0] for number in same), min(highs) if highs else None),
    )
