"""What someone said is kept with what they agreed to, and leaves only as far as they agreed."""

from datetime import timedelta

import pytest

from vcse_desktop.actions import recording
from vcse_desktop.actions.hearing import agree, hear, sound_insight, write_insight
from vcse_desktop.actions.reading_over import read_over
from vcse_desktop.actions.recording import NotSound, today
from vcse_desktop.actions.sharing import allowed_quotes
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.quotes import Audience
from vcse_desktop.errors import Refused
from vcse_desktop.figures.gathering import gather
from vcse_desktop.figures.table import Period

SAID = "The bus no longer stops here, so Mair cannot come."
WORDING = "Partners may see these words, without a name."
TODAY = today()


def leaving(vault: Vault) -> list[str]:
    """Return the words that would be in a pack made today about the last weeks, where nothing is too few."""
    period = Period(TODAY - timedelta(days=30), TODAY)
    quotes = allowed_quotes(
        vault, gather(vault), period, Audience(None, TODAY.isoformat()), POLICIES["under_5"]
    )
    return [quote.text for quote in quotes]


@pytest.fixture
def heard(vault: Vault) -> Vault:
    """A vault in which enough was heard that one more points at nobody."""
    for number in range(6):
        hear(vault, {"words": f"Something else, {number}"})
    return vault


def checked(vault: Vault, insight: int) -> None:
    """Say that somebody looked for names, and that what was found may stay."""
    read_over(vault, insight, {"share_words": dict.fromkeys(("Mair", "Siân"), "agreed")})


def test_words_without_an_answer_about_sharing_never_leave(heard: Vault) -> None:
    (insight,) = hear(heard, {"words": SAID, "kind": "not_working"}).ids
    with pytest.raises(Refused):
        checked(heard, insight)
    recording.change(heard, "insight", insight, {"share_words": SAID})
    checked(heard, insight)
    assert leaving(heard) == []
    assert heard.rows("consent") == []
    (row,) = heard.rows("insight", id=insight)
    assert (row["may_quote"], row["heard_on"]) == (None, TODAY.isoformat())


def test_words_that_stay_with_us_never_leave(heard: Vault) -> None:
    (insight,) = hear(heard, {"words": SAID, "may_quote": "no", "share_words": SAID}).ids
    checked(heard, insight)
    assert leaving(heard) == []
    assert heard.rows("consent") == []


def test_a_yes_keeps_the_wording_and_lets_exactly_these_words_go_once_checked(heard: Vault) -> None:
    (insight,) = hear(heard, {"words": SAID, "may_quote": "unnamed"}, wording=WORDING).ids
    (consent,) = heard.rows("consent")
    assert consent["wording"] == WORDING
    assert (consent["use"], consent["scope"], consent["given_on"]) == (
        "quote_words",
        "partners",
        TODAY.isoformat(),
    )
    assert leaving(heard) == [], "before anybody looked for names"
    checked(heard, insight)
    assert leaving(heard) == [SAID]
    recording.change(heard, "insight", insight, {"words": SAID + ","})
    assert leaving(heard) == [], "they agreed to other words"


def test_letters_typed_in_parts_are_the_same_words(heard: Vault) -> None:
    (insight,) = hear(heard, {"words": "Diolch i Sia\u0302n", "may_quote": "unnamed"}).ids
    checked(heard, insight)
    assert leaving(heard) == ["Diolch i Siân"]


def test_the_words_and_the_consent_are_one_step_to_take_back(heard: Vault) -> None:
    before = len(heard.rows("insight"))
    hear(heard, {"words": SAID, "may_quote": "named", "quote_name": "M."})
    recording.undo(heard)
    assert (len(heard.rows("insight")), heard.rows("consent")) == (before, [])


def test_another_step_can_carry_the_words_along(vault: Vault) -> None:
    sound = sound_insight(vault, {"words": SAID, "may_quote": "unnamed"})
    with vault.unit("add") as unit:
        unit.save("activity", None, {"title": "Drop-in"})
        write_insight(unit, sound, WORDING)
    assert [row["wording"] for row in vault.rows("consent")] == [WORDING]
    recording.undo(vault)
    assert [vault.rows(kind) for kind in ("activity", "insight", "consent")] == [[], [], []]


def test_no_words_are_refused_and_nothing_is_kept(vault: Vault) -> None:
    with pytest.raises(NotSound):
        hear(vault, {"words": "  ", "may_quote": "unnamed"})
    assert (vault.rows("insight"), vault.rows("consent")) == ([], [])


def test_asked_again_about_changed_words_they_may_leave_once_more(heard: Vault) -> None:
    (insight,) = hear(heard, {"words": SAID, "may_quote": "unnamed"}).ids
    recording.change(heard, "insight", insight, {"words": SAID + " Nobody can."})
    agree(heard, insight, "unnamed")
    assert leaving(heard) == [], "the new copy was not checked for names"
    checked(heard, insight)
    assert leaving(heard) == [SAID + " Nobody can."]


def test_a_copy_that_still_fits_stays_checked_when_they_are_asked_again(heard: Vault) -> None:
    (insight,) = hear(heard, {"words": SAID, "may_quote": "no"}).ids
    shared = SAID.replace("Mair", "[name]")
    recording.change(heard, "insight", insight, {"share_words": shared})
    checked(heard, insight)
    agree(heard, insight, "named", name="M. from Bangor")
    assert leaving(heard) == [shared]
    assert heard.rows("insight", id=insight)[0]["quote_name"] == "M. from Bangor"


def test_a_no_withdraws_every_yes_and_the_last_word_of_a_day_counts(heard: Vault) -> None:
    (insight,) = hear(heard, {"words": SAID, "may_quote": "unnamed"}).ids
    checked(heard, insight)
    agree(heard, insight, "no")
    assert leaving(heard) == []
    assert [row["withdrawn_on"] for row in heard.rows("consent")] == [TODAY.isoformat()]
    recording.change(heard, "insight", insight, {"may_quote": "unnamed"})
    assert leaving(heard) == [], "a choice alone is no consent"
    agree(heard, insight, "unnamed")
    assert leaving(heard) == [SAID]


def test_words_that_were_removed_are_not_agreed_to(vault: Vault) -> None:
    (insight,) = hear(vault, {"words": SAID}).ids
    recording.remove(vault, "insight", insight)
    with pytest.raises(Refused):
        agree(vault, insight, "unnamed")
    assert vault.rows("consent") == []
