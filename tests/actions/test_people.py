"""One person in words, support that makes somebody known as a carer, and two records as one person."""

from datetime import timedelta

import pytest

from vcse_desktop.actions.consents import take_back
from vcse_desktop.actions.entering import New, enter, today
from vcse_desktop.actions.hearing import hear
from vcse_desktop.actions.people import join, person_card
from vcse_desktop.actions.recording import NotSound, undo
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused


def add(vault: Vault, kind: str, **values: object) -> int:
    """Add a record and return its id."""
    return enter(vault, kind, None, values).ids[0]


def test_a_card_holds_everything_of_records_that_are_one_person(vault: Vault) -> None:
    ann, annie = add(vault, "person", known_as="Ann"), add(vault, "person", known_as="Annie", phone="07000")
    kitchen, day = add(vault, "activity", title="Kitchen"), today().isoformat()
    add(vault, "time_given", person=ann, hours=60, date=day, activity=kitchen)
    add(vault, "time_given", person=annie, hours=30, date=day)
    add(vault, "time_given", person=annie, hours=600, date="2020-01-01")
    add(vault, "session", activity=kitchen, date="2026-01-02", came=[annie])
    add(vault, "access", person=annie, need="large_print")
    join(vault, annie, ann)
    card = person_card(vault, annie, "en")
    assert card is not None
    assert card == person_card(vault, ann, "en")
    assert (card.name, card.minutes, list(card.access)) == ("Ann", 90, ["Large print"])
    assert ("Phone", "07000") in card.contact
    assert ("2026-01-02", "Came to Kitchen") in [(one.day, one.words) for one in card.recent]
    assert "Gave 1 hour: Kitchen" in [one.words for one in card.recent]


def test_what_was_withdrawn_or_has_ended_is_not_agreed_to(vault: Vault) -> None:
    ann = add(vault, "person", known_as="Ann")
    add(vault, "consent", person=ann, use="keep_details", scope="only_us")
    add(vault, "consent", person=ann, use="contact_me", withdrawn_on="2026-01-01")
    add(vault, "consent", person=ann, use="introduce", ends_on="2020-01-01")
    card = person_card(vault, ann, "en")
    assert card is not None
    assert [one.title for one in card.consents if not one.over] == ["Keep my details: Only us"]
    over = [one.over.replace("\u00a0", " ") for one in card.consents if one.over]
    assert over == [
        "Contact me. Taken back on 1 January 2026.",
        "Introduce me to someone. Ended on 1 January 2020.",
    ]


def test_a_person_who_was_removed_has_no_card(vault: Vault) -> None:
    ann = add(vault, "person", known_as="Ann")
    undo(vault)
    assert person_card(vault, ann, "en") is None


def test_joining_fills_blanks_keeps_both_and_undo_parts_them(vault: Vault) -> None:
    jon = add(vault, "person", known_as="Jon", phone="1")
    john = add(vault, "person", known_as="John", phone="2", email="j@example.org")
    before = vault.rows("person")
    join(vault, john, jon)
    first, second = vault.rows("person")
    assert (first["known_as"], first["phone"], first["email"]) == ("Jon", "1", "j@example.org")
    assert (second["known_as"], second["phone"], second["merged_into"]) == ("John", "2", jon)
    with pytest.raises(Refused):
        join(vault, jon, john)
    undo(vault)
    assert vault.rows("person") == before


def test_the_first_support_for_a_carer_makes_them_known_as_one(vault: Vault) -> None:
    ann = add(vault, "person", known_as="Ann")
    add(vault, "support", date="2026-01-01", person=ann, who_for="person_supported")
    assert vault.rows("person")[0]["identified_on"] is None
    changed = enter(vault, "support", None, {"date": "2026-02-02", "person": ann, "who_for": "both"})
    assert changed.kinds == {"support", "person"}
    add(vault, "support", date="2026-03-03", person=ann, who_for="carer")
    assert vault.rows("person")[0]["identified_on"] == "2026-02-02"


