"""Tables that show what hiding must do, and how one number of a plan is printed otherwise."""

from collections.abc import Iterator
from dataclasses import replace

from tests.disclosure.making import AGE, PEOPLE, one_line, square
from tests.disclosure.test_attacks import linked
from tests.disclosure.test_hours import ALONE, HELPERS, HOURS, each, times
from vcse_desktop.disclosure.plan import Cell, CellKey, Plan, ProtectedTable, key
from vcse_desktop.disclosure.policy import POLICIES, Policy
from vcse_desktop.figures.table import FigureTable, Unit

NHS, U5, U10R5 = (POLICIES[code] for code in ("nhs_1_7_r5", "under_5", "under_10_r5"))
CROSSED = square([[14, 3, 9], [2, 21, 8], [12, 4, 30]])
TRIPLE = square([[1, 3, 12], [3, 12, 12]])
SPARSE = square([[20, 0, 12], [3, 0, 2], [1, 8, 12]])
LINKED = linked(
    [({"jan"}, {"walk"}, "yes", n > 0) for n in range(10)] + [({"jan"}, {"meal"}, "no", True)] * 2
)
CAME = replace(PEOPLE, unit=Unit.ATTENDANCE)
AGAIN = [
    one_line({"ashby": 20, "brook": 4, "corley": 6}),
    one_line({"young": 24, "old": 6}, dimensions=(AGE,), ident="by_age"),
]
TIME = times(
    [*each("park", [400] * 30), *each("pool", [60] * 3, 40), *each("hall", [90] * 9, 50)],
    "park pool hall",
    HELPERS,
    HOURS,
)
HEALTH = replace(U5, zero_protected=frozenset({"area"}))
ONES = one_line({"ashby": 1, "brook": 1, "corley": 1, "down": 1, "east": 1})
UNCOUNTED = times([*each("park", [400] * 30), *each("pool", [60] * 3, 40)], "park pool", ALONE)
MOSTLY_ONE = times(each("hall", [900, 450, *[9] * 7]), "hall", ALONE)
CASES: list[tuple[list[FigureTable], Policy]] = [
    (tables, policy)
    for tables in (
        [one_line({"north": 14, "south": 3})],
        [TRIPLE],
        [SPARSE],
        [CROSSED],
        LINKED,
        AGAIN,
        [one_line({"north": 14, "south": 3}, measure=CAME)],
        [TIME],
        [UNCOUNTED],
        [MOSTLY_ONE],
        [square([[2, 5, 1], [0, 2, 7], [3, 4, 10]])],
    )
    for policy in (NHS, U5)
] + [
    ([square([[0, 8, 3], [5, 20, 9]])], U10R5),
    ([SPARSE], HEALTH),
    ([ONES], U5),
]

TELLING = [CASES[n] for n in (9, 2, 21, 17, 19, 15, 13, 11, 23, 24)]
"""These notice every fault below, so that the others need not be asked for each."""


Place = tuple[int, int, int]
"""Of a number: its table, its row and its column."""


def cells(plan: Plan) -> Iterator[tuple[int, int, int, CellKey]]:
    """Yield the place of every number, and its key."""
    for t, table in enumerate(plan.tables):
        for r, row in enumerate(table.rows):
            for c, measure in enumerate(table.kind.measures):
                yield t, r, c, key(table, measure.code, row.codes)


def with_table(plan: Plan, t: int, *tables: ProtectedTable) -> Plan:
    return replace(plan, tables=(*plan.tables[:t], *tables, *plan.tables[t + 1 :]))


def with_cell(plan: Plan, place: Place, cell: Cell) -> Plan:
    """Return the plan with one number printed otherwise."""
    t, r, c = place
    table, row = plan.tables[t], plan.tables[t].rows[r]
    row = replace(row, cells=(*row.cells[:c], cell, *row.cells[c + 1 :]))
    return with_table(plan, t, replace(table, rows=(*table.rows[:r], row, *table.rows[r + 1 :])))
