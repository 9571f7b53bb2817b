"""What is saved is read back in the same shape, for every kind of record and every part."""

import pytest

from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Field, Kind
from vcse_desktop.store.ident import derived_id, new_id
from vcse_desktop.store.migrations import TABLES as NUMBERS
from vcse_desktop.store.vault import Vault

PLAIN: dict[Kind, object] = {
    Kind.TEXT: "Łódź “quoted” 'n' \"m\" \\ ; --",
    Kind.NOTE: "first line\nsecond line\tনমস্কার",
    Kind.DATE: "2026-11-20",
    Kind.NUMBER: 1250,
    Kind.COUNT: 0,
    Kind.HOURS: 90,
    Kind.CHOICE: "carer",
    Kind.CHOICES: ["a", "b_2", "z"],
    Kind.YES_NO_UNKNOWN: False,
}


def value(vault: Vault, field: Field) -> object:
    """Return something that the field can hold; links lead to records made for it."""
    if field.kind in PLAIN:
        return PLAIN[field.kind]
    target = "place" if field.kind is Kind.PLACE else field.to
    with vault.unit("add") as unit:
        made = sorted(unit.save(target, None, {}) for _ in range(2))
    return made if field.kind is Kind.LINKS else made[0]


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_field_of_every_table_is_read_back_as_it_was_saved(shared: Vault, table: str) -> None:
    fields = TABLES[table].fields
    values = {field.code: value(shared, field) for field in fields}
    with shared.unit("add") as unit:
        full, bare = unit.save(table, None, values), unit.save(table, None, {})
    assert shared.row(table, full) == {"id": full, **values}
    assert shared.row(table, bare) == {"id": bare, **dict.fromkeys(values)}
    with shared.unit("edit") as unit:
        unit.save(table, full, dict.fromkeys(values))
        unit.save(table, bare, values)
    assert shared.row(table, full) == {"id": full, **dict.fromkeys(values)}
    assert shared.row(table, bare) == {"id": bare, **values}


@pytest.mark.parametrize("table", sorted(set(NUMBERS) - set(TABLES)))
def test_tables_without_a_declaration_carry_their_values_as_they_are(shared: Vault, table: str) -> None:
    if table not in shared._inside.shapes:  # pairs: part of the record that has them
        with pytest.raises(KeyError):
            shared.rows(table)
        return
    columns = sorted(shared._inside.shapes[table].fields)
    with shared.unit("add") as unit:
        made = unit.save(table, None, {})
        texts = unit.save(table, None, {name: "x" for name in columns if name in ("body", "name", "token")})
    assert shared.row(table, made) == {"id": made, **dict.fromkeys(columns)}
    assert shared.row(table, texts) is not None


def test_only_the_given_fields_are_written(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann", "phone": "1", "roles": ["carer"]})
    with vault.unit("edit") as unit:
        unit.save("person", ann, {"phone": "2"})
    row = vault.row("person", ann)
    assert row is not None
    assert (row["known_as"], row["phone"], row["roles"]) == ("Ann", "2", ["carer"])


def test_blank_is_never_zero_and_no_is_not_blank(vault: Vault) -> None:
    with vault.unit("add") as unit:
        blank = unit.save("session", None, {"people_n": None, "explained_use": None, "came": None})
        zero = unit.save("session", None, {"people_n": 0, "explained_use": False, "came": []})
    rows = {row["id"]: row for row in vault.rows("session")}
    assert (rows[blank]["people_n"], rows[blank]["explained_use"]) == (None, None)
    assert (rows[zero]["people_n"], rows[zero]["explained_use"]) == (0, False)
    assert rows[zero]["explained_use"] is False
    assert rows[blank]["came"] is rows[zero]["came"] is None


def test_choices_are_kept_sorted_and_none_chosen_is_not_recorded(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"roles": ("z", "a")})
        bo = unit.save("person", None, {"roles": []})
    assert [row["roles"] for row in vault.rows("person")] == [["a", "z"], None]
    assert [row["id"] for row in vault.rows("person", roles=["z", "a"])] == [ann]
    assert [row["id"] for row in vault.rows("person", roles=None)] == [bo]


