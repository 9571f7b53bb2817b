"""Words leave only when somebody read exactly these and decided about all that was found in them."""

from datetime import timedelta

import pytest

from vcse_desktop.actions import erasing, recording
from vcse_desktop.actions.entering import enter
from vcse_desktop.actions.hearing import agree, hear
from vcse_desktop.actions.naming_in_words import KEEP
from vcse_desktop.actions.reading_over import read_over, stays
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.sharing import allowed_quotes
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.quotes import Audience, Quote
from vcse_desktop.errors import Refused
from vcse_desktop.figures.gathering import gather
from vcse_desktop.figures.table import Period

SAID, TRANSLATED = "Mair sat with me.", "mi fu Mair gyda mi."
TODAY = today()
WHY = "agreed"
SHARED, TRANSLATION = "share_words", "share_translation"


def leaving(vault: Vault, policy: str = "under_5") -> list[Quote]:
    """Return the quotes that would be in a pack made today about the last weeks."""
    period = Period(TODAY - timedelta(days=30), TODAY)
    return allowed_quotes(vault, gather(vault), period, Audience(None, TODAY.isoformat()), POLICIES[policy])


@pytest.fixture
def said(vault: Vault) -> int:
    """Words with a name in them that may be shared, among enough others."""
    for number in range(12):
        hear(vault, {"words": f"Something else, {number}"})
    return hear(vault, {"words": SAID, "may_quote": "unnamed"}).ids[0]


def test_nothing_is_read_over_while_something_found_is_open(vault: Vault, said: int) -> None:
    with pytest.raises(Refused):
        read_over(vault, said, {SHARED: {}})
    assert (vault.rows("own_value"), leaving(vault)) == ([], [])
    read_over(vault, said, {SHARED: {"Mair": WHY}})
    assert [quote.text for quote in leaving(vault)] == [SAID]


def test_the_reason_is_kept_for_exactly_these_words_and_an_edit_asks_again(vault: Vault, said: int) -> None:
    read_over(vault, said, {SHARED: {"Mair": WHY}})
    assert WHY in KEEP
    assert stays(vault, vault.rows("insight", id=said)[0]) == {SHARED: {"Mair": WHY}}
    recording.change(vault, "insight", said, {SHARED: "Mair sat [there] me."})
    assert stays(vault, vault.rows("insight", id=said)[0]) == {}
    assert leaving(vault) == []
    recording.undo(vault)
    assert [quote.text for quote in leaving(vault)] == [SAID], "the words that were read stand again"


@pytest.mark.parametrize("words", ["Mair sat with [name].", "[name] sat with Mair.", "Mair sat with me!"])
def test_words_that_came_under_a_check_from_elsewhere_were_read_by_nobody(
    vault: Vault, said: int, words: str
) -> None:
    read_over(vault, said, {SHARED: {"Mair": WHY}})
    with vault.unit(
        "edit"
    ) as unit:  # as when two laptops come together: the day from one, the words of the other
        unit.save("insight", said, {SHARED: words, "names_checked_on": TODAY.isoformat()})
    assert leaving(vault) == []


def test_somebody_who_is_put_on_record_later_opens_the_words_again(vault: Vault, said: int) -> None:
    recording.change(vault, "insight", said, {SHARED: "[name] sat with me."})
    read_over(vault, said, {SHARED: {}})
    assert leaving(vault) != []
    (other,) = hear(vault, {"words": "we met tanwen there", "may_quote": "unnamed"}).ids
    read_over(vault, other, {SHARED: {}})
    assert len(leaving(vault)) == 2
    recording.add(vault, "person", {"known_as": "Tanwen"})
    assert [quote.text for quote in leaving(vault)] == ["[name] sat with me."]
    read_over(vault, other, {SHARED: {"tanwen": "nobody"}})
    assert len(leaving(vault)) == 2


def test_a_small_number_is_read_for_the_strictest_partner_at_once(vault: Vault, said: int) -> None:
    recording.change(vault, "insight", said, {"words": "nine carers came", SHARED: "nine carers came"})
    agree(vault, said, "unnamed")
    with pytest.raises(Refused):
        read_over(vault, said, {SHARED: {}})
    with vault.unit("edit") as unit:
        unit.save("insight", said, {"names_checked_on": TODAY.isoformat()})
    read_over(vault, said, {SHARED: {"nine carers": "known"}})
    assert len(leaving(vault)) == len(leaving(vault, "under_10")) == 1


def test_a_translation_is_read_like_the_words(vault: Vault, said: int) -> None:
    given = {TRANSLATION: TRANSLATED, "translation_checked_on": "2026-01-01"}
    recording.change(vault, "insight", said, given)
    read_over(vault, said, {SHARED: {"Mair": WHY}})
    assert [quote.translation for quote in leaving(vault)] == [""]
    with pytest.raises(Refused):
        read_over(vault, said, {TRANSLATION: {}})
    read_over(vault, said, {TRANSLATION: {"Mair": WHY}})
    assert [quote.translation for quote in leaving(vault)] == [TRANSLATED]
    recording.change(vault, "insight", said, {TRANSLATION: TRANSLATED + "!"})
    assert [(quote.text, quote.translation) for quote in leaving(vault)] == [(SAID, "")]


def test_words_and_their_check_are_saved_in_one_step_and_taken_back_in_one(vault: Vault, said: int) -> None:
    day = TODAY.isoformat()
    enter(vault, "insight", said, {"names_checked_on": day}, {SHARED: {"Mair": WHY}})
    assert len(leaving(vault)) == 1
    recording.undo(vault)
    assert (vault.rows("own_value"), leaving(vault)) == ([], [])
    values = {"words": SAID, "may_quote": "unnamed", "names_checked_on": day}
    hear(vault, values, pressed={SHARED: {"Mair": WHY}})
    assert len(leaving(vault)) == 1
    recording.undo(vault)
    assert leaving(vault) == []
    enter(vault, "insight", said, {"summary": "A visit"}, {SHARED: {"Mair": WHY}})
    assert vault.rows("own_value") == [], "no day was kept, so nobody has read it"


def test_one_insight_has_one_check_of_each_text(vault: Vault, said: int) -> None:
    for _ in range(2):
        read_over(vault, said, {SHARED: {"Mair": WHY, "": WHY}})
    assert len(vault.rows("own_value")) == 1


@pytest.mark.parametrize(
    "value", ["Tuesdays", "[]", '{"of": "words", "hash": "", "kept": []}', '{"of": 1}', None]
)
def test_an_answer_to_a_question_of_the_groups_own_is_no_check(
    vault: Vault, said: int, value: str | None
) -> None:
    with vault.unit("add") as unit:
        unit.save("own_value", None, {"record": said, "value": value})
    read_over(vault, said, {SHARED: {"Mair": WHY}})
    assert len(leaving(vault)) == 1


def test_a_check_goes_with_what_is_erased(vault: Vault, said: int) -> None:
    read_over(vault, said, {SHARED: {"Mair": WHY}})
    erasing.erase(vault, [erasing.prospect(vault, "insight", said, "en").plan])
    assert vault.rows("own_value") == []
