"""The tables themselves: permanent ids, codes that leave, notes that give nothing away, a real vault."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.figures.books import books
from tests.figures.making import QUARTER, Book
from vcse_desktop.figures.gathering import gather
from vcse_desktop.figures.measures import MEASURES
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.figures.table import RESERVED, THINGS, Code, Period, Unit
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.records.fields import Item
from vcse_desktop.records.vocabularies import OWN_LISTS, heads, lists
from vcse_desktop.store.passphrase import Kdf
from vcse_desktop.store.vault import create_vault

SESSIONS = "held cancelled attendances without_number carers_came carers_not_asked"
TIME = "volunteers helpers without_hours helpers_not_recorded hours hours_not_counted"
CARERS = (
    "identified_people identified_contacts supported_people supported_contacts"
    " involved_people involved_contacts"
)
CARE = "care_people care_contacts care_involved_people care_involved_contacts"
RELEASED = {
    "sessions_by_month": f"1 {SESSIONS} | month",
    "sessions_by_activity": f"1 {SESSIONS} | activity",
    "sessions_by_certainty": "1 held attendances | certainty",
    "people": "1 people came volunteers supported |",
    "people_by_month": "1 people came supported | month*",
    "people_by_activity": "1 people came supported | activity*",
    "people_by_carer": "1 people | carer",
    "time": f"1 {TIME} |",
    "time_by_month": f"1 {TIME} | month*",
    "time_by_activity": f"1 {TIME} | activity*",
    "time_by_kind": "1 volunteers hours | kind*",
    "time_by_certainty": "1 hours | certainty",
    "carers": f"1 {CARERS} |",
    "carers_by_month": f"1 {CARERS} | month*",
    "carers_by_activity": f"1 {CARERS} | activity*",
    "carers_by_involved": "1 supported_people supported_contacts | involved*",
    "drawing_on_care": f"1 {CARE} |",
    "drawing_on_care_by_moment": f"1 {CARE} | moment*",
    "insight_by_kind": "1 insights | kind",
    "insight_by_theme": "1 insights | theme*",
    "insight_by_feeling": "1 insights | feeling",
    "insight_by_role": "1 insights | role",
    "insight_by_month": "1 insights | month",
    "insight_by_activity": "1 insights | activity",
    "connections_outcome": "1 connections | outcome",
    "answers": "1 insights insights_answered insights_told responses responses_answered |",
    "answers_by_status": "1 responses | state",
    "sessions_by_part": "1 held_in_part | part",
    "time_why": "1 volunteers | why*",
    "time_support": "1 support_asked support_given | what*",
    "carers_assessment": "1 supported_people supported_contacts | assessment*",
    "carers_breaks": "1 breaks break_hours |",
    "carers_matters": "1 matters_times | matters*",
    "carers_support": "1 support_times | who_for",
    "carers_quarter": "1 carried_over received accepted closed |",
    "insight_needs_service": "1 would_help | needs_service",
    "answers_clock": "1 clock_insights clock_median clock_longest | clock*",
    "answers_impact": "1 answers_changed answers_refused answers_told answers_open |",
    "reach_groups": "1 tallied | group*",
    "reach_lists": "1 counted_by | list*",
    "people_core20": "1 people_by_area | core20*",
    "engagement_rungs": "1 rung_planned rung_reached | rung",
    "engagement_stages": "1 askings | stage",
    "engagement_lead": "1 lead_known lead_median lead_shortest |",
    "engagement_duties": "1 under_duty | duty*",
    "engagement_missing": "1 missing_at | community*",
    "engagement_who": "1 with_group took_part | stakeholder",
    "engagement_methods": "1 used_method reached | technique",
    "engagement_barriers": "1 barriers fixes fixes_worked | barrier",
    "engagement_listened": "1 listened_asked listened_yes listened_not_asked |",
    "engagement_wishes": "1 wishes_now wishes_before | wish*",
    "review_by": "1 reviews | reviewer*",
    "review_actions": "1 reviews actions actions_done |",
    "capacity_by_kind": "1 asked_by_us given_to_us asked_of_us given_by_us | what*",
    "capacity_money": "1 money_to_us money_by_us |",
    "capacity_cost": "1 asking_cost asking_reached | asking",
    "principle_records": (
        "1 principle_activities principle_askings principle_answers principle_reviews"
        " principle_capacity | principle*"
    ),
    "undated": (
        "1 undated_sessions undated_hours undated_identified undated_contacts undated_insights"
        " undated_responses |"
    ),
}
"""What partners may hold already: a table that changes gets another version, never another meaning."""


@pytest.fixture
def book() -> Book:
    return Book()


def test_a_released_table_keeps_its_id_columns_and_dimensions() -> None:
    made = {}
    for kind in TABLES.values():
        codes = [measure.code for measure in kind.measures]
        broken_down = [each.code + "*" * each.overlaps for each in kind.dimensions]
        made[kind.id] = " ".join([str(kind.version), *codes, "|", *broken_down])
    assert made == RELEASED


def test_every_number_about_people_can_be_protected() -> None:
    for measure in MEASURES.values():
        assert measure.universe or measure.unit in THINGS
    units: dict[str, set[Unit]] = {}
    for measure in MEASURES.values():
        if measure.universe:
            units.setdefault(measure.universe, set()).add(measure.unit)
    assert all(len(found) == 1 for found in units.values())
    assert all(kind.sensitive for kind in TABLES.values())


def test_what_a_measure_lies_within_is_of_its_universe_and_who_gave_hours_is_in_the_table() -> None:
    for kind in TABLES.values():
        here = {measure.code: measure for measure in kind.measures}
        for measure in kind.measures:
            assert not measure.within or MEASURES[measure.within].universe == measure.universe
            assert not measure.heads or here[measure.heads].unit is Unit.ATTENDANCE


def test_what_people_said_is_protected_where_it_is_broken_down_by_something_about_them() -> None:
    about = {kind.id for kind in TABLES.values() if any(each.about_people for each in kind.dimensions)}
    assert about == {"insight_by_role", "insight_by_activity"}


def test_every_list_that_a_table_is_broken_down_by_exists_and_a_blank_has_its_code() -> None:
    for dimension in (each for kind in TABLES.values() for each in kind.dimensions):
        assert not dimension.vocab or dimension.vocab in {*heads(), *OWN_LISTS}
        assert dimension.blank in RESERVED or dimension.blank == ""
        assert all(re.fullmatch("[a-z0-9_]+", code.code) for code in dimension.own)


def test_activities_leave_as_numbers_in_the_order_they_were_made(book: Book) -> None:
    first, unused, last = (book.add("activity", title=title) for title in ("Zumba", "Quiet", None))
    book.session(3, activity=last)
    book.session(30, activity=first)
    book.session(8, activity=None)
    table = book.table("sessions_by_activity")
    assert table.codes == (
        (
            Code("activity_01", "Zumba"),
            Code("activity_03", "activity_03"),
            Code("not_recorded", "Not recorded"),
        ),
    )
    assert [table.value("attendances", row) for row in table.rows()] == [30, 3, 8, 41]
    book.drop(unused)
    book.drop(last)
    table = book.table("sessions_by_activity")
    assert [table.value("attendances", row) for row in table.rows()] == [30, 11, 41]


def test_all_tables_of_a_period_name_the_same_activities(book: Book) -> None:
    activity = book.add("activity", title="Lunch club")
    book.insight(session=book.session(activity=activity))
    tables = book.tables()
    named = {tables[ident].codes for ident in TABLES if ident.endswith("by_activity")}
    assert len(named) == 1
    assert tables["insight_by_activity"].value("insights", ("activity_01",)) == 1


def test_every_month_has_its_row_in_order() -> None:
    table = Book().table("insight_by_month", Period(date(2025, 11, 20), date(2026, 1, 5)))
    assert table.codes[0] == (
        Code("2025-11", "November 2025"),
        Code("2025-12", "December 2025"),
        Code("2026-01", "January 2026"),
    )


def test_a_list_keeps_its_order_leaves_out_what_is_retired_and_keeps_what_was_used() -> None:
    book = Book()
    book.insight(kind="old")
    book.insight(kind="from_a_newer_version")
    given_lists = {
        "insight_kind": (
            Item("z", "Last letter first"),
            Item("old", "Used once", retired="2020-01-01"),
            Item("gone", "Never used", retired="2020-01-01"),
            Item("a", "First letter last"),
        )
    }
    table = figure_tables(book.records(), QUARTER, lists=given_lists, only=["insight_by_kind"])[0]
    assert [code.code for code in table.codes[0]] == ["z", "old", "a", "from_a_newer_version", "not_recorded"]
    assert table.codes[0][3].label == "from_a_newer_version"
    assert [table.value("insights", row) for row in table.rows()] == [0, 1, 0, 1, 0, 2]


def test_a_status_that_is_only_derived_has_no_row() -> None:
    codes = [code.code for code in Book().table("answers_by_status").codes[0]]
    assert "fed_back" not in codes
    assert codes[-2:] == ["not_possible", "not_recorded"]


@settings(max_examples=40)
@given(books())
def test_every_cell_in_one_pass_is_the_same_as_one_by_one(book: Book) -> None:
    for table in book.tables().values():
        one_by_one = {
            (m.code, row): table.value(m.code, row) for m in table.kind.measures for row in table.rows()
        }
        assert table.cells() == one_by_one


@settings(max_examples=40)
@given(books())
def test_a_note_holds_no_number_but_of_things_that_happened(book: Book) -> None:
    for table in book.tables().values():
        whole = ("total",) * len(table.kind.dimensions)
        events = {
            sum(one.amount for one in table.counted if one.measure == measure.code)
            for measure in table.kind.measures
            if measure.unit is Unit.EVENT
        }
        for note in table.notes:
            assert all(value in events for _, value in note.values)
            assert note.sentence.format(**dict(note.values))
        assert (table.kind.dimensions[:1] and table.kind.dimensions[0].overlaps) or table.rows()[-1] == whole


def test_an_empty_vault_says_nought_and_has_no_notes() -> None:
    for table in Book().tables().values():
        assert set(table.cells().values()) == {0} or (table.kind.dimensions[0].used and table.rows() == [])
        assert table.notes == ()


def test_whose_hours_they_are_is_known_and_unnamed_hours_say_how_many_gave_them(book: Book) -> None:
    jon = book.add("person")
    john = book.add("person", merged_into=jon)
    book.time(2, john)
    book.time(28, helpers_n=14)
    book.time(1)
    book.time(3, 999)
    hours = [one for one in book.table("time").counted if one.measure == "hours"]
    assert [(one.giver, one.heads, one.amount) for one in hours] == [
        (jon, 1, 120),
        (0, 14, 1680),
        (0, 1, 60),
        (999, 1, 180),
    ]
    assert book.value("time", "helpers") == 16
    assert book.value("time", "helpers_not_recorded") == 1


def test_time_in_a_session_has_its_day_and_activity(book: Book) -> None:
    lunch, walk = book.add("activity", title="Lunch"), book.add("activity", title="Walk")
    session = book.session(activity=lunch, date="2026-01-09")
    book.time(2, book.add("person"), session=session, activity=walk, date=None)
    book.time(3, activity=walk)
    assert book.value("time_by_month", "hours", "2026-01") == 120
    table = book.table("time_by_activity")
    assert [table.value("hours", row) for row in table.rows()] == [120, 180, 0]


def test_time_given_to_a_cancelled_session_stays_time_given(book: Book) -> None:
    session = book.session(status="cancelled", helpers_n=9)
    book.time(1, book.add("person"), session=session)
    book.time(None, helpers_n=2, session=session)
    assert book.value("time", "hours") == 60
    assert book.value("time", "helpers") == 3
    assert book.value("time", "without_hours") == 2


def test_helpers_over_some_months_stand_in_each_and_count_once(book: Book) -> None:
    book.time(30, helpers_n=5, date="2025-12-20", until="2026-02-10")
    assert [book.value("time_by_month", "helpers", month) for month in ("2026-01", "2026-02", "2026-03")] == [
        5,
        5,
        0,
    ]
    assert book.value("time", "helpers") == 5


def test_more_carers_than_people_are_people_too(book: Book) -> None:
    book.session(None, carers_n=5)
    book.session(3, carers_n=4)
    assert book.value("sessions_by_month", "attendances") == 9
    assert book.value("sessions_by_month", "carers_came") == 9
    assert book.value("sessions_by_month", "without_number") == 0


def test_a_carer_is_first_known_on_the_earliest_day_of_joined_records(book: Book) -> None:
    cal = book.add("person", identified_on="2026-02-03")
    assert book.value("carers", "identified_people") == 1
    book.add("person", identified_on="2025-06-01", merged_into=cal)
    assert book.value("carers", "identified_people") == 0


def test_a_carer_without_a_first_day_is_counted_apart(book: Book) -> None:
    book.add("person", carer="yes", identified_on="2026-02-03")
    book.add("person", carer="yes", identified_on="")
    assert book.value("undated", "undated_identified") == 1


def test_somebody_who_stands_in_several_rows_is_one_member_of_the_table(book: Book) -> None:
    ann = book.add("person")
    book.time(2, ann, date="2026-01-06")
    book.time(3, ann, date="2026-02-06")
    counted = book.table("time_by_month").counted
    assert [one.codes for one in counted if one.measure == "volunteers"] == [{("2026-01",), ("2026-02",)}]
    hours = [(sorted(one.codes), one.amount) for one in counted if one.measure == "hours"]
    assert hours == [([("2026-01",)], 120), ([("2026-02",)], 180)]


def test_a_carer_is_first_known_at_the_activity_of_that_day(book: Book) -> None:
    activity = book.add("activity", title="Carers' group")
    session = book.session(activity=activity)
    cal, dot = (book.add("person", identified_on="2026-02-03") for _ in range(2))
    book.support(cal, session=session)
    book.support(dot, date="2026-03-01", session=session)
    table = book.table("carers_by_activity")
    assert [table.value("identified_people", row) for row in table.rows()] == [1, 1]
    assert [table.value("supported_people", row) for row in table.rows()] == [2, 0]


def test_joined_records_give_the_oldest_answer_that_there_is(book: Book) -> None:
    first, second, third = book.add("person"), book.add("person", carer="yes"), book.add("person", carer="no")
    book.put(first, merged_into=second)
    book.put(second, merged_into=third)
    book.session(came=[third])
    assert book.value("people_by_carer", "people", "yes") == 1
    assert book.table("people_by_carer").counted[0].member == first


def test_a_join_through_a_removed_record_still_joins(book: Book) -> None:
    first, between, last = (book.add("person") for _ in range(3))
    book.put(first, merged_into=between)
    book.put(last, merged_into=between)
    book.drop(between)
    book.session(came=[first, last])
    assert book.value("people", "people") == 1


def test_what_has_no_day_is_counted_apart(book: Book) -> None:
    book.session(date=None)
    book.time(2, book.add("person", carer="would_not_use_word"), date=None)
    book.support(date=None)
    book.insight(heard_on=None)
    book.add("response", insights=[], status="done")
    assert set(book.table("undated").cells().values()) == {1, 120}
    for ident in ("time", "carers", "insight_by_theme", "answers"):
        assert 15 in book.rules(ident)
        assert not any(book.table(ident).cells().values())


def test_an_answer_without_a_day_belongs_to_the_first_day_of_what_it_answers(book: Book) -> None:
    early, late = book.insight(heard_on="2025-12-01"), book.insight(heard_on="2026-01-05")
    book.add("response", insights=[late, early, 999], status="planned")
    assert book.value("answers", "responses") == 0
    assert book.value("answers", "responses", period=Period(date(2025, 12, 1), date(2025, 12, 1))) == 1
    assert book.value("answers", "insights_answered") == 0
    book.add("response", insights=[early], asked_on="2026-01-06")
    assert book.value("answers", "responses") == 1


def test_a_real_vault_is_counted(tmp_path: Path) -> None:
    vault, _ = create_vault(tmp_path / "vault", "four plain words here", "Ann", kdf=Kdf(19456, 2))
    with vault:
        with vault.unit("add") as unit:
            ann = unit.save("person", None, {"known_as": "Ann"})
            lunch = unit.save("activity", None, {"title": "Lunch"})
            on = {"activity": lunch, "date": "2026-01-06", "people_n": 20, "status": "ran"}
            session = unit.save("session", None, on | {"came": [ann]})
            unit.save("session", None, on | {"status": "planned"})
            unit.save("time_given", None, {"session": session, "person": ann, "hours": 90})
            unit.save("support", None, {"date": "2026-01-06", "who_for": "carer", "involved_in": ["review"]})
            said = unit.save(
                "insight",
                None,
                {"words": "Good soup", "heard_on": "2026-01-06", "themes": ["food", "safety"]},
            )
            unit.save("response", None, {"what": "Soup", "insights": [said], "status": "done"})
        made = {table.kind.id: table for table in figure_tables(gather(vault), QUARTER, lists=lists())}
    assert made["sessions_by_activity"].value("attendances", ("activity_01",)) == 20
    assert made["people"].value("people") == 1
    assert made["time"].value("hours") == 90
    assert made["carers"].value("supported_contacts") == 1
    assert made["insight_by_theme"].value("insights", ("food",)) == 1
    assert made["answers"].value("insights_answered") == 1
