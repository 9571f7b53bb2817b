"""Which records may be one person, which answers are remembered, and that none of it takes long."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vaults import as_somebody_else
from vcse_desktop.actions.alike import alike, are_two, clashes, digits, in_order
from vcse_desktop.actions.entering import enter
from vcse_desktop.actions.people import join, person_card
from vcse_desktop.actions.recording import undo
from vcse_desktop.actions.slipping import one_slip, shorter
from vcse_desktop.actions.standing import HELPER, MEMBER
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused

LETTERS = "abé"
FIRST, LAST = ("ABCDE", "aeiou", "nlrt"), ("FGHKM", "aeiou", ("nn", "rr"), ("son", "ley"))
"""Syllables of a hundred first and a hundred last names, many of them alike."""


def add(vault: Vault, **values: object) -> int:
    """Add a person and return the id."""
    return enter(vault, "person", None, values).ids[0]


def pairs(vault: Vault) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the names of those that may be one person, and why."""
    names = {row["id"]: str(row["known_as"]) for row in vault.rows("person")}
    return [(names[pair.one], names[pair.other], tuple(pair.why)) for pair in alike(vault)]


ALIKE = {
    ("Sian Owen", "Siân Owen"),
    ("Bell Tom", "TOM Bell"),
    ("Jon Evans", "John Evans"),
    ("Nai Price", "Nia Price"),
    ("Mary-Ann Kay", "Kay Mary Ann"),
    ("Megan", "megan"),
}


def test_names_alike_are_a_pair_and_others_are_none(vault: Vault) -> None:
    for one, other in ALIKE:
        add(vault, known_as=one)
        add(vault, known_as=other)
    for name in ("Tom Price", "Jane Evans", "Meg", "Ann"):
        add(vault, known_as=name)
    assert set(pairs(vault)) == {(one, other, ("name",)) for one, other in ALIKE}


def test_the_same_number_or_address_is_a_sign_and_an_area_only_supports_a_name(vault: Vault) -> None:
    with vault.unit("add") as unit:
        here = unit.save("place", None, {"code": "M1", "name": "M1", "kind": "district"})
    add(vault, known_as="Ann", phone="07700 900123", home_area=here)
    add(vault, known_as="Mrs Price", phone="+44 (0)7700 900123")
    add(vault, known_as="Bo Ek", email="Bo@Example.org ", home_area=here)
    add(vault, known_as="Bob", email="bo@example.org", home_area=here)
    add(vault, known_as="Anna", home_area=here)
    found = pairs(vault)
    assert ("Ann", "Mrs Price", ("phone",)) in found
    assert ("Bo Ek", "Bob", ("email",)) in found
    assert len(found) == 2, "who only lives in the same area is no pair"
    add(vault, known_as="Hanna", home_area=here)
    assert pairs(vault)[0] == ("Anna", "Hanna", ("area", "name")), "one word with a slip takes the area, too"


def test_the_number_of_a_house_and_a_name_that_many_have_are_no_signs(vault: Vault) -> None:
    for number in range(8):
        add(vault, known_as="Ann", phone="01632 960001", birth_year=1950 + number)
        add(vault, known_as=f"Person 000{number}")
    assert pairs(vault) == []


def test_who_was_joined_or_said_to_be_two_people_is_not_asked_again_until_undo(vault: Vault) -> None:
    jon, john = add(vault, known_as="Jon Evans"), add(vault, known_as="John Evans")
    add(vault, known_as="Sian Owen")
    sian = add(vault, known_as="Siân Owen")
    assert len(pairs(vault)) == 2
    join(vault, jon, john)
    assert [one for one, _, _ in pairs(vault)] == ["Sian Owen"]
    are_two(vault, sian, alike(vault)[0].one)
    assert pairs(vault) == []
    undo(vault)
    undo(vault)
    assert len(pairs(vault)) == 2
    third = add(vault, known_as="Jon Evans", phone="1")
    are_two(vault, jon, third)
    join(vault, john, jon)
    assert {(one, other) for one, other, _ in pairs(vault)} == {("Sian Owen", "Siân Owen")}


