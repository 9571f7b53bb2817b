"""A spreadsheet comes in whole, or not at all, and goes out with one undo."""

from pathlib import Path

import pytest

from vcse_desktop.actions import importing, recording
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused
from vcse_desktop.records.validation import show_problem

REGISTER = Path(__file__).parents[1] / "data" / "drop_in_register.csv"
COLUMNS = {"date": "When", "activity": "What", "people_n": "How many came", "note": "Notes"}


def saved(folder: Path, text: str) -> Path:
    """Save a small table."""
    file = folder / "table.csv"
    file.write_text(text, "utf-8")
    return file


def test_a_register_comes_in_as_one_unit_and_goes_out_with_one_undo(vault: Vault) -> None:
    prepared = importing.prepare(vault, REGISTER, "session", COLUMNS)
    assert prepared.problems == ()
    assert set(prepared.new_names()) == {"activity"}
    assert vault.rows("session") == []  # preparing writes nothing
    changed = importing.carry_out(vault, prepared)
    rows = vault.rows("session")
    assert len(rows) == len(changed.ids) == 58
    assert changed.kinds == {"session", "activity"}
    assert len(vault.rows("activity")) == 4
    assert rows[0]["date"] == "2023-11-02"
    assert rows[0]["people_n"] is None  # a blank stays blank
    recording.undo(vault)
    assert vault.rows("session") == vault.rows("activity") == []


def test_a_name_is_found_whatever_its_capitals_and_made_once(vault: Vault, tmp_path: Path) -> None:
    (walk,) = recording.add(vault, "activity", {"title": "Walking group"}).ids
    file = saved(tmp_path, "d,a\n1/2/2026,WALKING  group\n2/2/2026,New one\n3/2/2026,new ONE\n")
    importing.carry_out(vault, importing.prepare(vault, file, "session", {"date": "d", "activity": "a"}))
    assert [row["title"] for row in vault.rows("activity")] == ["Walking group", "New one"]
    assert vault.rows("session")[0]["activity"] == walk


def test_people_places_and_several_names_in_a_cell_become_links(vault: Vault, tmp_path: Path) -> None:
    file = saved(tmp_path, "d,a,who,where\n1/2/2026,Walk,Ann; Bo,The Green\n")
    columns = {"date": "d", "activity": "a", "came": "who", "place": "where"}
    importing.carry_out(vault, importing.prepare(vault, file, "session", columns))
    (session,) = vault.rows("session")
    people = [row["id"] for row in vault.rows("person")]
    assert session["came"] == people
    assert [row["name"] for row in vault.rows("place")] == ["The Green"]
    assert session["place"] == vault.rows("place")[0]["id"]


def test_a_wrong_cell_is_named_and_nothing_comes_in_before_the_person_agrees(
    vault: Vault, tmp_path: Path
) -> None:
    file = saved(tmp_path, "d,a,n\n1/2/2026,Walk,3\n31/2/2026,Walk,4\n3/2/2026,,many\n4/2/2026,,1\n")
    prepared = importing.prepare(vault, file, "session", {"date": "d", "activity": "a", "people_n": "n"})
    found = [(p.row, p.column, show_problem(p.problem)) for p in prepared.problems]
    assert found == [
        (3, "d", "There is no such day in the calendar."),
        (4, "n", "Enter a whole number."),
        (5, "a", "This is needed."),
    ]
    with pytest.raises(Refused):
        importing.carry_out(vault, prepared)
    assert vault.rows("session") == vault.rows("activity") == []
    importing.carry_out(vault, prepared, leave_out=True)
    assert [row["people_n"] for row in vault.rows("session")] == [3]


def test_what_cannot_be_matched_is_said(vault: Vault, tmp_path: Path) -> None:
    file = saved(tmp_path, "d,h,who,s,long\n1/2/2026,2,Ann,Tuesday," + "x" * 201 + "\n")
    for kind, columns in (("tea", {"date": "d"}), ("session", {"date": "x"}), ("session", {"x": "d"})):
        with pytest.raises(Refused):
            importing.prepare(vault, file, kind, columns)
    recording.add(vault, "person", {"known_as": "Ann"})
    recording.add(vault, "person", {"known_as": "ANN"})
    prepared = importing.prepare(vault, file, "time_given", {"hours": "h", "person": "who", "session": "s"})
    assert [(p.row, p.column) for p in prepared.problems] == [(2, "who"), (2, "s")]
    (problem,) = importing.prepare(vault, file, "session", {"date": "d", "activity": "long"}).problems
    assert (problem.row, problem.column) == (2, "long")
