"""A day on an estate: a litter pick, where people came from, what was asked and said, two introduced."""

import pytest

from tests.journeys.conftest import ComeIn
from tests.journeys.hands import Hands
from vcse_desktop.actions import drafting, recording
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Vault

PLACE = "Mill Row حي الطاحونة"
QUESTION = "Which gates shall be mended first?"
SAID = "The gate by the school sticks 🚪"
CHANGED = "The gate by the school was mended."


@pytest.fixture
def estate(vault: Vault) -> None:
    """One activity, which nobody has taken a register of."""
    recording.add(vault, "activity", {"title": "Litter pick"})


def test_a_day_on_an_estate(vault: Vault, estate: None, come_in: ComeIn) -> None:
    hands = come_in()
    log_what_is_remembered(hands)
    count_where_they_came_from(hands)
    plan_to_ask(hands)
    note_what_was_said(hands)
    close_the_loop(hands)
    introduce_two(hands)
    inside = hands.vault()
    kinds = ("time_given", "activity", "session", "tally", "place", "engagement", "insight", "response")
    assert {kind: len(inside.rows(kind)) for kind in (*kinds, "person", "connection", "consent")} == {
        **dict.fromkeys(kinds, 1),
        "person": 2,
        "connection": 1,
        "consent": 0,
    }
    assert drafting.begun(inside) == []
    assert inside.verify() == []
    hands.press("Ctrl+1")
    hands.sees("14 people without names: 28 hours as remembered, Litter pick")
    hands.sees("Litter pick: 14 came")
    hands.sees(f"“{SAID}”")


def log_what_is_remembered(hands: Hands) -> None:
    """Log the hours of a group without names in four fields, as somebody remembers them."""
    hands.do("Not by name")
    hands.type("14")
    hands.go("Doing what")
    hands.type("lit")
    hands.press("Return")
    hands.fill("How long", "2")
    hands.do("Not counted at the time")
    hands.go("A fair estimate")
    hands.choose("emembered")
    hands.press("Ctrl+Return")
    hands.sees("Logged 28 hours for 14 people.")
    (row,) = hands.vault().rows("time_given")
    assert (row["person"], row["helpers_n"], row["hours"]) == (None, 14, 1680)
    assert (row["certainty"], row["date"]) == ("remembered", today().isoformat())


def count_where_they_came_from(hands: Hands) -> None:
    """Count by a place that nobody has named before."""
    hands.press("Ctrl+3")
    hands.do("Take the register")
    hands.fill("How many came", "14")
    hands.do("Count by groups")
    hands.do("Count by: Where people came from")
    hands.go("Another place")
    hands.paste(PLACE)
    hands.press("Return")
    hands.go(f"One more: {PLACE}")
    hands.press("Space", "Space", "Space", "Ctrl+Return")
    hands.sees("The register is saved.")
    (place,) = hands.vault().rows("place")
    assert place["name"] == PLACE
    assert [(row["code"], row["n"]) for row in hands.vault().rows("tally")] == [(place["code"], 3)]


def plan_to_ask(hands: Hands) -> None:
    """Plan a piece of asking; how much say people have is chosen by what it means."""
    hands.press("Ctrl+4", "Ctrl+N")
    hands.type(QUESTION)
    hands.fill("Which decision does it feed?", "Repairs in spring")
    hands.go("Devolving")
    while not hands.beside().startswith("Working directly with people"):
        hands.press("Down")
    hands.press("Space", "Ctrl+Return")
    hands.sees("Added: ")
    (row,) = hands.vault().rows("engagement")
    assert (row["question"], row["decision"]) == (QUESTION, "Repairs in spring")
    assert (row["rung_planned"], row["rung_actual"]) == ("involving", None)


def note_what_was_said(hands: Hands) -> None:
    """Note words with a theme, and say then which piece of asking they belong to."""
    hands.press("Ctrl+5")
    hands.paste(SAID)
    hands.go("Theme")
    hands.type("trans")
    hands.press("Return", "Ctrl+Return")
    hands.sees("Stays with us: not asked")
    hands.do(f"Open: {SAID}")
    hands.do("More about it")
    hands.do("More details")
    hands.go("Piece of asking")
    hands.type("gates")
    hands.press("Return", "Ctrl+Return")
    hands.sees("Saved.")
    (row,) = hands.vault().rows("insight")
    assert (row["words"], row["engagement"]) == (SAID, hands.vault().rows("engagement")[0]["id"])
    assert row["themes"] and row["may_quote"] is None


def close_the_loop(hands: Hands) -> None:
    """Ask for an answer, say what changed, and that people were told."""
    hands.do(f"Open: {SAID}")
    hands.do("Ask somebody to answer it")
    hands.sees("What we asked them to look at")
    hands.type("Mend the gate")
    hands.press("Ctrl+Return")
    hands.do("Close the loop: Mend the gate")
    hands.choose("Changed because of this")
    hands.press("Tab")
    hands.type(CHANGED)
    hands.press("Ctrl+Return")
    hands.sees("There is an answer; people were not told yet.")
    hands.do("People were told today: Mend the gate")
    hands.sees("Kept: people were told today.")
    (row,) = hands.vault().rows("response")
    assert (row["what"], row["status"], row["changed"]) == ("Mend the gate", "done", CHANGED)
    assert (row["told_on"], row["insights"]) == (
        today().isoformat(),
        [hands.vault().rows("insight")[0]["id"]],
    )


def introduce_two(hands: Hands) -> None:
    """Note an offer and a wish, bring them together, ask both, and introduce them."""
    hands.press("Ctrl+2")
    hands.go("People")
    hands.press("Right", "Right", "Right")
    for note, who, what in (("Note an offer", "Zoë", "Lifts"), ("Note a wish", "Łukasz", "A lift")):
        hands.do(note)
        hands.paste(who)
        hands.press("Return")
        hands.go("What is ")
        hands.type(what)
        hands.press("Ctrl+Return")
        hands.sees(f"{who}: {what}")
    hands.do("Bring together with")
    hands.do("Bring together")
    for who in ("Zoë", "Łukasz"):
        hands.do(f"They agree: today ({who})")
        hands.sees(f"{who} agreed on {today().day} ")
    hands.do("Introduce them")
    hands.sees("were introduced today.")
    (row,) = hands.vault().rows("connection")
    assert (row["offer"], row["wish"], row["state"]) == ("Lifts", "A lift", "introduced")
    assert row["offer_agreed"] and row["wish_agreed"]
