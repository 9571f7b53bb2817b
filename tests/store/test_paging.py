"""A list of any length is read page by page, in one order, and what is overtaken stops."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vaults import as_somebody_else
from vcse_desktop.store.conditions import (
    Among,
    AnyOf,
    Between,
    Blank,
    Condition,
    Holding,
    Naming,
    NotAmong,
    NotNamed,
    Saying,
)
from vcse_desktop.store.roles import HELPER, NotAllowed
from vcse_desktop.store.stopping import Overtaken, stopping
from vcse_desktop.store.vault import Vault

DAYS = st.lists(st.none() | st.integers(1, 9).map(lambda n: f"2026-01-0{n}"), max_size=12)
NAMES = st.lists(st.text("aéZz ŵ", max_size=3), max_size=12)


def emptied(vault: Vault, *tables: str) -> None:
    """Remove every row of these tables."""
    with vault.unit("remove") as unit:
        for table in tables:
            for row in vault.rows(table):
                unit.remove(table, int(str(row["id"])))


@given(DAYS, st.integers(1, 4))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pages_by_day_are_the_list_cut_in_pieces(vault: Vault, days: list[str | None], most: int) -> None:
    emptied(vault, "support")
    with vault.unit("add") as unit:
        kept = [(day or "", unit.save("support", None, {"date": day})) for day in days]
    wanted = [one for _, one in sorted(kept, reverse=True)]
    assert list(vault.ids("support", by="date")) == wanted
    assert pages(vault, "support", "date", most) == wanted
    earliest = [
        one for _, one in sorted(kept, key=lambda one: (one[0] == "", one))
    ]  # no day is last here, too
    assert list(vault.ids("support", by="date", oldest=True)) == earliest
    assert pages(vault, "support", "date", most, oldest=True) == earliest


@given(NAMES, st.integers(1, 4))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pages_by_name_hold_everybody_once(vault: Vault, names: list[str], most: int) -> None:
    emptied(vault, "person")
    with vault.unit("add") as unit:
        kept = {unit.save("person", None, {"known_as": name or None}) for name in names}
    whole = list(vault.ids("person", by=""))
    assert set(whole) == kept and len(whole) == len(kept)
    assert pages(vault, "person", "", most) == whole


def pages(vault: Vault, table: str, by: str, most: int, *, oldest: bool = False) -> list[int]:
    """Return the ids of a list, read page after page."""
    found: list[int] = []
    while rows := vault.page(table, by=by, oldest=oldest, after=found[-1] if found else None, most=most):
        assert len(rows) <= most
        found += [int(str(row["id"])) for row in rows]
    return found


def test_each_condition_leaves_what_it_says(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann Ŵyn", "roles": ["carer", "volunteer"]})
        bo = unit.save("person", None, {"known_as": "Bo", "carer": "yes"})
        walk = unit.save("activity", None, {"title": "Walk"})
        met = unit.save("session", None, {"activity": walk, "date": "2026-01-02", "came": [ann]})
        said = unit.save("insight", None, {"words": "The lift", "person": bo})
        unit.save("insight", None, {"words": "Lifts are slow"})
        answer = unit.save("response", None, {"what": "Lift", "insights": [said]})

    def ids(table: str, *where: Condition) -> set[object]:
        return {row["id"] for row in vault.pick(table, *where)}

    assert ids("person", Saying("wyn")) == {ann}
    assert ids("person", Holding("roles", ["carer"])) == {ann}
    assert ids("person", NotAmong("carer", ["yes"])) == {ann}
    assert ids("person", Between("known_as", "B", "C")) == {bo}
    assert ids("person", AnyOf([Saying("wyn"), Among("carer", ["yes"])])) == {ann, bo}
    assert ids("person", AnyOf([])) == set()
    assert ids("session", Among("came", [ann])) == {met} == ids("session", Naming("came", "person", "an"))
    assert ids("session", Naming("activity", "activity", "wal")) == {met}
    assert (
        ids("insight", Naming("person", "person", "b"))
        == {said}
        == ids("insight", Saying("lift")) - ids("insight", Blank("person"))
    )
    assert ids("insight", NotNamed("response", "insights")) == ids("insight", Blank("person"))
    with vault.unit("remove") as unit:
        unit.remove("response", answer)
    assert said in ids("insight", NotNamed("response", "insights"))
    with pytest.raises(KeyError):
        vault.pick("person", Blank("no_such"))


def test_what_a_helper_may_not_see_tells_nothing_by_an_answer(vault: Vault) -> None:
    with vault.unit("add") as unit:
        unit.save("person", None, {"known_as": "Ann", "carer": "yes", "note": "secret"})
    with as_somebody_else(vault, HELPER) as helper:
        asked: list[tuple[str, Condition]] = [
            ("person", Among("carer", ["yes"])),
            ("person", Saying("secret")),
            ("time_given", Naming("person", "person", "secret")),
            ("insight", Blank("words")),
        ]
        for table, where in asked:
            assert not helper.may_ask(table, where)
            for ask in (helper.pick, helper.some, helper.count):
                with pytest.raises(NotAllowed):
                    ask(table, where)
        with pytest.raises(NotAllowed):
            helper.values("person", fields=("carer",))
        with pytest.raises(NotAllowed):
            helper.last_days("insight", "person", "heard_on", "")
        (row,) = helper.page("person", by="")
        assert (row["known_as"], row["carer"], row["note"]) == ("Ann", None, None)


def test_what_nobody_waits_for_any_more_stops_and_the_next_question_is_answered(vault: Vault) -> None:
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) SELECT max(x) FROM n"
    with pytest.raises(Overtaken), stopping(lambda: True):
        vault._ask(lambda con: con.execute(endless).fetchone())
    assert vault.count("person") == 0
