"""Who holds a slot: somebody new, another name or role, one less, another sheet; never without a keeper."""

from collections.abc import Iterable, Sequence

from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.store.holders import PERSON, RECOVERY, open_any
from vcse_desktop.store.ident import new_id
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.passphrase import FLOOR, Kdf, long_enough
from vcse_desktop.store.recovery import read_code
from vcse_desktop.store.roles import KEEPER, ROLES
from vcse_desktop.store.slots import Slot, give_key, make_slot

LONGEST = 60
LAST_KEEPER = (
    N_("A keeper has to stay"),
    N_(
        "This is the only keeper, and without one nobody could add people or sign. Nothing was changed. "
        "Make somebody else a keeper first."
    ),
)
NOBODY = (
    N_("This person is not on the list any more"),
    N_("Somebody took them out meanwhile. Nothing was changed. Look at the list again."),
)
NO_NAME = (
    N_("A name is missing"),
    N_("Type the name that stands on the screen where you open this. Initials will do. Nothing was changed."),
)
SAME_NAME = (
    N_("This name is on the list already"),
    N_("Nobody could tell the two apart when they open this. Nothing was changed. Add a letter or a word."),
)
OTHER_CODE = (
    N_("This is not the code on the new sheet"),
    N_("There is no slip in it, but it is another code. The sheet you had before still works. Look again."),
)


def with_person(  # noqa: PLR0913 - what is known of somebody new
    keys: Keys,
    slots: Sequence[Slot],
    data_key: bytes,
    *,
    label: str,
    role: str,
    passphrase: str,
    kdf: Kdf,
) -> Slot:
    """Return a slot for somebody new; Refused when the name is none or another's, or the secret too short."""
    secret = long_enough(passphrase)
    head = {"vault": keys.vault, "epoch": keys.epoch, "slot": str(new_id()), "kind": PERSON}
    named = _named({**head, "label": "", "role": role}, slots, label)
    return make_slot({**named, "role": _role(role)}, secret, data_key, kdf)


def changed(
    slots: Sequence[Slot], slot: str, data_key: bytes, *, label: str | None = None, role: str | None = None
) -> Slot:
    """Return this slot with another label or role, the data key sealed anew to it; its passphrase stays."""
    mine = person(slots, slot)
    if role is not None and _role(role) != mine["role"]:
        if mine["role"] == KEEPER:
            must_leave_a_keeper(slots, slot)
        mine = {**mine, "role": role}
    if label is not None:
        mine = _named(mine, slots, label)
    return give_key(mine, data_key, mine["epoch"])


def person(slots: Iterable[Slot], slot: str) -> Slot:
    """Return the slot of this number when it is a person's; Refused when it is gone."""
    for one in slots:
        if one["slot"] == slot and one["kind"] == PERSON:
            return one
    raise Refused(*NOBODY)


def must_leave_a_keeper(slots: Iterable[Slot], slot: str) -> None:
    """Refuse what would leave the vault without a keeper."""
    if not any(one["role"] == KEEPER and one["slot"] != slot for one in slots if one["kind"] == PERSON):
        raise Refused(*LAST_KEEPER)


def sheet(keys: Keys, data_key: bytes, code: str, typed: str) -> Slot:
    """Return a recovery slot of this code, opened once with what was typed from the paper.

    Refused names a slip, or says that it is another code.
    """
    head = {"vault": keys.vault, "epoch": keys.epoch, "slot": str(new_id())}
    paper = {**head, "kind": RECOVERY, "role": KEEPER, "label": ""}
    if read_code(typed) != read_code(code):
        raise Refused(*OTHER_CODE)
    made = make_slot(paper, read_code(code), data_key, FLOOR)
    open_any([made], read_code(typed))
    return made


def _role(role: str) -> str:
    if role not in ROLES:
        raise ValueError("there is no such role")
    return role


def _named(slot: Slot, slots: Iterable[Slot], label: str) -> Slot:
    name = " ".join(label.split())[:LONGEST]
    if not name:
        raise Refused(*NO_NAME)
    others = {one["label"].casefold() for one in slots if one["slot"] != slot["slot"]}
    if name.casefold() in others:
        raise Refused(*SAME_NAME)
    return {**slot, "label": name}
