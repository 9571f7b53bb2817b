"""Whether the vault is whole."""

from vcse_desktop.i18n import N_, tr
from vcse_desktop.store.vault import Vault

FOUND = {
    "chain": N_("The history has a gap or was changed."),
    "unit": N_("An entry of the history was changed."),
    "stray": N_("The history holds changes that belong to no entry."),
    "row": N_("A record differs from its history."),
    "rows": N_("There are records without a history."),
    "link": N_("A record points to one that was never there."),
    "search": N_("The search index differs from the records. The records themselves are not harmed."),
    "cipher": N_("A part of the file was damaged or changed from outside."),
    "pages": N_("A part of the file is damaged."),
    "unreadable": N_("A part of the file cannot be read."),
}


def doctor(vault: Vault) -> list[str]:
    """Check everything that can be checked; returns a sentence for each thing found."""
    codes = dict.fromkeys(problem.split()[0] for problem in vault.verify())
    return [tr(FOUND[code]) for code in codes]
