"""Cells that are wrong are named and mended in place; words of lists are matched; choices are remembered."""

import json
from pathlib import Path

import pytest

from tests.actions.spread import agreed, opened, shown, suggested
from tests.vaults import as_somebody_else
from vcse_desktop.actions.imports import making, opening, previewing, proposing
from vcse_desktop.actions.recording import add, undo
from vcse_desktop.actions.standing import MEMBER
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.exchange.meaning.plan import ADD, WHOLE, How
from vcse_desktop.records.validation import show_problem
from vcse_desktop.store.roles import NotAllowed

SESSIONS = ["Activity", "Date", "Attendance"]


def test_a_wrong_cell_is_named_with_what_would_mend_it(vault: Vault) -> None:
    rows: list[list[object]] = [
        ["Walk", "31/4/2026", 3],
        ["Walk", "13/4/2026", "about 12"],
        ["", "14/4/2026", 1],
        ["Walk", 46125, 2],
    ]
    plan = suggested(vault, opened(SESSIONS, rows))
    found = [
        (one.cell, one.text, show_problem(one.problem), one.repair) for one in shown(vault, plan).problems
    ]
    assert found == [
        ("B2", "31/4/2026", "There is no such day in the calendar.", None),
        ("C3", "about 12", "Enter a whole number.", "12"),
        ("A4", "", "This is needed.", None),
        ("B5", "46125", "Write the day as 3/4/2026 or 3 April 2026.", "2026-04-13"),
    ]
    for wrong in shown(vault, plan).problems:
        plan = plan.mend(wrong.spot, wrong.repair) if wrong.repair else plan
    plan = plan.mend((2, 1), "30/4/2026").leave_out([4])
    ready = shown(vault, plan)
    assert ready.ready
    making.carry_out(vault, ready)
    kept = [(row["date"], row["people_n"]) for row in vault.rows("session")]
    assert kept == [("2026-04-30", 3), ("2026-04-13", 12), ("2026-04-13", 2)]
    assert shown(vault, plan.take_in([4])).problems  # it can be taken in again


def test_what_is_unusual_is_kept_with_a_remark(vault: Vault) -> None:
    found = shown(vault, suggested(vault, opened(SESSIONS, [["Walk", "13/4/1996", 3]])))
    assert [(one.cell, one.problem.asked) for one in found.remarks] == [("B2", True)]
    assert found.ready


def test_a_day_that_can_be_read_two_ways_is_asked_and_one_above_twelve_settles_it(vault: Vault) -> None:
    plan = suggested(vault, opened(SESSIONS, [["Walk", "03/04/2026", 3], ["Walk", "05/06/2026", 3]]))
    asked = shown(vault, plan)
    (question,) = asked.questions
    assert (question.key, question.suggested) == ("order:1", "day")
    assert previewing.in_words(question.sentence, question.values, "en") == (
        "Dates in the column “Date” can be read two ways. What is 03/04/2026?"
    )
    said = [previewing.in_words(offer.text, offer.values, "en") for offer in question.offers]
    assert [one.replace("\xa0", " ") for one in said] == ["It is 3 April 2026", "It is 4 March 2026"]
    for answer, day in (("day", "2026-04-03"), ("month", "2026-03-04")):
        assert shown(vault, plan.answer("order:1", answer)).drafts[0].values["date"] == day
    sure = suggested(vault, opened(SESSIONS, [["Walk", "03/04/2026", 3], ["Walk", "04/13/2026", 3]]))
    assert [draft.values["date"] for draft in shown(vault, sure).drafts] == ["2026-03-04", "2026-04-13"]


def test_hours_that_are_unclear_are_asked_once_for_the_same_words(vault: Vault) -> None:
    rows: list[list[object]] = [
        ["Bo", "13/4/2026", "half 2 til 4"],
        ["Bo", "14/4/2026", "Half 2 til 4"],
        ["Bo", "15/4/2026", 130],
    ]
    plan = suggested(vault, opened(["Name", "Date", "Hours"], rows))
    asked = {one.key: (one.suggested, one.cells) for one in shown(vault, plan).questions}
    assert asked == {"hours:half 2 til 4": ("90", ("C2", "C3")), "hours:130": ("130", ("C4",))}
    ready = shown(vault, plan.answer("hours:half 2 til 4", "150").answer("hours:130", "90"))
    assert [draft.values["hours"] for draft in ready.drafts] == [150, 150, 90]


def test_words_of_a_list_are_matched_offered_or_added(vault: Vault) -> None:
    rows: list[list[object]] = [
        ["Ann", "Volunteer"],
        ["Bo", "vols; carer"],
        ["Cy", "Voluntear"],
        ["Di", "Wizard"],
    ]
    plan = suggested(vault, opened(["Name", "Role"], rows), "person")
    found = {one.words: (one.code, one.how, one.near) for one in shown(vault, plan).values}
    assert found["Volunteer"] == ("volunteer", How.EXACT, "")
    assert found["Voluntear"] == ("", None, "volunteer")
    assert found["Wizard"] == ("", None, "")
    assert [one.cell for one in shown(vault, plan).problems if one.text != "vols; carer"] == ["B4", "B5"]
    plan = plan.with_value("roles", "vols", "volunteer").with_value("roles", "Wizard", ADD)
    ready = agreed(vault, plan)
    assert ready.ready
    making.carry_out(vault, ready)
    labels = {item.code: item.label for item in group_lists(vault)["person_role"]}
    roles = [
        [labels[code] for code in row["roles"]]
        for row in vault.rows("person")
        if isinstance(row["roles"], list)
    ]
    assert roles == [["Volunteer"], ["Carer", "Volunteer"], ["Volunteer"], ["Wizard"]]
    undo(vault)
    assert "Wizard" not in {item.label for item in group_lists(vault)["person_role"]}


