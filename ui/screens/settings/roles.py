"""What each role is called, and in a sentence what it can do."""

from collections.abc import Sequence

from ui.widgets.chips import OneWithMeaning
from vcse_desktop.i18n import N_, tr

ROLES = {
    "helper": (
        N_("Helper"),
        N_("Logs hours and fills in registers. Of people, sees the name and what they need to take part."),
    ),
    "member": (
        N_("Member"),
        N_("Records and reads everything but the equality details. Cannot sign, export or add people."),
    ),
    "keeper": (
        N_("Keeper"),
        N_("Everything: equality details, signing and export, people, backups and how long things are kept."),
    ),
}
HONEST = N_(
    "Roles are kept by this program, not by the lock: everybody on this list holds the key to the whole "
    "file. Put nobody on it whom you would not leave alone with the papers."
)


def role_name(role: str) -> str:
    """Return the role in a word."""
    return tr(ROLES[role][0])


def choice(role: str | None = None) -> OneWithMeaning:
    """Return the roles to choose from, each with what it can do; none is chosen unless one is given."""
    offer: Sequence[tuple[str, str, str]] = [
        (code, tr(words), tr(meaning)) for code, (words, meaning) in ROLES.items()
    ]
    return OneWithMeaning(tr(N_("What they can do")), offer, role)
