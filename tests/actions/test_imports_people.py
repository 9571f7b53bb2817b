"""Whom a file names: who is sure, who is asked, and rows that seem to be there already."""

import pytest

from tests.actions.spread import agreed, opened, shown, suggested
from vcse_desktop.actions.alike import EMAIL, NAME, PHONE
from vcse_desktop.actions.imports import making, previewing
from vcse_desktop.actions.imports.people import INITIAL, SHORT, SLIP, SOUND, WHY
from vcse_desktop.actions.people import join
from vcse_desktop.actions.recording import add, remove, undo
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused
from vcse_desktop.exchange.meaning.plan import NEW, WHOLE, Double
from vcse_desktop.exchange.meaning.preview import PersonMatch

CONTACTS = ["Name", "Phone", "Email"]


def person(vault: Vault, name: str, **values: object) -> int:
    """Add a person and return the id."""
    return add(vault, "person", {"known_as": name, **values}).ids[0]


def met(vault: Vault, name: str, phone: str = "", email: str = "") -> PersonMatch:
    """Return whom somebody is in a table of hours."""
    file = opened(["Volunteer", "Date", "Hours", "Phone", "Email"], [[name, "13/4/2026", 1, phone, email]])
    (match,) = shown(vault, suggested(vault, file, "time_given")).people
    return match


def why(match: PersonMatch) -> list[tuple[str, tuple[str, ...]]]:
    """Return whom somebody may be, by name, and why."""
    return [(one.name, one.why) for one in match.likely]


def test_who_has_the_same_name_and_number_is_sure(vault: Vault) -> None:
    joan = person(vault, "Joan Smith", phone="07700 900123", email="j@x.org")
    match = met(vault, "Joan SMITH", "+44 7700 900123", "J@x.org")
    assert (match.person, why(match)) == (joan, [("Joan Smith", (EMAIL, NAME, PHONE))])
    assert met(vault, "joan smith").person == joan
    assert met(vault, "Nobody Else").person == NEW


def test_who_may_be_somebody_is_asked_with_the_reason(vault: Vault) -> None:
    for name in ("Joan Smith", "Catherine Jones", "Megan Price"):
        person(vault, name, phone="07700 900123" if name == "Joan Smith" else None)
    for name, reason in (
        ("J Smith", INITIAL),
        ("Joan Smyth", SLIP),
        ("Kathryn Jones", SOUND),
        ("Megan", SHORT),
    ):
        match = met(vault, name)
        assert match.person is None, name
        assert reason in match.likely[0].why
    assert why(met(vault, "Pat Green", "07700 900123")) == [("Joan Smith", (PHONE,))]
    assert met(vault, "Joan Smith", "07700 900999").person is None  # one name, two numbers
    assert met(vault, "Joan Smith", "07700 900999").suggested != NEW
    assert met(vault, "Pat Green", "07700 900123").suggested == NEW  # a household has one number
    assert set(WHY) <= set(previewing.REASONS)


def test_two_of_one_name_are_asked_and_the_choice_holds(vault: Vault) -> None:
    first, second = person(vault, "Ann"), person(vault, "ANN")
    file = opened(["Name", "Date", "Hours"], [["Ann", "13/4/2026", 1]])
    plan = suggested(vault, file)
    (match,) = shown(vault, plan).people
    assert match.person is None
    assert {one.id for one in match.likely} == {first, second}
    for chosen in (second, NEW):
        (match,) = shown(vault, plan.with_person(match.key, chosen)).people
        assert match.person == chosen
    join(vault, first, second)
    assert met(vault, "Ann").person == min(first, second)  # they are one now


def test_one_person_written_in_several_ways_is_made_once(vault: Vault) -> None:
    rows = [["Joan Smith", "13/4/2026", 1], ["JOAN  SMITH", "14/4/2026", 1], ["Smith, Joan", "15/4/2026", 1]]
    plan = suggested(vault, opened(["Name", "Date", "Hours"], rows)).answer("several:0", "one")
    found = agreed(vault, plan)
    assert found.made["person"] == 1
    making.carry_out(vault, found)
    assert [row["known_as"] for row in vault.rows("person")] == ["Joan Smith"]


def test_contacts_that_stand_twice_in_a_file_are_proposed_as_one(vault: Vault) -> None:
    rows = [
        ["Joan Smith", "07700 900123", ""],
        ["Joan Smith", "+447700900123", "j@x.org"],
        ["Pat Green", "07700 900123", ""],
    ]
    plan = suggested(vault, opened(CONTACTS, rows))
    asked = shown(vault, plan)
    assert [(one.spot[0], one.row, one.why, one.what) for one in asked.seeming] == [
        (3, 2, (NAME, PHONE), None)
    ]
    making.carry_out(vault, agreed(vault, plan))
    found = {row["known_as"]: (row["phone"], row["email"]) for row in vault.rows("person")}
    assert found == {"Joan Smith": ("07700 900123", "j@x.org"), "Pat Green": ("07700 900123", None)}


