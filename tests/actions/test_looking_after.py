"""Looking after volunteers: what runs out, who was not thanked, whose expenses wait."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vaults import as_somebody_else, make_vault
from vcse_desktop.actions import people, recording, thanking
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.running_out import SOON, checks
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.store.roles import HELPER, NotAllowed

NOW = today()


def ago(days: int) -> str:
    """Return the day so many days ago; below 0, one to come."""
    return (NOW - timedelta(days=days)).isoformat()


def person(vault: Vault, name: str, **more: object) -> int:
    """Add a person."""
    return recording.add(vault, "person", {"known_as": name, **more}).ids[0]


def checked(vault: Vault, who: int, kind: str, ends: int | None) -> int:
    """Add a check that ran out so many days ago."""
    values = {"person": who, "kind": kind, "ends_on": None if ends is None else ago(ends)}
    return recording.add(vault, "check", values).ids[0]


def told(vault: Vault) -> list[list[tuple[str, str]]]:
    """Return the names and kinds in each group."""
    found = checks(vault, NOW)
    return [[(one.who, one.what) for one in group] for group in (found.ran_out, found.soon, found.others)]


def test_each_stands_where_its_day_puts_it(vault: Vault) -> None:
    for ends, name in ((1, "Al"), (0, "Bo"), (-SOON, "Cy"), (-SOON - 1, "Dee"), (None, "Eve")):
        checked(vault, person(vault, name), "dbs_basic", ends)
    assert [[who for who, _ in group] for group in told(vault)] == [["Al"], ["Bo", "Cy"], ["Dee", "Eve"]]


def test_what_was_renewed_no_longer_ran_out_but_each_training_stands_for_itself(vault: Vault) -> None:
    bo, rob = person(vault, "Bo"), person(vault, "Rob")
    people.join(vault, bo, rob)
    checked(vault, bo, "dbs_basic", 9)
    checked(vault, rob, "dbs_basic", -400)
    checked(vault, bo, "training", 9)
    checked(vault, bo, "training", -400)
    assert [len(group) for group in told(vault)] == [1, 0, 3]
    assert told(vault)[0] == [("Bo", "Training")]


def test_of_somebody_who_left_nothing_runs_out_and_who_has_none_is_nowhere(vault: Vault) -> None:
    gone = person(vault, "Cy", left_on=ago(3))
    person(vault, "Dee")
    checked(vault, gone, "dbs_basic", 9)
    assert told(vault) == [[], [], [("Cy", "DBS basic")]]


def gave(vault: Vault, who: int | None, days: int, **more: object) -> int:
    """Note an hour given so many days ago."""
    return recording.add(vault, "time_given", {"person": who, "hours": 60, "date": ago(days), **more}).ids[0]


def test_who_was_not_thanked_stands_by_name_and_one_press_thanks_for_all_of_it(vault: Vault) -> None:
    zoe, ann, abi = (person(vault, name) for name in ("Zoe", "Ann", "Abi"))
    people.join(vault, ann, abi)
    for who, days in ((zoe, 1), (zoe, 2), (zoe, 3), (ann, 80), (abi, 4), (ann, 91)):
        gave(vault, who, days)
    before = gave(vault, zoe, 5, thanked_on=ago(4))
    gave(vault, None, 2, helpers_n=9)
    found = thanking.support(vault, NOW).not_thanked
    assert [(one.who, len(one.rows)) for one in found] == [("Ann", 2), ("Zoe", 3)]
    assert found[0].last == NOW - timedelta(days=4)
    rows = vault.rows("time_given")
    changed = thanking.thank(vault, [*found[1].rows, before])
    assert {vault.rows_of("time_given", [one])[0]["thanked_on"] for one in found[1].rows} == {ago(0)}
    assert vault.rows_of("time_given", [before])[0]["thanked_on"] == ago(4)
    assert [one.who for one in thanking.support(vault, NOW).not_thanked] == ["Ann"]
    recording.undo(vault, changed.unit)
    assert vault.rows("time_given") == rows


def test_time_with_the_day_of_its_session_and_time_over_weeks_count_by_their_last_day(vault: Vault) -> None:
    activity = recording.add(vault, "activity", {"title": "Tea"}).ids[0]
    with vault.unit("add") as unit:
        session = unit.save("session", None, {"activity": activity, "date": ago(10)})
        unit.save("time_given", None, {"person": person(vault, "Bo"), "hours": 60, "session": session})
    gave(vault, person(vault, "Cy"), 200, until=ago(20))
    found = thanking.support(vault, NOW).not_thanked
    assert [(one.who, one.last) for one in found] == [
        ("Bo", NOW - timedelta(days=10)),
        ("Cy", NOW - timedelta(days=20)),
    ]


def test_expenses_wait_until_they_are_paid(vault: Vault) -> None:
    bo = person(vault, "Bo")
    waits = [gave(vault, bo, days, expenses="offered") for days in (3, 200)]
    for state in ("paid", "not_offered", "offered_not_wanted"):
        gave(vault, bo, 3, expenses=state)
    (found,) = thanking.support(vault, NOW).not_paid
    assert (found.who, sorted(found.rows)) == ("Bo", sorted(waits))
    changed = thanking.pay(vault, found.rows)
    assert thanking.support(vault, NOW).not_paid == []
    recording.undo(vault, changed.unit)
    assert len(thanking.support(vault, NOW).not_paid) == 1


@given(names=st.lists(st.sampled_from(["Ann", "bo", "Çy", "Dee"]), unique=True), hours=st.integers(1, 600))
def test_nobody_stands_before_anybody_for_having_given_more(names: list[str], hours: int) -> None:
    given_by = [thanking.Given(n, name, tuple(range(hours)), NOW) for n, name in enumerate(names)]
    assert [one.who for one in sorted(given_by, key=thanking.by_name)] == sorted(
        names, key="AnnboÇyDee".index
    )


def test_a_helper_sees_none_of_it(tmp_path: Path) -> None:
    made, _ = make_vault(tmp_path / "helped")
    row = gave(made, person(made, "Bo"), 1, expenses="offered")
    with as_somebody_else(made, HELPER) as vault:
        for ask in (
            lambda: checks(vault, NOW),
            lambda: thanking.support(vault, NOW),
            lambda: thanking.thank(vault, [row]),
            lambda: thanking.pay(vault, [row]),
        ):
            with pytest.raises(NotAllowed):
                ask()
