"""Tables on their way to a plan: which numbers are hidden so far, and what becomes of the others."""

from collections.abc import Mapping, Sequence

from vcse_desktop.disclosure.atoms import Number, Universe
from vcse_desktop.disclosure.beside import hidden_before
from vcse_desktop.disclosure.earlier import Past
from vcse_desktop.disclosure.hours import unfit
from vcse_desktop.disclosure.plan import Cell, CellKey, Plan, ProtectedRow, ProtectedTable, Secret, Why, key
from vcse_desktop.disclosure.policy import (
    HIDDEN,
    ROUND_5,
    Policy,
    Published,
    Status,
    Window,
    publish,
    publish_minutes,
)
from vcse_desktop.disclosure.published import past_windows
from vcse_desktop.disclosure.quoted import at_least
from vcse_desktop.figures.table import LABELS, THINGS, TOTAL, FigureTable, Unit


class Draft:
    """The reasons for what is hidden, from small numbers on; ``plan`` writes down how it stands."""

    def __init__(
        self, tables: Sequence[FigureTable], policy: Policy, past: Past, found: Sequence[Universe]
    ) -> None:
        numbers = {n.key: n for universe in found for n in universe.numbers if not n.key.release}
        self.tables, self.policy, self.past = tables, policy, past
        self.reasons = {n.key: Why.SMALL for n in numbers.values() if _alone(policy, n)[0] is Status.HIDDEN}
        self.protects: dict[CellKey, Secret] = {}
        self._open = {}
        for table in tables:
            for row in table.rows():
                for measure in table.kind.measures:
                    where = key(table, measure.code, row)
                    value = 0 if where in numbers else table.value(measure.code, row)
                    number = numbers.get(where, Number(where, measure.unit, value, 0, protected=False))
                    self._open[where] = at_least(table, row) or _alone(policy, number)
        self._hide_beside_few()

    def hide_as_before(self, universe: Universe) -> None:
        """Hide what was hidden whenever it was told: to show it now would tell why it was hidden then."""
        before = _windows_before(universe, past_windows(self.past))
        for number in universe.numbers:
            _, high = before.get(number.atoms, (0, 0))
            if not number.key.release and number.value and high is None and not self._is_quoted(number):
                self.reasons.setdefault(number.key, Why.EARLIER)

    def hide_as_told(self) -> None:
        """Hide what was hidden when it was told of people of whom nobody knows any more who they were."""
        for table in self.tables:
            for where in hidden_before(table, self.past.forgotten):
                if self._open[where][0] is not Status.AT_LEAST and self._open[where][1] != 0:
                    self.reasons.setdefault(where, Why.EARLIER)

    def _hide_beside_few(self) -> None:
        """Hide a number of those who were looked at where few of these are not among them."""
        for table in self.tables:
            for measure in table.kind.measures:
                for row in table.rows() if measure.rest else ():
                    if 0 < table.value(measure.rest, row) < self.policy.threshold:
                        self.reasons.setdefault(key(table, measure.code, row), Why.SMALL)

    def _is_quoted(self, number: Number) -> bool:
        return self._open[number.key][0] is Status.AT_LEAST

    def hide_hours(self) -> None:
        """Hide the hours that stand on few people, or on a head count that is hidden."""
        hidden = set(self.reasons)
        for table in self.tables:
            timed = [m for m in table.kind.measures if m.unit is Unit.PERSON_HOURS and table.kind.sensitive]
            for measure in timed:
                for row in table.rows():
                    if unfit(table, measure, row, self.policy, hidden):
                        self.reasons[key(table, measure.code, row)] = Why.HOURS

    def plan(self) -> Plan:
        """Return the tables with what is hidden so far."""
        made = tuple(self._table(table) for table in self.tables)
        return Plan(self.policy, made, dict(self.reasons), dict(self.protects), self.past.told)

    def _table(self, table: FigureTable) -> ProtectedTable:
        names = [{TOTAL: LABELS[TOTAL]} | {code.code: code.label for code in codes} for codes in table.codes]
        rows = []
        for row in table.rows():
            labels = tuple(mine[code] for mine, code in zip(names, row, strict=True))
            cells = tuple(self._cell(key(table, measure.code, row)) for measure in table.kind.measures)
            rows.append(ProtectedRow(row, labels, cells))
        bands = tuple(tuple(code for code in codes if code.holds) for codes in table.codes)
        return ProtectedTable(table.kind, table.period, tuple(rows), table.notes, bands if any(bands) else ())

    def _cell(self, where: CellKey) -> Cell:
        status, value, _ = HIDDEN if where in self.reasons else self._open[where]
        return Cell(status, value)


def told_before(universe: Universe, windows: Mapping[CellKey, Window]) -> set[CellKey]:
    """Return the numbers of a plan whose hiding would help nobody.

    They tell no more than was told before, or have no upper end: hidden ones, and what quotes tell.
    """
    before = _windows_before(universe, windows)
    return {
        number.key
        for number in universe.numbers
        if not number.key.release
        and (
            windows[number.key][1] is None or _holds(windows[number.key], before.get(number.atoms, (0, None)))
        )
    }


def _windows_before(universe: Universe, windows: Mapping[CellKey, Window]) -> dict[int, Window]:
    """Return what is known of each group of people that was told of."""
    found: dict[int, Window] = {}
    for number in universe.numbers:
        if number.key.release:
            (low, high), (least, most) = windows[number.key], found.get(number.atoms, (0, None))
            ends = [end for end in (high, most) if end is not None]
            found[number.atoms] = max(low, least), min(ends, default=None)
    return found


def _holds(window: Window, narrower: Window) -> bool:
    """Say whether whoever knows that a number lies in the narrower window learns nothing from the other."""
    (low, high), (least, most) = window, narrower
    return low <= least and (high is None or (most is not None and most <= high))


def _alone(policy: Policy, number: Number) -> Published:
    """Return what becomes of a number on its own, before anything is hidden for the sake of another."""
    rounds_all = policy.code == ROUND_5.code and number.unit not in THINGS
    if not (number.protected or rounds_all):
        return Status.SHOWN, number.value, (number.value, number.value)
    if number.unit is Unit.PERSON_HOURS:
        return publish_minutes(policy, number.value)
    if number.frail and number.value < policy.threshold:
        return HIDDEN
    return publish(policy, number.value)
