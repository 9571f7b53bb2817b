"""Pairs of records that may be one person: suggestions alone, and what was answered is not asked again."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.recording import living
from vcse_desktop.actions.slipping import one_slip, shorter
from vcse_desktop.actions.standing import members_only
from vcse_desktop.actions.suggesting import SHORTEST, folded
from vcse_desktop.figures.persons import resolved
from vcse_desktop.i18n import tr
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.fields import Form
from vcse_desktop.store.vault import Vault

NAME, PHONE, EMAIL, AREA = "name", "phone", "email", "area"
"""Why two records may be one person."""
ANSWERED = "two_people."
"""How the setting begins that says of a pair that they are two people; the two ids follow."""
CROWD = 6
"""More records than that with one name, number or address are no sign: it is a common name, or a house's."""
MANY = 50
"""More names than that are not compared with each other for a slip: they are too short to tell."""
DIGITS = 6
"""A shorter number is an extension."""
ABROAD, HOME = "44", "0"
"""How a British number begins when it is written for callers from abroad, and how it begins at home."""
FIELDS = ("known_as", "other_names", "phone", "email", "home_area")
Two = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people by the ids that stand for them, the smaller first, and why they may be one."""

    one: int
    other: int
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What everybody is called and reached by, each by the id that stands for them."""

    names: Mapping[str, set[int]]
    phones: Mapping[str, set[int]]
    emails: Mapping[str, set[int]]
    areas: Mapping[int, set[int]]


def alike(vault: Vault) -> list[Pair]:
    """Return the pairs that may be one person, those with most signs first; refused to a helper.

    Names are compared without accents and capitals, in any order of their words, and with one slip. An area
    alone is no sign, nor is a name that many have: it takes a second sign then.
    """
    members_only(vault)
    heads, rows, answered = vault.at_once(lambda: _read(vault))
    known = _known(heads, rows)
    signs: dict[Two, set[str]] = defaultdict(set)
    for code, groups in ((PHONE, known.phones), (EMAIL, known.emails)):
        for pair in _pairs(groups.values()):
            signs[pair].add(code)
    for pair in _named_alike(known, signs):
        signs[pair].add(NAME)
    for (one, other), why in signs.items():
        if NAME in why and known.areas.get(one, set()) & known.areas.get(other, set()):
            why.add(AREA)
    found = [Pair(*two, tuple(sorted(why))) for two, why in signs.items() if two not in answered]
    return sorted(found, key=lambda pair: (-len(pair.why), -max(pair.one, pair.other), pair.one))


def are_two(vault: Vault, one: int, other: int) -> Changed:
    """Keep that two records are two people, so that nobody is asked again; undo forgets it.

    Refused to a helper, and when one of them is gone.
    """
    for person in (one, other):
        living(vault, "person", person)
    first, second = _pair(one, other)
    with vault.unit("apart") as unit:
        unit.set(f"{ANSWERED}{first}.{second}", True)
    return Changed(frozenset({"person"}), unit.id, (first, second))


def _read(vault: Vault) -> tuple[Mapping[int, int], list[tuple[Any, ...]], set[Two]]:
    """Return who stands for whom, what everybody is called and reached by, and who are two people."""
    heads, answered = resolved(vault.pick("person", fields=("merged_into",))), set[Two]()
    for row in vault.rows("setting"):
        name = str(row["name"] or "")
        if name.startswith(ANSWERED):
            one, other = (heads.get(int(part), 0) for part in name.removeprefix(ANSWERED).split("."))
            answered.add(_pair(one, other))
    return heads, vault.values("person", fields=FIELDS), answered


def _known(heads: Mapping[int, int], rows: Iterable[tuple[Any, ...]]) -> _Known:
    names, phones, emails = (defaultdict[str, set[int]](set) for _ in range(3))
    areas: dict[int, set[int]] = defaultdict(set)
    for record, known_as, others, phone, email, area in rows:
        head = heads[record]
        for name in {in_order(known_as or ""), *map(in_order, (others or "").split(","))} - {""}:
            names[name].add(head)
        if len(number := digits(phone or "")) >= DIGITS:
            phones[number].add(head)
        if email and "@" in email:
            emails[email.strip().casefold()].add(head)
        if area:
            areas[head].add(area)
    return _Known(names, phones, emails, areas)


def in_order(name: str) -> str:
    """Return a name as it is compared: folded, its words in one order, whichever they were written in."""
    return " ".join(sorted(folded(name.replace("-", " ")).split()))


def digits(phone: str) -> str:
    """Return a number as it is compared, written for home or for callers from abroad."""
    number = "".join(sign for sign in phone if sign in "0123456789").removeprefix("00")
    return HOME + number[len(ABROAD) :].lstrip(HOME) if number.startswith(ABROAD) else number


def _named_alike(known: _Known, signs: Mapping[Two, Collection[str]]) -> Iterator[Two]:
    """Yield the pairs whose names are the same or one slip apart; of common ones those with another sign."""

    def sure(pair: Two) -> bool:
        return pair in signs or bool(known.areas.get(pair[0], set()) & known.areas.get(pair[1], set()))

    for people in known.names.values():
        few = len(people) <= CROWD
        yield from (pair for pair in _pairs([people], most=CROWD * CROWD) if few or sure(pair))
    for one, other in _slipped(known.names):
        mine, theirs = known.names[one], known.names[other]
        few = len(mine) * len(theirs) <= CROWD and " " in one and " " in other
        if len(mine) * len(theirs) <= CROWD * CROWD:
            pairs = (_pair(*two) for two in product(mine, theirs) if two[0] != two[1])
            yield from (pair for pair in pairs if few or sure(pair))


def _slipped(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names that are one slip apart, found by what is left of each without one of its letters."""
    left: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if len(name) >= SHORTEST and not any(map(str.isdigit, name)):  # who is numbered differs by it
            for rest in shorter(name):
                left[rest].append(name)
    seen: set[tuple[str, str]] = set()
    for group in left.values():
        for two in combinations(sorted(set(group)), 2) if 1 < len(group) <= MANY else ():
            if two not in seen and one_slip(*two):
                seen.add(two)
                yield two


def _pairs(groups: Iterable[Collection[int]], most: int = CROWD) -> Iterator[Two]:
    for people in groups:
        if 1 < len(people) <= most:
            yield from combinations(sorted(people), 2)


def _pair(one: int, other: int) -> Two:
    return (one, other) if one < other else (other, one)


def clashes(vault: Vault, one: int, other: int) -> list[str]:
    """Return what two records say differently, by the labels of the fields; after joining both are kept."""
    rows = vault.rows_of("person", [one, other])
    if len(rows) < len((one, other)):
        return []
    mine, theirs = rows
    told = (f for f in KINDS["person"].fields if f.form is not Form.AUTO and f.code != "known_as")
    return [
        tr(f.label)
        for f in told
        if None not in (mine[f.code], theirs[f.code]) and mine[f.code] != theirs[f.code]
    ]
