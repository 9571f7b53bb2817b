"""What was heard is listed newest first, with what stands in the way of sharing it."""

import pytest

from vcse_desktop.actions import recording
from vcse_desktop.actions.heard import Sought, heard, standing
from vcse_desktop.actions.hearing import agree, hear
from vcse_desktop.actions.reading_over import read_over
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Vault

TODAY = today().isoformat()


def keep(vault: Vault, **values: object) -> int:
    """Keep something that was said and return its id."""
    (made,) = hear(vault, {"words": "The bus is late", **values}).ids
    return made


def test_the_newest_comes_first_and_unknown_days_last(vault: Vault) -> None:
    old, unknown, new, newest = (
        keep(vault, heard_on=day) for day in ("2026-01-02", None, "2026-03-01", "2026-03-01")
    )
    assert [one.row["id"] for one in heard(vault)] == [newest, new, old, unknown]


def test_it_is_found_by_its_words(vault: Vault) -> None:
    keep(vault)
    wanted = keep(vault, words="Nobody told us about the garden")
    recording.add(vault, "activity", {"title": "Garden"})
    assert [one.row["id"] for one in heard(vault, Sought("gard"))] == [wanted]
    assert heard(vault, Sought("nowhere")) == []


def test_who_said_it_and_how_many_answers_there_are_stand_with_it(vault: Vault) -> None:
    (mair,) = recording.add(vault, "person", {"known_as": "Mair"}).ids
    said = keep(vault, person=mair)
    for what in ("Ask the council", "Ask the landlord"):
        recording.add(vault, "response", {"what": what, "insights": [said]})
    (one,) = heard(vault)
    assert (one.who, one.answers) == ("Mair", 2)


def test_sharing_stands_as_it_was_agreed(vault: Vault) -> None:
    assert standing(vault, keep(vault)) == "not_asked"
    assert standing(vault, keep(vault, may_quote="no")) == "no"
    said = keep(vault, may_quote="unnamed")
    assert standing(vault, said) == "not_checked"
    recording.change(vault, "insight", said, {"names_checked_on": TODAY})
    assert standing(vault, said) == "not_checked", "a day alone: nobody pressed on these words"
    read_over(vault, said, {"share_words": {}})
    assert standing(vault, said) == "free"
    recording.change(vault, "insight", said, {"quote_scope": "only_us"})
    assert standing(vault, said) == "no"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"words": "The bus is late, often"}, "words_changed"),
        ({"share_words": "The bus is never late", "names_checked_on": TODAY}, "other_words"),
        ({"share_words": "[It] is late"}, "not_checked"),
        ({"share_words": "[It] is late", "names_checked_on": TODAY}, "not_checked"),
    ],
)
def test_a_comma_changed_is_told_at_once(vault: Vault, change: dict[str, object], why: str) -> None:
    said = keep(vault, may_quote="unnamed")
    read_over(vault, said, {"share_words": {}})
    recording.change(vault, "insight", said, change)
    assert standing(vault, said) == why


def test_a_choice_without_a_consent_is_told(vault: Vault) -> None:
    said = keep(vault)
    recording.change(vault, "insight", said, {"may_quote": "named"})
    assert standing(vault, said) == "no_consent"
    agree(vault, said, "named", name="M.")
    assert standing(vault, said) == "not_checked"


def test_a_consent_for_one_partner_alone_is_one(vault: Vault) -> None:
    (council,) = recording.add(vault, "organisation", {"name": "Council"}).ids
    said = keep(vault, may_quote="unnamed")
    read_over(vault, said, {"share_words": {}})
    (consent,) = vault.rows("consent")
    recording.change(vault, "consent", int(str(consent["id"])), {"scope": "named_partner", "to_org": council})
    assert standing(vault, said) == "free"


def test_what_is_gone_stays(vault: Vault) -> None:
    said = keep(vault, may_quote="unnamed", names_checked_on=TODAY)
    recording.remove(vault, "insight", said)
    assert standing(vault, said) == "no"
