"""What may still be told beside numbers of which nobody knows any more who was counted in them."""

from collections.abc import Iterator, Mapping, Sequence

from vcse_desktop.disclosure.atoms import Number, is_frail, protected, universe_name
from vcse_desktop.disclosure.earlier import Days, Forgotten, Said, Where
from vcse_desktop.disclosure.plan import Cell, CellKey, Plan, Status, key
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.disclosure.published import right, told
from vcse_desktop.figures.table import FigureTable, Measure

Spot = tuple[Measure, tuple[str, ...]]
"""A measure, and the codes of a row."""


def meet(one: Days, other: Days) -> bool:
    """Say whether a day is in both."""
    return one[0] <= other[1] and other[0] <= one[1]


def may_go(table: FigureTable, policy: Policy, lost: Forgotten) -> bool:
    """Say whether a table could stand beside what was told of people whom nobody knows any more.

    Only one that says of people just what was said of them before can: of any other nobody could say what
    it tells when it is compared, and even a mark says that somebody is there.
    """
    for measure, row in _beside(table, lost):
        said = _before(table, lost).get((measure.code, row))
        value, frail = table.value(measure.code, row), is_frail(table, measure, policy.zero_protected)
        number = Number(key(table, measure.code, row), measure.unit, value, 0, protected=True, frail=frail)
        if said is None or not _same(number, Cell(Status(said[0]), said[1]), policy):
            return False
    return True


def hidden_before(table: FigureTable, lost: Forgotten) -> Iterator[CellKey]:
    """Yield the numbers beside what is forgotten that were hidden when they were told last."""
    for measure, row in _beside(table, lost):
        if _before(table, lost).get((measure.code, row)) == (Status.HIDDEN.value, None):
            yield key(table, measure.code, row)


def newly_told(plan: Plan, tables: Sequence[FigureTable], lost: Forgotten) -> list[CellKey]:
    """Return the numbers beside what is forgotten of which the plan says anything that was not said."""
    printed, found = told(plan), []
    for table in tables:
        for measure, row in _beside(table, lost):
            where, said = key(table, measure.code, row), _before(table, lost).get((measure.code, row))
            cell = printed.get(where)
            shown = cell is not None and cell.value is not None
            if said is None or (cell and shown and (cell.status.value, cell.value) != said):
                found.append(where)
    return found


def _beside(table: FigureTable, lost: Forgotten) -> Iterator[Spot]:
    """Yield the numbers about people that could be compared with what is forgotten."""
    mine = _days(table)
    for measure in table.kind.measures if lost.days else ():
        if any(meet(mine, other) for other in lost.days.get(universe_name(table, measure), ())):
            yield from ((measure, row) for row in table.rows() if protected(table, measure, row))


def _before(table: FigureTable, lost: Forgotten) -> Mapping[Where, Said]:
    return lost.tables.get((table.kind.id, table.kind.version, _days(table)), {})


def _days(table: FigureTable) -> Days:
    return table.period.start.isoformat(), table.period.end.isoformat()


def _same(number: Number, cell: Cell, policy: Policy) -> bool:
    """Say whether a number would be told so today; a mark is none where nobody is."""
    if cell.value is None:
        return number.value > 0 or number.frail
    return right(policy, number, cell)
