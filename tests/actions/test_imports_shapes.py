"""Tables in their usual shapes become the records that whoever wrote them meant."""

from datetime import date, time

import pytest

from tests.actions.spread import agreed, opened, shown, suggested
from vcse_desktop.actions.entering import today
from vcse_desktop.actions.imports import making, proposing
from vcse_desktop.actions.recording import add
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused
from vcse_desktop.exchange.meaning.plan import Plan, Shape
from vcse_desktop.exchange.meaning.preview import Preview
from vcse_desktop.exchange.tables.going import Going, Stopped


def carried(vault: Vault, plan: Plan) -> Preview:
    """Take every suggestion and carry a plan out."""
    ready = agreed(vault, plan)
    assert ready.ready, (ready.questions, ready.problems)
    making.carry_out(vault, ready)
    return ready


def hours(vault: Vault) -> list[tuple[object, ...]]:
    """Return who gave how much time on which day to what."""
    people = {row["id"]: row["known_as"] for row in vault.rows("person")}
    titles = {row["id"]: row["title"] for row in vault.rows("activity")}
    return [
        (people.get(row["person"]), row["date"], row["hours"], titles.get(row["activity"]))
        for row in vault.rows("time_given")
    ]


def sessions(vault: Vault) -> list[tuple[object, ...]]:
    """Return what was held on which day, and who came."""
    people = {row["id"]: str(row["known_as"]) for row in vault.rows("person")}
    titles = {row["id"]: row["title"] for row in vault.rows("activity")}
    found: list[tuple[object, ...]] = []
    for row in vault.rows("session"):
        names = row["came"] if isinstance(row["came"], list) else []
        found.append((titles[row["activity"]], row["date"], sorted(people[one] for one in names)))
    return found


def test_a_row_a_person_a_day(vault: Vault) -> None:
    rows: list[list[object]] = [
        ["Smith, J", "13/4/2026", "1h30", "Drop-in"],
        ["Joan JONES", "14/4/2026", "10-12.30", "Drop-in"],
        ["Bo", date(2026, 4, 15), 2.0, ""],
        ["", "16/4/2026", "", ""],
    ]
    plan = suggested(vault, opened(["Name", "Date", "Hours", "Activity"], rows))
    assert (plan.kind, plan.shape) == ("time_given", Shape.ROWS)
    found = shown(vault, plan)
    assert [(wrong.cell, wrong.problem.field) for wrong in found.problems] == [("C5", "hours")]
    assert found.made == {"time_given": 3, "person": 3, "activity": 1}
    assert vault.rows("time_given") == vault.rows("person") == []  # a preview writes nothing
    carried(vault, plan.leave_out([5]))
    assert hours(vault) == [
        ("J Smith", "2026-04-13", 90, "Drop-in"),
        ("Joan Jones", "2026-04-14", 150, "Drop-in"),
        ("Bo", "2026-04-15", 120, None),
    ]


def test_a_month_grid_with_a_column_a_day(vault: Vault) -> None:
    rows: list[list[object]] = [
        ["Joan Smith", 2, None, "1:30", None, None],
        ["Bo", time(1, 30), "1,5", None, "", "90 mins"],
    ]
    file = opened(["Volunteer", "1", "2", "3", "4", "5"], rows, sheet="April 2026")
    plan = suggested(vault, file)
    assert (plan.kind, plan.shape, len(plan.days)) == ("time_given", Shape.HOURS, 5)
    carried(vault, plan)
    assert [one[:3] for one in hours(vault)] == [
        ("Joan Smith", "2026-04-01", 120),
        ("Joan Smith", "2026-04-03", 90),
        ("Bo", "2026-04-01", 90),
        ("Bo", "2026-04-02", 90),
        ("Bo", "2026-04-05", 90),
    ]


