"""Tables in less detail: every step is of codes that there are, and everybody counts once in each band."""

import re
from itertools import chain

import pytest
from hypothesis import given, settings

from tests.figures.books import books
from tests.figures.making import QUARTER, Book
from vcse_desktop.figures.coarser import coarser, steps
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.figures.table import RESERVED, THINGS, TOTAL, FigureTable, Unit
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.records.vocabularies import lists

DIMENSIONS = {
    (dimension.code, dimension.vocab): dimension for kind in TABLES.values() for dimension in kind.dimensions
}
NOBODY_ADDS = {"reach_groups"}
"""Groups overlap, so all of them together are nothing."""
ABOUT_PEOPLE = {
    kind.id
    for kind in TABLES.values()
    if kind.dimensions and any(measure.unit not in (*THINGS, Unit.STATEMENT) for measure in kind.measures)
} | {kind.id for kind in TABLES.values() if kind.id.startswith("insight_")}
ABOUT_PEOPLE -= NOBODY_ADDS
ALIKE = (
    ("people_by_month", "people"),
    ("people_by_activity", "people"),
    ("people_by_carer", "people"),
    ("time_by_month", "time"),
    ("time_by_activity", "time"),
    ("carers_by_month", "carers"),
    ("carers_by_activity", "carers"),
)


def by(table: FigureTable) -> dict[str, tuple[str, ...]]:
    """Return the leaves of each code of a table by one thing."""
    return {code.code: code.leaves for code in table.codes[0]}


@pytest.mark.parametrize("named", DIMENSIONS, ids=" ".join)
def test_a_ladder_joins_codes_of_its_list_and_ends_with_the_total(named: tuple[str, str]) -> None:
    dimension = DIMENSIONS[named]
    if dimension.ladder:
        *wider, last = dimension.ladder
        assert (last.code, last.bands, last.within) == (TOTAL, (), False)
        assert all(bool(step.bands) != step.within for step in wider)
        known = {item.code for item in lists()[dimension.vocab]} if dimension.vocab else set()
        for step in dimension.ladder:
            held = [*chain.from_iterable(band.holds for band in step.bands)]
            codes = [step.code, *(band.code for band in step.bands)]
            assert len(held) == len(set(held))
            assert set(held) <= known
            assert all(re.fullmatch("[a-z0-9_]+", code) for code in codes)
            assert not {band.code for band in step.bands} & (known | set(RESERVED))


def test_every_table_that_tells_people_apart_can_be_given_in_less_detail() -> None:
    assert {kind.id for kind in TABLES.values() if any(d.ladder for d in kind.dimensions)} == ABOUT_PEOPLE


@settings(max_examples=30, deadline=None)
@given(books())
def test_everybody_counts_once_in_every_band_and_the_total_stays(book: Book) -> None:
    made = {table.kind.id: table for table in figure_tables(book.records(), QUARTER, lists=lists())}
    for ident in ABOUT_PEOPLE:
        full = made[ident]
        for step in steps(full):
            less = coarser(full, step)
            assert len(less.rows()) < len(full.rows())
            if TOTAL not in by(less):
                assert sorted(chain.from_iterable(by(less).values())) == sorted(by(full))
            for measure in full.kind.measures:
                for code, leaves in by(less).items():
                    assert less.value(measure.code, (code,)) == among(full, measure.code, leaves)
                if not full.kind.dimensions[0].overlaps:
                    assert less.value(measure.code, (TOTAL,)) == full.value(measure.code, (TOTAL,))


def among(table: FigureTable, measure: str, leaves: tuple[str, ...]) -> int:
    """Count whoever stands under any of these leaves."""
    mine = [one for one in table.counted if one.measure == measure]
    return sum(one.amount for one in mine if any(leaf in leaves for (leaf,) in one.codes))


@settings(max_examples=30, deadline=None)
@given(books())
def test_the_total_alone_is_that_of_the_table_without_parts(book: Book) -> None:
    made = {table.kind.id: table for table in figure_tables(book.records(), QUARTER, lists=lists())}
    for ident, other in ALIKE:
        total = coarser(made[ident], made[ident].kind.dimensions[0].ladder[-1])
        for measure in total.kind.measures:
            assert total.value(measure.code, (TOTAL,)) == made[other].value(measure.code)


def test_activities_are_joined_by_their_kind_and_months_by_quarters() -> None:
    book = Book()
    walk, meal, chat = (
        book.add("activity", title=title, kind=kind)
        for title, kind in (("Walk", "social_action"), ("Meal", "drop_in"), ("Chat", "drop_in"))
    )
    for activity in (walk, meal, chat, None):
        book.session(8, activity=activity)
    table = book.table("sessions_by_activity")
    less = coarser(table, table.kind.dimensions[0].ladder[0])
    assert [(code.code, code.label, code.leaves) for code in less.codes[0]] == [
        ("kind_social_action", "Social action", ("activity_01",)),
        ("kind_drop_in", "Drop-in", ("activity_02", "activity_03")),
        ("not_recorded", "Not recorded", ("not_recorded",)),
    ]
    months = book.table("sessions_by_month")
    (quarter,) = coarser(months, months.kind.dimensions[0].ladder[0]).codes[0]
    assert (quarter.code, quarter.label) == ("2026_q1", "January to March 2026")


def test_a_table_in_less_detail_says_so_first_and_nothing_about_rows_that_are_gone() -> None:
    book = Book()
    book.support(book.add("person"), involved="yes")
    table = book.table("carers_by_involved")
    wider, total = table.kind.dimensions[0].ladder
    kept = [note.sentence for note in coarser(table, wider).notes]
    assert kept[0] == wider.said
    assert kept[1:] == [note.sentence for note in table.notes]
    alone = [note.sentence for note in coarser(table, total).notes]
    assert alone[0] == total.said
    assert {sentence for sentence in kept[1:] if sentence not in alone} == {
        "Groups overlap, so there is no total.",
        "Nobody asked is a row of its own, apart from those who prefer not to say.",
    }
