"""What the lists are called that people can be counted by, and which there are for a group."""

from ui.language import isolated
from vcse_desktop.actions.tally_words import name
from vcse_desktop.actions.tallying import PLACES, TOOK_PART
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.parts import TALLY_LISTS
from vcse_desktop.records.vocabularies import label

__all__ = ["called", "name", "there_are"]

PLAIN = (TOOK_PART, "inclusion_groups", "own:community", PLACES)
"""Lists whose groups speak for themselves."""
WITHIN = N_("{group} ({list})")


def there_are(lists: Lists) -> list[str]:
    """Return the lists that can be counted by: one of the group's own in which nothing stands is none."""
    return [vocab for vocab in TALLY_LISTS if vocab == PLACES or lists.get(vocab)]


def called(lists: Lists, vocab: str, code: str) -> str:
    """Return what a group is called for who cannot see under what it stands: 65 to 74 of what?."""
    words = label(lists, vocab, code)
    return words if vocab in PLAIN else tr(WITHIN, group=isolated(words), list=name(vocab))
