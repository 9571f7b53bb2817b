"""The least that must be hidden in one small table, proven: a search of its own to measure the engine by.

It looks for the cheapest set of numbers that meets every core. A core is a few shown numbers that alone close
one end of a secret, whatever else is hidden; each is found by an attack on a set that met all cores so far.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import inf, log
from time import process_time
from typing import Any

import highspy
import numpy as np

from benchmarks.disclosing.reader import End, Reader
from vcse_desktop.disclosure.atoms import universes
from vcse_desktop.disclosure.leftovers import Family, Standing, left_over
from vcse_desktop.disclosure.plan import CellKey, Plan, Status
from vcse_desktop.disclosure.policy import Policy, publish
from vcse_desktop.disclosure.secrets import secrets
from vcse_desktop.disclosure.system import Guard, System
from vcse_desktop.figures.table import FigureTable

FIRST_GAP = 0.02
"""So far from the cheapest the sets may be at first, as a share: it is cores that are wanted then."""
Cut = frozenset[int]
"""Numbers by their place, of which one at least must be hidden."""


@dataclass(frozen=True)
class Found:
    """What a set of hidden numbers costs; none is below ``lower``, the same where it is proven."""

    cost: float
    lower: float
    hidden: frozenset[int]

    @property
    def proven(self) -> bool:
        return self.cost <= self.lower + 1e-6


@dataclass
class Task:
    """One table under one rule, told as the audit tells it: groups of people that are counted, and secrets.

    ``places`` has the group of each number that is not nought; those that count the same people are one.
    """

    table: FigureTable
    policy: Policy
    places: dict[CellKey, int] = field(init=False)
    reader: Reader = field(init=False)
    values: list[int] = field(init=False)
    costs: list[float] = field(init=False)
    small: frozenset[int] = field(init=False)
    ends: list[End] = field(init=False)

    def __post_init__(self) -> None:
        (universe,) = universes([self.table])
        numbers = [number for number in universe.numbers if number.value]
        groups = {atoms: n for n, atoms in enumerate(dict.fromkeys(number.atoms for number in numbers))}
        self.places = {number.key: groups[number.atoms] for number in numbers}
        self.values = [next(n.value for n in numbers if n.atoms == atoms) for atoms in groups]
        self.costs = [0.0] * len(groups)
        for number in numbers:
            self.costs[groups[number.atoms]] += cost(number.value)
        self.small = frozenset(n for n, v in enumerate(self.values) if v < self.policy.threshold)
        windows = [publish(self.policy, value)[2] for value in self.values]
        self.reader = Reader(list(groups), universe.size, [(low, high or 0) for low, high in windows])
        guards = [guard for _, guard in secrets(universe, [self.table], (), self.policy)]
        where = [number.key for number in universe.numbers]
        self.ends = [end for guard in guards for end in self._ends(guard, where)]

    def _ends(self, guard: Guard, where: Sequence[CellKey]) -> Iterator[End]:
        """Yield both ends of a secret, the lower one no lower than the marks of hidden numbers leave open."""
        less = [self.places[where[n]] for n in guard.less]
        yield from self.ends_of(self.places[where[guard.number]], less)

    def ends_of(self, number: int, less: Sequence[int]) -> list[End]:
        """Return the ends that must stay open of a number without others inside it."""
        weights = {number: 1} | dict.fromkeys(less, -1)
        most = self.policy.threshold - 1
        least = next(n for n in range(1, most + 1) if n == most or self.reader.open((weights, -1, n), ()))
        return [(weights, -1, least), (weights, 1, most)]

    def left_over(self, shown: Collection[int], known: Collection[Family]) -> list[Family]:
        """Return what the audit finds left over between these numbers, none that is known."""
        reader = self.reader
        system = System(reader.size, tuple(reader.rows), tuple(reader.windows), ())
        hidden = set(range(len(self.values))) - set(shown)
        return left_over(system, Standing(self.values, (), hidden, self.policy.threshold), known)


def cost(value: int) -> float:
    """Return what it costs to hide a number: what it says grows with how large it is, but slowly."""
    return 1 + log(1 + value)


def hidden_of(task: Task, plan: Plan) -> set[int]:
    """Return the groups of which a plan shows no number."""
    said = {
        (table.kind.id, measure.code, row.codes): cell.status
        for table in plan.tables
        for row in table.rows
        for measure, cell in zip(table.kind.measures, row.cells, strict=True)
    }
    return {
        n
        for where, n in task.places.items()
        if said[where.table, where.measure, where.codes] is Status.HIDDEN
    }


def least_hidden(task: Task, known: Collection[int], seconds: float) -> Found:
    """Return the cheapest set of hidden numbers; ``known`` is one that is safe, to begin with."""
    search = _Search(task, frozenset(known), process_time() + seconds)
    assert search.safe(search.best), "what is safe for the audit is safe here"
    search.run()
    cheapest = task_cost(task, search.best)
    return Found(cheapest, min(search.lower, cheapest), search.best)


def tried_all(task: Task) -> float:
    """Return the cost of the cheapest safe set, by trying all of them: for tiny tables."""
    every = frozenset(range(len(task.values)))
    search, free = _Search(task, every, inf), sorted(every - task.small)
    sets = (frozenset(some) for count in range(len(free) + 1) for some in combinations(free, count))
    cheapest = sorted(sets, key=lambda some: task_cost(task, some))
    return next(task_cost(task, some) for some in cheapest if search.lets_by(task.small | some))


def task_cost(task: Task, hidden: Iterable[int]) -> float:
    """Return what these hidden numbers cost beside the small ones."""
    return sum(task.costs[n] for n in set(hidden) - task.small)


class _Search:
    """Cores found so far, the best safe set, and how cheap a set can be at the least."""

    def __init__(self, task: Task, known: frozenset[int], end: float) -> None:
        self.task, self.best, self.end = task, known, end
        self.lower = 0.0
        self.cuts: dict[Cut, None] = {}
        self.every = frozenset(range(len(task.values)))
        self._order = list(task.ends)
        self._open: list[Family] = []
        self._gap = FIRST_GAP

    def run(self) -> None:
        """Look until the cheapest set that meets all cores is safe, or time is over."""
        while process_time() < self.end and self.lower < task_cost(self.task, self.best) - 1e-6:
            chosen, lower = hitting(self.cuts, self.task.costs, self._gap, self.end)
            self.lower = max(lower, self.lower)
            before = len(self.cuts)
            self._made_safe(self.task.small | chosen, apart=True)
            safe = self._made_safe(self.task.small | chosen)
            if len(self.cuts) == before and self._gap:
                self._gap = 0.0
            elif safe is not None:
                self._better(safe)

    def _better(self, safe: frozenset[int]) -> None:
        """Take this set for the best one if it is, and if nothing is left over in it either."""
        safe = self._thinned(safe)
        if task_cost(self.task, safe) < task_cost(self.task, self.best) - 1e-9 and self._left_none(safe):
            self.best = safe

    def _made_safe(self, hidden: frozenset[int], *, apart: bool = False) -> frozenset[int] | None:
        """Add cores until nothing is unsafe, each met by its cheapest number; None when time is over.

        ``apart`` hides all of a core, so that the next one has none of its numbers.
        """
        for end in list(self._order):
            while core := self.task.reader.core(end, self.every - hidden):
                self._order.remove(end)
                self._order.insert(0, end)  # it was hard once and is asked first from now on
                self.cuts[core] = None
                hidden |= core if apart else {min(core, key=lambda n: (self.task.costs[n], n))}
                if process_time() > self.end:
                    return None
        return hidden

    def lets_by(self, hidden: frozenset[int]) -> bool:
        """Say whether the audit would let by what is not hidden."""
        return self.safe(hidden) and self._left_none(hidden)

    def _left_none(self, hidden: frozenset[int]) -> bool:
        """Say whether the audit finds nothing left over; what it finds becomes a core."""
        shown = self.every - hidden
        while families := self.task.left_over(shown, self._open):
            closed = [family for family in families if self._closed(family, shown)]
            self.cuts |= {frozenset({number, *less}): None for number, less in closed}
            if closed:
                return False
            self._open += families
        return True

    def _closed(self, family: Family, shown: frozenset[int]) -> bool:
        return not all(self.task.reader.open(end, shown) for end in self.task.ends_of(*family))

    def _thinned(self, hidden: frozenset[int]) -> frozenset[int]:
        """Show again, dearest first, what need not be hidden."""
        for n in sorted(hidden - self.task.small, key=lambda n: -self.task.costs[n]):
            rest = hidden - {n}
            if all(cut & rest for cut in self.cuts) and self.safe(rest):
                hidden = rest
        return hidden

    def safe(self, hidden: frozenset[int]) -> bool:
        """Say whether both ends of every secret are open."""
        return all(self.task.reader.open(end, self.every - hidden) for end in self._order)


def hitting(
    cuts: Mapping[Cut, None], costs: Sequence[float], gap: float, end: float
) -> tuple[frozenset[int], float]:
    """Return the cheapest numbers that meet every core, but for so much, and a cost that nothing is below."""
    model: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    options = {"output_flag": False, "threads": 1, "random_seed": 0, "mip_rel_gap": gap}
    for option, value in {**options, "time_limit": max(0.1, end - process_time())}.items():
        model.setOptionValue(option, value)
    size = len(costs)
    model.addVars(size, np.zeros(size), np.ones(size))
    model.changeColsCost(size, np.arange(size), np.array(costs))
    model.changeColsIntegrality(size, np.arange(size), np.array([highspy.HighsVarType.kInteger] * size))
    for cut in cuts:
        model.addRow(1, highspy.kHighsInf, len(cut), np.array(sorted(cut)), np.ones(len(cut)))
    model.run()
    chosen = np.flatnonzero(np.array(model.getSolution().col_value) > 0.5)
    return frozenset(chosen.tolist()), float(model.getInfo().mip_dual_bound)
