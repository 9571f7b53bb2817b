"""Laws of counting: order never matters, joining lowers people only, parts add up, a second count agrees."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import LONG
from tests.figures.books import books
from tests.figures.making import QUARTER, Book
from tests.figures.naive import Naive, Row
from vcse_desktop.figures.days import parts, shares
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.table import TOTAL, Counted, FigureTable, Period, Unit
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.records.vocabularies import lists

ADDITIVE = (
    ("sessions_by_month", "held cancelled attendances without_number carers_came carers_not_asked"),
    ("time", "hours hours_not_counted"),
    ("carers", "identified_contacts supported_contacts involved_contacts"),
    ("drawing_on_care", "care_contacts care_involved_contacts"),
    ("answers", "insights insights_answered insights_told responses responses_answered"),
)
EXAMPLES = 50 if LONG else 12
DAYS = st.integers(0, 400).map(lambda n: date(2025, 11, 1) + timedelta(n))


def whole(table: FigureTable, measure: str) -> int:
    """Return the figure for the whole of a table."""
    return table.value(measure, (TOTAL,) * len(table.kind.dimensions))


@settings(max_examples=EXAMPLES)
@given(books(), st.randoms(use_true_random=False))
def test_the_order_of_records_never_matters(book: Book, random: Random) -> None:
    records = book.records()
    mixed = {}
    for field in fields(Records):
        rows = list(getattr(records, field.name))
        random.shuffle(rows)
        mixed[field.name] = rows
    made, again = (figure_tables(given, QUARTER, lists=lists()) for given in (records, Records(**mixed)))
    assert made == again


@settings(max_examples=EXAMPLES)
@given(books())
def test_joining_two_persons_lowers_people_by_one_and_nothing_else_and_undo_restores(book: Book) -> None:
    one = book.add("person", carer=None, identified_on=None)
    other = book.add("person", carer=None, identified_on=None)
    for person in (one, other):
        book.session(None, came=[person], helpers_n=None, carers_n=None, certainty=None)
        book.add("time_given", person=person, hours=60, date="2026-02-03", until=None, session=None)
    before = book.tables()
    book.put(other, merged_into=one)
    joined = book.tables()
    for ident, table in joined.items():
        for measure in table.kind.measures:
            for row in table.rows():
                less = before[ident].value(measure.code, row) - table.value(measure.code, row)
                assert less == 0 or (less == 1 and measure.unit is Unit.PERSON)
    for code in ("people", "came", "volunteers"):
        assert before["people"].value(code) - joined["people"].value(code) == 1
    book.put(other, merged_into=None)
    assert book.tables() == before


@settings(max_examples=EXAMPLES)
@given(books(), st.integers(0, 88))
def test_the_parts_of_a_period_add_up(book: Book, cut: int) -> None:
    middle = QUARTER.start + timedelta(cut)
    first = book.tables(Period(QUARTER.start, middle))
    second = book.tables(Period(middle + timedelta(1), QUARTER.end))
    made = book.tables()
    for ident, measures in ADDITIVE:
        for measure in measures.split():
            assert whole(made[ident], measure) == sum(whole(each[ident], measure) for each in (first, second))


@given(st.integers(0, 5000), DAYS, DAYS, DAYS, DAYS)
def test_time_over_a_span_is_never_lost_or_made(minutes: int, a: date, b: date, c: date, d: date) -> None:
    span = Period(min(a, b), max(a, b))
    cuts = sorted({c, d, span.end})
    starts = [date(2020, 1, 1), *(cut + timedelta(1) for cut in cuts)]
    periods = [
        Period(start, end)
        for start, end in zip(starts, [*cuts, date(2030, 1, 1)], strict=True)
        if start <= end
    ]
    made = [share for period in periods for share in shares(minutes, span, period)]
    assert sum(share.minutes for share in made) == minutes
    assert all(share.minutes >= 0 for share in made)


@given(DAYS, DAYS)
def test_months_cut_a_period_without_gap_or_overlap(a: date, b: date) -> None:
    period = Period(min(a, b), max(a, b))
    made = list(parts(period))
    assert made[0].start == period.start
    assert made[-1].end == period.end
    assert all(two.start - one.end == timedelta(1) for one, two in pairwise(made))
    assert all((part.start.year, part.start.month) == (part.end.year, part.end.month) for part in made)


@settings(max_examples=EXAMPLES)
@given(books())
def test_everything_counted_stands_in_a_row_and_lies_within_what_it_is_part_of(book: Book) -> None:
    everywhere: dict[str, set[int]] = {}
    for table in book.tables().values():
        for one in table.counted:
            everywhere.setdefault(one.measure, set()).add(one.member)
    for table in book.tables().values():
        leaves = [{code.code for code in codes} for codes in table.codes]
        for one in table.counted:
            assert one.amount > 0
            assert one.heads > 0
            assert all(
                code in codes for tuple_ in one.codes for code, codes in zip(tuple_, leaves, strict=True)
            )
        for measure in table.kind.measures:
            inner = [one for one in table.counted if one.measure == measure.code]
            outer = [one for one in table.counted if one.measure == measure.within]
            if measure.within in {other.code for other in table.kind.measures}:
                assert all(any(_holds(big, one) for big in outer) for one in inner)
            elif measure.within and inner:
                assert {one.member for one in inner} <= everywhere[measure.within]


def _holds(outer: Counted, inner: Counted) -> bool:
    same = (outer.member, outer.heads, outer.giver) == (inner.member, inner.heads, inner.giver)
    return same and inner.codes <= outer.codes and inner.amount <= outer.amount


@settings(max_examples=EXAMPLES)
@given(books())
def test_rows_that_do_not_overlap_add_up_to_their_total(book: Book) -> None:
    for table in book.tables().values():
        if table.kind.dimensions and not table.kind.dimensions[0].overlaps:
            for measure in table.kind.measures:
                rows = [table.value(measure.code, row) for row in table.rows()]
                assert sum(rows[:-1]) == rows[-1]


@settings(max_examples=EXAMPLES)
@given(books())
def test_the_same_figure_is_the_same_number_in_every_table(book: Book) -> None:
    figures: dict[str, set[int]] = {}
    for table in book.tables().values():
        if not any(dimension.overlaps for dimension in table.kind.dimensions):
            for measure in table.kind.measures:
                figures.setdefault(measure.code, set()).add(whole(table, measure.code))
    assert all(len(values) == 1 for values in figures.values())


@settings(max_examples=EXAMPLES)
@given(books())
def test_a_second_count_of_sessions_and_people_agrees(book: Book) -> None:
    naive, tables = Naive(book, QUARTER), book.tables()
    came = naive.came()
    assert whole(tables["sessions_by_activity"], "held") == len(naive.held())
    assert whole(tables["sessions_by_activity"], "attendances") == sum(came.values())
    assert whole(tables["sessions_by_month"], "without_number") == len(naive.held()) - len(came)
    for month in ("2026-01", "2026-02", "2026-03"):
        inside = [came.get(row["id"], 0) for row in naive.held() if row["date"].startswith(month)]
        assert tables["sessions_by_month"].value("attendances", (month,)) == sum(inside)
        names = {person for person, day in naive.came_by_name() if day.startswith(month)}
        assert tables["people_by_month"].value("came", (month,)) == len(names)
    supported = naive.named(naive.contacts("carer", "both", "person_supported", None))
    people = {person for person, _ in naive.came_by_name() | naive.volunteers()} | supported
    assert tables["people"].value("people") == len(people)
    assert tables["people"].value("supported") == len(supported)


@settings(max_examples=EXAMPLES)
@given(books())
def test_a_second_count_of_time_agrees(book: Book) -> None:
    naive, tables = Naive(book, QUARTER), book.tables()
    assert tables["time"].value("hours") == naive.minutes(lambda row, session, day: True)
    assert tables["time"].value("hours_not_counted") == naive.minutes(
        lambda row, session, day: row["certainty"] in ("estimated", "remembered")
    )
    for month in ("2026-01", "2026-02", "2026-03"):
        minutes = naive.minutes(_in_month(month))
        assert tables["time_by_month"].value("hours", (month,)) == minutes
        names = {person for person, day in naive.volunteers() if day.startswith(month)}
        assert tables["time_by_month"].value("volunteers", (month,)) == len(names)
    assert tables["time"].value("helpers") == naive.helpers()
    own = naive.minutes(lambda row, session, day: row["kind"] == "x_ours")
    assert own == 0 or tables["time_by_kind"].value("hours", ("x_ours",)) == own


def _in_month(month: str) -> Callable[[Row, Row | None, str], bool]:
    return lambda row, session, day: day.startswith(month)


@settings(max_examples=EXAMPLES)
@given(books())
def test_a_second_count_of_carers_agrees(book: Book) -> None:
    naive, carers, care = (Naive(book, QUARTER), book.table("carers"), book.table("drawing_on_care"))
    rows = naive.contacts("carer", "both")
    involved = [row for row in rows if row["involved"] in ("yes", "partly")]
    assert carers.value("identified_people") == naive.identified()
    assert carers.value("identified_contacts") == naive.unnamed([r for r in rows if r["newly_identified"]])
    assert carers.value("supported_people") == len(naive.named(rows))
    assert carers.value("supported_contacts") == naive.unnamed(rows)
    assert carers.value("involved_people") == len(naive.named(involved))
    assert carers.value("involved_contacts") == naive.unnamed(involved)
    assert care.value("care_people") == len(naive.named(naive.contacts("person_supported", "both")))


@settings(max_examples=EXAMPLES)
@given(books())
def test_a_second_count_of_what_people_said_agrees(book: Book) -> None:
    naive, tables = Naive(book, QUARTER), book.tables()
    heard = [row for row in naive.of("insight") if row["heard_on"] in naive.days]
    assert whole(tables["insight_by_kind"], "insights") == len(heard)
    for theme in ("food", "parking", "safety"):
        said = [row for row in heard if theme in (row["themes"] or [])]
        assert tables["insight_by_theme"].value("insights", (theme,)) == len(said)
    done = [row for row in naive.of("response") if row["status"] in ("done", "not_possible")]
    answered = [row for row in heard if any(row["id"] in answer["insights"] for answer in done)]
    assert tables["answers"].value("insights_answered") == len(answered)


@settings(max_examples=EXAMPLES)
@given(books())
def test_no_table_changes_when_others_are_left_out(book: Book) -> None:
    whole_set = book.tables()
    for ident in ("time", "insight_by_theme"):
        assert book.table(ident) == whole_set[ident]
