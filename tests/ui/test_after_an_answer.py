"""What is noted once there is an answer: whom people told, how it is known, what became of it."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.test_voices import CTRL, _button, _verbs, focus, press, reopened, save, settle, texts, voices
from ui.language import isolated
from ui.screens.today.forms import form_place
from ui.screens.voices.loop import Loop
from ui.screens.voices.screen import Voices
from ui.widgets.dates import in_words
from vcse_desktop.actions import drafting, recording
from vcse_desktop.actions.communities import Community, communities
from vcse_desktop.actions.hearing import hear
from vcse_desktop.actions.own_lists import add, hide
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.records.vocabularies import own_code

__all__ = ["CTRL", "reopened", "voices"]


def ago(days: int) -> str:
    """Return the day that was so many days ago."""
    return (today() - timedelta(days=days)).isoformat()


def answered(vault: Vault, **values: object) -> tuple[int, int]:
    """Keep words of 40 days ago with an answer that is done; return both."""
    (said,) = hear(vault, {"words": "The bus is gone", "heard_on": ago(40)}).ids
    more = {"what": "The stop", "insights": [said], "status": "done", "changed": "It was moved", **values}
    return said, recording.add(vault, "response", more).ids[0]


def test_whom_we_told_how_we_know_and_what_became_of_it_are_noted_one_by_one(
    reopened: Callable[[object], Voices], vault: Vault, qtbot: QtBot
) -> None:
    said, _ = answered(vault)
    voices = reopened("answers")
    assert "It counts as a change once it also says how we know." in texts(voices)
    _button(voices, "How we know…").click()
    qtbot.waitUntil(
        lambda: voices.answers.later.form is not None and voices.answers.later.form.form is not None
    )
    form = voices.answers.later.form
    assert form is not None and form.form is not None
    assert form.form.rows["changed"].editor.value() == "It was moved"
    form.form.rows["evidence"].editor.control.setFocus()
    press("We waited there on Monday")
    save(qtbot)
    settle(qtbot)
    (row,) = vault.rows("response")
    assert (row["changed"], row["evidence"]) == ("It was moved", "We waited there on Monday")
    shown = texts(voices)
    assert f"How we know: {isolated('We waited there on Monday')}" in shown
    assert "It counts as a change once" not in shown and "How we know…" not in _verbs(voices)
    (loop,) = [one for one in voices.answers.findChildren(Loop) if one.isVisible()]
    assert loop.isAncestorOf(focus()), "one is at the card again"

    _button(voices, "Whom we told, and how…").click()
    settle(qtbot)
    form = voices.answers.later.form
    assert form is not None and form.form is not None
    form.form.put({"told_how": ["phone"]})
    save(qtbot)
    settle(qtbot)
    (row,) = vault.rows("response")
    assert (row["told_on"], row["told_how"]) == (today().isoformat(), ["phone"])
    assert "How they were told: " in texts(voices)

    _button(voices, "What became of it…").click()
    settle(qtbot)
    assert voices.answers.later.holds(focus())
    press("I can get to the market again")
    save(qtbot)
    settle(qtbot)
    (heard,) = [one for one in vault.rows("insight") if one["id"] == said]
    assert (heard["became_words"], heard["became_on"]) == (
        "I can get to the market again",
        today().isoformat(),
    )
    assert f"What became of it, in their words: {isolated('I can get to the market again')}" in texts(voices)
    assert "What became of it…" not in _verbs(voices)


def test_what_became_of_it_is_asked_under_the_words_that_it_is_about(
    reopened: Callable[[object], Voices], vault: Vault, qtbot: QtBot
) -> None:
    first, response = answered(vault, told_on=ago(1))
    (second,) = recording.add(vault, "insight", {"words": "No step at the door", "heard_on": ago(30)}).ids
    recording.change(vault, "response", response, {"insights": [first, second]})
    recording.change(vault, "insight", first, {"became_words": "I go now"})
    voices = reopened("answers")
    settle(qtbot)
    _button(voices, "What became of it…").click()
    settle(qtbot)
    later = voices.answers.later
    assert "No step at the door" in [one.text() for one in later.findChildren(QLabel)]


def test_what_is_typed_there_outlives_another_form_and_is_gone_to_from_today(
    reopened: Callable[[object], Voices], vault: Vault, qtbot: QtBot
) -> None:
    _, response = answered(vault)
    voices = reopened(("evidence", response))
    form = voices.answers.later.form
    assert form is not None and form.form is not None
    form.form.put({"evidence": "Seen it"})
    kept = voices.kept()
    begun = drafting.begin("response.evidence", response, "")
    assert form_place(begun) == ("voices", ("evidence", response))
    form.close_form()
    assert voices.answers.later.kept() is None
    voices.again(kept)
    settle(qtbot)
    again = voices.answers.later.form
    assert again is not None and again.form is not None
    assert again.form.rows["evidence"].editor.value() == "Seen it"


def test_days_in_the_wrong_order_no_words_and_an_organisation_that_merged_are_said_plainly(
    reopened: Callable[[object], Voices], vault: Vault
) -> None:
    (old,) = recording.add(vault, "organisation", {"name": "East Board"}).ids
    recording.add(vault, "organisation", {"name": "New Board", "succeeds": [old]})
    recording.add(vault, "response", {"what": "The lift", "to_org": old, "asked_on": ago(9)})
    answered(vault, told_on=ago(50))
    shown = texts(reopened("answers"))
    east, new = isolated("East Board"), isolated("New Board")
    assert f"{east} is part of {new} now. What was asked of it goes to {new}; nothing was lost." in shown
    assert "No words are named that it rests on." in shown
    assert "Asked 9 days ago, no answer yet." in shown
    assert "As it is noted, people were told before it was heard. Look at the two days." in shown


def test_each_community_says_when_it_was_last_heard_from_and_told(
    reopened: Callable[[object], Voices], vault: Vault, qtbot: QtBot
) -> None:
    assert not reopened("answers").answers.communities.isVisible(), "the group has none on its list yet"
    for words in ("Tenants", "Young carers", "Walkers"):
        add(vault, "own:community", words)
    tenants, young = own_code("Tenants"), own_code("Young carers")
    for days in (30, 20):
        recording.add(vault, "insight", {"words": "A", "community": [tenants], "heard_on": ago(days)})
    recording.add(vault, "insight", {"words": "No day", "community": [young]})
    answered(vault, told_on=ago(10), told_whom=[tenants, young])
    assert communities(vault) == [
        Community("Tenants", today() - timedelta(days=20), today() - timedelta(days=10)),
        Community("Young carers", None, today() - timedelta(days=10)),
        Community("Walkers", None, None),
    ]
    hide(vault, "own:community", own_code("Walkers"), hidden=True)
    hide(vault, "own:community", young, hidden=True)
    shown = texts(reopened("answers").answers.communities)
    assert f"Last heard from on {in_words(today() - timedelta(days=20))}." in shown
    assert "Young carers" in shown and "Nothing heard from them is on record." in shown
    assert "Walkers" not in shown and "%" not in shown
