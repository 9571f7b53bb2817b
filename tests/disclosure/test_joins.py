"""Records that are found to be one person: what was told of either is known to be of the same person."""

import random
from collections.abc import Collection, Mapping
from dataclasses import replace

import pytest

from tests.disclosure.attacker import Attacker
from tests.disclosure.histories import KEY, History, found_out, people
from tests.disclosure.histories import tables as drawn
from tests.disclosure.making import AREA, HALF, at, make, one_line, printed
from vcse_desktop.disclosure.audit import audit
from vcse_desktop.disclosure.ledger import read
from vcse_desktop.disclosure.plan import Plan
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.remembering import NOBODY, remembered
from vcse_desktop.figures.persons import joined
from vcse_desktop.figures.table import Counted, FigureTable

pytestmark = pytest.mark.usefixtures("inside")
U5 = POLICIES["under_5"]
TWIN = {1: frozenset({900})}


def of(members: list[int], area: str = "ashby", codes: str = "ashby brook", **more: object) -> FigureTable:
    entries = [Counted("supported", n, 1, at(area)) for n in members]
    return make(entries, [codes], dimensions=(AREA,), **more)  # type: ignore[arg-type]


def planned(history: History, table: FigureTable, same: Mapping[int, Collection[int]]) -> Plan:
    past = remembered(history.books, read(history.books), [table], KEY, same)
    plan = protect([table], U5, past)
    assert audit(plan, [table], past).ok
    return plan


def test_who_came_after_is_not_told_when_an_earlier_record_was_joined_to_theirs() -> None:
    history = History([], U5)
    history.share([of([900, *range(2, 21)])])  # twenty, one of them by the record that is joined later
    longer = of([*range(1, 24)], period=HALF)
    assert printed(planned(history, longer, TWIN))["total"] is None, "23 less 20 are three people"
    assert printed(planned(history, longer, NOBODY))["total"] == 23, "nobody knows that they are one"


def doubled(seed: int, *, recognised: bool) -> History:
    """Return a history in which many were counted by another record before the two were joined."""
    chance = random.Random(seed)  # noqa: S311 - people who never were
    made = History(people(chance, 4), U5)
    for pack in range(4):
        told = drawn(chance, made.people, pack)
        if pack < 2:
            told = [replace(table, counted=tuple(map(by_the_other, table.counted))) for table in told]
        elif recognised:
            made.same = {n: frozenset({n + 1000}) for n in range(1, len(made.people) + 1) if n % 3}
        made.share(told)
    return made


def by_the_other(counted: Counted) -> Counted:
    return replace(counted, member=counted.member + 1000) if counted.member % 3 else counted


@pytest.mark.parametrize("seed", range(4))
def test_a_stranger_learns_nothing_from_packs_before_and_after_a_join(seed: int, attacker: Attacker) -> None:
    assert found_out(doubled(seed, recognised=True), attacker) == []


def test_control_unrecognised_joins_give_somebody_away(attacker: Attacker) -> None:
    assert any(found_out(doubled(seed, recognised=False), attacker) for seed in range(4))


def test_two_records_in_one_pack_stay_two_people_of_then() -> None:
    history = History([], U5)
    history.share([of([900, *range(1, 21)])])
    (past,) = remembered(history.books, read(history.books), [of([*range(1, 21)])], KEY, TWIN).tables
    assert past.value("supported", ("ashby",)) == 21
    assert [counted.member for counted in past.counted].count(1) == 1
    again = of([*range(1, 21)])
    assert printed(planned(history, again, TWIN))["total"] is None, "one fewer would tell of the join"


def test_of_two_records_the_one_that_stood_where_they_stand_now_is_them() -> None:
    history = History([], U5)
    two = make(
        [
            *(Counted("supported", n, 1, at("ashby")) for n in range(1, 21)),
            *(Counted("supported", n, 1, at("brook")) for n in range(900, 912)),
        ],
        ["ashby brook"],
    )
    history.share([two])
    now = make([Counted("supported", n, 1, at("brook")) for n in (1, *range(901, 915))], ["ashby brook"])
    (past,) = remembered(history.books, read(history.books), [now], KEY, TWIN).tables
    places = {counted.member: counted.codes for counted in past.counted}
    assert places[1] == at("brook")
    assert printed(planned(history, now, TWIN))["brook"] is None, "three more than the twelve of then"


def test_those_who_are_not_counted_now_are_one_person_too() -> None:
    history = History([], U5)
    history.share([of([900, *range(2, 21)])])
    history.share([of([*range(1, 41)], period=HALF)])
    now = one_line({"young": 30}, ident="by_age")
    past = remembered(
        history.books, read(history.books), [now], KEY, {1: frozenset({900}), 77: frozenset({78})}
    )
    members = [{counted.member for counted in table.counted} for table in past.tables]
    assert members[0] < members[1]
    elsewhere = make([Counted("supported", n, 1, at("ashby")) for n in range(300, 320)], ["ashby"])
    past = remembered(history.books, read(history.books), [elsewhere], KEY, TWIN)
    members = [{counted.member for counted in table.counted} for table in past.tables]
    assert members[0] < members[1], "whoever is in no table of now either"


def test_all_records_of_a_person_are_found_and_undo_parts_them() -> None:
    rows = [{"id": n, "merged_into": None} for n in range(1, 8)]
    joins: dict[int, int] = {3: 2, 5: 3, 7: 99, 4: 6, 6: 4}
    rows = [{**row, "merged_into": joins.get(int(str(row["id"])))} for row in rows]
    assert joined(rows) == {2: {3, 5}, 7: {99}, 4: {6}}  # 99 was removed since
    assert joined([{**row, "merged_into": None} for row in rows]) == {}
