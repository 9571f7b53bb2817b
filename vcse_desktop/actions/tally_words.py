"""What the lists are called that people can be counted by."""

from vcse_desktop.actions.tally_rows import PLACES, TOOK_PART
from vcse_desktop.i18n import N_, tr

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


def name(vocab: str) -> str:
    """Return what a list is called."""
    return tr(NAMES.get(vocab, vocab))
