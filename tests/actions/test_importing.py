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


@pytest.mark.parametrize(
    ("title", "columns"),
    [
        ("Two columns have the same heading", {"date": "d", "note": "twice"}),
        ("This field cannot be imported", {"known_as": "d", "merged_into": "d"}),
        ("There is no such column", {"date": "d", "note": "nowhere"}),
        ("There is no such field", {"date": "d", "is_us": "d"}),
    ],
)
def test_a_column_that_cannot_be_used_is_refused(
    vault: Vault, tmp_path: Path, title: str, columns: dict[str, str]
) -> None:
    file = saved(tmp_path, "d,twice,twice\n1/2/2026,one,two\n")
    with pytest.raises(Refused) as refused:
        importing.prepare(vault, file, "person" if "known_as" in columns else "session", columns)
    assert refused.value.title == title
    assert "Nothing was imported" in refused.value.sentence


def test_what_the_program_fills_but_a_person_may_change_comes_in(vault: Vault, tmp_path: Path) -> None:
    file = saved(tmp_path, "n,d\nAnn,1/2/2026\n")
    columns = {"known_as": "n", "identified_on": "d"}
    importing.carry_out(vault, importing.prepare(vault, file, "person", columns))
    assert [row["identified_on"] for row in vault.rows("person")] == ["2026-02-01"]


def test_two_fields_may_come_from_one_column(vault: Vault, tmp_path: Path) -> None:
    file = saved(tmp_path, "d,a\n1/2/2026,Walk\n")
    columns = {"date": "d", "activity": "a", "note": "a"}
    importing.carry_out(vault, importing.prepare(vault, file, "session", columns))
    assert [row["note"] for row in vault.rows("session")] == ["Walk"]


def test_a_new_name_is_judged_as_if_it_was_typed(vault: Vault, tmp_path: Path) -> None:
    recording.add(vault, "person", {"known_as": "Bo"})
    cells = ["Ann; BO", '"Ann\nCy"', "An\x01n", "x" * 201, "Ann\tCy"]
    file = saved(tmp_path, "d,a,who\n" + "".join(f"1/2/2026,Walk,{cell}\n" for cell in cells))
    columns = {"date": "d", "activity": "a", "came": "who"}
    prepared = importing.prepare(vault, file, "session", columns)
    found = [(p.row, p.column, p.problem.field) for p in prepared.problems]
    assert found == [(3, "who", "came"), (4, "who", "came"), (5, "who", "came")]
    assert [show_problem(p.problem)[:8] for p in prepared.problems] == ["Write th", "A sign i", "This has"]
    importing.carry_out(vault, prepared, leave_out=True)
    assert sorted(str(row["known_as"]) for row in vault.rows("person")) == ["Ann", "Ann Cy", "Bo"]


def test_what_is_unlikely_is_kept_with_a_remark(vault: Vault, tmp_path: Path) -> None:
    file = saved(tmp_path, "d,a\n1/1/0001,Walk\n1/2/2026,Run\n1/1/0001,\n")
    prepared = importing.prepare(vault, file, "session", {"date": "d", "activity": "a"})
    assert [(remark.row, remark.column) for remark in prepared.remarks()] == [(2, "d")]
    assert [problem.row for problem in prepared.problems] == [4]
    importing.carry_out(vault, prepared, leave_out=True)
    assert [row["date"] for row in vault.rows("session")] == ["0001-01-01", "2026-02-01"]
