"""Time given by one person, known or new, or by a group without names, kept as one step."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.recording import NotSound, today
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Problem, Values
from vcse_desktop.records.normal import normal
from vcse_desktop.records.time_given import A_DAY
from vcse_desktop.records.validation import problems
from vcse_desktop.records.vocabularies import label, offered
from vcse_desktop.store.vault import Vault

WHO = "known_as"
"""Where a problem with the name of somebody new is."""
NOBODY = N_("Type a name, or choose “not by name”.")
HOW_LONG = N_("How long was it? Write the time as 1h30, 90m, 1:30 or 1.5.")
HOW_MANY = N_("How many people were there? Write a number.")
FULL_DAY = N_("With what is noted already, this is more than 24 hours for one person on one day.")


@dataclass(frozen=True, slots=True)
class Time:
    """What somebody wants to log. ``new`` is the name of a person who is not on record yet.

    ``people`` is how many gave the time when nobody is named; ``minutes`` are theirs altogether.
    """

    minutes: int | None
    day: str | None
    person: int | None = None
    new: str = ""
    people: int | None = None
    activity: int | None = None
    certainty: str | None = None
    unnamed: bool = False


def log(vault: Vault, time: Time, known: Collection[Problem] = ()) -> Changed:
    """Keep time that was given, and whoever gave it for the first time; the id is that of the row of time.

    Raises NotSound with every problem: what cannot be kept, and what is unlikely and not among ``known``.
    """
    activity = (vault.row("activity", time.activity) if time.activity else None) or {}
    person = normal(TABLES["person"], {"known_as": time.new})
    row: dict[str, object] = {
        "person": None if time.unnamed else time.person,
        "helpers_n": time.people if time.unnamed else None,
        "activity": activity.get("id"),
        "hours": time.minutes,
        "date": time.day,
        "certainty": time.certainty,
        "kind": activity.get("time_kind"),
    }
    found = [*_missing(time), *_unsound(vault, time, row, person)]
    if any(not one.asked or one not in known for one in found):
        raise NotSound(found)
    with vault.unit("add") as unit:
        kinds = {"time_given"}
        if time.new and not time.unnamed:
            row["person"] = unit.save("person", None, person)
            kinds.add("person")
        made = unit.save("time_given", None, {code: v for code, v in row.items() if v is not None})
    return Changed(frozenset(kinds), unit.id, (made,))


def certainties(vault: Vault) -> Sequence[tuple[str, str]]:
    """Return how sure one can be of a number, in the group's own words, surest first: code and words."""
    lists = group_lists(vault)
    return [(one.code, label(lists, "certainty", one.code)) for one in offered(lists["certainty"], today())]


def _missing(time: Time) -> list[Problem]:
    """Return what has to be said first: nobody is ever guessed."""
    found = []
    if time.unnamed and not time.people:
        found.append(Problem("helpers_n", HOW_MANY))
    if not time.unnamed and time.person is None and not time.new.strip():
        found.append(Problem("person", NOBODY))
    if not time.minutes:
        found.append(Problem("hours", HOW_LONG))
    return found


def _unsound(vault: Vault, time: Time, row: Values, person: Values) -> list[Problem]:
    lists, found = group_lists(vault), list[Problem]()
    judged = {**row, "hours": time.minutes or 0}
    if time.new and not time.unnamed:
        wrong = problems(TABLES["person"], person, lists, today=today())
        found += [replace(one, field=WHO) for one in wrong]
        judged["person"] = 1  # nobody yet, and one person all the same
    found += problems(TABLES["time_given"], normal(TABLES["time_given"], judged), lists, today=today())
    if time.person and time.minutes and not time.unnamed and not found:
        rows = vault.rows("time_given", person=time.person, date=time.day)
        noted = sum(int(str(one["hours"] or 0)) for one in rows if not one["until"])
        if noted + time.minutes > A_DAY:
            found.append(Problem("hours", FULL_DAY))
    return found
