"""Head counts by group: kept with their session or piece of asking, 0 and "not recorded" told apart."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.vaults import as_somebody_else, make_vault
from vcse_desktop.actions import recording, registering, sheets, tallying
from vcse_desktop.actions.recording import NotSound, today
from vcse_desktop.actions.registering import Filled
from vcse_desktop.actions.tallying import PLACES, TOOK_PART, Counted, Counting, Key, new_place
from vcse_desktop.errors import Refused
from vcse_desktop.records.validation import LARGEST
from vcse_desktop.store.vault import Vault

DAY = today().isoformat()
CARERS, LATE = ("inclusion_groups", "multi_ltc"), ("age_band", "age_85_plus")


@pytest.fixture
def dropin(vault: Vault) -> int:
    """An activity."""
    return recording.add(vault, "activity", {"title": "Drop-in"}).ids[0]


def kept(vault: Vault, dropin: int, counts: dict[Key, int | None], days: int = 0, **more: object) -> int:
    """Keep a register of so many days ago with these numbers."""
    session = {"activity": dropin, "date": (today() - timedelta(days=days)).isoformat()}
    return registering.save(vault, Filled(session, counted=Counted(counts), **more)).ids[0]  # type: ignore[arg-type]


def noted(vault: Vault, **owner: int) -> dict[tuple[object, object], object]:
    """Return the numbers in the rows of a record."""
    return {(row["vocab"], row["code"]): row["n"] for row in vault.rows("tally", **owner)}


def test_a_session_and_its_head_count_are_one_step_that_one_undo_takes_back(
    vault: Vault, dropin: int
) -> None:
    session = kept(vault, dropin, {CARERS: 3, LATE: 0, ("sex", "male"): None})
    assert noted(vault, session=session) == {CARERS: 3, LATE: 0}
    recording.undo(vault)
    assert (vault.rows("session"), vault.rows("tally")) == ([], [])


def test_a_number_is_changed_and_taken_back_and_what_was_not_shown_stays(vault: Vault, dropin: int) -> None:
    session = kept(vault, dropin, {CARERS: 3, LATE: 2, ("sex", "male"): 1})
    before = noted(vault, session=session)
    kept(vault, dropin, {CARERS: 5, LATE: None}, record=session)
    assert noted(vault, session=session) == {CARERS: 5, ("sex", "male"): 1}
    recording.undo(vault)
    assert noted(vault, session=session) == before


def test_the_same_numbers_again_are_no_change(vault: Vault, dropin: int) -> None:
    session = kept(vault, dropin, {CARERS: 3, LATE: 0})
    same = Filled({"activity": dropin, "date": DAY}, record=session, counted=Counted({CARERS: 3, LATE: 0}))
    assert registering.save(vault, same).unit is None


def test_what_two_laptops_counted_of_the_same_people_is_one_number_and_mended_when_it_is_changed(
    vault: Vault, dropin: int
) -> None:
    session = kept(vault, dropin, {CARERS: 3})
    recording.add(vault, "tally", {"session": session, "vocab": CARERS[0], "code": CARERS[1], "n": 4})
    assert sheets.sheet(vault, session=session).counting.counts == {CARERS: 4}
    kept(vault, dropin, {CARERS: 5}, record=session)
    assert [row["n"] for row in vault.rows("tally")] == [5]


def test_the_lists_used_last_by_this_activity_come_first(vault: Vault, dropin: int) -> None:
    walk = recording.add(vault, "activity", {"title": "Walk"}).ids[0]
    kept(vault, dropin, {("sex", "male"): 1}, days=20)
    kept(vault, dropin, {LATE: 4, CARERS: 1}, days=10)
    kept(vault, dropin, {}, days=5)
    kept(vault, walk, {("sex", "male"): 1}, days=1)
    found = sheets.sheet(vault, dropin).counting
    assert (list(found.usual), found.counts) == (["inclusion_groups", "age_band"], {})
    assert list(sheets.sheet(vault, walk).counting.usual) == ["sex"]


def test_a_place_is_added_with_the_count_once_and_never_for_an_empty_box(vault: Vault, dropin: int) -> None:
    code = new_place(Counting(), "Lower Heath")
    where = {(PLACES, code): 2}
    for days in (0, 7):
        session = {"activity": dropin, "date": (today() - timedelta(days=days)).isoformat()}
        counted = Counted({**where, (PLACES, "x_none"): None}, {code: "Lower Heath", "x_none": "Nowhere"})
        changed = registering.save(vault, Filled(session, counted=counted))
    assert {"tally", "place"} <= changed.kinds
    assert [(row["name"], row["kind"], row["code"]) for row in vault.rows("place")] == [
        ("Lower Heath", "own", code)
    ]
    found = sheets.sheet(vault, dropin).counting
    assert new_place(found, "lower heath") == code
    assert found.usual == {PLACES: (code,)}


def test_nothing_is_kept_when_a_number_is_too_large_or_a_group_is_not_on_the_list(
    vault: Vault, dropin: int
) -> None:
    wrong: dict[Key, int | None] = {CARERS: LARGEST + 1, ("age_band", "old"): 1}
    with pytest.raises(NotSound) as found:
        kept(vault, dropin, wrong)
    assert {one.field for one in found.value.problems} == {
        "tally.inclusion_groups.multi_ltc",
        "tally.age_band.old",
    }
    assert vault.rows("session") == []


def test_a_piece_of_asking_keeps_who_took_part_and_the_groups_as_one_step(vault: Vault) -> None:
    asking = recording.add(vault, "engagement", {"question": "Which hours?"}).ids[0]
    numbers: dict[Key, int | None] = {(TOOK_PART, "public"): 12, (TOOK_PART, "leaders"): 0, CARERS: 4}
    tallying.keep(vault, asking, Counted(numbers))
    assert {row["group"]: row["n"] for row in vault.rows("stakeholder")} == {"public": 12, "leaders": 0}
    assert tallying.of_asking(vault, asking).counts == numbers
    another = recording.add(vault, "engagement", {"question": "Which days?"}).ids[0]
    assert list(tallying.of_asking(vault, another).usual) == ["inclusion_groups"]
    recording.remove(vault, "engagement", another)
    with pytest.raises(Refused):
        tallying.keep(vault, another, Counted({CARERS: 1}))
    recording.undo(vault)
    recording.undo(vault)
    recording.undo(vault)
    assert (vault.rows("stakeholder"), vault.rows("tally")) == ([], [])


def test_a_helper_counts_and_empties_a_number_but_adds_no_place(tmp_path: Path) -> None:
    made, _ = make_vault(tmp_path / "vault")
    activity = recording.add(made, "activity", {"title": "Drop-in"}).ids[0]
    with as_somebody_else(made, "helper") as vault:
        session = kept(vault, activity, {CARERS: 3, LATE: 1})
        kept(vault, activity, {CARERS: None, LATE: 2}, record=session)
        found = sheets.sheet(vault, session=session).counting
        assert (found.counts, found.may_add) == ({LATE: 2}, False)


NUMBERS = st.dictionaries(st.sampled_from([CARERS, LATE, ("sex", "male")]), st.none() | st.integers(0, 50))


@settings(max_examples=15)
@given(st.lists(NUMBERS, min_size=1, max_size=4))
def test_whatever_is_counted_after_another_the_last_number_of_each_group_stands(
    made_once: Vault, steps: list[dict[Key, int | None]]
) -> None:
    activity = recording.add(made_once, "activity", {"title": "Drop-in"}).ids[0]
    session = registering.save(made_once, Filled({"activity": activity, "date": DAY})).ids[0]
    stands: dict[Key, int | None] = {}
    for step in steps:
        kept(made_once, activity, step, record=session)
        stands |= step
    there = {key: n for key, n in stands.items() if n is not None}
    assert noted(made_once, session=session) == there
    assert sheets.sheet(made_once, session=session).counting.counts == there


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """One vault for all that hypothesis thinks of."""
    with make_vault(tmp_path_factory.mktemp("tallies") / "vault")[0] as made:
        yield made
