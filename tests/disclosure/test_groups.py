"""Which groups of people a reader must reckon with: what is possible, and what was seen."""

import random
from dataclasses import replace

import pytest

from tests.disclosure.making import AGE, AREA, AUTUMN, HALF, SUMMER, at, make, one_line, square, where
from vcse_desktop.disclosure import crossings
from vcse_desktop.disclosure.atoms import Universe, universes
from vcse_desktop.disclosure.audit import audit
from vcse_desktop.disclosure.plan import CellKey
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.figures.table import Counted, Dimension, FigureTable, Measure, Unit

U5 = POLICIES["under_5"]
PEOPLE = Measure("people", "People", Unit.PERSON, "people")
CAME = Measure("came", "Came", Unit.PERSON, "people", "people")
HELPED = Measure("helped", "Helped", Unit.PERSON, "people", "people")
MONTH = Dimension("month", "Month", overlaps=True)


def groups(*tables: FigureTable) -> set[frozenset[CellKey]]:
    """Return the groups of the one universe of these tables, each by the numbers that count it."""
    (universe,) = universes(tables)
    return {
        frozenset(number.key for number in universe.numbers if number.atoms >> atom & 1)
        for atom in range(universe.size)
    }


def true_sums(universe: Universe, amounts: list[int]) -> list[int]:
    return [
        sum(n for atom, n in enumerate(amounts) if number.atoms >> atom & 1) for number in universe.numbers
    ]


def test_everyone_is_in_one_leaf_of_each_dimension_and_in_the_totals() -> None:
    table = square([[9, 8], [7, 6]])
    assert groups(table) == {
        frozenset(where(table, *leaf) for leaf in ((a, b), (a, "total"), ("total", b), ("total", "total")))
        for a in ("a0", "a1")
        for b in ("b0", "b1")
    }


def test_nobody_is_where_a_printed_number_says_none() -> None:
    table = square([[9, 0], [7, 6]])
    assert len(groups(table)) == 3
    assert not any(where(table, "a0", "b1") in group for group in groups(table))


def test_whoever_came_is_one_of_the_people_in_any_table() -> None:
    people = one_line({"ashby": 9, "brook": 8}, measure=PEOPLE, ident="people")
    came = replace(one_line({"young": 5, "old": 6}, measure=CAME, ident="came"))
    came = replace(came, kind=replace(came.kind, dimensions=(AGE,)))
    everyone, some = where(people, "total", measure="people"), where(came, "total", measure="came")
    assert all(everyone in group for group in groups(people, came))
    assert any(some not in group for group in groups(people, came))


def test_a_summer_counts_in_the_half_year() -> None:
    half = one_line({"ashby": 9, "brook": 8}, measure=PEOPLE, period=HALF)
    parts = [one_line({"ashby": 5, "brook": 6}, measure=PEOPLE, period=period) for period in (SUMMER, AUTUMN)]
    total = where(half, "total", measure="people")
    assert all(total in group for group in groups(half, *parts))


def test_who_was_seen_in_two_months_is_a_group_and_others_are_not() -> None:
    entries = [Counted("people", n, 1, at("jan")) for n in range(1, 9)]
    entries += [Counted("people", 9, 1, at("jan") | at("feb"))]
    table = make(entries, ["jan feb mar"], measures=(PEOPLE,), dimensions=(MONTH,))
    jan, feb = where(table, "jan", measure="people"), where(table, "feb", measure="people")
    assert groups(table) == {frozenset({jan}), frozenset({feb}), frozenset({jan, feb})}


def test_measures_lean_on_each_other_within_a_table_without_a_universe() -> None:
    told, asked = (
        Measure("yes", "Yes", Unit.ATTENDANCE, "", "asked"),
        Measure("asked", "Asked", Unit.ATTENDANCE),
    )
    entries = [Counted("asked", n, 10, at("ashby")) for n in range(3)]
    entries += [Counted("yes", n, 9, at("ashby")) for n in range(3)]
    table = make(entries, ["ashby brook"], measures=(told, asked))
    (universe,) = universes([table])
    assert universe.name == "carers.asked"
    plan = protect([table], U5)  # 30 were asked, 27 said yes: that 3 did not is not to be told
    assert None in {cell.value for row in plan.tables[0].rows for cell in row.cells}
    assert audit(plan, [table]).ok


