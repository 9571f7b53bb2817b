"""Timelines: all that happened with somebody or something, the newest first, and who may see it."""

import time
from datetime import date, timedelta

import pytest

from tests.vaults import as_somebody_else
from vcse_desktop.actions import recording
from vcse_desktop.actions.entering import enter
from vcse_desktop.actions.people import join
from vcse_desktop.actions.recording import undo
from vcse_desktop.actions.standing import HELPER
from vcse_desktop.actions.timeline import PAGE, timeline
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused

START = date(2026, 1, 1)


def add(vault: Vault, kind: str, **values: object) -> int:
    """Add a record and return its id."""
    return enter(vault, kind, None, values).ids[0]


def lines(vault: Vault, kind: str, record: int, skip: int = 0) -> list[tuple[str, str]]:
    """Return the day and the words of what happened."""
    found = timeline(vault, (kind, record), "en", skip)
    return [(one.day, one.words.replace("\u00a0", " ")) for one in found.entries]


def test_all_that_happened_with_a_person_is_there_newest_first_and_no_day_last(vault: Vault) -> None:
    ann, annie = add(vault, "person", known_as="Ann"), add(vault, "person", known_as="Annie")
    kitchen = add(vault, "activity", title="Kitchen")
    ran = add(vault, "session", activity=kitchen, date="2026-02-01", came=[ann], people_n=3)
    add(vault, "session", activity=kitchen, date="2026-02-02", came=[ann], status="cancelled")
    add(vault, "time_given", person=annie, session=ran, hours=90)
    add(vault, "time_given", person=ann, hours=60)
    add(vault, "support", date="2026-03-01", person=ann, what=["assessment_signpost"], who_for="carer")
    add(vault, "insight", person=annie, words="It is quiet here.", heard_on="2026-02-20")
    add(vault, "consent", person=ann, use="contact_me", given_on="2026-01-05", withdrawn_on="2026-03-02")
    add(vault, "consent", person=ann, use="introduce", given_on="2026-03-04", withdrawn_on="2026-03-04")
    agreed = {"offer_agreed": "2026-02-09", "wish_agreed": "2026-02-09"}
    add(vault, "connection", offer="Lifts", offer_person=ann, made_on="2026-02-10", **agreed)
    add(vault, "time_given", hours=30, date="2026-04-01")
    join(vault, ann, annie)
    shown = lines(vault, "person", annie)
    assert shown == lines(vault, "person", ann)
    days = [day for day, _ in shown]
    assert days == sorted(days, reverse=True)
    assert shown[-1] == ("", "Gave 1 hour")
    said = dict(shown)
    assert said["2026-03-02"].startswith("Took back: ")
    assert said["2026-02-20"] == "Said: “It is quiet here.”"
    assert said["2026-02-10"] == "Brought together: Lifts"
    assert said["2026-02-02"] == "Expected at Kitchen, which was cancelled"
    assert {words for day, words in shown if day == "2026-02-01"} == {
        "Gave 1.5 hours: Kitchen",
        "Came to Kitchen",
    }
    assert ("2026-03-01", "First known as a carer") in shown
    assert any(words.startswith("Support given: ") for day, words in shown if day == "2026-03-01")
    assert said["2026-01-05"].startswith("Agreed: ")
    took_back, agreed_to = shown[:2]
    assert (took_back[1], agreed_to[1]) == (
        "Took back: Introduce me to someone",
        "Agreed: Introduce me to someone",
    )
    assert len(shown) == 12


def test_what_happened_in_an_activity_and_what_a_helper_sees_of_it(vault: Vault) -> None:
    kitchen, ann = add(vault, "activity", title="Kitchen"), add(vault, "person", known_as="Ann")
    ran = add(vault, "session", activity=kitchen, date="2026-02-01", people_n=1)
    add(vault, "session", activity=kitchen, date="2026-02-08", status="cancelled")
    add(vault, "time_given", session=ran, activity=kitchen, person=ann, hours=60)
    add(vault, "time_given", activity=kitchen, person=ann, hours=60, date="2026-02-03")
    add(vault, "time_given", activity=kitchen, helpers_n=14, hours=28 * 60, date="2026-02-04")
    add(vault, "insight", session=ran, words="Too far to walk.", heard_on="2026-02-01")
    add(vault, "review", activity=kitchen, worked="The tea", reviewed_on="2026-03-01")
    assert lines(vault, "activity", kitchen) == [
        ("2026-03-01", "Looked back: The tea"),
        ("2026-02-08", "A session was cancelled"),
        ("2026-02-04", "28 hours given by 14 people"),
        ("2026-02-03", "1 hour given by Ann"),
        ("2026-02-01", "Heard: “Too far to walk.”"),
        ("2026-02-01", "A session: 1 came"),
    ]
    with as_somebody_else(vault, HELPER) as theirs:
        assert [words for _, words in lines(theirs, "activity", kitchen)] == [
            "A session was cancelled",
            "28 hours given by 14 people",
            "1 hour given by Ann",
            "A session: 1 came",
        ]
        for kind, record in (("person", ann), ("engagement", 1)):
            with pytest.raises(Refused):
                timeline(theirs, (kind, record), "en")


