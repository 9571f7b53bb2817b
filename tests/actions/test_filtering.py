"""Filters of lists: what they leave, in which order, by which name they are kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vaults import make_vault
from vcse_desktop.actions import filtering, recording
from vcse_desktop.actions.filtering import Filter, Part
from vcse_desktop.actions.holding import add_person
from vcse_desktop.actions.listing import Wanted, listing
from vcse_desktop.actions.people import join
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.saved_filters import forget_filter, in_words, save_filter, saved_filters
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.store.roles import NotAllowed
from vcse_desktop.store.vault import open_vault

ROLES, CARERS = ("volunteer", "carer", "resident"), ("yes", "no", None)
BACK = (0, 3, 40, 200, 800, None)


def day(back: int | None) -> str | None:
    """Return the day so many days ago."""
    return None if back is None else (today() - timedelta(days=back)).isoformat()


def found(vault: Vault, kind: str, asked: Filter, order: str = "") -> list[int]:
    """Return the ids that a filter leaves of a list, as the list shows them and as it holds all of them."""
    made = listing(vault, kind, "en", Wanted(asked=asked, order=order))
    shown = [line.id for line in made.first()]
    assert shown == list(made.ids())
    return shown


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """An open vault."""
    made, _ = make_vault(tmp_path / "vault")
    with made:
        yield made


PEOPLE = [
    {
        "known_as": f"{place:02}",
        "roles": [role for at, role in enumerate(ROLES) if place >> at & 1] or None,
        "do_not_contact": (None, True, False)[place % 3],
        "left_on": day(BACK[place % len(BACK)]),
    }
    for place in range(24)
]
HELD = {
    "roles": lambda row, part: bool(set(row["roles"] or []) & set(part.codes)),
    "do_not_contact": lambda row, part: row["do_not_contact"] in [code == "yes" for code in part.codes],
    "left_on": lambda row, part: bool(
        row["left_on"]
        and (part.first or part.last or not part.blank)
        and (part.first or "") <= row["left_on"] <= (part.last or "9999")
    ),
}
PARTS = st.one_of(
    st.builds(
        Part,
        st.just("roles"),
        codes=st.lists(st.sampled_from(ROLES), unique=True).map(tuple),
        blank=st.booleans(),
    ),
    st.builds(
        Part,
        st.just("do_not_contact"),
        codes=st.lists(st.sampled_from(("yes", "no")), unique=True).map(tuple),
        blank=st.booleans(),
    ),
    st.builds(
        Part,
        st.just("left_on"),
        first=st.sampled_from([day(one) or "" for one in BACK]),
        last=st.sampled_from([day(one) or "" for one in BACK]),
        blank=st.booleans(),
    ),
)


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """An open vault with people of every sort; nothing in it changes."""
    made, _ = make_vault(tmp_path_factory.mktemp("people") / "vault")
    with made:
        with made.unit("add") as unit:
            for row in PEOPLE:
                unit.save("person", None, row)
        yield made


@given(st.lists(PARTS, min_size=1, max_size=3), st.booleans())
def test_a_filter_leaves_just_those_for_which_it_is_so(
    people: Vault, parts: list[Part], any_of: bool
) -> None:
    parts = [part for part in parts if part != Part(part.code)]
    rows = people.rows("person")

    def fits(row: dict[str, object], part: Part) -> bool:
        return HELD[part.code](row, part) or (part.blank and row[part.code] is None)

    together = any if any_of and parts else all
    wanted = {row["id"] for row in rows if together(fits(row, part) for part in parts)}
    assert set(found(people, "person", Filter(tuple(parts), any_of))) == wanted


def test_people_are_found_by_what_other_records_say_of_them(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann, bo, cal, di = (unit.save("person", None, {"known_as": name}) for name in ("A", "B", "C", "D"))
        walk, lunch = (unit.save("activity", None, {"title": title}) for title in ("Walk", "Lunch"))
        held = unit.save("session", None, {"activity": walk, "date": day(5), "came": [ann]})
        unit.save("session", None, {"activity": lunch, "date": day(300), "came": [di]})
        unit.save("time_given", None, {"session": held, "person": bo, "hours": 60})
        unit.save("time_given", None, {"activity": walk, "person": cal, "hours": 60, "date": day(200)})
        unit.save("access", None, {"person": cal, "need": "bsl_video"})
        unit.save("consent", None, {"person": ann, "use": "contact_me", "given_on": day(9)})
        unit.save("consent", None, {"person": bo, "use": "contact_me", "withdrawn_on": day(1)})
        unit.save("consent", None, {"person": cal, "use": "contact_me", "ends_on": day(1)})
        unit.save("check", None, {"person": di, "kind": "dbs_basic"})

    def of(part: Part) -> list[int]:
        return found(vault, "person", Filter((part,)))

    assert of(Part(filtering.MET, records=(walk,))) == [ann, bo, cal]
    assert of(Part(filtering.SEEN, span="quarter")) == [ann, bo]
    assert of(Part(filtering.SEEN, first=day(400) or "", last=day(250) or "")) == [di]
    assert of(Part(filtering.NEED, codes=("bsl_video",))) == [cal]
    assert of(Part(filtering.AGREED, codes=("contact_me",))) == [ann]
    assert of(Part(filtering.CHECKED, codes=("dbs_basic",))) == [di]
    join(vault, ann, di)  # what is known of either is known of both
    assert of(Part(filtering.CHECKED, codes=("dbs_basic",))) == [ann]
    with vault.unit("add") as unit:
        unit.save("support", None, {"date": day(2), "person": di})
    assert len(found(vault, "support", Filter((Part("person", records=(ann,)),)))) == 1


def test_a_list_stands_in_the_order_that_is_wanted(vault: Vault) -> None:
    with vault.unit("add") as unit:
        walk = unit.save("activity", None, {"title": "Walk"})
        new, old, mid = (
            unit.save("session", None, {"activity": walk, "date": day(back)}) for back in (1, 9, 5)
        )
        said = [unit.save("support", None, {"date": day(1), "next_on": day(b)}) for b in (None, 2, 7)]
        zoe, ann = (unit.save("person", None, {"known_as": name}) for name in ("Zoe", "Ann"))
    every = Filter()
    assert found(vault, "session", every) == [new, mid, old]
    assert found(vault, "session", every, "earliest") == [old, mid, new]
    assert found(vault, "session", every, "added") == [mid, old, new]
    assert found(vault, "person", every) == [ann, zoe]
    assert found(vault, "person", every, "added") == [ann, zoe]
    assert found(vault, "support", every, "next_on") == [said[2], said[1], said[0]]
    assert found(vault, "session", every, "no such order") == [new, mid, old]


def test_a_filter_is_kept_by_its_name_and_can_be_let_go_and_brought_back(vault: Vault) -> None:
    asked = Filter((Part("roles", ("volunteer",), blank=True), Part(filtering.SEEN, span="month")), True)
    save_filter(vault, "person", "Drivers", asked)
    save_filter(vault, "person", "drivers", replace(asked, any_of=False))  # the same name: it is replaced
    (kept,) = saved_filters(vault, "person")
    assert (kept.name, kept.asked) == ("drivers", replace(asked, any_of=False))
    assert saved_filters(vault, "session") == []
    assert in_words(vault, "person", kept.asked, "en") == [
        "What they are to us: Volunteer or not recorded",
        "Came or helped on a day: this month",
    ]
    forgotten = forget_filter(vault, kept)
    assert saved_filters(vault, "person") == []
    assert forgotten.unit is not None
    recording.undo(vault, forgotten.unit)
    assert saved_filters(vault, "person") == [kept]


@pytest.mark.parametrize(
    "strange",
    [7, {}, {"name": "x", "parts": [{"code": "roles"}], "any_of": False}, {"name": "x", "parts": 3}],
)
def test_a_filter_of_another_version_of_the_program_is_left_alone(vault: Vault, strange: object) -> None:
    with vault.unit("edit") as unit:
        unit.set("filter.person.1", strange)
    assert saved_filters(vault, "person") == []


@pytest.mark.parametrize(("role", "may"), [("member", True), ("helper", False)])
def test_a_member_keeps_filters_but_no_other_setting(vault: Vault, role: str, may: bool) -> None:
    add_person(vault, "Nia", role, "another four words here")
    vault.lock()
    with open_vault(vault.folder, "another four words here") as theirs:
        if may:
            save_filter(theirs, "session", "Mine", Filter((Part("status", ("ran",)),)))
            assert [one.name for one in saved_filters(theirs, "session")] == ["Mine"]
        else:
            with pytest.raises(NotAllowed):
                save_filter(theirs, "session", "Mine", Filter((Part("status", ("ran",)),)))
        with pytest.raises(NotAllowed), theirs.unit("edit") as unit:
            unit.set("backup_days", 30)