def test_somebody_new_is_known_as_a_carer_from_the_same_step(vault: Vault) -> None:
    enter(vault, "support", None, {"date": "2026-02-02", "person": New("person", "Bo"), "who_for": "carer"})
    (bo,) = vault.rows("person")
    assert (bo["known_as"], bo["identified_on"]) == ("Bo", "2026-02-02")
    undo(vault)
    assert vault.rows("person") == vault.rows("support") == []


def test_a_new_name_that_cannot_be_kept_is_told_at_its_field_and_nothing_is_saved(vault: Vault) -> None:
    values = {"date": "2026-02-02", "person": New("person", "Bo" * 200)}
    with pytest.raises(NotSound) as caught:
        enter(vault, "support", None, values)
    assert [problem.field for problem in caught.value.problems] == ["person"]
    assert vault.rows("person") == vault.rows("support") == []


def test_the_three_facts_about_a_carer_stand_apart_and_nobody_else_has_them(vault: Vault) -> None:
    ann, cal = add(vault, "person", known_as="Ann"), add(vault, "person", known_as="Cal")
    add(vault, "support", person=ann, date="2026-01-01", who_for="person_supported", involved="yes")
    assert caring(vault, ann) == []
    add(vault, "support", person=cal, date="2026-01-02", who_for="carer")
    assert caring(vault, cal) == [
        "Known as a carer since 2 January 2026.",
        "Supported 1 time, on 2 January 2026.",
        "Whether they are involved in planning the care is not noted.",
    ]
    twin = add(vault, "person", known_as="Callum", identified_by="gp", identified_on="2025-12-01")
    values = {"who_for": "both", "involved": "partly", "involved_in": ["assessment"]}
    add(vault, "support", person=twin, date="2026-02-01", **values)
    add(vault, "support", person=cal, date="2026-03-01", who_for="carer", involved="no")
    join(vault, cal, twin)
    assert caring(vault, twin) == [
        "Known as a carer since 1 December 2025. Who noticed: GP practice.",
        "Supported 3 times, last on 1 March 2026.",
        "Involved in: The assessment. Last on 1 February 2026.",
    ]


def caring(vault: Vault, person: int) -> list[str]:
    """Return the facts about a carer that stand on a card."""
    card = person_card(vault, person, "en")
    assert card is not None
    return [words.replace("\u00a0", " ") for words in card.caring]


def test_how_they_want_to_be_involved_is_to_be_asked_again_after_a_year(vault: Vault) -> None:
    for days, sentence in (
        (365, "Asked on"),
        (366, "Ask again"),
        (None, "When they were asked is not recorded."),
    ):
        on = (today() - timedelta(days=days)).isoformat() if days else None
        ann = add(vault, "person", known_as="Ann", involve_how=["decide"], involve_asked_on=on)
        card = person_card(vault, ann, "en")
        assert card is not None and card.involve == "I want to help decide"
        assert sentence in card.asked and ("Ask again" in card.asked) is (days == 366)


def test_what_was_agreed_is_taken_back_today_and_undo_lets_it_stand_again(vault: Vault) -> None:
    ann = add(vault, "person", known_as="Ann")
    said = hear(vault, {"words": "It is quiet.", "may_quote": "unnamed", "person": ann}).ids[0]
    agreed = {"how": "phone", "given_by": "self", "given_on": "2026-01-02", "wording": "You may ring me."}
    add(vault, "consent", person=ann, use="contact_me", **agreed)
    card = person_card(vault, ann, "en")
    assert card is not None
    ring, quote = card.consents
    assert (ring.wording, ring.leaves) == ("You may ring me.", False)
    assert (quote.words, quote.leaves) == ("It is quiet.", True)
    for word in ("2 January 2026", "Phone", "The person themselves"):
        assert word in ring.given.replace("\u00a0", " ")
    take_back(vault, quote.id)
    (row,) = vault.rows("consent", insight=said)
    assert row["withdrawn_on"] == today().isoformat()
    with pytest.raises(Refused):
        take_back(vault, quote.id)
    undo(vault)
    again = person_card(vault, ann, "en")
    assert again is not None and again.consents == card.consents
