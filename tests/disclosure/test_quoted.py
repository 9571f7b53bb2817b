"""Printed quotes tell that somebody said something: no number may then tell how few others did."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.disclosure.histories import KEY, History
from tests.disclosure.making import HALF, SUMMER
from vcse_desktop.disclosure.audit import audit
from vcse_desktop.disclosure.entries import entries
from vcse_desktop.disclosure.ledger import changed, read
from vcse_desktop.disclosure.plan import Cell, Plan, Status, Why
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.quoted import QUOTED, printed_tables, quoted_tables
from vcse_desktop.disclosure.quotes import Quote
from vcse_desktop.disclosure.remembering import remembered
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.figures.table import NOT_RECORDED, TOTAL, Code, Counted, FigureTable, Period

pytestmark = pytest.mark.usefixtures("inside")
NHS = POLICIES["nhs_1_7_r5"]
Said = Mapping[tuple[str, str], int]
MANY: Said = {("parking", "carer"): 12, ("parking", "volunteer"): 3, ("noise", "carer"): 9}


def heard(said: Said, period: Period = SUMMER, first: int = 1) -> list[FigureTable]:
    """Return the tables of what was said, by theme and by who said it."""
    spread = [place for place, number in said.items() for _ in range(number)]
    made = []
    for n, ident in enumerate(("insight_by_theme", "insight_by_role")):
        codes = [*dict.fromkeys(place[n] for place in said), NOT_RECORDED]
        entries = [
            Counted("insights", member, 1, frozenset({(place[n],)}))
            for member, place in enumerate(spread, first)
        ]
        leaves = (tuple(Code(code, code) for code in dict.fromkeys(codes)),)
        made.append(FigureTable(TABLES[ident], period, leaves, tuple(entries)))
    return made


def quote(insight: int, theme: str = "parking", role: str = "carer") -> Quote:
    """Return a printed quote."""
    return Quote(insight, "Words", "", "", theme, role, "", composite=False)


def shown(plan: Plan, ident: str) -> dict[str, int | None]:
    """Return what one table says, by its rows."""
    table = next(table for table in plan.tables if table.kind.id == ident)
    return {" ".join(row.codes): row.cells[0].value for row in table.rows}


def saying(plan: Plan, value: int) -> Plan:
    """Return the plan as if so many quotes of carers on parking were printed."""
    made = []
    for table in plan.tables:
        first, *others = table.rows
        told = replace(first, cells=(Cell(Status.AT_LEAST, value),))
        is_it = table.kind.id == "quotes_by_theme_and_role"
        made.append(replace(table, rows=(told, *others)) if is_it else table)
    return replace(plan, tables=tuple(made))


def test_without_quotes_nothing_is_told() -> None:
    assert quoted_tables(heard(MANY), []) == []
    assert quoted_tables([], []) == []


def test_quotes_tell_at_least_how_many_said_it_and_no_table_of_them_is_printed() -> None:
    tables = heard(MANY)
    more = quoted_tables(tables, [quote(1), quote(2), quote(16, "noise", ""), quote(17, "", "")])
    plan = protect([*tables, *more], NHS)
    assert shown(plan, "quotes_by_theme_and_role") == {"parking carer": 2, f"{TOTAL} {TOTAL}": 0}
    assert shown(plan, "quotes_by_theme") == {"noise": 1, NOT_RECORDED: 1, TOTAL: 0}
    assert shown(plan, "quoted") == {"": 4}
    assert [table.kind.id for table in printed_tables(plan)] == ["insight_by_theme", "insight_by_role"]
    told = [(e.universe, e.state, e.low, e.high) for e in entries(plan, more)]
    assert told.count(("statements", "at_least", 2, None)) == 1
    assert told.count(("statements", "at_least", 0, None)) == 2
    assert ("quotes", "shown", 4, 4) in told


def test_quotes_cost_no_number_where_they_tell_nothing_new() -> None:
    tables = heard(MANY)
    alone = protect(tables, NHS)
    together = protect([*tables, *quoted_tables(tables, [quote(1)])], NHS)
    for ident in ("insight_by_theme", "insight_by_role"):
        assert shown(together, ident) == shown(alone, ident)
    assert together.reasons == alone.reasons


def test_so_many_quotes_of_one_role_that_few_others_are_left_hide_one_number_more() -> None:
    tables = heard({("parking", "carer"): 13, ("parking", "volunteer"): 6})
    quotes = [quote(n) for n in range(1, 14)]
    alone = protect(tables, NHS)
    assert shown(alone, "insight_by_role")[TOTAL] == 19, "the roles hide each other, the total may stay"
    more = quoted_tables(tables, quotes)
    few = quoted_tables(tables, quotes[:1])
    careless = protect([*tables, *few], NHS)
    assert shown(careless, "insight_by_role")[TOTAL] == 19
    assert not audit(saying(careless, 13), [*tables, *more]).ok, "the audit finds it by itself"
    plan = protect([*tables, *more], NHS)
    assert audit(plan, [*tables, *more]).ok
    assert shown(plan, "insight_by_role")[TOTAL] is None, "19 less 13 would be the few others"
    assert Why.PROTECTS in plan.reasons.values()


def test_a_plan_that_says_more_than_is_true_is_found_out() -> None:
    tables = heard(MANY)
    more = quoted_tables(tables, [quote(1)])
    plan = protect([*tables, *more], NHS)
    for value, ok in ((2, True), (12, False), (13, False), (-1, False)):
        assert audit(saying(plan, value), [*tables, *more]).ok is ok, value


def test_a_pack_without_its_quotes_in_the_audit_is_another_plan() -> None:
    tables = heard(MANY)
    more = quoted_tables(tables, [quote(1)])
    assert protect([*tables, *more], NHS).digest != protect(tables, NHS).digest


def test_the_ledger_remembers_quotes_and_the_same_pack_may_go_to_somebody_else() -> None:
    history = History([], NHS)
    tables = heard(MANY)
    told = [*tables, *quoted_tables(tables, [quote(1), quote(16, "noise", "")])]
    for _ in range(2):
        assert history.share(told).ok
    first, second = (plan for plan, _ in history.published.values())
    assert first.digest == second.digest
    assert changed(history.books) == []
    past = remembered(history.books, read(history.books), tables, KEY)
    by = {table.kind.id: table for table in past.tables}
    assert by["quotes_by_theme_and_role"].windows["insights", ("parking", "carer")] == (1, None)
    assert by["quotes_by_theme_and_role"].value("insights", ("parking", "carer")) == 12
    assert QUOTED.id not in by, "which they were cannot be taken from anything"


def test_what_quotes_told_counts_in_a_later_pack_of_longer_days() -> None:
    history = History([], NHS)
    summer = heard({("parking", "carer"): 13, ("parking", "volunteer"): 6})
    assert history.share([*summer, *quoted_tables(summer, [quote(n) for n in range(1, 14)])]).ok
    both = heard({("parking", "carer"): 13, ("parking", "volunteer"): 6, ("noise", "carer"): 9}, HALF)
    assert history.share([*both, *quoted_tables(both, [quote(1)])]).ok
    assert history.share([*both]).ok
