"""What happened to a record can be told: who, when, on which laptop, from what to what."""

from vcse_desktop.store.vault import Vault


def add(vault: Vault, **values: object) -> int:
    with vault.unit("add") as unit:
        return unit.save("person", None, values)


def test_the_history_of_a_record_is_told_newest_first(vault: Vault) -> None:
    ann = add(vault, known_as="Ann", roles=["carer"], do_not_contact=False)
    with vault.unit("edit") as unit:
        unit.save("person", ann, {"known_as": "Anna", "do_not_contact": True, "roles": None})
    with vault.unit("remove") as unit:
        unit.remove("person", ann)
    told = [(change.why, change.field, change.old, change.new) for change in vault.history("person", ann)]
    assert told[0] == ("remove", "", True, False)
    assert sorted(told[1:4], key=str) == [
        ("edit", "do_not_contact", False, True),
        ("edit", "known_as", "Ann", "Anna"),
        ("edit", "roles", ["carer"], None),
    ]
    assert sorted(told[4:], key=str) == [
        ("add", "", None, True),
        ("add", "do_not_contact", None, False),
        ("add", "known_as", None, "Ann"),
        ("add", "roles", None, ["carer"]),
    ]
    change, unit_info = vault.history("person", ann)[0], vault.units()[0]
    assert (change.unit, change.at, change.device) == (unit.id, unit_info.at, unit_info.device)
    assert change.member == vault.member
    assert change.at.endswith("Z") and len(change.at) == 20
    assert vault.history("person", 12345) == []


def test_the_history_tells_who_came_and_who_was_taken_out(vault: Vault) -> None:
    ann, bo = add(vault, known_as="Ann"), add(vault, known_as="Bo")
    with vault.unit("add") as unit:
        session = unit.save("session", None, {"came": [ann, bo]})
    with vault.unit("edit") as unit:
        unit.save("session", session, {"came": [bo]})
    with vault.unit("edit") as unit:
        unit.save("session", session, {"came": [ann, bo]})
    told = [
        (change.why, change.field, change.old, change.new) for change in vault.history("session", session)
    ]
    assert told[:2] == [("edit", "came", None, ann), ("edit", "came", ann, None)]
    assert sorted(told[2:4], key=str) == sorted(
        [("add", "came", None, ann), ("add", "came", None, bo)], key=str
    )
    assert told[4:] == [("add", "", None, True)]


def test_units_are_listed_newest_first_with_what_they_undo(vault: Vault) -> None:
    add(vault, known_as="Ann")
    one = vault.last_unit()
    assert one is not None
    vault.undo(one.id)
    listed = vault.units()
    assert [(unit.why, unit.changes, unit.undone) for unit in listed] == [
        ("undo", 1, False),
        ("add", 1, True),
        ("keys", 2, False),
    ]
    assert [unit.undoes for unit in listed] == [one.id, None, None]
    assert vault.units(1) == listed[:1]


def test_the_last_unit_is_what_undo_would_take_back(vault: Vault) -> None:
    with vault.unit("begin") as unit:
        unit.save("organisation", None, {"name": "Us", "is_us": True})
    assert vault.last_unit() is None  # making the vault is not for undo
    add(vault, known_as="Ann")
    add(vault, known_as="Bo")
    first, second = (unit.id for unit in reversed(vault.units(2)))

    def last() -> int | None:
        found = vault.last_unit()
        return found.id if found else None

    assert last() == second
    vault.undo(second)
    assert last() == first
    undoing = vault.units()[0].id
    vault.undo(undoing)  # redo
    assert last() == second
    vault.undo(vault.units()[0].id)  # and undo again
    assert last() == first
    vault.undo(first)
    assert last() is None


def test_what_the_world_has_seen_is_never_the_last_unit(vault: Vault) -> None:
    add(vault, known_as="Ann")
    shown = vault.last_unit()
    with vault.unit("share") as unit:
        unit.save("release", None, {"pack": "p"})
    assert vault.last_unit() == shown
