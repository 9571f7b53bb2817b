"""How many people belonged to which group: what can be counted by, what was counted, and keeping it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.recording import NotSound, living, today
from vcse_desktop.actions.tally_rows import PLACES, TOOK_PART, Counted, Key, counts, place_of, row_of, write
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.figures.reading import number, text
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Lists, Problem, Values
from vcse_desktop.records.parts import TALLY_LISTS
from vcse_desktop.records.validation import problems
from vcse_desktop.records.vocabularies import own_code
from vcse_desktop.store.conditions import Among, Between
from vcse_desktop.store.roles import Verb
from vcse_desktop.store.vault import Vault

__all__ = ["PLACES", "TOOK_PART", "Counted", "Counting", "Key", "write"]

TALLY = "tally"
"""What the place of a problem begins with: the list and the group follow, each after a dot."""
BACK = 200
"""Rows: as many of the newest head counts are looked at for the lists used last on pieces of asking."""


@dataclass(frozen=True, slots=True)
class Counting:
    """What counters begin with. ``counts`` are the numbers noted already; ``usual`` the lists used last time,
    each with the groups that were counted; ``places`` the places of the group by code.
    """

    counts: Mapping[Key, int] = field(default_factory=dict)
    usual: Mapping[str, Sequence[str]] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    may_add: bool = False
    """Whether whoever is in may add a place."""


def of_session(vault: Vault, session: int | None, earlier: Sequence[int]) -> Counting:
    """Return what the counters of a session begin with; ``earlier`` are those before it, newest first."""
    noted = counts(vault, "session", session) if session else {}
    tallied: dict[int, list[Values]] = defaultdict(list)
    for row in vault.pick(TALLY, Among("session", earlier)) if earlier else ():
        tallied[number(row, "session") or 0].append(row)
    last = next((one for one in earlier if one in tallied), 0)
    return _counting(vault, noted, tallied[last])


def of_asking(vault: Vault, engagement: int) -> Counting:
    """Return what the counters of a piece of asking begin with."""
    newest = vault.pick(TALLY, Between("engagement"), newest=True, most=BACK)
    others = [row for row in newest if number(row, "engagement") != engagement]
    last = [row for row in others if number(row, "engagement") == number(others[0], "engagement")]
    return _counting(vault, counts(vault, "engagement", engagement), last)


def new_place(counting: Counting, name: str) -> str:
    """Return the code of a place of this name: of the one there is, else one that is the same anywhere."""
    same = (code for code, known in counting.places.items() if known.casefold() == name.casefold())
    return next(same, own_code(name))


def unsound(counted: Counted, lists: Lists) -> list[Problem]:
    """Return every number or new place that cannot be kept."""
    found = list[Problem]()
    for (vocab, code), n in counted.counts.items():
        table, values = row_of((vocab, code), n)
        wrong = problems(TABLES[table], values, lists, today=today()) if n is not None else []
        if vocab == PLACES and code in counted.new:
            place = place_of(code, counted.new[code])
            wrong += problems(TABLES["place"], place, lists, today=today())
        found += [replace(one, field=f"{TALLY}.{vocab}.{code}") for one in wrong]
    return found


def kinds(counted: Counted) -> frozenset[str]:
    """Return the kinds of records that keeping this may change."""
    tables = {row_of(key, None)[0] for key in counted.counts}
    return frozenset(tables | ({"place"} if counted.new else set()))


def keep(vault: Vault, engagement: int, counted: Counted) -> Changed:
    """Keep what was counted at a piece of asking as one step; NotSound, or Refused when it is gone."""
    living(vault, "engagement", engagement)
    if found := unsound(counted, group_lists(vault)):
        raise NotSound(found)
    with vault.unit("edit") as unit:
        write(vault, unit, ("engagement", engagement), counted)
    return Changed(kinds(counted), unit.id, (engagement,))


def _counting(vault: Vault, noted: Mapping[Key, int], last: Iterable[Values]) -> Counting:
    used: dict[str, list[str]] = defaultdict(list)
    for row in last:
        if row["n"] is not None:
            used[text(row, "vocab")].append(text(row, "code"))
    usual = {vocab: tuple(used[vocab]) for vocab in TALLY_LISTS if vocab in used}
    rows = sorted(vault.pick("place"), key=lambda row: number(row, "year") or 0)  # the newest names stay
    places = {text(row, "code"): text(row, "name") for row in rows}
    return Counting(noted, usual, places, vault.may(Verb.ADD, "place"))