def test_the_true_numbers_are_one_of_the_worlds() -> None:
    """A session stands for many; those who came as carers are among those who came, by month and by kind."""
    came = Measure("attendances", "Attendances", Unit.ATTENDANCE, "attendances")
    carers = Measure("carers", "By carers", Unit.ATTENDANCE, "attendances", "attendances")
    sessions = [("jan", "meal", 12, 12), ("jan", "walk", 20, 3), ("feb", "meal", 8, 0)]
    by_month = make(
        [
            Counted(m, n, x, at(s[0]))
            for n, s in enumerate(sessions)
            for m, x in zip(("attendances", "carers"), s[2:], strict=True)
        ],
        ["jan feb"],
        measures=(carers, came),
        dimensions=(Dimension("month", "Month"),),
        ident="by_month",
    )
    by_kind = replace(
        by_month,
        kind=replace(by_month.kind, id="by_kind", dimensions=(Dimension("kind", "Kind"),)),
        codes=make([], ["meal walk"]).codes,
        counted=tuple(replace(c, codes=at(sessions[c.member][1])) for c in by_month.counted),
    )
    (universe,) = universes([by_month, by_kind])
    wanted = [number.value for number in universe.numbers]
    amounts = [0] * universe.size
    found = {
        frozenset(n.key for n in universe.numbers if n.atoms >> atom & 1): atom
        for atom in range(universe.size)
    }
    for month, kind, people, of_carers in sessions:
        both = [(by_month, month), (by_month, "total"), (by_kind, kind), (by_kind, "total")]
        plain = frozenset(where(t, c, measure="attendances") for t, c in both)
        caring = plain | {where(t, c, measure="carers") for t, c in both}
        if of_carers:
            amounts[found[caring]] += of_carers
        if people > of_carers:
            amounts[found[plain]] += people - of_carers
    assert true_sums(universe, amounts) == wanted


def many(dimensions: int) -> list[FigureTable]:
    """Make tables by so many dimensions, one each, of the same 40 people."""
    rng = random.Random(7)  # noqa: S311 - made-up people, not keys
    return [
        make(
            [Counted("people", n, 1, at(f"c{rng.randrange(7)}")) for n in range(1, 41)],
            [" ".join(f"c{code}" for code in range(7))],
            measures=(PEOPLE,),
            dimensions=(Dimension(f"d{d}", "Some"),),
            ident=f"t{d}",
        )
        for d in range(dimensions)
    ]


@pytest.mark.usefixtures("inside")
def test_where_crossings_are_too_many_those_near_the_people_seen_do(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = many(3)
    (all_crossings,) = universes(tables)
    assert all_crossings.size == 7**3
    monkeypatch.setattr(crossings, "CAP", 300)
    (near,) = universes(tables)
    seen = len(
        {tuple(min(c.codes) for t in tables for c in t.counted if c.member == n) for n in range(1, 41)}
    )
    assert seen < near.size < 300
    plan = protect(tables, U5)
    assert audit(plan, tables).ok


def test_a_big_pack_stays_within_the_limit() -> None:
    (universe,) = universes(many(6))
    assert 1_000 < universe.size <= crossings.CAP + 40


def test_many_measures_are_not_combined_without_end() -> None:
    measures = tuple(Measure(f"m{n}", "Some", Unit.PERSON, "people") for n in range(20))
    entries = [Counted(m.code, n, 1, at("ashby")) for m in measures for n in range(9)]
    (universe,) = universes([make(entries, ["ashby"], measures=measures, dimensions=(AREA,))])
    assert 20 < universe.size <= 70


def test_a_table_whose_code_nobody_has_still_counts_whom_it_counts() -> None:
    helped = make([], [""], measures=(HELPED,), dimensions=(MONTH,), ident="nobody")
    people = one_line({"ashby": 9, "brook": 3}, measure=PEOPLE, ident="people")
    (universe,) = universes([people, helped])
    assert universe.size == 2