def test_what_no_column_says_is_asked_for_all_rows(vault: Vault) -> None:
    add(vault, "activity", {"title": "Walk"})
    plan = suggested(vault, opened(["Date", "Attendance"], [["13/4/2026", 3]], sheet="Walk"), "session")
    asked = shown(vault, plan)
    assert [(one.key, one.suggested, one.free) for one in asked.questions] == [
        ("always:activity", "Walk", True)
    ]
    assert not asked.problems
    assert shown(vault, plan.answer("always:activity", "Swim")).new == {"activity": ("Swim",)}
    making.carry_out(vault, agreed(vault, plan))
    assert len(vault.rows("activity")) == 1


def test_what_was_chosen_is_remembered_for_the_same_headings_and_nobody_is_in_it(vault: Vault) -> None:
    headings = ["Wer", "Wann", "Wie lange", "Was", "Rolle"]
    rows: list[list[object]] = [["Joan Smith", "03/04/2026", "2-4", "Walk", "Leader"]]
    file = opened(headings, rows, name="Joan Smith.xlsx")
    plan = suggested(vault, file, "time_given")
    for at, target in enumerate(("person", "date", "hours", "activity", "role")):
        plan = plan.with_column(at, target)
    plan = plan.answer("order:1", "month").with_value("role", "Leader", "")
    ready = agreed(vault, plan)
    assert ready.ready, ready.problems
    making.carry_out(vault, ready)
    kept = [row for row in vault.rows("setting") if str(row["name"]).startswith("import.")]
    assert len(kept) == 1
    assert not any(word in json.dumps(kept).casefold() for word in ("joan", "smith", "walk", "2-4"))
    moved = opened(headings[::-1], [["Leader", "Swim", "1", "03/04/2026", "Bo"]])
    again = suggested(vault, moved)
    assert again.columns == {0: "role", 1: "activity", 2: "hours", 3: "date", 4: "person"}
    assert set(again.why.values()) == {How.LAST_TIME}
    (draft,) = shown(vault, again).drafts
    assert (draft.values, shown(vault, again).open) == ({"date": "2026-03-04", "hours": 60}, 0)
    assert suggested(vault, opened([*headings, "x"], rows)).columns != plan.columns
    vault_setting = str(kept[0]["name"])
    with vault.unit("edit") as unit:
        unit.set(vault_setting, {"from": "a newer version"})
    suggested(vault, moved)  # it is passed over


def test_a_column_can_be_given_and_taken_back(vault: Vault) -> None:
    plan = suggested(vault, opened(["Name", "Phone", "Odd"], [["Bo", "0161 496 0000", "x"]]))
    given = plan.with_column(2, "note")
    assert (given.columns[2], given.why[2]) == ("note", How.CHOSEN)
    assert shown(vault, given).drafts[0].values["note"] == "x"
    assert 2 not in given.with_column(2, "").columns
    both = given.with_column(1, "note")
    assert shown(vault, both).drafts[0].values["note"] == "Phone: 0161 496 0000\nOdd: x"


def test_a_page_shows_rows_as_they_will_be(vault: Vault) -> None:
    rows: list[list[object]] = [["Joan Smith", f"{day}/4/2026", "1h30"] for day in range(13, 23)]
    ready = shown(vault, suggested(vault, opened(["Name", "Date", "Hours"], rows)))
    page = previewing.page(vault, ready, "en", 8, 5)
    assert page.headings == ("Who", "Hours, altogether", "Date")
    assert page.total == 10
    assert page.lines[0] == (10, ("Joan Smith", "1.5 hours", "21\xa0April\xa02026"))
    assert len(page.lines) == 2


def test_keepers_alone_bring_something_in(vault: Vault, tmp_path: Path) -> None:
    ready = shown(vault, suggested(vault, opened(SESSIONS, [["Walk", "13/4/2026", 3]])))
    with as_somebody_else(vault, MEMBER) as theirs:
        for refused in (
            lambda: opening.open_file(theirs, tmp_path / "x.csv"),
            lambda: proposing.suggest(theirs, opened(SESSIONS, [])),
            lambda: previewing.preview(theirs, ready.plan),
            lambda: making.carry_out(theirs, ready),
        ):
            with pytest.raises(NotAllowed):
                refused()
        assert theirs.rows("session") == []


def test_the_whole_row_is_named_where_no_cell_is_at_fault(vault: Vault) -> None:
    plan = suggested(
        vault, opened(["Date", "1", "2", "3", "4", "5"], [["x", 1, None, None, None, 2]], sheet="May 2026")
    )
    assert {wrong.spot[1] for wrong in shown(vault, plan).problems} == {1, 5}
    assert WHOLE < 0
