"""Words that may mean somebody is at risk are noticed; nothing is ever held up by them."""

import pytest

from vcse_desktop.actions.grouping import set_group
from vcse_desktop.actions.safeguarding import Lead, lead, worrying
from vcse_desktop.actions.unlocking import Vault


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Sometimes he hits me when he is tired.", "hits me"),
        ("She said she WANTS TO DIE.", "wants to die"),
        ("I am self-harming again", "self harming"),
        ("He won\u2019t let me see\nmy sister", "won't let me"),
        ("I was so\n afraid  of him", "afraid of him"),
        ("The bus does not stop here any more.", ""),
        ("Hitting the right note at the choir", ""),
        ("The grapes were lovely", ""),
        ("", ""),
    ],
)
def test_words_are_found_however_they_are_typed_and_only_as_whole_words(said: str, found: str) -> None:
    assert worrying(said) == found


def test_whom_to_tell_is_what_the_group_has_set(vault: Vault) -> None:
    assert lead(vault) == Lead("", "")
    set_group(vault, "safeguarding_name", " Nia Rees ")
    set_group(vault, "safeguarding_phone", "01234 567890")
    assert lead(vault) == Lead("Nia Rees", "01234 567890")