def test_links_come_and_go_one_by_one(vault: Vault) -> None:
    with vault.unit("add") as unit:
        people = sorted(unit.save("person", None, {"known_as": f"P{n}"}) for n in range(4))
        session = unit.save("session", None, {"came": people[:3]})
        other = unit.save("session", None, {"came": people[2:]})
    with vault.unit("edit") as unit:
        unit.save("session", session, {"came": [people[3], people[0], people[3]]})
    row = vault.row("session", session)
    assert row is not None and row["came"] == [people[0], people[3]]
    assert [row["id"] for row in vault.rows("session", came=people[3])] == [session, other]
    assert [row["id"] for row in vault.rows("session", came=people[1])] == []
    with vault.unit("edit") as unit:
        unit.save("session", session, {"came": people[:3]})
    row = vault.row("session", session)
    assert row is not None and row["came"] == people[:3]


def test_an_organisation_may_succeed_others(vault: Vault) -> None:
    with vault.unit("add") as unit:
        old = sorted(unit.save("organisation", None, {"name": name}) for name in "AB")
        new = unit.save("organisation", None, {"name": "C", "succeeds": old})
    row = vault.row("organisation", new)
    assert row is not None and row["succeeds"] == old
    assert [row["id"] for row in vault.rows("organisation", succeeds=old[0])] == [new]


def test_rows_are_found_by_their_values_oldest_first(vault: Vault) -> None:
    with vault.unit("add") as unit:
        activity = unit.save("activity", None, {"title": "Lunch"})
        made = [
            unit.save(
                "session", None, {"activity": activity, "date": f"2026-01-{day:02}", "people_n": day % 2}
            )
            for day in (3, 1, 2)
        ]
        unit.save("session", None, {"date": "2026-01-01"})
    assert [row["id"] for row in vault.rows("session", activity=activity)] == made
    assert [row["id"] for row in vault.rows("session", activity=activity, people_n=1)] == made[:2]
    assert [row["date"] for row in vault.rows("session", activity=None)] == ["2026-01-01"]
    assert vault.rows("session", activity=activity, date="2027-01-01") == []
    assert vault.row("session", activity) is None


def test_a_removed_record_is_nowhere_until_it_is_saved_again(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann", "phone": "1"})
        session = unit.save("session", None, {"came": [ann]})
    with vault.unit("remove") as unit:
        unit.remove("person", ann)
    assert vault.row("person", ann) is None
    assert vault.rows("person") == []
    row = vault.row("session", session)
    assert row is not None and row["came"] == [ann]  # the link stays and is shown as "removed"
    with vault.unit("edit") as unit:
        unit.save("person", ann, {"known_as": "Anna"})
    row = vault.row("person", ann)
    assert row is not None
    assert (row["known_as"], row["phone"]) == ("Anna", "1")


def test_a_row_that_is_a_name_is_one_row_however_often_it_is_saved(vault: Vault) -> None:
    place = derived_id(NUMBERS["place"], "ward", "E05000001", 2021)
    for name in ("Ward A", "Ward B"):
        with vault.unit("add") as unit:
            assert unit.save("place", place, {"code": "E05000001", "name": name}) == place
    assert [row["name"] for row in vault.rows("place")] == ["Ward B"]


def test_a_field_or_table_that_is_not_there_is_our_fault(vault: Vault) -> None:
    for wrong in ({"nome": "x"}, {"alive": 0}, {"id": 3}):
        with pytest.raises(KeyError), vault.unit("add") as unit:
            unit.save("person", None, wrong)
    with pytest.raises(KeyError), vault.unit("add") as unit:
        unit.save("persons", None, {})
    with pytest.raises(KeyError):
        vault.rows("person", nome="x")
    with pytest.raises(KeyError):
        vault.rows("session_came")
    assert vault.rows("person") == []


def test_ten_thousand_rows_are_one_unit(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
    with vault.unit("import") as unit:
        for day in range(10_000):
            unit.save("time_given", None, {"person": ann, "hours": day, "note": f"row {day}"})
    rows = vault.rows("time_given", person=ann)
    assert [row["hours"] for row in rows] == list(range(10_000))
    assert vault.units(1)[0].changes == 10_000
    assert len(vault.search("row 7777", limit=5)) == 1
    assert new_id() > int(str(rows[-1]["id"]))
