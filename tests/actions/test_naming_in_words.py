"""What may point at somebody is told in its sentence, by the lists of a vault, before words leave."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vaults import as_somebody_else
from vcse_desktop.actions import recording
from vcse_desktop.actions.grouping import set_group
from vcse_desktop.actions.naming import only_marked
from vcse_desktop.actions.naming_in_words import PERHAPS, SURE, check_prose, guard_of, replaced, spots
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.disclosure.identifiers import Guard, Kind

GUARD = Guard(["Joan Bevan", "Si\u00e2n"])


@pytest.fixture
def known(vault: Vault) -> Vault:
    """A vault with somebody and something of each sort."""
    recording.add(vault, "person", {"known_as": "Mair Ellis", "other_names": "Mari; Nain Ty Coch"})
    recording.add(vault, "organisation", {"name": "Tamworth Trust", "contact_name": "Idris Cadwaladr"})
    recording.add(vault, "place", {"code": "own:1", "name": "Larkhill", "kind": "own"})
    recording.add(vault, "place", {"code": "E05", "name": "Copeland", "kind": "ward"})
    set_group(vault, "safeguarding_name", "Nerys Puw")
    return vault


def test_everybody_on_record_and_every_small_place_is_found_and_wide_names_are_not(known: Vault) -> None:
    said = "mari, Coch and cadwaladr and Puw at larkhill, near Copeland, all by Tamworth Trust."
    found = spots(guard_of(known), said)
    assert [spot.words for spot in found] == ["mari", "Coch", "cadwaladr", "Puw", "larkhill"]


def test_a_post_is_no_name(vault: Vault) -> None:
    for contact in ("Adult social care, carers' lead", "May Field"):
        recording.add(vault, "organisation", {"name": "Trust", "contact_name": contact})
    found = spots(guard_of(vault), "The Carers' forum thanked May of Social Care.")
    assert [spot.words for spot in found] == ["May"]


def test_whoever_opens_the_vault_is_known(vault: Vault) -> None:
    other = as_somebody_else(vault, "member", "Blodwyn")
    found = spots(guard_of(other), "thanks to blodwyn")
    other.lock()
    assert [one.words for one in found] == ["blodwyn"]


def test_the_rule_of_the_group_says_what_a_small_number_is(known: Vault) -> None:
    assert [one.words for one in spots(guard_of(known), "seven carers came")] == ["seven carers"]
    assert check_prose(known, "seven carers came", 5) == []
    (spot,) = check_prose(known, "We met. Only three carers came, alas. Then we went.", 5)
    assert (spot.before, spot.words, spot.after) == ("Only ", "three carers", " came, alas.")
    assert spot.mark == "[some]"


def test_what_somebody_chose_to_keep_is_not_shown_again() -> None:
    assert spots(GUARD, "Joan came. I thanked Joan.", {"Joan"}) == []


def test_a_long_sentence_is_cut_on_both_sides() -> None:
    (spot,) = spots(GUARD, f"{'x ' * 400}Joan{' x' * 400}.")
    assert len(spot.before) <= 120
    assert len(spot.after) <= 120


def test_every_kind_has_its_sentence() -> None:
    assert set(PERHAPS) == set(Kind)
    assert set(SURE) < set(Kind)


@given(
    st.lists(
        st.sampled_from(["Joan", "joan's", "sat", "with", "Si\u00e2n,", "us.", "[x]", "\n", "07700 900123"])
    )
)
def test_what_is_replaced_differs_in_brackets_alone_and_in_the_end_nothing_is_open(pieces: list[str]) -> None:
    said = shared = " ".join(pieces)
    for _ in pieces:
        if found := spots(GUARD, shared):
            shared = replaced(shared, found[0])
    assert only_marked(said, shared)
    assert spots(GUARD, shared) == []


def test_names_in_a_pasted_novel_are_found_while_somebody_types() -> None:
    novel = ("The bus came late and Margaret saw it. " * 520)[:20_000]
    begun = time.perf_counter()
    assert {spot.words for spot in spots(GUARD, novel)} == {"Margaret"}
    assert time.perf_counter() - begun < 0.5