@pytest.mark.parametrize(
    "heading", ["{day} / Mon", "Mon / {day}", "April 2026 / {day}", "{day}st", "Mon {day}"]
)
def test_days_are_found_in_headings_of_two_rows(vault: Vault, heading: str) -> None:
    headings = ["Name", *(heading.format(day=day) for day in range(1, 8))]
    plan = suggested(vault, opened(headings, [["Bo", 1]], sheet="April 2026"))
    assert plan.days == {day: str(day) for day in range(1, 8)}
    assert shown(vault, plan).drafts[0].values["date"] == "2026-04-01"


def test_the_month_of_a_grid_is_asked_where_nothing_says_it(vault: Vault) -> None:
    file = opened(["Volunteer", *map(str, range(1, 32))], [["Bo", *[None] * 29, 1, 2]], name="hours.xlsx")
    plan = suggested(vault, file)
    asked = shown(vault, plan)
    assert [question.key for question in asked.questions] == ["month"]
    assert not asked.ready
    with pytest.raises(Refused):
        making.carry_out(vault, asked)
    told = shown(vault, plan.answer("month", "2026-04"))
    assert [wrong.cell for wrong in told.problems] == ["AF2"]  # there is no 31 April
    assert [draft.values["date"] for draft in told.drafts] == ["2026-04-30"]


def test_headings_that_are_dates_make_a_grid_of_their_own(vault: Vault) -> None:
    file = opened(["Name", "03/04/2026", "Fri 10 April 2026", "Total"], [["Ann", 1.5, 2, 3.5]])
    plan = suggested(vault, file)
    assert plan.days == {1: "2026-04-03", 2: "2026-04-10"}
    carried(vault, plan)
    assert [one[:3] for one in hours(vault)] == [("Ann", "2026-04-03", 90), ("Ann", "2026-04-10", 120)]


def test_a_register_with_ticks_and_a_mark_that_nobody_knows(vault: Vault) -> None:
    add(vault, "activity", {"title": "Drop-in"})
    rows: list[list[object]] = [["Joan Smith", "x", "", "✓"], ["Bo", "a", "Y", "L"]]
    plan = suggested(
        vault, opened(["Name", "3 Apr 2026", "10 Apr 2026", "17 Apr 2026"], rows, "Drop-in register.xlsx")
    )
    assert (plan.kind, plan.shape) == ("session", Shape.TICKS)
    asked = shown(vault, plan)
    assert {(one.key, one.suggested, one.answer) for one in asked.questions} == {
        ("always:activity", "Drop-in", ""),
        ("marks:l", "", ""),
    }
    assert agreed(vault, plan).open == 1  # what has no suggestion is never guessed
    carried(vault, plan.answer("marks:l", "away"))
    assert sessions(vault) == [
        ("Drop-in", "2026-04-03", ["Joan Smith"]),
        ("Drop-in", "2026-04-17", ["Joan Smith"]),
        ("Drop-in", "2026-04-10", ["Bo"]),
    ]


def test_rows_of_those_who_came_make_one_session_a_day(vault: Vault) -> None:
    rows: list[list[object]] = [
        ["13/4/2026", "Drop-in", "Joan"],
        ["13/4/2026", "drop-in", "Bo"],
        ["20/4/2026", "Drop-in", "Bo"],
    ]
    plan = suggested(vault, opened(["Date", "Activity", "Attendee"], rows))
    assert (plan.kind, plan.shape) == ("session", Shape.ATTENDANCE)
    carried(vault, plan)
    assert sessions(vault) == [("Drop-in", "2026-04-13", ["Bo", "Joan"]), ("Drop-in", "2026-04-20", ["Bo"])]


def test_several_people_in_a_cell_share_hours_only_as_somebody_says(vault: Vault) -> None:
    plan = suggested(vault, opened(["Name", "Date", "Hours"], [["Joan, Bo & Megan", "13/4/2026", "2.5"]]))
    asked = shown(vault, plan)
    assert [(one.key, one.suggested) for one in asked.questions] == [("each", "")]
    assert [draft.values["hours"] for draft in shown(vault, plan.answer("each", "each")).drafts] == [150] * 3
    carried(vault, plan.answer("each", "together"))
    assert [one[:3] for one in hours(vault)] == [(name, "2026-04-13", 50) for name in ("Joan", "Bo", "Megan")]


