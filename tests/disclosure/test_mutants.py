"""Break one thing, and the audit or the attacker notices: in what is printed, and in the program itself."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from tests.disclosure.attacker import Attacker, sheet
from tests.disclosure.making import AGE, PEOPLE, one_line, square
from tests.disclosure.test_attacks import linked
from tests.disclosure.test_hours import ALONE, HELPERS, HOURS, each, times
from vcse_desktop.disclosure import atoms, crossings, draft, hours, published, secrets, worlds
from vcse_desktop.disclosure import audit as auditing
from vcse_desktop.disclosure import protect as protecting
from vcse_desktop.disclosure.audit import End, audit
from vcse_desktop.disclosure.hiding import hide
from vcse_desktop.disclosure.hours import unfit
from vcse_desktop.disclosure.plan import (
    Cell,
    CellKey,
    Plan,
    ProtectedRow,
    ProtectedTable,
    Secret,
    Status,
    Why,
    key,
)
from vcse_desktop.disclosure.policy import POLICIES, Policy, publish, publish_minutes
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.published import window
from vcse_desktop.figures.table import FigureTable, Measure, Unit

pytestmark = pytest.mark.usefixtures("inside")
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
] + [([square([[0, 8, 3], [5, 20, 9]])], U10R5)]

TELLING = [CASES[n] for n in (9, 2, 21, 17, 19, 15, 13, 11)]
"""These notice every fault below, so that the others need not be asked for each."""


def cells(plan: Plan) -> Iterator[tuple[int, int, int, CellKey]]:
    for t, table in enumerate(plan.tables):
        for r, row in enumerate(table.rows):
            for c, measure in enumerate(table.kind.measures):
                yield t, r, c, key(table, measure.code, row.codes)


def with_table(plan: Plan, t: int, *tables: ProtectedTable) -> Plan:
    return replace(plan, tables=(*plan.tables[:t], *tables, *plan.tables[t + 1 :]))


def with_cell(plan: Plan, place: tuple[int, int, int], cell: Cell) -> Plan:
    """Return the plan with one number printed otherwise."""
    t, r, c = place
    table, row = plan.tables[t], plan.tables[t].rows[r]
    row = replace(row, cells=(*row.cells[:c], cell, *row.cells[c + 1 :]))
    return with_table(plan, t, replace(table, rows=(*table.rows[:r], row, *table.rows[r + 1 :])))


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{policy.code}" for n, (_, policy) in enumerate(CASES)])
def test_every_hidden_number_has_a_reason_and_showing_it_names_its_secret(
    case: tuple[list[FigureTable], Policy],
) -> None:
    tables, policy = case
    plan = protect(tables, policy)
    hidden = {
        here for t, r, c, here in cells(plan) if plan.tables[t].rows[r].cells[c].status is Status.HIDDEN
    }
    assert hidden == plan.reasons.keys()
    assert plan.protects.keys() == {here for here, why in plan.reasons.items() if why is Why.PROTECTS}
    for t, r, c, here in cells(plan):
        if here in hidden:
            true = tables[t].value(here.measure, here.codes)
            timed = tables[t].kind.measures[c].unit is Unit.PERSON_HOURS
            status, value, _ = (publish_minutes if timed else publish)(policy, true)
            small = plan.reasons[here] is Why.SMALL
            shown = Cell(Status.SHOWN, true) if small else Cell(status, value)
            report = audit(with_cell(plan, (t, r, c), shown), tables)
            assert plan.protects.get(here, Secret(here)) in {failure.secret for failure in report.failures}


def test_whatever_else_is_printed_the_audit_says_which_number_is_wrong() -> None:
    killed = 0
    for tables, policy in (CASES[0], CASES[11], CASES[14]):
        plan = protect(tables, policy)
        for t, r, c, here in cells(plan):
            cell = plan.tables[t].rows[r].cells[c]
            value = cell.value or 0
            others = [Cell(cell.status, value + 5), Cell(cell.status, value + 1), Cell(Status.HIDDEN, 3)]
            for other in (*others, Cell(Status.SHOWN, 3), Cell(Status.ROUNDED, value)):
                if other != cell:
                    report = audit(with_cell(plan, (t, r, c), other), tables)
                    assert (here, End.NUMBER) in [(f.secret.cell, f.end) for f in report.failures]
                    killed += 1
    assert killed > 30


def rows_of(plan: Plan, change: Callable[[tuple[ProtectedRow, ...]], Sequence[ProtectedRow]]) -> Plan:
    table = plan.tables[0]
    return with_table(plan, 0, replace(table, rows=tuple(change(table.rows))))


def summed(rows: tuple[ProtectedRow, ...]) -> list[ProtectedRow]:
    """Add up the rounded parts where the rounded total should be."""
    parts = [row.cells[0].value or 0 for row in rows if "total" not in row.codes]
    assert rows[-1].cells[0].value != sum(parts)
    return [*rows[:-1], replace(rows[-1], cells=(Cell(Status.ROUNDED, sum(parts)),))]


OTHERWISE: dict[str, Callable[[Plan], Plan]] = {
    "a row left out": lambda plan: rows_of(plan, lambda rows: rows[1:]),
    "a foreign row": lambda plan: rows_of(plan, lambda rows: [*rows, replace(rows[0], codes=("x", "y"))]),
    "two rows exchanged": lambda plan: rows_of(
        plan,
        lambda rows: [replace(rows[0], codes=rows[2].codes), rows[1], replace(rows[2], codes=rows[0].codes)],
    ),
    "a table left out": lambda plan: with_table(plan, 0),
    "another rule": lambda plan: replace(plan, policy=U5),
    "a total of rounded parts": lambda plan: rows_of(plan, summed),
}


@pytest.mark.parametrize("name", OTHERWISE)
def test_a_plan_that_is_not_of_these_tables_fails(name: str) -> None:
    plan = protect([CROSSED], NHS)
    assert audit(plan, [CROSSED]).ok
    assert not audit(OTHERWISE[name](plan), [CROSSED]).ok


SECRETS = secrets.secrets


def moved(low: int, high: int) -> Callable[..., tuple[int, int | None]]:
    def other(policy: Policy, unit: Unit, cell: Cell, *, frail: bool) -> tuple[int, int | None]:
        least, most = window(policy, unit, cell, frail=frail)
        return max(0, least - low), most if most is None else most + high

    return other


def guarded(low: int, high: int) -> Callable[..., secrets.Secrets]:
    def other(*given: Any) -> secrets.Secrets:  # noqa: ANN401 - what the real one takes
        return [(s, replace(g, low=g.low + low, high=g.high - high)) for s, g in SECRETS(*given)]

    return other


def without(less: int) -> Callable[..., secrets.Secrets]:
    return lambda *given: [(s, g) for s, g in SECRETS(*given) if len(s.less) != less]


def one_fewer(*given: Any) -> dict[CellKey, Secret]:  # noqa: ANN401 - what the real one takes
    return dict(list(hide(*given).items())[1:])


def looser(policy: Policy, number: int) -> object:
    return publish(replace(policy, threshold=policy.threshold - 1), number)


def headless(table: FigureTable, measure: Measure, *given: Any) -> bool:  # noqa: ANN401 - what the real one takes
    return unfit(table, replace(measure, heads=""), *given)


IN_THE_PROGRAM: dict[str, tuple[object, str, object]] = {
    "lower ends one lower": (published, "window", moved(1, 0)),
    "upper ends one higher": (published, "window", moved(0, 1)),
    "no single numbers": (auditing, "secrets", without(0)),
    "no number less another": (auditing, "secrets", without(1)),
    "no number less two others": (auditing, "secrets", without(2)),
    "open at 2": (auditing, "secrets", guarded(1, 0)),
    "open to t - 2": (auditing, "secrets", guarded(0, 1)),
    "worlds that do not fit": (worlds.Worlds, "_fits", lambda *_: True),
    "worlds that answer nothing": (worlds.Worlds, "_answers", lambda *_: True),
    "each table alone": (atoms, "universe_name", lambda table, measure: table.kind.id + measure.code),
    "nothing within anything": (crossings, "_with_outer", lambda pick, _: frozenset(pick)),
    "attendances are things": (atoms, "_ALWAYS", (Unit.PERSON, Unit.PERSON_HOURS)),
    "nothing more is hidden": (protecting, "hide", lambda *_: {}),
    "one too few is hidden": (protecting, "hide", one_fewer),
    "7 and 4 are shown": (draft, "publish", looser),
    "rounded down": (draft, "publish", lambda policy, n: publish(policy, max(0, n - 2))),
    "hours of few": (draft, "unfit", lambda *_: False),
    "hours without their heads": (draft, "unfit", headless),
    "hours of one person": (hours, "dominated", lambda *_: False),
    "hours are not guarded": (secrets, "_of_hours", lambda *_: iter(())),
}
IN_THE_AUDIT: dict[str, tuple[object, str, object]] = {
    "lower ends one higher": (published, "window", moved(-1, 0)),
    "upper ends one lower": (published, "window", moved(0, -1)),
    "open to t": (auditing, "secrets", guarded(0, -1)),
    "a hidden number is none": (
        published,
        "window",
        lambda *g, frail: (0, 0) if g[2].value is None else window(*g, frail=frail),
    ),
    "no world is ever found": (worlds.Worlds, "_search", lambda *_: None),
}


def names_the_small(plan: Plan, tables: list[FigureTable]) -> bool:
    """Say whether exactly the small numbers are hidden because they are small."""
    small = set()
    for t, _, c, here in cells(plan):
        people = tables[t].kind.measures[c].unit is not Unit.PERSON_HOURS
        if people and 1 <= tables[t].value(here.measure, here.codes) < plan.policy.threshold:
            small.add(here)
    return small == {here for here, why in plan.reasons.items() if why is Why.SMALL}


def noticed(tables: list[FigureTable], policy: Policy, attacker: Attacker) -> bool:
    plan = protect(tables, policy)
    if not audit(plan, tables).ok or not names_the_small(plan, tables):
        return True
    if all(m.unit is not Unit.PERSON_HOURS for t in tables for m in t.kind.measures):
        return bool(attacker.leaks(plan, tables))
    page = sheet(plan, "hours")
    hidden = [here for here, (_, cell) in page.printed.items() if cell.value is None]
    true = {key(t, "hours", row): t.value("hours", row) for t in tables for row in t.rows()}
    spans = attacker.spans(page, policy, [page.counts[here] for here in hidden], whole=False)
    return any(
        least > 0.9 * true[h] or most < 1.1 * true[h] for h, (least, most) in zip(hidden, spans, strict=True)
    )


def test_nothing_is_noticed_where_nothing_is_broken(attacker: Attacker) -> None:
    assert not any(noticed(tables, policy, attacker) for tables, policy in CASES)


@pytest.mark.parametrize("name", IN_THE_PROGRAM)
def test_what_is_broken_in_the_program_is_noticed(
    name: str, attacker: Attacker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(*IN_THE_PROGRAM[name])
    assert any(noticed(tables, policy, attacker) for tables, policy in TELLING)


@cache
def sound_plans() -> list[tuple[Plan, list[FigureTable]]]:
    return [(protect(tables, policy), tables) for tables, policy in CASES]


@pytest.mark.parametrize("name", IN_THE_AUDIT)
def test_an_audit_that_asks_for_more_says_no(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plans = sound_plans()
    monkeypatch.setattr(*IN_THE_AUDIT[name])
    assert not all(audit(plan, tables).ok for plan, tables in plans)