def test_what_happened_in_a_piece_of_asking(vault: Vault) -> None:
    asking = add(vault, "engagement", question="Where?", opens="2026-01-01", closes="2026-02-01")
    board = add(vault, "organisation", name="The board")
    kitchen = add(vault, "activity", title="Kitchen")
    held = add(vault, "session", activity=kitchen, date="2026-01-10", engagements=[asking], people_n=4)
    heard = add(vault, "insight", session=held, words="Near the bus.", heard_on="2026-01-10")
    add(vault, "insight", engagement=asking, session=held, words="By phone.")
    about = {"insights": [heard], "to_org": board, "asked_on": "2026-02-02", "told_on": "2026-03-03"}
    add(vault, "response", what="A bus stop", **about)
    add(vault, "response", what="A bench", engagement=asking, due_on="2026-05-01", asked_on="2026-02-02")
    add(vault, "review", engagement=asking, next_time="Ask sooner", reviewed_on="2026-04-01")
    assert lines(vault, "engagement", asking) == [
        ("2026-05-01", "Answer due: A bench"),
        ("2026-04-01", "Looked back: Ask sooner"),
        ("2026-03-03", "People were told: A bus stop"),
        ("2026-02-02", "Asked: A bench"),
        ("2026-02-02", "Asked The board: A bus stop"),
        ("2026-02-01", "The asking closes"),
        ("2026-01-10", "Heard: “Near the bus.”"),
        ("2026-01-10", "Kitchen: A session: 4 came"),
        ("2026-01-01", "The asking opens"),
        ("", "Heard: “By phone.”"),
    ]


def test_what_happened_with_an_organisation(vault: Vault) -> None:
    board, other = (add(vault, "organisation", name=name) for name in ("The board", "Another"))
    recording.change(vault, "organisation", board, {"agreement_review": "2026-09-01"})
    joint = {"opens": "2026-01-05", "joint_with": [board, other]}
    add(vault, "engagement", question="Where?", decision_maker=board, decision_on="2026-05-05", **joint)
    answered = {"answer": "Yes, in May."}
    add(
        vault, "response", what="A bus", to_org=board, asked_on="2026-02-02", told_on="2026-03-03", **answered
    )
    add(vault, "response", what="A bench", to_org=other, asked_on="2026-02-02")
    add(vault, "connection", offer="Debt advice", to_org=board, ended_on="2026-04-04")
    add(
        vault,
        "capacity_support",
        direction="given_to_us",
        what=["training"],
        from_org=board,
        given_on="2026-02-09",
    )
    add(vault, "capacity_support", direction="asked_of_us", to_org=board, asked_on="2026-02-08")
    add(vault, "review", whole=True, worked="Tea", shared_with=[board], reviewed_on="2026-06-06")
    kitchen = add(vault, "activity", title="Kitchen", started="2026-01-02")
    add(vault, "role", activity=kitchen, organisation=board, roles=["led"])
    assert lines(vault, "organisation", board) == [
        ("2026-09-01", "To look again at what was agreed"),
        ("2026-06-06", "A review was shared with it"),
        ("2026-05-05", "It decides: Where?"),
        ("2026-04-04", "Came to an end: Debt advice"),
        ("2026-03-03", "People were told: A bus"),
        ("2026-02-09", "Given to us: Training"),
        ("2026-02-08", "Asked of us"),
        ("2026-02-02", "Asked The board: A bus"),
        ("2026-01-05", "Asked jointly: Where?"),
        ("2026-01-02", "Had a part in: Kitchen"),
        ("", "It answered: Yes, in May."),
    ]
    with as_somebody_else(vault, HELPER) as theirs, pytest.raises(Refused):
        timeline(theirs, ("organisation", board), "en")


def test_pages_hold_everything_once_and_two_thousand_records_are_quick(vault: Vault) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
        kitchen = unit.save("activity", None, {"title": "Kitchen"})
        for number in range(1000):
            day = (START + timedelta(days=number % 400)).isoformat() if number % 50 else None
            came = unit.save("session", None, {"activity": kitchen, "date": day, "came": [ann]})
            unit.save("time_given", None, {"person": ann, "hours": 60, "session": came})
    timeline(vault, ("person", ann), "en")
    begun = time.process_time()
    found = timeline(vault, ("person", ann), "en")
    assert time.process_time() - begun < 0.15  # about 0.02 s where nothing else runs
    assert (found.found, len(found.entries)) == (2000, PAGE)
    pages = [timeline(vault, ("person", ann), "en", skip).entries for skip in range(0, 2000, PAGE)]
    whole = [one for page in pages for one in page]
    assert len({(one.kind, one.id) for one in whole}) == len(whole) == 2000
    assert [one.day for one in whole] == sorted((one.day for one in whole), reverse=True)
    assert not timeline(vault, ("person", ann), "en", 2000).entries


def test_what_was_removed_is_no_longer_there_until_undo(vault: Vault) -> None:
    ann = add(vault, "person", known_as="Ann")
    add(vault, "support", date="2026-03-01", person=ann, who_for="both")
    assert len(lines(vault, "person", ann)) == 2
    undo(vault)
    assert lines(vault, "person", ann) == []