def test_a_contact_that_is_there_is_filled_and_never_overwritten(vault: Vault) -> None:
    joan = person(vault, "Joan Smith", phone="07700 900123")
    plan = suggested(vault, opened(CONTACTS, [["Joan Smith", "0161 496 0000", "j@x.org"]]))
    (seeming,) = shown(vault, plan).seeming
    assert (seeming.record, seeming.what, seeming.offered[0]) == (joan, None, Double.FILL)
    for what, people in ((Double.LEAVE, 1), (Double.NEW, 2), (Double.FILL, 1)):
        ready = shown(vault, plan.with_doubles([(2, WHOLE)], what))
        assert ready.made == ({"person": 1} if what is Double.NEW else {})
        if what is Double.LEAVE:
            with pytest.raises(Refused):
                making.carry_out(vault, ready)
            continue
        making.carry_out(vault, ready)
        assert len(vault.rows("person")) == people
        if what is Double.NEW:
            undo(vault)
    (row,) = vault.rows("person")
    assert (row["phone"], row["email"]) == ("07700 900123", "j@x.org")
    undo(vault)
    assert vault.rows("person")[0]["email"] is None


def test_hours_that_are_there_are_offered_to_be_left_out(vault: Vault) -> None:
    file = opened(
        ["Name", "Date", "Hours", "Activity"],
        [["Bo", "13/4/2026", 1, "Walk"], ["Bo", "14/4/2026", 1, "Walk"]],
    )
    making.carry_out(vault, agreed(vault, suggested(vault, file)))
    more = opened(
        ["Name", "Date", "Hours", "Activity"],
        [["bo", "14/4/2026", "1:00", "walk"], ["Bo", "15/4/2026", 1, "Walk"]],
    )
    asked = shown(vault, suggested(vault, more))
    assert [(one.spot, one.why, one.offered[0]) for one in asked.seeming] == [
        ((2, WHOLE), ("day", "person", "hours", "activity"), Double.LEAVE)
    ]
    with pytest.raises(Refused):
        making.carry_out(vault, asked)
    making.carry_out(vault, agreed(vault, asked.plan))
    assert [row["date"] for row in vault.rows("time_given")] == ["2026-04-13", "2026-04-14", "2026-04-15"]


def test_a_register_adds_its_names_to_a_session_that_is_there(vault: Vault) -> None:
    (walk,) = add(vault, "activity", {"title": "Walk"}).ids
    ann = person(vault, "Ann")
    add(vault, "session", {"activity": walk, "date": "2026-04-03", "came": [ann], "people_n": 5})
    file = opened(["Name", "3 Apr 2026", "10 Apr 2026"], [["Bo", "x", "x"]], name="Walk.xlsx")
    making.carry_out(vault, agreed(vault, suggested(vault, file)))
    first, second = vault.rows("session")
    (bo,) = (row["id"] for row in vault.rows("person") if row["known_as"] == "Bo")
    assert (first["came"], first["people_n"], second["came"]) == ([ann, bo], 5, [bo])
    undo(vault)
    assert [row["came"] for row in vault.rows("session")] == [[ann]]


def test_an_activity_that_is_nearly_there_is_offered(vault: Vault) -> None:
    (there,) = add(vault, "activity", {"title": "Drop-in"}).ids
    plan = suggested(vault, opened(["Activity", "Date", "Attendance"], [["Drop in", "13/4/2026", 3]]))
    (match,) = shown(vault, plan).values
    assert (match.code, match.near) == ("", str(there))
    assert shown(vault, plan).new == {"activity": ("Drop in",)}
    assert agreed(vault, plan).new == {}
    assert previewing.choices(vault, plan, "activity") == [(str(there), "Drop-in")]


def test_who_is_gone_meanwhile_stops_the_import(vault: Vault) -> None:
    joan = person(vault, "Joan Smith")
    ready = agreed(
        vault, suggested(vault, opened(["Name", "Date", "Hours"], [["Joan Smith", "13/4/2026", 1]]))
    )
    remove(vault, "person", joan)
    with pytest.raises(Refused) as refused:
        making.carry_out(vault, ready)
    assert "Nothing was imported" in refused.value.sentence
    assert vault.rows("time_given") == []