def test_times_of_day_in_two_columns_and_names_in_two(vault: Vault) -> None:
    headings = ["First name", "Surname", "Date", "Start time", "End time"]
    rows: list[list[object]] = [
        ["Joan", "SMITH", "13/4/2026", "10:00", "12:30"],
        ["Bo", "Ek", "13/4/2026", time(14), time(15, 45)],
    ]
    carried(vault, suggested(vault, opened(headings, rows)))
    assert [one[:3] for one in hours(vault)] == [
        ("Joan Smith", "2026-04-13", 150),
        ("Bo Ek", "2026-04-13", 105),
    ]


def test_contacts_and_what_they_hold(vault: Vault) -> None:
    headings = ["First name", "Surname", "Mobile", "E-mail", "DOB", "Role", "Address", "Postcode"]
    rows: list[list[object]] = [
        ["Joan", "Smith", 7700900123.0, "j@x.org", "3/4/1956", "vol", "1 High St", "M1 1AA"]
    ]
    plan = suggested(vault, opened(headings, rows))
    assert plan.kind == "person"
    found = carried(vault, plan)
    assert [remark.cell for remark in found.remarks] == ["C2"]  # a nought was put back
    (person,) = vault.rows("person")
    kept = {code: value for code, value in person.items() if value is not None and code != "id"}
    assert kept == {
        "known_as": "Joan Smith",
        "phone": "07700900123",
        "email": "j@x.org",
        "birth_year": 1956,
        "roles": ["volunteer"],
        "address": "1 High St, M1 1AA",
    }


def test_another_kind_or_shape_can_be_chosen(vault: Vault) -> None:
    file = opened(["Name", "Date", "Notes"], [["Bo", "13/4/2026", "tea"]])
    plan = suggested(vault, file, "support")
    assert plan.columns == {0: "person", 1: "date", 2: "note"}
    for kind, _ in proposing.kinds():
        for shape in proposing.shapes(kind):
            again = suggested(vault, file, kind, shape)
            assert (again.kind, again.shape) == (kind, shape)
            assert {target.code for target in proposing.targets(kind, shape)} >= set(again.columns.values())
            shown(vault, again)


def test_blanks_stay_blank_and_words_for_nothing_are_asked(vault: Vault) -> None:
    rows: list[list[object]] = [
        ["Drop-in", "13/4/2026", None, "NA"],
        ["Drop-in", "14/4/2026", "", "n/a"],
        ["Drop-in", "15/4/2026", "-", ""],
    ]
    plan = suggested(vault, opened(["Activity", "Date", "Attendance", "Notes"], rows))
    asked = shown(vault, plan)
    assert {one.key: one.answer for one in asked.questions} == {
        "blank:na": "",
        "blank:n/a": "",
        "blank:-": "",
    }
    carried(vault, plan.answer("blank:na", "keep"))
    assert [(row["people_n"], row["note"]) for row in vault.rows("session")] == [
        (None, "NA"),
        (None, None),
        (None, None),
    ]
    assert today().isoformat() not in {row["date"] for row in vault.rows("session")}


def test_an_import_can_be_stopped_and_leaves_nothing(vault: Vault) -> None:
    rows: list[list[object]] = [[f"Person {number}", "13/4/2026", 1] for number in range(900)]
    ready = agreed(vault, suggested(vault, opened(["Name", "Date", "Hours"], rows)))
    told: list[int] = []
    with pytest.raises(Stopped):
        making.carry_out(vault, ready, Going(lambda done, _: told.append(done), lambda: len(told) > 2))
    assert len(told) > 2
    assert vault.rows("time_given") == vault.rows("person") == []
    making.carry_out(vault, ready)
    assert len(vault.rows("time_given")) == 900
