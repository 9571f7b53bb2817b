"""Who may open the vault: adding, changing and removing a person, and a new data key."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from vcse_desktop.actions.backing import back_up
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_, tr
from vcse_desktop.store.holders import PERSON
from vcse_desktop.store.ident import moment
from vcse_desktop.store.renewing import CHECKED
from vcse_desktop.store.vault import Vault

__all__ = [
    "NO_WAY_BACK",
    "Holder",
    "add_person",
    "change",
    "change_role",
    "holders",
    "keepers_only",
    "may_change",
    "must_be_removable",
    "new_key",
    "remove_person",
    "rename",
]

NO_WAY_BACK = CHECKED
"""From this percentage on a new key can no longer be stopped."""
CHANGED = Changed(frozenset({"slot"}), None)
"""Undo does not take back who may open the vault."""
NOT_YOURSELF = (
    N_("You cannot take yourself out"),
    N_("You have this open now. Nothing was changed. Another keeper can take you out after you have locked."),
)
STILL_THE_OLD_KEY = (
    N_("The new key was not made"),
    N_("{name} cannot open this any more, but the key is still the old one. {why}"),
)
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who may open the vault. ``role`` is helper, member or keeper; ``me`` is whoever is in."""

    slot: str
    label: str
    role: str
    since: date
    me: bool


def holders(vault: Vault) -> list[Holder]:
    """Return who may open this, those who have longest first."""
    slots = [slot for slot in vault.slots() if slot["kind"] == PERSON]
    numbered = sorted((int(slot["slot"]), slot) for slot in slots)
    return [
        Holder(str(number), slot["label"], slot["role"], _day(number), number == vault.member)
        for number, slot in numbered
    ]


def may_change(vault: Vault) -> bool:
    """Say whether whoever is in may change who opens this."""
    try:
        keepers_only(vault)
    except Refused:
        return False
    return True


def add_person(vault: Vault, label: str, role: str, passphrase: str) -> Changed:
    """Let somebody new open this; they type the passphrase themselves.

    Refused when the name is empty or taken, or the passphrase too short.
    """
    keepers_only(vault)
    vault.add_person(label, role, passphrase)
    return CHANGED


def change(vault: Vault, slot: str, label: str | None = None, role: str | None = None) -> Changed:
    """Give somebody this name and this role in one step, where they are given.

    Refused when the name is empty or taken, or when no keeper would be left.
    """
    keepers_only(vault)
    vault.change_person(slot, label=label, role=role)
    return CHANGED


def change_role(vault: Vault, slot: str, role: str) -> Changed:
    """Give somebody another role."""
    return change(vault, slot, role=role)


def rename(vault: Vault, slot: str, label: str) -> Changed:
    """Give somebody another name on the screen before the vault."""
    return change(vault, slot, label=label)


def must_be_removable(vault: Vault, slot: str) -> None:
    """Refuse to remove oneself, the last keeper, or whom somebody has removed meanwhile."""
    keepers_only(vault)
    vault.must_be_removable(slot)
    if slot == str(vault.member):
        raise Refused(*NOT_YOURSELF)


def remove_person(
    vault: Vault,
    slot: str,
    *,
    rekey: bool = True,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> bool:
    """Take somebody out; say whether a new data key was made, which can be stopped until ``NO_WAY_BACK``.

    Without one, whoever has kept an old copy of the files and of the key can still read what is written
    later. Refused, or NoRoom for the new key, before anything is changed; a WorldError that says so when they
    are out and the key is still the old one.
    """
    must_be_removable(vault, slot)
    if rekey:
        vault.must_fit_twice()
    name = next(holder.label for holder in holders(vault) if holder.slot == slot)
    if rekey:
        back_up(vault)
    vault.remove_person(slot)
    try:
        return rekey and _new_key(vault, progress, cancelled)
    except WorldError as error:
        why = tr(error.sentence, **error.values)
        raise WorldError(*STILL_THE_OLD_KEY, name=name, why=why) from error


def new_key(vault: Vault, progress: Progress | None = None, cancelled: Cancelled | None = None) -> bool:
    """Make a new data key, as when a passphrase became known; False when it was stopped: all is as it was.

    Everybody's passphrase and the sheet stay as they are.
    """
    keepers_only(vault)
    vault.must_fit_twice()
    back_up(vault)
    return _new_key(vault, progress, cancelled)


def _new_key(vault: Vault, progress: Progress | None, cancelled: Cancelled | None) -> bool:
    """Make it, and a backup under it: only its header could replace both files of keys, were they lost."""
    made = vault.new_key(progress, cancelled)
    if made:
        with suppress(WorldError):  # the key is made all the same, and the next backup is due at the lock
            back_up(vault)
    return made


def _day(number: int) -> date:
    return moment(number).astimezone().date()