def test_a_member_may_answer_and_change_no_other_setting(vault: Vault) -> None:
    jon, john = add(vault, known_as="Jon Evans"), add(vault, known_as="John Evans")
    with as_somebody_else(vault, MEMBER) as theirs:
        are_two(theirs, jon, john)
        assert alike(theirs) == []
        with pytest.raises(Refused), theirs.unit("add") as unit:
            unit.set("disclosure_floor", "under_5")
        undo(theirs)
        assert len(alike(theirs)) == 1


def test_a_helper_neither_sees_nor_answers(vault: Vault) -> None:
    jon, john = add(vault, known_as="Jon Evans"), add(vault, known_as="John Evans")
    with as_somebody_else(vault, HELPER) as theirs:
        for act in (lambda: alike(theirs), lambda: are_two(theirs, jon, john)):
            with pytest.raises(Refused):
                act()
        assert not [row for row in theirs.rows("setting") if str(row["name"]).startswith("two_people")]


def test_what_two_records_say_differently_is_named_and_both_are_kept(vault: Vault) -> None:
    jon = add(vault, known_as="Jon", phone="1", email="j@example.org", contact_by=["phone"])
    john = add(vault, known_as="John", phone="2", email="j@example.org")
    assert clashes(vault, jon, john) == ["Phone"]
    join(vault, jon, john)
    card = person_card(vault, jon, "en")
    assert card is not None
    assert [words for label, words in card.contact if label == "Phone"] == ["1", "2"]
    assert ("Other spellings", "John") in card.about
    assert [words for label, words in card.contact if label == "E-mail"] == ["j@example.org"]


@given(st.text(LETTERS, max_size=6), st.text(LETTERS, max_size=6))
def test_one_slip_goes_both_ways_and_whoever_is_one_apart_shares_a_shorter_word(one: str, other: str) -> None:
    slip = one_slip(one, other)
    assert slip == one_slip(other, one) == (other in slips(one))
    if slip:
        assert set(shorter(one)) & set(shorter(other))


def slips(word: str) -> set[str]:
    """Return every word that is one slip from this one, written down plainly."""
    places = range(len(word) + 1)
    less = {word[:at] + word[at + 1 :] for at in places[:-1]}
    more = {word[:at] + sign + word[at:] for at, sign in product(places, LETTERS)}
    another = {word[:at] + sign + word[at + 1 :] for at, sign in product(places[:-1], LETTERS)}
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    return (less | more | another | swapped) - {word}


@given(st.lists(st.sampled_from(["Ann", "Bo", "Siân"]), max_size=4).flatmap(st.permutations))
def test_the_order_of_a_name_does_not_matter(words: list[str]) -> None:
    assert in_order(" ".join(words)) == in_order(" ".join(sorted(words)))


def test_numbers_are_compared_however_they_are_written() -> None:
    assert {digits(one) for one in ("07700 900123", "+447700900123", "0044 (0) 7700-900123")} == {
        "07700900123"
    }


def test_of_many_people_each_is_compared_with_a_few(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    first, last = (["".join(one) for one in product(*letters)] for letters in (FIRST, LAST))
    with vault.unit("add") as unit:
        for number, names in enumerate(product(first[:50], last[:50])):
            unit.save("person", None, {"known_as": " ".join(names), "phone": f"07{number:09}"})
    compared = list[tuple[str, str]]()

    def noted(one: str, other: str) -> bool:
        compared.append((one, other))
        return one_slip(one, other)

    monkeypatch.setattr("vcse_desktop.actions.alike.one_slip", noted)
    assert alike(vault)
    assert len(compared) < 10 * 2500, "of those far more alike than people are; all with all are 3 million"
