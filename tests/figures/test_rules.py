"""The counting rules, each with the example that the design gives for it."""

from datetime import date

import pytest

from tests.figures.making import Book
from vcse_desktop.figures.days import quarter_hours
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.figures.table import Period, Unit


@pytest.fixture
def book() -> Book:
    return Book()


def test_rule_1_attendances_and_people_are_two_figures(book: Book) -> None:
    named = [book.add("person") for _ in range(4)]
    book.session(20, date="2026-01-06", came=named)
    book.session(20, date="2026-01-13", came=named)
    assert book.value("sessions_by_month", "attendances") == 40
    assert book.value("people", "came") == book.value("people", "people") == 4
    said = book.rules("sessions_by_month")[1]
    assert "Attendances are not people: we show both and never add them." in said


def test_rule_1_where_no_number_was_written_down_the_names_count(book: Book) -> None:
    book.session(None, came=[book.add("person"), book.add("person")])
    assert book.value("sessions_by_month", "attendances") == 2
    assert book.value("sessions_by_month", "without_number") == 0
    assert (
        "Where people were both counted and named, we used the larger number."
        not in (book.rules("sessions_by_month")[1])
    )


def test_rule_1_of_a_number_and_names_the_larger_counts_with_a_note(book: Book) -> None:
    book.session(1, came=[book.add("person"), book.add("person")])
    assert book.value("sessions_by_month", "attendances") == 2
    assert (
        "Where people were both counted and named, we used the larger number."
        in (book.rules("sessions_by_month")[1])
    )


def test_rule_2_people_are_different_persons_named_in_the_period(book: Book) -> None:
    ann = book.add("person")
    for day in ("2026-01-06", "2026-01-13", "2026-01-20"):
        book.session(date=day, came=[ann])
    book.time(2, ann)
    assert book.value("people", "people") == 1
    assert book.value("people", "came") == book.value("people", "volunteers") == 1
    assert book.value("sessions_by_month", "attendances") == 3


def test_rule_2_people_by_month_overlap_and_have_no_total(book: Book) -> None:
    ann = book.add("person")
    book.session(date="2026-01-06", came=[ann])
    book.support(ann, date="2026-03-06")
    table = book.table("people_by_month")
    assert [(row, table.value("people", row)) for row in table.rows()] == [
        (("2026-01",), 1),
        (("2026-02",), 0),
        (("2026-03",), 1),
    ]
    assert book.rules("people_by_month")[2][0] == "Groups overlap, so there is no total."


def test_rule_3_caring_is_never_volunteering(book: Book) -> None:
    bo = book.add("person", carer="yes")
    book.support(bo, hours_band="hours_50_plus", break_hours=240)
    book.time(2, bo)
    assert quarter_hours(book.value("time", "hours")) == 2
    assert book.rules("time")[3] == ["Time spent caring is never counted as volunteering."]


def test_rule_4_cancelled_and_planned_sessions_count_none(book: Book) -> None:
    ann = book.add("person")
    book.session(20)
    book.session(9, status="cancelled", came=[ann], helpers_n=3, carers_n=2)
    book.session(0)
    planned = book.session(30, status="planned", came=[ann], helpers_n=3)
    book.time(2, ann, session=planned)
    table = book.table("sessions_by_month")
    assert {m.code: table.value(m.code, ("total",)) for m in table.kind.measures} == {
        "held": 2,
        "cancelled": 1,
        "attendances": 20,
        "without_number": 0,
        "carers_came": 0,
        "carers_not_asked": 2,
    }
    assert book.value("people", "people") == 0
    assert book.value("time", "helpers") == book.value("time", "hours") == 0
    assert book.rules("sessions_by_month")[4] == ["Cancelled sessions count as none and are listed."]


def test_rule_5_helpers_are_the_larger_of_number_and_rows(book: Book) -> None:
    session = book.session(helpers_n=3)
    book.time(2, book.add("person"), session=session)
    book.time(2, book.add("person"), session=session)
    assert book.value("time", "helpers") == 3
    assert quarter_hours(book.value("time", "hours")) == 4
    assert book.value("time", "without_hours") == 1
    assert book.rules("time")[5] == [
        "Hours are never filled in: for some helpers none were written down.",
        "Where helpers were both counted and named, we used the larger number.",
    ]


def test_rule_5_unnamed_helpers_of_rows_are_added_to_the_named(book: Book) -> None:
    ann = book.add("person")
    session = book.session(helpers_n=2)
    book.time(2, ann, session=session)
    book.time(1, ann, session=session)
    book.time(3, helpers_n=4, session=session)
    assert book.value("time", "helpers") == 5
    assert book.value("time", "without_hours") == 0


def test_rule_5_a_helper_whose_hours_are_blank_is_a_helper(book: Book) -> None:
    session = book.session(helpers_n=0)
    assert book.value("time", "helpers_not_recorded") == 0
    book.time(None, book.add("person"), session=session)
    assert book.value("time", "helpers") == book.value("time", "without_hours") == 1


