"""What a stranger finds in published tables alone: all that is proved, and nothing that is not."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.disclosure.attacker import Attacker, sheet
from tests.disclosure.making import AREA, AUTUMN, HALF, PEOPLE, SUMMER, Inside, at, make, one_line, square
from tests.disclosure.stranger import attacked, bare, read, told
from tests.disclosure.test_attacks import BRIDGE, NHS, U5, linked, primary_only
from vcse_desktop.disclosure import asking, attack, links, process, sheets
from vcse_desktop.disclosure.follows import What, judged
from vcse_desktop.disclosure.plan import Status
from vcse_desktop.disclosure.policy import POLICIES, Policy
from vcse_desktop.disclosure.printed import Number, Printed, Where
from vcse_desktop.disclosure.process import Fault, Unfinished, Worker
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.sheets import Gap
from vcse_desktop.disclosure.sums import system_of
from vcse_desktop.figures.table import Counted, Dimension, FigureTable, Measure, Period, Unit

TWO_ROWS, FOUR_ROWS = {"north": 14, "south": 3}, {"ashby": 14, "brook": 3, "corley": 21, "dunmore": 9}
CAME = Measure("came", "Came", Unit.PERSON, "people", "supported")
Cells = dict[tuple[tuple[str, ...], str], tuple[Status, int | None]]
BY_CAUSE = {What.KNOWN_AS_SOMEBODY, What.NARROW_AS_SOMEBODY}
pytestmark = pytest.mark.usefixtures("inside")


def test_south_in_two_rows_is_found_and_brook_in_four_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = primary_only([one_line(TWO_ROWS)], NHS, monkeypatch)
    assert told(attacked(read(plan))) == [("narrow", "supported 07-09 south", 0, 4)]
    plan = primary_only([one_line(FOUR_ROWS)], NHS, monkeypatch)
    assert told(attacked(read(plan))) == []
    assert told(attacked(read(protect([one_line(TWO_ROWS)], NHS)))) == []


def test_a_number_that_two_hidden_in_every_line_do_not_hide_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = attacked(read(primary_only([BRIDGE], U5, monkeypatch)))
    assert ("known", "supported 07-09 b2 a1", 3, 3) in told(seen)
    assert told(attacked(read(protect([BRIDGE], U5)))) == []


def test_hidden_numbers_that_are_all_somebody_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    five = one_line({code: 1 for code in "abcde"})
    seen = attacked(read(primary_only([five], U5, monkeypatch)))
    assert told(seen) == [("known_as_somebody", f"supported 07-09 {code}", 1, 1) for code in "abcde"]
    three = one_line({"a": 2, "b": 2, "c": 1})
    seen = attacked(read(primary_only([three], U5, monkeypatch)))
    assert {one[0] for one in told(seen)} == {"narrow_as_somebody"}
    assert {one[2:] for one in told(seen)} == {(1, 3)}
    where_zeros_are_hidden = read(primary_only([five], U5, monkeypatch), zeros=False)
    assert told(attacked(where_zeros_are_hidden)) == []


def test_where_zeros_are_hidden_too_none_may_be_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = primary_only([one_line({"a": 20, "b": 2})], U5, monkeypatch)
    assert told(attacked(read(plan))) == [("known", "supported 07-09 b", 2, 2)]
    (table,) = read(plan, zeros=False)
    none = replace(table, cells={**table.cells, (("total",), "supported"): (Status.SHOWN, 20)})
    assert told(attacked([none])) == [("known", "supported 07-09 b", 0, 0)]
    (seen,) = attacked([replace(none, zeros=True)]).left  # it says that no hidden number is none
    assert seen.gap is Gap.CONTRADICTS


def test_two_safe_packs_that_differ_by_two_people_are_found() -> None:
    quarter, half = one_line({"a": 14, "b": 9}), one_line({"a": 16, "b": 9}, period=HALF)
    first, second = read(protect([quarter], U5)), read(protect([half], U5), 1)
    assert told(attacked(first)) == told(attacked(second)) == []
    assert told(attacked(first, second)) == [
        ("rest_known", "supported 07-12 a - supported 07-09 a", 2, 2),
        ("rest_known", "supported 07-12 - supported 07-09", 2, 2),
    ]


def test_what_is_left_is_told_only_when_somebody_certainly_is() -> None:
    def left(more: int) -> list[tuple[str, float, float]]:
        packs = [
            read(protect([one_line({"a": 10 + n}, period=p)], NHS), s)
            for n, p, s in ((0, SUMMER, 0), (more, HALF, 1))
        ]
        return [(what, low, high) for what, _, low, high in told(attacked(*packs))]

    assert left(4) == []  # 10 and 15: 1 to 9
    assert left(0) == []  # 10 and 10: 0 to 4, perhaps nobody
    assert left(11) == []


def test_one_number_hidden_here_and_shown_there(monkeypatch: pytest.MonkeyPatch) -> None:
    table = one_line({"a": 6, "b": 30, "c": 6, "d": 30})
    strict, loose = protect([table], NHS), protect([table], U5)
    assert told(attacked(read(strict), read(loose, 1))) == []  # 5 and more may be shown under the floor
    looser = Policy("under_5_too", 7)
    seen = attacked(
        read(primary_only([table], NHS, monkeypatch)), read(primary_only([table], looser, monkeypatch), 1)
    )
    assert told(seen) == []  # [c] twice, 70 to 74 in all
    small = bare(table, NHS, 1)
    seen = attacked(read(strict), small)
    assert ("printed", "supported 07-09 a", 6, 6) in told(seen)
    assert seen.found[0].cells[0].source == 1  # where it is shown


def test_a_number_that_changed_by_few_is_told_and_the_packs_are_not_put_together() -> None:
    before, after = one_line({"a": 14, "b": 9}), one_line({"a": 14, "b": 11})
    seen = attacked(read(protect([before], U5)), read(protect([after], U5), 1))
    assert told(seen) == [
        ("changed", "supported 07-09 - supported 07-09", 2, 2),
        ("changed", "supported 07-09 b - supported 07-09 b", 2, 2),
    ]
    assert [(left.gap, left.sources) for left in seen.left] == [(Gap.CHANGED_BETWEEN, (0, 1))]
    many = one_line({"a": 44, "b": 9})
    seen = attacked(read(protect([before], U5)), read(protect([many], U5), 1))
    assert (told(seen), len(seen.left)) == ([], 1)


def test_packs_that_cannot_both_be_true_are_looked_at_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    quarter = primary_only([one_line({"a": 20, "b": 3})], U5, monkeypatch)
    half = protect([one_line({"a": 10, "b": 9}, period=HALF)], U5)
    seen = attacked(read(quarter), read(half, 1))
    assert told(seen) == [("known", "supported 07-09 b", 3, 3)]
    assert [left.gap for left in seen.left] == [Gap.CHANGED_BETWEEN]
    (table,) = bare(one_line({"a": 10, "b": 9}), U5)
    wrong = replace(table, cells={**table.cells, (("total",), "supported"): (Status.SHOWN, 18)})
    seen = attacked([wrong])
    assert ([left.gap for left in seen.left], seen.found) == ([Gap.CONTRADICTS], ())


ATTENDANCES = Measure("came", "Came", Unit.ATTENDANCE, "came")
MONTHS = Dimension("month", "Month")


def by_month(numbers: dict[str, int], period: Period = SUMMER, measure: Measure = ATTENDANCES) -> FigureTable:
    entries = [Counted(measure.code, n, many, at(code)) for n, (code, many) in enumerate(numbers.items(), 1)]
    return make(
        entries, [" ".join(numbers)], measures=(measure,), dimensions=(MONTHS,), ident="months", period=period
    )


def test_months_are_days_like_any_others(monkeypatch: pytest.MonkeyPatch) -> None:
    quarter = one_line({"a": 63}, measure=ATTENDANCES, ident="areas")
    months = by_month({"2026-07": 20, "2026-08": 40, "2026-09": 3})
    apart = [read(primary_only([table], U5, monkeypatch), n) for n, table in enumerate((quarter, months))]
    (hidden,) = [t for t in apart[1]]
    cells = {at: said for at, said in hidden.cells.items() if at[0] != ("total",)}
    assert told(attacked([replace(hidden, cells=cells)])) == []
    assert told(attacked(apart[0], [replace(hidden, cells=cells)])) == [
        ("known", "came 09-09", 3, 3),
    ]


def test_what_has_one_day_adds_up_over_time_and_people_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    months = by_month({"2026-07": 1}).kind
    for measure, adds in ((ATTENDANCES, True), (replace(ATTENDANCES, unit=Unit.PERSON), False)):
        tables = [
            one_line({"a": n}, measure=measure, period=period)
            for n, period in ((30, SUMMER), (3, AUTUMN), (33, HALF))
        ]
        packs = [read(primary_only([table], U5, monkeypatch), n) for n, table in enumerate(tables)]
        seen = attacked(*packs, kinds=[replace(months, measures=(measure,))])
        known = {one[1] for one in told(seen) if one[0] == "known"}
        assert known == ({"came 10-12", "came 10-12 a"} if adds else set())


def test_days_with_a_gap_between_them_are_at_most_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    early = Period(SUMMER.start, SUMMER.start.replace(day=31))
    tables = [
        one_line({"a": n}, measure=ATTENDANCES, period=period)
        for n, period in ((30, early), (3, AUTUMN), (32, HALF))
    ]
    packs = [read(primary_only([table], U5, monkeypatch), n) for n, table in enumerate(tables)]
    seen = attacked(*packs, kinds=[by_month({"2026-07": 1}).kind])
    assert ("narrow", "came 10-12 a", 0, 2) in told(seen)


def test_months_and_quarters_of_one_half_year_are_linked(monkeypatch: pytest.MonkeyPatch) -> None:
    months = by_month({"2026-07": 20, "2026-08": 40, "2026-09": 3})
    (table,) = read(primary_only([months], U5, monkeypatch), 1)
    without_total = {at: said for at, said in table.cells.items() if at[0] != ("total",)}
    packs = [[replace(table, cells=without_total)]]
    for source, (n, period) in enumerate(((30, AUTUMN), (93, HALF)), 2):
        packs.append(bare(one_line({"a": n}, measure=ATTENDANCES, period=period), U5, source))
    assert told(attacked(*packs)) == [("known", "came 09-09", 3, 3)]
    quarter = bare(one_line({"a": 63}, measure=ATTENDANCES, ident="areas"), U5)
    assert told(attacked(quarter, *packs)) == [("known", "came 09-09", 3, 3)]


def test_what_lies_within_another_measure_is_taken_away_from_it() -> None:
    entries = [Counted("supported", n, 1, at("a")) for n in range(20)]
    entries += [Counted("came", n, 1, at("a")) for n in range(18)]
    table = make(entries, ["a"], measures=(PEOPLE, CAME))
    seen = attacked(bare(table, U5))
    assert ("rest_known", "supported 07-09 - came 07-09", 2, 2) in told(seen)
    inner = make(
        [entry for entry in entries if entry.measure == "came"], ["a"], measures=(CAME,), ident="other"
    )
    outer = make([entry for entry in entries if entry.measure != "came"], ["a"])
    seen = attacked(bare(outer, U5), bare(inner, U5, 1))
    assert ("rest_known", "supported 07-09 a - came 07-09 a", 2, 2) in told(seen)


TIME = Measure("hours", "Hours", Unit.PERSON_HOURS, "hours")
ACTIVITY = Dimension("activity", "Activity", overlaps=True)


def hours(numbers: dict[str, int | None], total: int, dimension: Dimension = ACTIVITY) -> list[Printed]:
    kind = make([], [""], measures=(TIME,), dimensions=(dimension,), ident="time_by").kind
    whole = replace(kind, id="time", dimensions=())
    cells: Cells = {((code,), "hours"): _said(n) for code, n in numbers.items()}
    days = (SUMMER.start.isoformat(), SUMMER.end.isoformat())
    return [
        Printed(0, kind, *days, U5, cells),
        Printed(0, whole, *days, U5, {((), "hours"): (Status.ROUNDED, total)}),
    ]


def _said(number: int | None) -> tuple[Status, int | None]:
    return (Status.HIDDEN, None) if number is None else (Status.ROUNDED, number)


def test_hours_known_to_a_tenth_are_found_in_minutes() -> None:
    seen = attacked(hours({"meal": 600, "walk": None}, 1200))
    (found,) = seen.found
    assert (found.what, found.low, found.high) == (What.HOURS, 586, 614)  # each is rounded to the quarter
    assert told(attacked(hours({"meal": 600, "walk": None}, 660))) == []  # 46 to 74: a tenth and more
    assert told(attacked(hours({"meal": 600, "walk": None, "talk": None}, 1200))) == []
    who = Dimension("kind", "Kind", overlaps=True)  # one hour may be of two kinds
    assert told(attacked(hours({"formal": 600, "informal": None}, 1200, who))) == []
    changed = [replace(table, source=1) for table in hours({"meal": 900, "walk": None}, 1200)]
    seen = attacked(hours({"meal": 600, "walk": None}, 1200), changed)
    assert {one[0] for one in told(seen)} == {"hours"}


def test_rounded_numbers_mean_what_the_rule_says() -> None:
    table = make([], [""], measures=(TIME,)).kind
    rounded = Printed(0, table, "2026-07-01", "2026-09-30", NHS, {(("a",), "hours"): (Status.ROUNDED, 600)})
    assert told(attacked([rounded])) == []
    (people,) = bare(one_line({"a": 1}), NHS)
    wrong = replace(people, cells={(("a",), "supported"): (Status.ROUNDED, 5)})  # no rule rounds to that
    assert told(attacked([wrong])) == [("printed", "supported 07-09 a", 3, 7)]


def test_things_are_no_people_and_a_month_elsewhere_is_no_number() -> None:
    things = replace(PEOPLE, unit=Unit.EVENT)
    assert told(attacked(bare(one_line({"a": 2}, measure=things), U5))) == []
    assert told(attacked(bare(one_line({"a": 2}, sensitive=False), U5))) == []
    said = Measure("insights", "Things said", Unit.STATEMENT, "statements")
    plain, about = replace(AREA, about_people=False), AREA
    tables = [bare(one_line({"a": 2, "b": 9}, measure=said, dimensions=(d,)), U5) for d in (plain, about)]
    assert [len(told(attacked(table))) for table in tables] == [0, 1]
    assert told(attacked(bare(by_month({"2026-11": 3, "2026-13": 3, "total": 9}), U5))) == []


def test_a_measure_without_a_universe_stands_alone() -> None:
    alone = replace(PEOPLE, universe="")
    tables = [bare(one_line({"a": n}, measure=alone, ident=ident), U5) for n, ident in ((20, "x"), (22, "y"))]
    assert told(attacked(*tables)) == []


def test_what_is_too_much_is_left_out_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    table = one_line({"a": 20, "b": 3, "c": 40})
    pack = read(primary_only([table], U5, monkeypatch))
    for module, name, most in (
        (attack, "MOST_QUESTIONS", 1),
        (links, "MOST", 2),
        (sheets, "MOST_NUMBERS", 3),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(module, name, most)
            assert Gap.TOO_MANY in [left.gap for left in attacked(pack).left], name
    assert attacked(pack).left == ()


def test_what_takes_too_long_tells_what_was_found_until_then(monkeypatch: pytest.MonkeyPatch) -> None:
    pack = read(primary_only([one_line(TWO_ROWS)], NHS, monkeypatch))

    class Slow:
        def __init__(self, fault: Fault) -> None:
            self.fault = fault

        def ask(self, _: object) -> object:
            raise Unfinished(self.fault)

    seen = attack.attack(pack, [pack[0].kind], Slow(Fault.TIME))  # type: ignore[arg-type]
    assert ([left.gap for left in seen.left], seen.found) == ([Gap.UNFINISHED], ())
    with pytest.raises(Unfinished):
        attack.attack(pack, [pack[0].kind], Slow(Fault.STOPPED))  # type: ignore[arg-type]


def test_it_is_asked_in_a_process_of_its_own_and_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = primary_only([one_line(TWO_ROWS)], NHS, monkeypatch)
    steps: list[tuple[int, int]] = []
    with process.Worker(seconds=60) as worker:
        seen = attack.attack(read(plan), [], worker, lambda *step: steps.append(step))
    assert told(seen) == [("narrow", "supported 07-09 south", 0, 4)]
    assert steps[-1][0] == steps[-1][1] > 0
    assert isinstance(worker, Worker)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.lists(st.integers(0, 12), min_size=3, max_size=3), min_size=2, max_size=3),
    policy=st.sampled_from([U5, NHS, POLICIES["under_10"]]),
)
def test_all_that_the_other_attacker_proves_is_found_and_all_that_is_found_is_true(
    attacker: Attacker, monkeypatch: pytest.MonkeyPatch, rows: list[list[int]], policy: Policy
) -> None:
    table = square(rows)
    plan = primary_only([table], policy, monkeypatch)
    seen = attacked(read(plan))
    true = {
        tuple(sorted(zip(("area", "age"), codes, strict=True))): n for (_, codes), n in table.cells().items()
    }
    found = {}
    for one in seen.found:
        values = [true[_full(cell.where.codes)] for cell in one.cells]
        assert one.low <= values[0] - sum(values[1:]) <= one.high
        if one.what in (What.KNOWN, What.NARROW):
            found[one.cells[0].where.codes] = one.high
    page, most = sheet(plan, "people"), policy.threshold - 1
    hidden = [here for here in page.counts if page.printed[here][1].value is None]
    anybody = replace(policy, zero_protected=frozenset({"area"}))  # a mark alone is not taken for somebody
    spans = attacker.spans(page, anybody, [page.counts[here] for here in hidden])
    proved = {
        _held(here.codes): high
        for here, (low, high) in zip(hidden, spans, strict=True)
        if high < most or (low > 1 and high <= most)
    }
    assert found == proved


def _full(codes: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted({"area": "total", "age": "total", **dict(codes)}.items()))


def _held(codes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pair for pair in zip(("area", "age"), codes, strict=True) if pair[1] != "total"))


SOMEBODY = st.tuples(
    st.sets(st.sampled_from(["jan", "feb"]), min_size=1),
    st.sets(st.sampled_from(["meal", "walk"]), min_size=1),
    st.sampled_from(["yes", "no"]),
    st.booleans(),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=st.lists(SOMEBODY, max_size=24), policy=st.sampled_from([U5, NHS]))
def test_what_is_found_in_linked_tables_is_true_and_nothing_is_in_protected_ones(
    monkeypatch: pytest.MonkeyPatch, people: list[tuple[set[str], set[str], str, bool]], policy: Policy
) -> None:
    tables = linked(people)
    seen = attacked(read(primary_only(tables, policy, monkeypatch)))
    true = {
        (code, tuple((d.code, c) for d, c in zip(table.kind.dimensions, row, strict=True) if c != "total")): n
        for table in tables
        for (code, row), n in table.cells().items()
    }
    for one in seen.found:
        values = [true[cell.where.measure, cell.where.codes] for cell in one.cells]
        assert one.low <= values[0] - sum(values[1:]) <= one.high
    assert [one for one in attacked(read(protect(tables, policy))).found if one.what not in BY_CAUSE] == []


def test_one_table_may_hold_what_does_not_belong_together() -> None:
    entries = [Counted("supported", n, 1, at("a")) for n in range(9)]
    entries += [Counted("hours", 1, 60, at("a"))]
    mixed = make(entries, ["a"], measures=(PEOPLE, TIME))
    fewer = make(entries[2:], ["a"], measures=(PEOPLE, TIME), period=Period(SUMMER.start, SUMMER.start))
    seen = attacked(bare(mixed, U5), bare(fewer, U5, 1))
    assert {one[0::2] for one in told(seen)} == {("rest_known", 2)}


def test_a_line_without_all_its_rows_adds_up_to_no_more_than_its_total() -> None:
    (table,) = bare(square([[20, 9, 9], [30, 1, 1]]), U5)
    kept = {at: said for at, said in table.cells.items() if at[0][0] in ("a0", "a1")}
    kept[("a1", "b1"), "supported"] = kept[("a1", "b2"), "supported"] = (Status.HIDDEN, None)
    found = told(attacked([replace(table, cells=kept)]))
    assert {one[0] for one in found if one[1] == "supported 07-09 b1 a1"} == {"narrow"}
    del kept[("a1", "b2"), "supported"]
    assert ("narrow", "supported 07-09 b1 a1", 0, 2) in told(attacked([replace(table, cells=kept)]))
    ages = replace(table.kind, dimensions=(AREA, Dimension("age", "Age", overlaps=True)))
    left = told(attacked([replace(table, kind=ages, cells=kept)]))
    assert {one[1] for one in left} == {"supported 07-09 a1 - supported 07-09 b0 a1"}


def test_people_of_days_with_a_gap_between_them_may_be_the_same() -> None:
    early = Period(SUMMER.start, SUMMER.start.replace(day=31))
    tables = [one_line({"a": n}, period=period) for n, period in ((30, early), (30, AUTUMN), (40, HALF))]
    assert told(attacked(*(bare(table, U5, n) for n, table in enumerate(tables)))) == []


def test_what_is_learnt_holds_for_parts_of_a_minute_too() -> None:
    """Each pair of three shares 3 minutes: only a minute and a half each fits, though no whole minutes do."""
    pairs = [[[a, b], [1, 1], 3, 3] for a, b in ((0, 1), (1, 2), (0, 2))]
    for whole, answer in ((False, [[1.5, 1.5]]), (True, [None])):
        with Inside() as worker:
            taken = worker.ask({"sums": {"columns": [[0, None]] * 3, "rows": pairs, "whole": whole}})
            assert taken == {"sums": 0, "possible": not whole}
            assert worker.ask({"spans": 0, "parts": [[[0], [1], None]]}) == {"spans": answer}


def number(*, hidden: bool = True, some: bool = True, threshold: int = 5) -> Number:
    return Number(Where("n", "a", "b"), "t", 0, Unit.PERSON, hidden, some, True, threshold, (0, None))


@pytest.mark.parametrize(
    ("low", "high", "what"),
    [
        (0, 4, None),
        (1, 4, None),
        (2, 4, "narrow"),
        (0, 3, "narrow"),
        (0, 1, "known"),
        (4, 4, "known"),
        (0, 0, None),
    ],
)
def test_what_the_rule_leaves_open_is_not_told(low: int, high: int, what: str | None) -> None:
    found = judged([number()], low, high)
    assert [one.what.value for one in found] == ([what] if what else [])
    assert all(one.low == (max(low, 1) if what == "known" else low) for one in found)
    rest = judged([number(), number(hidden=False)], low, high)
    assert [one.low for one in rest] == ([low] if what and low else [])


def test_of_two_rules_the_looser_counts() -> None:
    cells = [number(threshold=8), number(threshold=5)]
    assert (judged(cells, 6, 6), len(judged(cells, 4, 4))) == ([], 1)


def test_numbers_are_counted_as_somebody_where_none_is_shown() -> None:
    said = {Where(n, "a", "b"): number(some=some) for n, some in (("x", True), ("y", False))}
    assert system_of(said, links.Links()).counting(said).columns == [(1, None), (0, None)]


def test_a_rounded_number_is_never_one_that_would_be_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    ten = POLICIES["under_10_r5"]
    seen = attacked(read(primary_only([one_line({"a": 11, "b": 3})], ten, monkeypatch)))
    assert told(seen) == [("narrow", "supported 07-09 b", 1, 7)]  # 13 to 17 in all, a 10 to 12
    packs = [read(protect([one_line({"a": n})], ten), n) for n in (11, 14)]
    assert {one[0::2] for one in told(attacked(*packs))} == {("changed", 1)}
    assert {one[3] for one in told(attacked(*packs))} == {7}


def test_just_as_many_as_the_rule_hides_at_most_are_found() -> None:
    packs = [bare(one_line({"a": n}, period=p), U5, n) for n, p in ((20, SUMMER), (24, HALF))]
    assert {one[0::2] for one in told(attacked(*packs))} == {("rest_known", 4)}
    packs = [bare(one_line({"a": n}, period=p), U5, n) for n, p in ((20, SUMMER), (25, HALF))]
    assert told(attacked(*packs)) == []


def test_few_things_said_are_left_over_by_theme_alone() -> None:
    said = Measure("insights", "Things said", Unit.STATEMENT, "statements")
    theme, role = Dimension("theme", "Theme"), Dimension("role", "Role", about_people=True)
    themes = bare(one_line({"a": 18, "b": 2, "c": 2}, measure=said, dimensions=(theme,), ident="x"), U5)
    roles = bare(one_line({"d": 11, "e": 11}, measure=said, dimensions=(role,), ident="y"), U5)
    assert told(attacked(themes, roles)) == []


def test_every_number_is_asked_about_once() -> None:
    (table,) = bare(one_line({"a": 2, "b": 3, "c": 0}), U5)
    sheet_of = sheets.sheets([table], "people", [])[0]
    made = links.links([table], "people", [table.kind])
    asked = [[cell.where.codes for cell in cells] for cells, _ in asking.asking(sheet_of.said(), made)]
    assert len(asked) == len({tuple(one) for one in asked}) == 4
