"""A morning at a carers' centre: a walk-in who gets a name, what is agreed, a list to ring, two as one."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from tests.journeys.conftest import ComeIn
from tests.journeys.hands import Hands
from vcse_desktop.actions import drafting, finding, recording
from vcse_desktop.actions.grouping import set_group
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.registering import Filled, save
from vcse_desktop.actions.today import month
from vcse_desktop.actions.unlocking import Vault

RISK = "He hits her when nobody looks"
CARER = "Siân Ŵyn-Ó Néill 🌼"
NOVEL = "Time to sleep. " * 6_667
"""100,005 letters."""


@pytest.fixture
def centre(vault: Vault) -> None:
    """A lead for safeguarding, a café that Jon came to, and John who may be the same."""
    set_group(vault, "safeguarding_name", "Nia Rees")
    set_group(vault, "safeguarding_phone", "01234 567890")
    cafe = recording.add(vault, "activity", {"title": "Carers' café"}).ids[0]
    jon = recording.add(vault, "person", {"known_as": "Jon Evans", "phone": "01632 960001"}).ids[0]
    recording.add(vault, "person", {"known_as": "John Evans", "phone": "01632 960002"})
    save(vault, Filled({"activity": cafe, "date": today().isoformat(), "people_n": 5, "came": [jon]}, {}))


def test_a_morning_at_a_carers_centre(vault: Vault, centre: None, come_in: ComeIn) -> None:
    hands = come_in()
    note_a_walk_in(hands)
    type_of_a_risk_and_leave(hands)
    save_a_false_alarm(hands)
    say_who_it_was(hands)
    fill_in_the_card(hands)
    make_a_list_to_ring(hands)
    join_two_and_part_them(hands)
    inside = hands.vault()
    kinds = ("person", "support", "access", "consent", "session", "activity", "time_given", "insight")
    assert {kind: len(inside.rows(kind)) for kind in kinds} == {
        "person": 3,
        "support": 2,
        "access": 1,
        "consent": 1,
        "session": 1,
        "activity": 1,
        "time_given": 0,
        "insight": 0,
    }
    assert drafting.begun(inside) == []
    assert inside.verify() == []
    hands.press("Ctrl+1")
    hands.sees(f"Support for {CARER}")
    hands.sees("Support for somebody without a name")


def note_a_walk_in(hands: Hands) -> None:
    """Note a carer whom nobody knows by name, with a hint."""
    hands.press("Ctrl+2")
    hands.go("People")
    hands.press("Right", "Ctrl+N")
    hands.do("No name? Write a hint for us")
    hands.type("red coat")
    hands.do("Information or advice")
    hands.do("Yes")  # the first time that anyone saw them as a carer
    hands.press("Ctrl+Return")
    hands.sees("Added: ")
    (row,) = hands.vault().rows("support")
    assert (row["person"], row["who_hint"], row["who_for"]) == (None, "red coat", "carer")
    assert row["newly_identified"] is True


def type_of_a_risk_and_leave(hands: Hands) -> None:
    """Type what must not be written here: whom to tell is said, and nothing of it is left anywhere."""
    hands.press("Ctrl+N")
    hands.go("What matters to them")
    hands.type(RISK)
    assert "Do not write it here. Tell Nia Rees, 01234 567890." in hands.seen()
    hands.press("Ctrl+1")
    hands.sees("What you typed was not kept")
    inside = hands.vault()
    assert not any("hits" in one.body for one in inside.drafts())
    assert not any("hits" in str(row) for row in inside.rows("support"))
    assert not any("hits" in str(found) for found in finding.find(inside, "hits"))
    hands.press("Ctrl+2")
    assert RISK not in hands.seen()
    hands.press("Esc")


def save_a_false_alarm(hands: Hands) -> None:
    """Save words that only sound like it; before, far too many were pasted: that is said, and they stay."""
    hands.press("Ctrl+N")
    hands.go("What matters to them")
    hands.paste(NOVEL)
    hands.press("Ctrl+Return")
    assert hands.beside() == "This has 100005 characters; there is room for 20000."
    box = hands.focus()
    assert isinstance(box, QPlainTextEdit) and box.toPlainText() == NOVEL
    hands.press("Ctrl+A")
    hands.type("He hits me at table tennis")
    assert "Is somebody at risk?" in hands.seen()
    hands.press("Ctrl+Return")
    hands.until(lambda: len(hands.vault().rows("support")) == 2, "the second contact")
    assert hands.vault().rows("support")[1]["matters_words"] == "He hits me at table tennis"


def say_who_it_was(hands: Hands) -> None:
    """Find the walk-in by the hint and give it a name that nobody had noted."""
    hands.press("Ctrl+F")
    hands.type("red coat")
    hands.press("Return")
    hands.sees("Who was it?")
    hands.paste(CARER)
    hands.press("Return")
    hands.sees("it is noted who it was. Undo parts them again.")
    first = hands.vault().rows("support")[0]
    assert first["person"] == hands.vault().rows("person")[2]["id"]


def fill_in_the_card(hands: Hands) -> None:
    """Note what they need, how they want to be involved, and what they agree to; they take that back."""
    hands.go("People")
    hands.press("Left", "Ctrl+F")
    hands.type("Sian")
    hands.press("Return")
    hands.do("Add an access need")
    hands.type("large")
    hands.press("Return", "Ctrl+Return")
    hands.sees("Large print")
    hands.do("Change details")
    hands.do("More details")
    hands.do("I will join a group")
    hands.press("Ctrl+Return")
    hands.sees("I will join a group")
    hands.go("Change details")
    hands.press("Space")
    hands.do("Add what they agreed to")
    hands.type("Contact me")
    hands.press("Return", "Ctrl+Return")
    hands.until(lambda: len(hands.vault().rows("consent")) == 1, "the consent")
    hands.press("Esc")
    hands.do("They take it back")
    hands.sees("Taken back today")
    assert hands.vault().rows("consent")[0]["withdrawn_on"] == today().isoformat()


def make_a_list_to_ring(hands: Hands) -> None:
    """Show those who came to the café, make a phone list of them, and go back by Esc."""
    hands.press("Ctrl+F", "Ctrl+A", "Delete")
    hands.do("Filter…")
    hands.type("came to")
    hands.press("Return")
    hands.type("Carers' c")
    hands.press("Return")
    hands.do("Show these")
    hands.sees("1 person")
    hands.do("Make a contact list")
    hands.sees("Made from 1 of 3 people")
    hands.press("Esc")
    assert "Make a contact list" in str(hands.focus().property("text"))
    hands.do("Show all again")
    hands.sees("3 people")


def join_two_and_part_them(hands: Hands) -> None:
    """Say that two are one person, and take it back: every figure is what it was."""
    before = month(hands.vault(), today())
    people = hands.vault().rows("person")
    hands.do("Look at the pairs that may be the same person")
    hands.sees("Their names are alike.")
    hands.do("They are the same person")
    hands.until(lambda: len([r for r in hands.vault().rows("person") if not r["merged_into"]]) == 2, "one")
    hands.press("Alt+U")
    hands.until(lambda: hands.vault().rows("person") == people, "both again")
    assert month(hands.vault(), today()) == before
    hands.press("Esc")
