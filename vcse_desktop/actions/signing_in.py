"""Signing in at a table at the door: who comes is counted, by name if they like, each in one step."""

from collections.abc import Collection
from dataclasses import dataclass

from vcse_desktop.actions.activities import activities, likeliest
from vcse_desktop.actions.at_the_door import first_name
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.recording import must_be_sound, today, undo
from vcse_desktop.actions.sheets import GONE
from vcse_desktop.actions.signing import is_theirs
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.figures.reading import ident, links, number, text
from vcse_desktop.figures.sessions import attendances, planned, ran
from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Values
from vcse_desktop.store.roles import Verb
from vcse_desktop.store.vault import Vault

NO_ACTIVITY = N_("There is no activity yet. Add one first, then people can sign in to it.")
NOBODY = (
    N_("This name is no longer here"),
    N_("It was removed meanwhile, so nobody was signed in. Press “Just count me” instead."),
)


@dataclass(frozen=True, slots=True)
class Door:
    """What people sign in to: an activity on a day, and the session, if it was begun for a certain one.

    ``may_add`` says whether whoever is in may add somebody who is new.
    """

    activity: int
    title: str
    day: str
    session: int | None = None
    may_add: bool = True


@dataclass(frozen=True, slots=True)
class Signed:
    """What came of it; ``first`` is the first name of who signed in, "" for somebody who was only counted."""

    changed: Changed
    first: str = ""
    already: bool = False


def begin(vault: Vault, activity: int | None = None, session: int | None = None) -> Door | None:
    """Return the door of a session, or of an activity today; by default of what is on today as a rule.

    Nothing is written before somebody comes. None when there is no activity; Refused when it was removed.
    """
    day, kept = today().isoformat(), vault.row("session", session) if session else None
    if session and kept is None:
        raise Refused(*GONE)
    if kept is not None:
        activity, day = number(kept, "activity"), text(kept, "date")
    activity = activity or _of_today(vault, day)
    if activity is None:
        return None
    about = vault.row("activity", activity)
    if about is None:
        raise Refused(*GONE)
    return Door(activity, text(about, "title"), day, session, vault.may(Verb.ADD, "person"))


def come(vault: Vault, door: Door, person: int) -> Signed:
    """Sign somebody in; nothing changes for who is signed in already, under whichever of joined records."""
    rows = vault.joined("person", "merged_into", [person], ("known_as", "merged_into"))
    same = {ident(row): text(row, "known_as") for row in rows}
    if person not in same:
        raise Refused(*NOBODY)
    first, before = first_name(same[person]), _session(vault, door)
    if same.keys() & _came(before):
        return Signed(Changed(frozenset(), None), first, already=True)
    return Signed(_count(vault, door, before, min(same)), first)


def come_new(vault: Vault, door: Door, name: str) -> Signed:
    """Add somebody by a first name and sign them in, in one step; NotSound without a name.

    NotAllowed to a helper, who adds nobody.
    """
    values = must_be_sound("person", {"known_as": name}, group_lists(vault))
    changed = _count(vault, door, _session(vault, door), new=values)
    return Signed(changed, first_name(str(values["known_as"])))


def just_count_me(vault: Vault, door: Door) -> Signed:
    """Count one more who came, without a name."""
    return Signed(_count(vault, door, _session(vault, door)))


def take_back(vault: Vault, signed: Signed) -> Changed:
    """Take a sign-in back; what it added goes, and what others wrote since stays."""
    if signed.changed.unit is not None:
        undo(vault, signed.changed.unit)
    return Changed(signed.changed.kinds, None)


def leaves(vault: Vault, typed: str) -> bool:
    """Say whether this is the passphrase of whoever is in, or the code that they came in with; never a PIN.

    Takes a part of a second.
    """
    return is_theirs(vault, typed)


def _of_today(vault: Vault, day: str) -> int | None:
    """Return the activity of the newest session of the day, else one that is planned, else the likeliest."""
    rows, living = vault.rows("session", date=day), {one.id: one for one in activities(vault)}
    held = [*(row for row in rows if planned(row)), *(row for row in rows if ran(row))]
    begun = [one for row in held if (one := number(row, "activity") or 0) in living]
    likely = likeliest(living.values(), today())
    return begun[-1] if begun else likely.id if likely else None


def _session(vault: Vault, door: Door) -> Values | None:
    """Return the session as it is now: the newest of the day that was not called off; None for none yet."""
    if door.session and (row := vault.row("session", door.session)):
        return row
    rows = vault.rows("session", activity=door.activity, date=door.day)
    held = [row for row in rows if ran(row)] or [row for row in rows if planned(row)]
    return held[-1] if held else None


def _came(before: Values | None) -> Collection[int]:
    """Return who has come so far; who was expected at a planned session has not."""
    return set(links(before, "came")) if before and ran(before) else set()


def _count(
    vault: Vault, door: Door, before: Values | None, who: int | None = None, new: Values | None = None
) -> Changed:
    """Count one more, by name or not, and write no other field of the session.

    Everybody who signs in is one attendance more (counting rule 1: the number, or the names if they are
    more). A session that was planned begins to run: whom and how many one expected gives way to who comes.
    """
    with vault.unit("edit" if before else "add") as unit:
        if new is not None:
            who = unit.save("person", None, new)
        counted = (attendances(before) or 0) if before and ran(before) else 0
        values: dict[str, object] = {"people_n": counted + 1}
        if who is not None or not before or not ran(before):
            values["came"] = sorted({*_came(before), *([who] if who else [])}) or None
        if before is None:
            about = vault.row("activity", door.activity) or {}
            values |= {"activity": door.activity, "date": door.day, "place": about.get("place")}
        elif not ran(before):
            values["status"] = None
        unit.save("session", ident(before) if before else None, values)
    kinds = {"session", "activity"} if new is None else {"session", "activity", "person"}
    return Changed(frozenset(kinds), unit.id)