def test_rule_6_blank_is_not_nought(book: Book) -> None:
    for people_n in (12, None, 0):
        book.session(people_n, carers_n=people_n)
    assert book.value("sessions_by_month", "attendances") == 12
    assert book.value("sessions_by_month", "held") == 3
    assert book.value("sessions_by_month", "without_number") == 1
    assert book.value("sessions_by_month", "carers_not_asked") == 1
    assert book.value("time", "helpers_not_recorded") == 3
    assert book.rules("sessions_by_month")[6] == [
        "Blank is not nought. Sessions with no number of carers: 1",
        "Not counted is not nought. Sessions at which nobody was counted: 1",
    ]


def test_rule_7_minutes_are_added_first(book: Book) -> None:
    for _ in range(3):
        book.time(50 / 60)
    assert book.value("time", "hours") == 150
    assert quarter_hours(150) == 2.5
    assert [quarter_hours(minutes) for minutes in (0, 7, 8, 22, 23, 67)] == [0, 0, 0.25, 0.25, 0.5, 1]
    assert 7 in book.rules("time")


def test_rule_8_counted_estimated_and_remembered_stand_apart(book: Book) -> None:
    book.time(10, certainty="counted")
    book.time(6, certainty="remembered")
    assert quarter_hours(book.value("time", "hours")) == 16
    assert quarter_hours(book.value("time", "hours_not_counted")) == 6
    book.time(4)
    assert quarter_hours(book.value("time", "hours")) == 20
    assert quarter_hours(book.value("time", "hours_not_counted")) == 6
    table = book.table("time_by_certainty")
    assert [(row[0], table.value("hours", row) / 60) for row in table.rows()] == [
        ("counted", 10),
        ("estimated", 0),
        ("remembered", 6),
        ("not_recorded", 4),
        ("total", 20),
    ]
    assert 8 in book.rules("time")
    assert 9 not in book.rules("time")


def test_rule_9_time_over_a_span_is_shared_out_by_days(book: Book) -> None:
    book.time(45, date="2025-12-01", until="2026-02-28")
    before = Period(date(2025, 10, 1), date(2025, 12, 31))
    assert quarter_hours(book.value("time", "hours", period=before)) == 15.5
    assert quarter_hours(book.value("time", "hours")) == 29.5
    assert [book.value("time_by_month", "hours", month) for month in ("2026-01", "2026-02", "2026-03")] == [
        15.5 * 60,
        14 * 60,
        0,
    ]
    assert 9 in book.rules("time")
    assert 9 not in book.rules("time", Period(date(2026, 3, 1), date(2026, 3, 31)))
    assert book.value("time", "hours", period=Period(date(2025, 11, 1), date(2026, 5, 1))) == 45 * 60


def test_rule_13_identified_supported_and_involved_are_three_figures(book: Book) -> None:
    cal = book.add("person", carer="yes", identified_on="2026-02-03")
    book.support(cal, newly_identified=True)
    book.support(cal, involved="partly", date="2026-03-01")
    book.support(newly_identified=True)
    book.support(newly_identified=False, involved="no")
    book.support(involved="not_applicable")
    table = book.table("carers")
    assert {m.code: table.value(m.code) for m in table.kind.measures} == {
        "identified_people": 1,
        "identified_contacts": 1,
        "supported_people": 1,
        "supported_contacts": 3,
        "involved_people": 1,
        "involved_contacts": 0,
    }
    assert 13 in book.rules("carers")


def test_rule_13_people_drawing_on_care_have_figures_of_their_own(book: Book) -> None:
    dee = book.add("person")
    book.support(dee, who_for="person_supported", involved="yes", involved_in=["planning", "review"])
    book.support(who_for="both", involved="no", involved_in=["planning"])
    book.support(who_for=None)
    assert book.value("carers", "supported_people") == 0
    assert book.value("carers", "supported_contacts") == 1
    care = [m.code for m in TABLES["drawing_on_care"].measures]
    assert [book.value("drawing_on_care", measure) for measure in care] == [1, 1, 1, 0]
    table = book.table("drawing_on_care_by_moment")
    assert [table.value(m, ("planning",)) for m in care] == [1, 1, 1, 0]
    assert [table.value(m, ("review",)) for m in care] == [1, 0, 1, 0]


def test_rule_13_carers_who_came_are_a_fourth_figure(book: Book) -> None:
    book.session(20, carers_n=6)
    assert book.value("sessions_by_month", "carers_came") == 6
    assert book.table("carers").counted == ()


def test_rule_14_a_carer_who_helps_counts_in_both_once_each(book: Book) -> None:
    cal = book.add("person", carer="yes")
    book.support(cal)
    book.support(cal)
    book.time(2, cal)
    book.time(1, cal)
    assert book.value("carers", "supported_people") == 1
    assert book.value("time", "volunteers") == 1
    assert book.value("people", "people") == 1
    assert 14 in book.rules("carers")


def test_rule_15_ends_are_inclusive_and_a_blank_day_is_outside(book: Book) -> None:
    book.session(5, date="2026-03-31")
    book.session(7, date="2026-01-01")
    book.session(11, date="2026-04-01")
    book.session(13, date="2025-12-31")
    book.session(17, date=None)
    assert book.value("sessions_by_month", "attendances") == 12
    assert book.value("undated", "undated_sessions") == 1
    assert book.rules("sessions_by_month")[15] == ["A record without a day is outside every period."]


