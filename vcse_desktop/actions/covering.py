"""When the screen is covered and the vault locked, and what lifts the cover again."""

import re
from dataclasses import dataclass
from itertools import pairwise

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.grouping import group_setting, set_groups
from vcse_desktop.actions.signing import is_theirs
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.settings import Value
from vcse_desktop.store.vault import Vault

PIN = re.compile(r"[0-9]{4,8}")
TRIES = 5
"""After so many wrong PINs only the passphrase lifts the cover."""
COVER, LOCK = "cover_minutes", "lock_minutes"
NO_PIN = (
    N_("This is not a PIN"),
    N_("A PIN has 4 to 8 digits and nothing else. Nothing was changed."),
)
EASY_PIN = (
    N_("This PIN is too easy"),
    N_("All its digits are the same or count up or down. Nothing was changed. Choose another one."),
)


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds that this computer is not used until it is covered, and locked; 0 for never."""

    cover: int
    lock: int


def times(vault: Vault) -> Times:
    """Return the times of the group."""
    cover, lock = (int(group_setting(vault, name)) * 60 for name in (COVER, LOCK))
    return Times(cover if cover < lock else 0, lock)


def set_times(vault: Vault, values: dict[str, Value]) -> Changed:
    """Keep these times for the whole group; NotAllowed to anybody but a keeper."""
    keepers_only(vault)
    return set_groups(vault, values)


def set_pin(vault: Vault, pin: str) -> None:
    """Let a PIN lift the cover for whoever is in, on this laptop; Refused when it is none or too easy."""
    if not PIN.fullmatch(pin):
        raise Refused(*NO_PIN)
    steps = {ord(after) - ord(before) for before, after in pairwise(pin)}
    if steps in ({0}, {1}, {-1}):
        raise Refused(*EASY_PIN)
    vault.keep_pin(pin)


def take_pin(vault: Vault) -> None:
    """Let only the passphrase lift the cover for whoever is in."""
    vault.keep_pin(None)


def lifts(vault: Vault, typed: str, wrong_pins: int) -> bool:
    """Say whether this is the passphrase of whoever is in, or their PIN while fewer than five were wrong.

    Whoever came in by the recovery sheet lifts it by the code. Takes a part of a second.
    """
    if PIN.fullmatch(typed) and vault.has_pin:
        return wrong_pins < TRIES and vault.pin_fits(typed)
    return is_theirs(vault, typed)
