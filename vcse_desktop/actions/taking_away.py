"""Which subtraction of true numbers would give somebody away, for each number that is hidden to protect.

It holds true numbers: they are for the group's own screen alone, and never for a file, a log or an exception.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from vcse_desktop.disclosure.atoms import Number, Universe, universes
from vcse_desktop.disclosure.earlier import Past
from vcse_desktop.disclosure.plan import CellKey, Plan, Secret
from vcse_desktop.disclosure.published import past_windows
from vcse_desktop.figures.table import FigureTable, Unit

MOST_WHOLES = 12
"""So many numbers that hold both are tried, the smallest first: the smaller, the plainer what is left."""


@dataclass(frozen=True, slots=True)
class Taking:
    """What would be ``left`` of ``beside`` and ``number`` when the smaller ones are taken from the largest.

    ``number`` is the one that is hidden, ``few`` how many the protected are; hours in minutes. Without
    anything ``beside`` there is no such subtraction in a line or two.
    """

    secret: Secret
    number: Number
    few: int
    left: int = 0
    beside: tuple[Number, ...] = ()

    def told_before(self) -> list[Number]:
        """Return which of the numbers beside it an earlier pack told."""
        return [one for one in self.beside if one.key.release]


def takings(tables: Sequence[FigureTable], past: Past, plan: Plan) -> Mapping[CellKey, Taking]:
    """Return for each number that is hidden to protect what showing it would give away, and how.

    ``tables`` are the true ones that the plan was made of.
    """
    windows = past_windows(past)
    found: dict[CellKey, Taking] = {}
    for universe in universes([*past.tables, *tables], plan.policy.zero_protected) if plan.protects else ():
        mine = [n.key for n in universe.numbers if n.key in plan.protects]
        if mine:
            shown = [
                n
                for n in universe.numbers
                if n.value and (windows[n.key][1] is not None if n.key.release else n.key not in plan.reasons)
            ]
            look = _Look(universe, shown, plan)
            found |= {where: look.at(where, plan.protects[where]) for where in mine}
    return found


class _Look:
    """Looks for subtractions among the numbers of one universe that are ``shown``, now or before."""

    def __init__(self, universe: Universe, shown: Sequence[Number], plan: Plan) -> None:
        self._plan, self._unit = plan, universe.numbers[0].unit
        self._numbers = {number.key: number for number in universe.numbers}
        self._shown = sorted(shown, key=lambda n: (n.value, n.key))
        self._inside: dict[CellKey, list[Number]] = {}
        self._same: dict[int, list[CellKey]] = defaultdict(list)
        for number in universe.numbers:
            if not number.key.release:
                self._same[number.atoms].append(number.key)

    def at(self, where: CellKey, secret: Secret) -> Taking:
        """Return the plainest subtraction that this number would make possible."""
        this, cell = self._numbers[where], self._numbers[secret.cell]
        less = [self._numbers[key] for key in secret.less]
        group = cell.atoms
        for one in less:
            group &= ~one.atoms
        few = cell.value - sum(one.value for one in less)
        named = Secret(self._today(secret.cell, where), tuple(self._today(key, where) for key in secret.less))
        made = [Taking(named, this, few, *found) for found in self._found(this, group)]
        short = [one for one in made if one.beside and self._is_small(one.left, few)]
        return min(short, key=_plainness, default=Taking(named, this, few))

    def _today(self, key: CellKey, where: CellKey) -> CellKey:
        """Return a number of this pack that counts the same as an earlier one, if it has one."""
        same = self._same[self._numbers[key].atoms]
        return min(same, key=lambda one: (one.table != where.table, len(one.codes), one), default=key)

    def _found(self, this: Number, group: int) -> Iterator[tuple[int, tuple[Number, ...]]]:
        """Yield what would be left of a whole, and the numbers beside this one, the whole first."""
        if not group & ~this.atoms:
            parts = self._parts(this, group, this)
            yield this.value - sum(part.value for part in parts), tuple(parts)
        elif not this.atoms & group:
            both = this.atoms | group
            holding = (n for n in self._shown if not both & ~n.atoms)
            for whole in islice(holding, MOST_WHOLES):
                parts = self._parts(whole, both, this)
                yield whole.value - this.value - sum(part.value for part in parts), (whole, *parts)

    def _parts(self, whole: Number, but: int, this: Number) -> list[Number]:
        """Return shown numbers apart from each other inside the whole, without any of these atoms.

        Those of the same line come first, then large ones: they say most in fewest words.
        """
        if whole.key not in self._inside:
            self._inside[whole.key] = [n for n in reversed(self._shown) if not n.atoms & ~whole.atoms]
        line, room, parts = (this.key.table, this.key.measure), whole.atoms & ~but, list[Number]()
        for one in sorted(self._inside[whole.key], key=lambda n: _far(n.key, line)):
            if not one.atoms & ~room:
                parts.append(one)
                room &= ~one.atoms
        return parts

    def _is_small(self, left: int, few: int) -> bool:
        """Say whether what is left tells about the few: of people few, of hours little beside theirs."""
        if self._unit is Unit.PERSON_HOURS:
            return left * 100 <= few * (100 + self._plan.policy.share_pct)
        return left < self._plan.policy.threshold


def _plainness(one: Taking) -> tuple[int, int, bool, int, CellKey]:
    """Put first what needs no earlier pack, then what needs few numbers of its own table and leaves least."""
    other = any(n.key.table != one.number.key.table for n in one.beside)
    return len(one.told_before()), len(one.beside), other, one.left, one.beside[0].key


def _far(key: CellKey, line: tuple[str, str]) -> tuple[bool, bool]:
    return bool(key.release), (key.table, key.measure) != line
