"""A drop-in afternoon: the register, a latecomer, next week's plan, a count, and a lock in the middle."""

from collections import Counter
from datetime import date, timedelta

import pytest

from tests.journeys.conftest import ComeIn
from tests.journeys.hands import Hands
from vcse_desktop.actions import drafting, recording, registering
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.registering import Filled
from vcse_desktop.actions.unlocking import Vault

NAMES = ("Cal", "Joan Ellis", "Siân Ŵyn-Ó Néill")
SAID = "Diolch! 🌻 شكراً لكم على الشاي"
NEXT = today() + timedelta(days=7)


@pytest.fixture
def club(vault: Vault) -> None:
    """A lunch club whose session of a week ago had three helpers by name, two hours each."""
    made = recording.add(vault, "activity", {"title": "Lunch club", "usual_hours": 120}).ids[0]
    helpers = [recording.add(vault, "person", {"known_as": name}).ids[0] for name in NAMES]
    last = {"activity": made, "date": (today() - timedelta(days=7)).isoformat(), "people_n": 12}
    registering.save(vault, Filled(last, dict.fromkeys(helpers, 120)))


def day(when: date) -> str:
    """Return a day as people type it."""
    return f"{when.day}/{when.month}/{when.year}"


def test_a_drop_in_afternoon(vault: Vault, club: None, come_in: ComeIn) -> None:
    hands = come_in()
    take_the_register(hands)
    log_a_latecomer(hands)
    plan_next_week(hands)
    count_by_groups(hands)
    lock_in_the_middle(hands)
    inside = hands.vault()
    kinds = ("activity", "session", "person", "time_given", "insight", "tally", "consent")
    assert {kind: len(inside.rows(kind)) for kind in kinds} == {
        "activity": 2,
        "session": 3,
        "person": 4,
        "time_given": 3 + 2 + 1,
        "insight": 1,
        "tally": 1,
        "consent": 0,
    }
    hands.until(lambda: drafting.begun(inside) == [], "no draft is left")
    assert inside.verify() == []
    hands.press("Ctrl+1")
    hands.sees("Lunch club: 11 came")
    hands.sees("Lunch club: planned")
    hands.sees("Zoë Brânwen: 1½ hours")
    week = [one.replace("\n", " ") for one in hands.seen().split("This week\n")[1:]]
    assert week[0].startswith("5½ hours given 3 helpers by name 1 things heard"), week


def take_the_register(hands: Hands) -> None:
    """Repeat last week in two keys, and say what was otherwise."""
    hands.press("Ctrl+3", "Space")
    assert "Untick who is not here, and count who came." in hands.seen()
    hands.type("11")
    hands.go("carers")
    hands.type("4")
    hands.do("Siân Ŵyn-Ó Néill")  # she is not here today
    hands.go("Their words")
    hands.paste(SAID)
    hands.go("Something that is working")
    hands.choose("Something that would help")
    hands.do("Keep it with us")
    hands.press("Ctrl+Return")
    hands.sees("The register is saved.")
    (session,) = hands.vault().rows("session", date=today().isoformat())
    assert (session["people_n"], session["carers_n"]) == (11, 4)
    (said,) = hands.vault().rows("insight")
    assert (said["words"], said["kind"], said["may_quote"]) == (SAID, "would_help", "no")


def log_a_latecomer(hands: Hands) -> None:
    """Log an hour and a half of somebody new; what cannot be, and what hardly can, is said at its field."""
    hands.press("Ctrl+H")
    hands.paste("Zoë Brânwen")
    hands.press("Return")
    hands.fill("How long", "25")
    hands.press("Ctrl+Return")
    assert hands.beside().startswith("Nobody can give more than 24 hours in a day.")
    assert hands.beside() in hands.seen()
    hands.fill("How long", "1h30")
    assert hands.beside() == ""
    hands.go("Today")
    hands.choose("Another day")
    hands.fill("When: write the day", "1/6/1926")
    hands.press("Ctrl+Return")
    assert "This day is more than ten years ago. Is it right?" in hands.seen()
    assert "It is right" in str(hands.focus().property("text"))
    hands.go("When: write the day", back=True)
    assert hands.beside() == "This day is more than ten years ago. Is it right?"
    hands.fill("When: write the day", day(today()))
    hands.press("Ctrl+Return")
    hands.sees("Logged 1½ hours for Zoë Brânwen.")


def plan_next_week(hands: Hands) -> None:
    """Plan the next session; a year that was mistyped is asked about and put right."""
    hands.press("Ctrl+3")
    hands.do("Lunch club. Last time")
    hands.do("Plan a session")
    hands.type(day(NEXT.replace(year=1926, day=1)))
    hands.press("Ctrl+Return")
    assert "more than ten years ago" in hands.seen()
    hands.fill("Date (needed)", day(NEXT))
    hands.press("Ctrl+Return")
    hands.sees("Saved.")
    hands.press("Alt+U")
    hands.until(lambda: len(hands.vault().rows("session")) == 2, "the plan is taken back")
    hands.do("Plan a session")
    hands.type(day(NEXT))
    hands.press("Ctrl+Return")
    hands.sees("Planned")
    statuses = Counter(row["status"] for row in hands.vault().rows("session"))
    assert statuses == {None: 2, "planned": 1}


def count_by_groups(hands: Hands) -> None:
    """Open today's register again, press + three times for one group, take it back, and count again."""
    for _ in range(2):
        hands.press("Alt+U") if hands.vault().rows("tally") else None
        hands.until(lambda: not hands.vault().rows("tally"), "the count is taken back")
        hands.do("11 came")
        hands.do("Count by groups")
        hands.do("Count by: Groups who are often left out")
        hands.go("One more: People experiencing homelessness")
        hands.press("Space", "Space", "Space", "Ctrl+Return")
        hands.sees("The register is saved.")
        assert [(row["code"], row["n"]) for row in hands.vault().rows("tally")] == [("homeless", 3)]


def lock_in_the_middle(hands: Hands) -> None:
    """Lock while a form is being filled in: it is back with its words, or offered on Today."""
    hands.press("Esc", "Ctrl+N")
    hands.type("Knit & natter")
    hands.press("Ctrl+L")
    assert hands.window.shell() is None
    assert "Knit" not in hands.seen()
    hands.unlock()
    assert str(hands.focus().property("text")) == "Knit & natter"
    hands.press("Ctrl+1", "Ctrl+L")
    hands.unlock()
    hands.sees("Activity: begun and not saved.")
    hands.do("Go on with it")
    assert str(hands.focus().property("text")) == "Knit & natter"
    hands.press("Ctrl+Return")
    hands.sees("Saved.")


def test_a_register_left_behind_is_gone_on_with_from_today_after_a_lock(club: None, come_in: ComeIn) -> None:
    hands = come_in()
    hands.press("Ctrl+3")
    hands.do("Take the register")
    hands.go("How many came")
    hands.type("37")
    hands.press("Esc", "Ctrl+1", "Ctrl+L")
    hands.unlock()
    hands.do("Go on with it: A register")
    hands.go("How many came")
    assert str(hands.focus().property("text")) == "37"
    hands.press("Ctrl+Return")
    hands.sees("The register is saved.")
    assert [row["people_n"] for row in hands.vault().rows("session")] == [12, 37]
    hands.until(lambda: drafting.begun(hands.vault()) == [], "no draft is left")
