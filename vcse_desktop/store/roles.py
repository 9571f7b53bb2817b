"""What a helper, a member and a keeper may do with each table, and what is shown of a record to whom."""

from enum import Enum

from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_

HELPER, MEMBER, KEEPER = ROLES = ("helper", "member", "keeper")
"""Each may do whatever the one before it may. The program sees to it, not cryptography: whoever can open the
vault holds its key."""


class Verb(Enum):
    """What can be done with a record."""

    READ = "r"
    ADD = "a"
    EDIT = "e"
    REMOVE = "x"


_HELPERS = (
    dict.fromkeys(("session", "tally", "barrier", "time_given"), "aer")
    | dict.fromkeys(("activity", "place", "access", "own_field", "own_item", "setting", "slot"), "r")
    | dict.fromkeys(("person", "organisation", "engagement", "response", "review", "capacity_support"), "r")
)
_MEMBERS = dict.fromkeys(("signer", "document"), "aer") | dict.fromkeys(
    (
        *("setting", "slot", "own_field", "own_item", "sent"),
        *("release", "released_cell", "released_member", "cell_pattern"),
    ),
    "r",
)
KEEPERS_ALONE = ("equality",)
"""Tables of which nobody but a keeper sees a row."""
NAMES = {
    "person": ("known_as", "other_names", "merged_into"),
    "organisation": ("name", "is_us"),
    "engagement": ("question",),
    "response": (),
    "review": (),
    "capacity_support": (),
}
"""All that a helper sees of these records."""
ALL = "aerx"
MEMBERS_SETTINGS = ("filter.", "two_people.", "reply.")
"""What the names of those settings begin with that are a member's to keep, not a keeper's alone."""


class NotAllowed(Refused):
    """Whoever is in may not do this."""


def may(role: str, verb: Verb, table: str) -> bool:
    """Say whether somebody of this role may do this with the records of a table."""
    if role == KEEPER:
        return True
    if role == MEMBER:
        return table not in KEEPERS_ALONE and verb.value in _MEMBERS.get(table, ALL)
    return verb.value in _HELPERS.get(table, "")


def must(role: str, verb: Verb, table: str) -> None:
    """Raise NotAllowed unless somebody of this role may do this."""
    if not may(role, verb, table):
        raise refusal(MEMBER if may(MEMBER, verb, table) else KEEPER)


def sees(role: str, table: str, field: str) -> bool:
    """Say whether somebody of this role is shown this field of the records that they may read."""
    return role in (MEMBER, KEEPER) or table not in NAMES or field in NAMES[table]


def sees_all(role: str, table: str) -> bool:
    """Say whether somebody of this role is shown every field: else they may not search it, nor its past."""
    return may(role, Verb.READ, table) and (role in (MEMBER, KEEPER) or table not in NAMES)


def refusal(who: str) -> NotAllowed:
    """Return what to say when it takes somebody of this role."""
    if who == MEMBER:
        return NotAllowed(
            N_("A member or a keeper can do this"),
            N_("You are signed in as a helper, so nothing was changed. Ask a member or a keeper to do it."),
        )
    return NotAllowed(
        N_("A keeper can do this"),
        N_("You are not signed in as a keeper, so nothing was changed. Ask a keeper of your group to do it."),
    )
