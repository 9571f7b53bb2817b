"""Any unit can be taken back, and the taking back too; what others have changed since stays and is named."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.state import living
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store.undo import LeftAlone
from vcse_desktop.store.vault import Unit, Vault

Step = tuple[str, int, int, str | None]
STEP = st.tuples(
    st.sampled_from(["add", "edit", "link", "remove"]),
    st.integers(0, 5),
    st.integers(0, 5),
    st.sampled_from([None, "x", "y"]),
)
UNITS = st.lists(st.lists(STEP, min_size=1, max_size=4), min_size=1, max_size=4)


def do(unit: Unit, step: Step, people: list[int], sessions: list[int]) -> None:
    """Do one thing to the person and session that the numbers choose."""
    what, one, two, text = step
    if what == "add" or not people or not sessions:
        people.append(unit.save("person", None, {"known_as": text}))
        sessions.append(unit.save("session", None, {"came": people[-2:], "people_n": one}))
        return
    person, session = people[one % len(people)], sessions[two % len(sessions)]
    if what == "edit":
        unit.save("person", person, {"known_as": text, "roles": [text] if text else None})
    elif what == "link":
        unit.save("session", session, {"came": people[one % len(people) :], "people_n": two})
    else:
        unit.remove("person", person)


@settings(max_examples=25, deadline=None)
@given(UNITS)
def test_undo_gives_the_state_before_and_undo_of_undo_the_state_after(
    shared: Vault, units: list[list[Step]]
) -> None:
    people: list[int] = []
    sessions: list[int] = []
    states, made = [living(shared)], []
    for steps in units:
        with shared.unit("edit") as unit:
            for step in steps:
                do(unit, step, people, sessions)
        if unit.id:
            made.append(unit.id)
            states.append(living(shared))
    for number in reversed(range(len(made))):
        assert shared.undo(made[number]) == []
        assert living(shared) == states[number]
        again = shared.units(1)[0].id
        assert shared.undo(again) == []
        assert living(shared) == states[number + 1]
        assert shared.undo(shared.units(1)[0].id) == []
        assert living(shared) == states[number]
    assert shared.verify() == []


def row(vault: Vault, table: str, record: int) -> dict[str, object]:
    found = vault.row(table, record)
    assert found is not None
    return found


def test_a_field_changed_since_stays_and_is_named(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann", "phone": "1", "email": "a"})
    with vault.unit("edit") as first:
        first.save("person", ann, {"known_as": "Anna", "phone": "2", "email": "b"})
    with vault.unit("edit") as second:
        second.save("person", ann, {"phone": "3"})
    assert first.id
    assert vault.undo(first.id) == [LeftAlone("person", ann, "phone")]
    now = row(vault, "person", ann)
    assert (now["known_as"], now["phone"], now["email"]) == ("Ann", "3", "a")


def test_a_record_worked_on_since_is_not_taken_away(vault: Vault) -> None:
    with vault.unit("import") as first:
        ann = first.save("person", None, {"known_as": "Ann"})
        bo = first.save("person", None, {"known_as": "Bo"})
    with vault.unit("edit") as second:
        second.save("person", ann, {"phone": "3"})
    assert first.id and second.id
    assert vault.undo(first.id) == [LeftAlone("person", ann, "phone")]
    assert row(vault, "person", ann)["known_as"] == "Ann"
    assert vault.row("person", bo) is None
    assert vault.undo(second.id) == []


def test_a_link_changed_since_stays_and_is_named_by_its_field(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
        session = unit.save("session", None, {})
    with vault.unit("edit") as came:
        came.save("session", session, {"came": [ann]})
    with vault.unit("edit") as gone:
        gone.save("session", session, {"came": []})
    assert came.id and gone.id
    assert vault.undo(came.id) == [LeftAlone("session", session, "came")]
    assert row(vault, "session", session)["came"] is None


def test_an_import_is_one_undo(vault: Vault) -> None:
    before = living(vault)
    with vault.unit("import") as unit:
        for number in range(500):
            person = unit.save("person", None, {"known_as": f"P{number}"})
            unit.save("time_given", None, {"person": person, "hours": 60})
    assert unit.id
    assert vault.search("P499") != []
    assert vault.undo(unit.id) == []
    assert living(vault) == before
    assert vault.search("P499") == []
    vault.undo(vault.units(1)[0].id)
    assert vault.search("P499") != []
    assert len(vault.rows("time_given")) == 500


def test_who_opens_the_vault_and_what_was_shared_are_not_undone(tmp_path: Path) -> None:
    vault, code = make_vault(tmp_path)
    with vault:
        vault.rehearse(code)
        vault.change_passphrase(PASSPHRASE, "another phrase of words")
        with vault.unit("share") as unit:
            release = unit.save("release", None, {"pack": "p"})
            unit.save("released_cell", None, {"release": release, "value": 12})
            unit.save("sent", None, {"pack": "p"})
            ann = unit.save("person", None, {"known_as": "Ann"})
        shared = {table: rows for table, rows in living(vault).items() if table != "person"}
        for info in vault.units():
            left = vault.undo(info.id)
            assert left and all(one.field == "" for one in left)
        assert living(vault) == shared
        assert vault.row("person", ann) is None
        assert len(vault.units()) == 5  # an undo that could do nothing is no unit
        assert vault.rehearsed


def test_an_unknown_unit_cannot_be_undone(vault: Vault) -> None:
    with pytest.raises(KeyError):
        vault.undo(999)
    assert list(living(vault)) == ["slot"]
