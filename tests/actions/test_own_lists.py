"""A group words the lists of its forms: what it adds is offered, what it hides is not any more."""

import pytest

from tests.vaults import as_somebody_else
from vcse_desktop.actions import recording
from vcse_desktop.actions.own_lists import Choice, OwnList, add, hide, own_lists, word
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.records.vocabularies import offered, own_code
from vcse_desktop.store.roles import NotAllowed

OURS, KIND = "own:community", "insight_kind"


def one(vault: Vault, vocab: str) -> OwnList:
    """Return one list."""
    (found,) = [each for each in own_lists(vault) if each.vocab == vocab]
    return found


def offer(vault: Vault, vocab: str) -> list[str]:
    """Return the codes that a form offers today."""
    return [item.code for item in offered(group_lists(vault)[vocab], today())]


def test_the_groups_own_lists_come_first_and_every_list_that_a_form_uses_is_there(vault: Vault) -> None:
    found = own_lists(vault)
    assert [each.title for each in found][:3] == ["Communities", "Roles", "Our own tags"]
    assert {"insight_theme", "engagement_technique", "ethnic_group"} <= {each.vocab for each in found}
    assert one(vault, OURS) == OwnList(OURS, "Communities", True, ())
    assert not one(vault, KIND).may_add


def test_a_community_is_added_offered_kept_in_a_record_and_taken_back(vault: Vault) -> None:
    made = add(vault, OURS, "  Young   carers ")
    code = own_code("Young carers")
    assert one(vault, OURS).choices == (Choice(code, "Young carers", "", False, True),)
    assert offer(vault, OURS) == [code]
    recording.add(vault, "insight", {"words": "Hello", "community": [code]})
    hide(vault, OURS, code, hidden=True)
    assert offer(vault, OURS) == [] and vault.rows("insight")[0]["community"] == [code]
    hide(vault, OURS, code, hidden=False)
    word(vault, OURS, code, "Carers under 25")
    assert one(vault, OURS).choices[0].words == "Carers under 25"
    for _ in range(3):
        recording.undo(vault)
    assert one(vault, OURS).choices[0].words == "Young carers"
    assert made.kinds == {"own_item"} and len(vault.rows("own_item")) == 1


def test_adding_the_first_words_of_a_choice_that_was_worded_otherwise_leaves_that_choice_alone(
    vault: Vault,
) -> None:
    add(vault, OURS, "Carers")
    first = own_code("Carers")
    word(vault, OURS, first, "Family carers")
    add(vault, OURS, "Carers")
    words = {each.code: each.words for each in one(vault, OURS).choices}
    assert words[first] == "Family carers"
    assert sorted(words.values()) == ["Carers", "Family carers"]
    word(vault, OURS, next(code for code in words if code != first), "Paid carers")
    add(vault, OURS, "Carers")
    assert len(one(vault, OURS).choices) == 3


def test_saving_our_own_words_unchanged_keeps_none_of_the_groups(vault: Vault) -> None:
    word(vault, KIND, "working", "Something that is working")
    assert all(not row["label"] for row in vault.rows("own_item"))


def test_our_words_come_back_when_other_words_are_emptied(vault: Vault) -> None:
    word(vault, KIND, "working", "Going well")
    first = one(vault, KIND).choices[0]
    assert (first.words, first.ours, first.added) == ("Going well", "Something that is working", False)
    word(vault, KIND, "working", " ")
    assert one(vault, KIND).choices[0].words == "Something that is working"


def test_what_does_not_fit_is_refused_in_words_and_nothing_is_kept(vault: Vault) -> None:
    for words in (" ", "x" * 101):
        with pytest.raises(Refused):
            add(vault, OURS, words)
    with pytest.raises(Refused):
        word(vault, KIND, "working", "something that would HELP")
    with pytest.raises(Refused):
        add(vault, KIND, "Something else")
    assert vault.rows("own_item") == []


def test_nobody_but_a_keeper_changes_a_list(vault: Vault) -> None:
    with as_somebody_else(vault, "member") as theirs:
        for act in (
            lambda: own_lists(theirs),
            lambda: add(theirs, OURS, "Tenants"),
            lambda: word(theirs, KIND, "working", "Well"),
            lambda: hide(theirs, KIND, "working", hidden=True),
        ):
            with pytest.raises(NotAllowed):
                act()
