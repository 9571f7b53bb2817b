"""A reader with time and a computer, who shares no code with what hides: only protected tables are read."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, product
from typing import Self

from vcse_desktop.disclosure.plan import Cell, CellKey, Plan, ProtectedTable, Status
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.figures.table import Dimension, FigureTable, Unit

Who = tuple[tuple[tuple[str, frozenset[str]], ...], frozenset[str]]
"""A kind of person: the codes in each dimension, and the measures that count them."""
Group = frozenset[int]
TOP = 1_000_000


@dataclass(frozen=True)
class Sheet:
    """All numbers of one universe: which kinds of people each counts, and what is printed there."""

    size: int
    counts: dict[CellKey, Group]
    printed: dict[CellKey, tuple[Unit, Cell]]


def sheet(plan: Plan, universe: str) -> Sheet:
    """Write down who could be counted where, from the definitions alone. Periods are all the same here."""
    tables = [t for t in plan.tables if any(m.universe == universe for m in t.kind.measures)]
    kinds = list(_kinds(tables, universe))
    counts, printed = {}, {}
    for table in tables:
        for column, measure in enumerate(table.kind.measures):
            if measure.universe == universe:
                for row in table.rows:
                    name = (table.kind.id, table.kind.version, measure.code)
                    days = (table.period.start.isoformat(), table.period.end.isoformat())
                    here = CellKey(*name, *days, row.codes)
                    is_in = [_counted(who, measure.code, table.kind.dimensions, row.codes) for who in kinds]
                    counts[here] = frozenset(n for n, yes in enumerate(is_in) if yes)
                    printed[here] = (measure.unit, row.cells[column])
    return Sheet(len(kinds), counts, printed)


def _kinds(tables: Sequence[ProtectedTable], universe: str) -> Iterator[Who]:
    choices: dict[str, set[frozenset[str]]] = {}
    for table in tables:
        for place, dimension in enumerate(table.kind.dimensions):
            codes = sorted({row.codes[place] for row in table.rows} - {"total"})
            most = len(codes) if dimension.overlaps else 1
            some = chain.from_iterable(combinations(codes, n) for n in range(1, most + 1))
            choices.setdefault(dimension.code, set()).update(map(frozenset, some))
    outer = {m.code: m.within for t in tables for m in t.kind.measures if m.universe == universe}
    names = sorted(outer)
    for n in range(1, len(names) + 1):
        for measures in combinations(names, n):
            if all(outer[code] in ("", *measures) or outer[code] not in names for code in measures):
                for held in product(*(sorted(choices[d], key=sorted) for d in sorted(choices))):
                    yield tuple(zip(sorted(choices), held, strict=True)), frozenset(measures)


def _counted(who: Who, measure: str, dimensions: Sequence[Dimension], codes: Sequence[str]) -> bool:
    has = dict(who[0])
    places = zip(dimensions, codes, strict=True)
    return measure in who[1] and all(code == "total" or code in has[d.code] for d, code in places)


def known(policy: Policy, unit: Unit, cell: Cell) -> tuple[float, float | None]:
    """Return what a printed number says, as the table of rules has it."""
    if cell.status is Status.HIDDEN or cell.value is None:
        somebody = not policy.zero_protected and unit is not Unit.PERSON_HOURS
        return int(somebody), None  # that nobody is there would be shown
    if cell.status is Status.SHOWN:
        return cell.value, cell.value
    if unit is Unit.PERSON_HOURS:
        half = 150 if policy.round_base == 5 else 7.5
        return max(0, cell.value - half), cell.value + half
    return max(policy.threshold, cell.value - 2), cell.value + 2


def secrets(page: Sheet, tables: Iterable[FigureTable], threshold: int) -> dict[tuple[CellKey, ...], Group]:
    """Return every small A, A - B and A - B - C by its numbers, from the true tables."""
    true = {}
    for table in tables:
        start, end = table.period.start.isoformat(), table.period.end.isoformat()
        for measure in table.kind.measures:
            for row in table.rows():
                here = CellKey(table.kind.id, table.kind.version, measure.code, start, end, row)
                true[here] = table.value(measure.code, row)
    found: dict[tuple[CellKey, ...], Group] = {}
    for a, people in page.counts.items():
        inner = [b for b, others in page.counts.items() if others < people and true[b]]
        for less in chain([()], combinations(inner, 1), combinations(inner, 2)):
            rest = people.difference(*(page.counts[b] for b in less))
            apart = len(rest) + sum(len(page.counts[b]) for b in less) == len(people)
            if apart and 1 <= true[a] - sum(true[b] for b in less) < threshold:
                found[a, *less] = rest
    return found


class Attacker:
    """Asks the other process; use with ``with``."""

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "tests.disclosure.milp"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def spans(
        self, page: Sheet, policy: Policy, groups: Sequence[Group], *, whole: bool = True
    ) -> list[tuple[float, float]]:
        """Return the least and the most that each group can be, given everything that is printed."""
        windows = [known(policy, *page.printed[here]) for here in page.counts]
        rows = [sorted(people) for people in page.counts.values()]
        question = {"rows": rows, "windows": windows, "secrets": [sorted(g) for g in groups]}
        assert self._process.stdin and self._process.stdout
        print(
            json.dumps({**question, "size": page.size, "whole": whole, "top": TOP}), file=self._process.stdin
        )
        self._process.stdin.flush()
        return [tuple(span) for span in json.loads(self._process.stdout.readline())]

    def least(self, page: Sheet, policy: Policy, groups: Sequence[Group]) -> list[float]:
        """Return the least that each group can be when only who is there at all is told."""
        marks = {
            here: (unit, cell if cell.value == 0 else Cell(Status.HIDDEN, None))
            for here, (unit, cell) in page.printed.items()
        }
        spans = self.spans(replace(page, printed=marks), policy, groups)
        return [max(1, low) for low, _ in spans]

    def leaks(
        self, plan: Plan, tables: Sequence[FigureTable], universe: str = "people"
    ) -> list[tuple[CellKey, ...]]:
        """Return the secrets that a reader knows to be inside a strict part of 1 to t - 1."""
        page = sheet(plan, universe)
        guarded = secrets(
            page, [t for t in tables if t.kind.measures[0].universe == universe], plan.policy.threshold
        )
        groups = list(guarded.values())
        found, lows = self.spans(page, plan.policy, groups), self.least(page, plan.policy, groups)
        high = plan.policy.threshold - 1
        return [
            name
            for name, (least, most), low in zip(guarded, found, lows, strict=True)
            if least > low + 0.5 or most < high - 0.5
        ]