def test_rule_16_an_erased_person_leaves_the_numbers_as_they_were(book: Book) -> None:
    ann, bo = book.add("person"), book.add("person")
    session = book.session(None, came=[ann, bo])
    book.time(2, ann, session=session)
    book.time(2, bo, session=session)
    book.drop(ann)
    assert book.value("time", "helpers") == 2
    assert quarter_hours(book.value("time", "hours")) == 4
    assert book.value("time", "volunteers") == 1
    assert book.value("sessions_by_month", "attendances") == 2
    assert book.value("people", "came") == 1
    assert 16 in book.rules("time")


def test_rule_16_a_removed_record_counts_nowhere(book: Book) -> None:
    session = book.session(12, came=[book.add("person")])
    row = book.time(2, session=session)
    book.drop(session)
    assert book.value("sessions_by_month", "attendances") == book.value("people", "people") == 0
    assert book.value("time", "hours") == 120
    book.drop(row)
    assert book.value("time", "hours") == 0


def test_rule_17_joining_lowers_people_only_and_undo_restores(book: Book) -> None:
    jon, john = book.add("person"), book.add("person")
    session = book.session(None, came=[jon, john])
    book.time(2, jon, session=session)
    book.time(3, john, session=session)

    def figures() -> list[int]:
        made = [book.value("time", measure) for measure in ("volunteers", "hours", "helpers")]
        return [*made, book.value("sessions_by_month", "attendances")]

    assert figures() == [2, 300, 2, 2]
    book.put(john, merged_into=jon)
    assert figures() == [1, 300, 2, 2]
    assert 17 in book.rules("people")
    book.put(john, merged_into=None)
    assert figures() == [2, 300, 2, 2]
    assert 17 not in book.rules("people")


def test_rule_17_joins_in_opposite_directions_agree(book: Book) -> None:
    jon, john, jack = (book.add("person") for _ in range(3))
    book.put(jon, merged_into=john)
    book.put(john, merged_into=jon)
    book.put(jack, merged_into=jack)
    book.session(came=[jon, john, jack])
    assert book.value("people", "came") == 2
    assert {one.member for one in book.table("people").counted} == {jon, jack}


def test_rule_18_one_insight_counts_once_and_once_for_each_theme(book: Book) -> None:
    book.insight(kind="working", themes=["parking", "food"])
    assert book.value("insight_by_kind", "insights") == 1
    table = book.table("insight_by_theme")
    assert ("total",) not in table.rows()
    assert {row[0] for row in table.rows() if table.value("insights", row) == 1} == {"parking", "food"}
    assert book.rules("insight_by_theme")[18] == [
        "What people said counts once under each of its themes, so there is no total."
    ]


def test_rule_19_one_response_counts_once_however_many_it_answers(book: Book) -> None:
    heard = [book.insight() for _ in range(3)]
    book.add("response", insights=heard, status="done", asked_on="2026-03-01", told_on="2026-03-20")
    book.add("response", insights=heard[:1], status="considering", asked_on="2026-03-01")
    assert book.value("answers", "responses_answered") == 1
    assert book.value("answers", "responses") == 2
    assert book.value("answers", "insights") == book.value("answers", "insights_answered") == 3
    assert book.value("answers", "insights_told") == 3
    assert book.value("answers_by_status", "responses", "done") == 1
    assert 19 in book.rules("answers")


def test_rule_21_not_said_and_not_asked_are_separate_rows(book: Book) -> None:
    for carer in ["yes"] * 5 + ["not_said"] * 2 + [None] * 3:
        book.session(came=[book.add("person", carer=carer)])
    table = book.table("people_by_carer")
    assert {row[0]: table.value("people", row) for row in table.rows()} == {
        "yes": 5,
        "no": 0,
        "would_not_use_word": 0,
        "not_said": 2,
        "not_asked": 3,
        "total": 10,
    }
    labels = {code.code: code.label for code in table.codes[0]}
    assert (labels["not_said"], labels["not_asked"]) == ("Prefers not to say", "Not asked")
    assert 21 in book.rules("people_by_carer")
    assert 21 not in book.rules("sessions_by_activity")


def test_rule_21_nobody_asked_about_involvement_is_a_row_too(book: Book) -> None:
    for involved in ("yes", "no", None, None):
        book.support(involved=involved)
    table = book.table("carers_by_involved")
    assert [table.value("supported_contacts", row) for row in table.rows()] == [1, 0, 1, 0, 2]


def test_rule_25_sessions_are_exact_and_people_can_be_hidden(book: Book) -> None:
    for number in range(14):
        book.session(5, carers_n=3 if number == 0 else 0)
    table = book.table("sessions_by_month")
    assert table.value("carers_came", ("total",)) == 3
    assert table.value("held", ("total",)) == 14
    units = {measure.code: measure.unit for measure in table.kind.measures}
    assert (units["carers_came"], units["held"]) == (Unit.ATTENDANCE, Unit.EVENT)
    assert 25 in book.rules("sessions_by_month")
