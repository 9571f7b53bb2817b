"""A helper sees sessions, hours and names; a member all but the equality answers; a keeper everything."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.vaults import as_somebody_else, make_vault
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.store.roles import HELPER, KEEPER, MEMBER, ROLES, NotAllowed, Verb, may
from vcse_desktop.store.vault import Vault

PLANTED = "Zyxwv"
TEXTS = {
    "organisation": {"name": PLANTED, "note": PLANTED},
    "person": {"known_as": PLANTED, "phone": PLANTED, "note": PLANTED, "address": PLANTED},
    "insight": {"words": PLANTED},
    "support": {"next_step": PLANTED},
    "engagement": {"question": PLANTED, "cannot_change": PLANTED},
    "response": {"what": PLANTED},
    "activity": {"title": f"{PLANTED} club"},
    "session": {"note": PLANTED},
    "time_given": {"note": PLANTED},
}
DESIGNED = {
    "activity place": ("r", "aerx", "aerx"),
    "session tally barrier time_given": ("aer", "aerx", "aerx"),
    "person": ("r", "aerx", "aerx"),
    "access": ("r", "aerx", "aerx"),
    "consent check": ("", "aerx", "aerx"),
    "equality": ("", "", "aerx"),
    "insight support connection attachment": ("", "aerx", "aerx"),
    "organisation engagement response review capacity_support": ("r", "aerx", "aerx"),
    "role audience stakeholder action": ("", "aerx", "aerx"),
}
"""The table of the design, a row for each kind: what a helper, a member and a keeper may do."""
CELLS = [
    (role, table, allowed[place])
    for tables, allowed in DESIGNED.items()
    for table in tables.split()
    for place, role in enumerate(ROLES)
]


def test_the_design_speaks_of_every_table() -> None:
    assert {table for _, table, _ in CELLS} == set(TABLES)


@pytest.fixture(scope="module", params=ROLES)
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """A vault with a row in every table, opened by a person of each role in turn."""
    vault, _ = make_vault(tmp_path_factory.mktemp("roles"))
    with vault.unit("add") as unit:
        for number, table in enumerate(TABLES, 1):
            unit.save(table, number, TEXTS.get(table, {}))
    if request.param != KEEPER:
        vault = as_somebody_else(vault, request.param)
    with vault:
        yield vault


@pytest.mark.parametrize("table", TABLES)
def test_what_a_role_is_not_given_is_refused_and_the_rest_is_done(opened: Vault, table: str) -> None:
    ((_, _, allowed),) = [cell for cell in CELLS if cell[:2] == (opened.role, table)]
    record = [*TABLES].index(table) + 1
    tried: dict[str, Callable[[], object]] = {
        "a": lambda: _save(opened, table, None),
        "e": lambda: _save(opened, table, record),
        "r": lambda: opened.row(table, record),
        "x": lambda: _remove(opened, table),
    }
    for verb, act in tried.items():
        assert opened.may(Verb(verb), table) is (verb in allowed)
        if verb in allowed:
            assert act() is not None
        else:
            with pytest.raises(NotAllowed):
                act()


def _save(vault: Vault, table: str, record: int | None) -> int:
    with vault.unit("add" if record is None else "edit") as unit:
        made = unit.save(table, record, TEXTS.get(table, {}))
    return made


def _remove(vault: Vault, table: str) -> int:
    with vault.unit("remove") as unit:
        record = unit.save(table, None, {})
        unit.remove(table, record)
    return record


def test_nobody_finds_by_searching_what_they_may_not_read(opened: Vault) -> None:
    found = {hit.table for hit in opened.search(PLANTED)}
    helpers = {"activity", "session", "time_given"}
    assert found == (helpers if opened.role == HELPER else set(TEXTS))
    assert bool(opened.also("Zyxwx")) is (opened.role != HELPER)


def test_a_helper_sees_of_a_person_the_name_alone(opened: Vault) -> None:
    (row,) = [one for one in opened.rows("person") if one["id"] == [*TABLES].index("person") + 1]
    assert row["known_as"] == PLANTED
    assert [row["phone"], row["note"], row["address"]] == (
        [None] * 3 if opened.role == HELPER else [PLANTED] * 3
    )
    if opened.role == HELPER:
        with pytest.raises(NotAllowed):
            opened.rows("person", phone=PLANTED)
        with pytest.raises(NotAllowed):
            opened.history("person", int(str(row["id"])))
    else:
        assert opened.history("person", int(str(row["id"])))


def test_undo_takes_back_ones_own_work_and_a_keeper_anyones(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    with vault.unit("add") as theirs:
        theirs.save("session", None, {"date": "2026-11-01"})
    with as_somebody_else(vault, HELPER) as helper:
        assert helper.last_unit() is None
        with pytest.raises(NotAllowed):
            helper.undo(theirs.id or 0)
        with helper.unit("add") as own:
            own.save("session", None, {"date": "2026-11-02"})
        newest = helper.last_unit()
        assert newest is not None
        assert (newest.id, newest.member) == (own.id, helper.member)
        helper.undo(newest.id)
        assert [row["date"] for row in helper.rows("session")] == ["2026-11-01"]


def test_each_unit_bears_who_did_it(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    with vault.unit("add") as unit:
        session = unit.save("session", None, {"date": "2026-11-01"})
    keeper = vault.member
    with as_somebody_else(vault, MEMBER) as member:
        with member.unit("edit") as unit:
            unit.save("session", session, {"people_n": 12})
        past = member.history("session", session)
        assert [(one.member, one.field) for one in past if one.field in ("people_n", "date")] == [
            (member.member, "people_n"),
            (keeper, "date"),
        ]
        assert member.member != keeper


@pytest.mark.parametrize("role", [HELPER, MEMBER])
def test_nobody_but_a_keeper_writes_what_the_group_decides(tmp_path: Path, role: str) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    with as_somebody_else(vault, role) as opened:
        for table in ("setting", "slot", "sent", "release", "own_item"):
            assert not may(role, Verb.EDIT, table)
            with pytest.raises(NotAllowed), opened.unit("edit") as unit:
                unit.save(table, 1, {})
