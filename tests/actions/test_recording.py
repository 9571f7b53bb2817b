"""Adding, changing, removing, finding, and taking back."""

import pytest

from vcse_desktop.actions import finding, keeping, recording
from vcse_desktop.actions.recording import NotSound
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused


def test_a_record_is_added_changed_removed_and_each_is_taken_back(vault: Vault) -> None:
    made = recording.add(vault, "activity", {"title": "Drop-in"})
    (activity,) = made.ids
    assert made.kinds == {"activity"}
    recording.change(vault, "activity", activity, {"title": "Tuesday drop-in"})
    recording.remove(vault, "activity", activity)
    assert vault.rows("activity") == []
    recording.undo(vault)
    assert [row["title"] for row in vault.rows("activity")] == ["Tuesday drop-in"]
    recording.undo(vault)
    assert [row["title"] for row in vault.rows("activity")] == ["Drop-in"]
    recording.undo(vault)
    assert vault.rows("activity") == []


def test_the_group_itself_is_not_taken_back(vault: Vault) -> None:
    with pytest.raises(Refused):
        recording.undo(vault)
    assert [row["is_us"] for row in vault.rows("organisation")] == [True]


def test_least_records_save(vault: Vault) -> None:
    (activity,) = recording.add(vault, "activity", {"title": "Walk"}).ids
    recording.add(vault, "session", {"activity": activity, "date": "2026-03-01"})
    recording.add(vault, "support", {"date": "2026-03-01"})
    recording.add(vault, "time_given", {"hours": 60})
    assert [len(vault.rows(kind)) for kind in ("session", "support", "time_given")] == [1, 1, 1]


def test_values_that_cannot_be_kept_are_refused_and_nothing_is_saved(vault: Vault) -> None:
    with pytest.raises(NotSound) as refused:
        recording.add(vault, "session", {"date": "1 March"})
    assert {problem.field for problem in refused.value.problems} == {"activity", "date"}
    (made,) = recording.add(vault, "activity", {"title": "Walk"}).ids
    with pytest.raises(NotSound):
        recording.change(vault, "activity", made, {"title": None})
    assert [row["title"] for row in vault.rows("activity")] == ["Walk"]


def test_an_unlikely_number_is_kept_when_the_person_says_so(vault: Vault) -> None:
    (activity,) = recording.add(vault, "activity", {"title": "Walk"}).ids
    recording.add(
        vault, "session", {"activity": activity, "date": "2026-03-01", "people_n": 3, "carers_n": 5}
    )
    assert len(vault.rows("session")) == 1


def test_a_removed_record_is_not_changed(vault: Vault) -> None:
    (made,) = recording.add(vault, "activity", {"title": "Walk"}).ids
    recording.remove(vault, "activity", made)
    with pytest.raises(Refused):
        recording.change(vault, "activity", made, {"title": "Run"})
    with pytest.raises(Refused):
        recording.remove(vault, "activity", made)


def test_a_changed_text_must_be_checked_for_names_again(vault: Vault) -> None:
    (made,) = recording.add(
        vault,
        "insight",
        {"words": "Thank you", "share_words": "Thank you", "names_checked_on": "2026-03-01"},
    ).ids
    recording.change(vault, "insight", made, {"summary": "Grateful"})
    assert vault.rows("insight")[0]["names_checked_on"] == "2026-03-01"
    recording.change(vault, "insight", made, {"share_words": "Thanks"})
    assert vault.rows("insight")[0]["names_checked_on"] is None


TEXTS = {"share_words": "names_checked_on", "share_translation": "translation_checked_on"}
DAY = "2026-03-01"


def pair(vault: Vault, text: str) -> tuple[object, object]:
    """Return a text of the only insight, and the day on which it was checked."""
    (row,) = vault.rows("insight")
    return row[text], row[TEXTS[text]]


def said(vault: Vault, **values: object) -> int:
    """Add an insight."""
    return recording.add(vault, "insight", {"words": "Ann is great", **values}).ids[0]


def changed(vault: Vault, insight: int, **values: object) -> int:
    """Change an insight; return the unit of work."""
    unit = recording.change(vault, "insight", insight, values).unit
    assert unit is not None
    return unit


@pytest.mark.parametrize("text", TEXTS)
def test_an_undo_puts_no_unchecked_text_under_a_check(vault: Vault, text: str) -> None:
    made = said(vault, **{text: "Ann is great"})
    middle = changed(vault, made, **{text: "[name] is great"})
    changed(vault, made, **{TEXTS[text]: DAY})
    recording.undo(vault, middle)
    assert pair(vault, text) == ("Ann is great", None)
    recording.undo(vault)  # the check itself
    assert pair(vault, text) == ("Ann is great", None)
    recording.undo(vault)  # the insight: no step was lost or met twice
    assert vault.rows("insight") == []


def test_an_undo_puts_no_check_over_a_text_that_it_was_not_for(vault: Vault) -> None:
    made = said(vault, share_words="[name] is great", names_checked_on=DAY)
    middle = changed(vault, made, share_words="He is great")
    changed(vault, made, share_words="Ann is great")
    recording.undo(vault, middle)
    assert pair(vault, "share_words") == ("Ann is great", None)


def test_an_undo_while_the_insight_is_removed_is_noticed_when_it_is_back(vault: Vault) -> None:
    made = said(vault, share_words="Ann is great")
    middle = changed(vault, made, share_words="[name] is great")
    changed(vault, made, names_checked_on=DAY)
    removed = recording.remove(vault, "insight", made).unit
    recording.undo(vault, middle)
    recording.undo(vault, removed)
    assert pair(vault, "share_words") == ("Ann is great", None)


def test_an_undo_keeps_a_check_that_is_for_the_text(vault: Vault) -> None:
    made = said(vault, share_words="[name] is great", names_checked_on=DAY)
    changed(vault, made, share_words="Ann is great")
    recording.undo(vault)
    assert pair(vault, "share_words") == ("[name] is great", DAY)
    recording.remove(vault, "insight", made)
    recording.undo(vault)
    assert pair(vault, "share_words") == ("[name] is great", DAY)
    recording.undo(vault, changed(vault, made, summary="Grateful"))
    assert pair(vault, "share_words") == ("[name] is great", DAY)


def test_records_are_found_by_any_word_whatever_the_accents(vault: Vault) -> None:
    recording.add(vault, "person", {"known_as": "Siân Pryce", "note": "Prefers texts"})
    recording.add(
        vault, "insight", {"words": "The bus stops at five.\nSo I miss the end. " + "Really. " * 20}
    )
    (person,) = finding.find(vault, "sian")
    assert (person.kind, person.kind_label, person.line) == ("person", "Person", "Siân Pryce")
    (insight,) = finding.find(vault, "bus five")
    assert insight.line.startswith("The bus stops at five. So I miss")
    assert len(insight.line) <= 80
    assert finding.find(vault, "tram") == []


def test_a_sound_vault_is_whole(vault: Vault) -> None:
    recording.add(vault, "activity", {"title": "Walk"})
    assert keeping.doctor(vault) == []
