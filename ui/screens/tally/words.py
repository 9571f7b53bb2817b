"""What the lists are called that people can be counted by, and which there are for a group."""

from ui.language import isolated
from vcse_desktop.actions.tallying import PLACES, TOOK_PART
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.parts import TALLY_LISTS
from vcse_desktop.records.vocabularies import label

NAMES = {
    TOOK_PART: N_("Who took part"),
    "inclusion_groups": N_("Groups who are often left out"),
    "protected_characteristics": N_("Protected characteristics"),
    "age_band": N_("Age"),
    "sex": N_("Sex"),
    "ethnic_group": N_("Ethnic group"),
    "religion": N_("Religion"),
    "sexual_orientation": N_("Sexual orientation"),
    "gender_identity": N_("Gender same as registered at birth"),
    "disability_eqa": N_("Disability or long-term condition"),
    "impairment": N_("What an impairment affects"),
    "english_proficiency": N_("How well people speak English"),
    "own:community": N_("Communities"),
    PLACES: N_("Where people came from"),
}
PLAIN = (TOOK_PART, "inclusion_groups", "own:community", PLACES)
"""Lists whose groups speak for themselves."""
WITHIN = N_("{group} ({list})")


def name(vocab: str) -> str:
    """Return what a list is called."""
    return tr(NAMES.get(vocab, vocab))


def there_are(lists: Lists) -> list[str]:
    """Return the lists that can be counted by: one of the group's own in which nothing stands is none."""
    return [vocab for vocab in TALLY_LISTS if vocab == PLACES or lists.get(vocab)]


def called(lists: Lists, vocab: str, code: str) -> str:
    """Return what a group is called for who cannot see under what it stands: 65 to 74 of what?."""
    words = label(lists, vocab, code)
    return words if vocab in PLAIN else tr(WITHIN, group=isolated(words), list=name(vocab))
