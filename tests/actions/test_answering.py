"""What people said is followed until they were told what came of it."""

from datetime import timedelta

from vcse_desktop.actions import recording
from vcse_desktop.actions.answering import answers, close_loop, tell, unanswered
from vcse_desktop.actions.asks import asks_of
from vcse_desktop.actions.hearing import hear
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.sharing import partner
from vcse_desktop.actions.taken_over import formerly, heirs
from vcse_desktop.actions.unlocking import Vault


def ago(days: int) -> str:
    """Return the day that was so many days ago."""
    return (today() - timedelta(days=days)).isoformat()


def ask(vault: Vault, *days: int, **values: object) -> int:
    """Keep words heard so many days ago, and a response that rests on them; returns the response."""
    said = [hear(vault, {"words": f"{n} days", "heard_on": ago(n)}).ids[0] for n in days]
    (made,) = recording.add(vault, "response", {"what": "Look at it", "insights": said, **values}).ids
    return made


def test_the_clock_runs_from_the_first_word_heard_until_people_were_told(vault: Vault) -> None:
    response = ask(vault, 34, 12)
    (one,) = answers(vault)
    assert (one.days, one.since, one.words) == (34, today() - timedelta(days=34), ("34 days", "12 days"))
    tell(vault, response, ago(4), ["phone"])
    (one,) = answers(vault)
    assert (one.days, one.is_told, one.row["told_how"]) == (30, True, ["phone"])
    tell(vault, response, None)
    assert not answers(vault)[0].is_told


def test_without_words_the_clock_runs_from_the_day_that_was_asked(vault: Vault) -> None:
    ask(vault, asked_on=ago(7))
    assert answers(vault)[0].days == 7
    ask(vault)
    assert {one.days for one in answers(vault)} == {7, None}


def test_the_longest_waiting_comes_first_and_what_was_told_last(vault: Vault) -> None:
    short, told, long = ask(vault, 3), ask(vault, 90, told_on=ago(1)), ask(vault, 40)
    assert [one.row["id"] for one in answers(vault)] == [long, short, told]


def test_one_choice_and_one_text_close_a_loop(vault: Vault) -> None:
    response = ask(vault, 3)
    for status, field in (("done", "changed"), ("not_possible", "reason_no"), ("considering", "answer")):
        close_loop(vault, response, status, f"Because {status}")
        (row,) = vault.rows("response")
        assert (row["status"], row[field]) == (status, f"Because {status}")
    close_loop(vault, response, "done", " ")
    assert vault.rows("response")[0]["changed"] == "Because done"


def test_words_that_nobody_was_asked_about_are_named(vault: Vault) -> None:
    (alone,) = hear(vault, {"words": "And the lift?"}).ids
    ask(vault, 3)
    assert unanswered(vault) == [alone]


def test_who_should_answer_is_named(vault: Vault) -> None:
    (council,) = recording.add(vault, "organisation", {"name": "Council"}).ids
    ask(vault, 3, to_org=council)
    assert answers(vault)[0].organisation == "Council"


def test_a_change_is_one_that_says_how_it_is_known_and_what_became_of_it_is_in_their_words(
    vault: Vault,
) -> None:
    response = ask(vault, 9, 5, status="done", changed="A bench")
    (one,) = answers(vault)
    assert (one.is_change, one.became, len(one.silent)) == (False, (), 2)
    recording.change(vault, "response", response, {"evidence": "We sat on it"})
    recording.change(vault, "insight", one.silent[0], {"became_words": "I rest there"})
    (again,) = answers(vault)
    assert (again.is_change, again.became, again.silent) == (True, ("I rest there",), one.silent[1:])


def test_what_was_asked_of_an_organisation_that_merged_is_asked_of_its_heir(vault: Vault) -> None:
    def organisation(name: str, *before: int) -> int:
        return recording.add(vault, "organisation", {"name": name, "succeeds": [*before]}).ids[0]

    east, west = organisation("East Board"), organisation("West Board")
    both = organisation("Both Boards", east, west)
    whole = organisation("The Board", both)
    old, new = ask(vault, 9, to_org=east, asked_on=ago(9)), ask(vault, 3, to_org=whole, asked_on=ago(3))
    assert {one.heir for one in answers(vault)} == {"The Board", ""}
    assert [one.response for one in asks_of(vault, partner(vault, "The Board"))] == [old, new]
    assert [one.response for one in asks_of(vault, partner(vault, "East Board"))] == [old]
    assert vault.rows("response", to_org=east), "nothing is renamed"


def test_in_a_circle_of_organisations_nobody_took_over_and_each_is_asked_its_own(vault: Vault) -> None:
    (one,) = recording.add(vault, "organisation", {"name": "One"}).ids
    (two,) = recording.add(vault, "organisation", {"name": "Two", "succeeds": [one]}).ids
    recording.change(vault, "organisation", one, {"succeeds": [two]})
    (old,) = recording.add(vault, "organisation", {"name": "Before both"}).ids
    recording.change(vault, "organisation", two, {"succeeds": [one, old]})
    (alone,) = recording.add(vault, "organisation", {"name": "Alone"}).ids
    recording.change(vault, "organisation", alone, {"succeeds": [alone]})
    assert heirs(vault) == {}
    assert [formerly(vault, each) for each in (one, two, alone)] == [{one}, {two}, {alone}]
