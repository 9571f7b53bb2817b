"""Reviews are shown when the next of their kind is begun: the newest, with what is still to be done."""

from datetime import date, timedelta

from tests.vaults import as_somebody_else
from vcse_desktop.actions import recording
from vcse_desktop.actions.learned import MOST, Promise, lessons
from vcse_desktop.actions.not_yet import waiting
from vcse_desktop.actions.unlocking import Vault


def add(vault: Vault, kind: str, **values: object) -> int:
    """Add one record and return its id."""
    (made,) = recording.add(vault, kind, values).ids
    return made


def test_a_plan_has_the_reviews_of_its_own_activity_and_a_new_one_those_of_all(vault: Vault) -> None:
    tea, walk = add(vault, "activity", title="Tea"), add(vault, "activity", title="Walk")
    add(vault, "review", activity=tea, worked="The urn", reviewed_on="2026-01-05", reviewed_by=["trustees"])
    add(vault, "review", activity=walk, next_time="Go by bus", reviewed_on="2026-02-05")
    add(vault, "review", whole=True, worked="Asking", period_to="2025-12-31")
    (one,) = lessons(vault, "activity", tea)
    assert (one.about, one.worked, one.day) == ("Tea", "The urn", date(2026, 1, 5))
    assert one.by == ("Trustees or committee",)
    assert [each.about for each in lessons(vault, "activity")] == ["Walk", "Tea"]
    assert lessons(vault, "engagement") == []
    assert [(each.about, each.day) for each in lessons(vault, "whole")] == [("", date(2025, 12, 31))]


def test_what_was_promised_and_is_not_done_stands_with_who_does_it(vault: Vault) -> None:
    asking = add(vault, "engagement", question="Which hours?")
    review = add(vault, "review", engagement=asking, next_time="Begin with the page")
    add(vault, "action", review=review, what="Write the page", who="Mair", by="2026-03-01")
    add(vault, "action", review=review, what="A lift", done_on="2026-02-01")
    (one,) = lessons(vault, "engagement")
    assert one.open == (Promise("Write the page", "Mair", date(2026, 3, 1)),)
    assert (one.about, one.day) == ("Which hours?", None)


def test_the_newest_come_first_and_one_without_a_day_as_when_it_was_typed(vault: Vault) -> None:
    tea = add(vault, "activity", title="Tea")
    for month in range(1, MOST + 2):
        add(vault, "review", activity=tea, worked=f"In month {month}", reviewed_on=f"2020-{month:02}-01")
    add(vault, "review", activity=tea, worked="Just now")
    assert [one.worked for one in lessons(vault, "activity", tea)] == [
        "Just now",
        "In month 4",
        "In month 3",
    ]


def test_what_was_promised_waits_on_today_with_who_does_it(vault: Vault) -> None:
    review = add(vault, "review", whole=True, worked="Tea")
    day = (recording.today() - timedelta(days=3)).isoformat()
    add(vault, "action", review=review, what="A page", who="Mair", by=day)
    add(vault, "action", review=review, what="A lift", by=day)
    add(vault, "action", review=review, what="A map", by=day, done_on=day)
    add(vault, "action", review=review, what="A door")
    found = [one for one in waiting(vault, recording.today()).waits if one.record == ("review", review)]
    assert {(one.kind, one.days, one.who, one.what) for one in found} == {
        ("action", 3, "Mair", "A page"),
        ("action_alone", 3, "", "A lift"),
    }


def test_a_promise_of_a_review_that_was_removed_waits_no_more(vault: Vault) -> None:
    review = add(vault, "review", whole=True, worked="Tea")
    add(vault, "action", review=review, what="A page", by=recording.today().isoformat())
    recording.remove(vault, "review", review)
    assert [one for one in waiting(vault, recording.today()).waits if one.kind.startswith("action")] == []
    recording.undo(vault)
    assert [one.what for one in waiting(vault, recording.today()).waits if one.kind == "action_alone"] == [
        "A page"
    ]


def test_a_helper_is_shown_none(vault: Vault) -> None:
    tea = add(vault, "activity", title="Tea")
    add(vault, "review", activity=tea, worked="The urn")
    with as_somebody_else(vault, "helper") as theirs:
        assert lessons(theirs, "activity", tea) == []
