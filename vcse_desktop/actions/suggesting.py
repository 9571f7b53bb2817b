"""Whom or what a few typed letters may mean: an index held in memory, asked at every key."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Any

from vcse_desktop.actions.recording import today
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import ident, number, text
from vcse_desktop.store.conditions import Among, Between, Blank
from vcse_desktop.store.roles import Verb
from vcse_desktop.store.search import plain
from vcse_desktop.store.vault import Vault

MOST = 8
"""Rows that a person takes in at a glance."""
MANY = 2000
"""People: where there are more, it takes long to read all their names."""
LATELY, A_YEAR = 2, 365
"""Days: whoever was met in them stands before those who were not."""
LAST = "9999-12-31"
KNOWN, CARRIED = ("known_as", "other_names", "home_area"), ("activity", "session")
SHORTEST = 4
"""Letters: a shorter word is one slip away from too many others."""

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Name:
    """One person, activity or organisation by its name. ``hint`` tells it from a namesake; "" for none."""

    id: int
    text: str
    hint: str = ""
    also: str = ""
    """Other spellings by which it is found, too."""


class Names:
    """Names in the order in which they are offered. It never changes: after a change a new one is made.

    ``may_add`` says whether whoever is in may add somebody or something new.
    """

    def __init__(self, names: Sequence[Name] = (), *, may_add: bool = True, whole: bool = True) -> None:
        """``names`` are in the order in which they are to be offered, newest used first.

        ``whole`` is False while others are still to be read.
        """
        self.names, self.may_add, self.whole = tuple(names), may_add, whole
        self._folded = [f" {folded(f'{name.text} {name.also}')}" for name in names]
        self._asked: dict[str, set[int]] = {}

    def get(self, id: int) -> Name | None:  # noqa: A002
        """Return the name of an id, if it is here."""
        return next((name for name in self.names if name.id == id), None)

    def called(self, words: str) -> list[Name]:
        """Return those that are called just this, accents and capitals aside."""
        wanted = folded(words)
        return [name for name in self.names if folded(name.text) == wanted] if wanted else []

    def suggest(self, words: str, most: int = MOST) -> list[Name]:
        """Return the names that hold every word, best first; none for no word.

        First those that are called just this, then those in which each word begins a word, then those in
        which it stands inside one, then those that are one slip away; in each, the newest used first.
        """
        wanted = folded(words).split()
        if not wanted:
            return []
        begins = [place for place, line in enumerate(self._folded) if all(f" {w}" in line for w in wanted)]
        just = f" {' '.join(wanted)}"
        same = (place for place in begins if self._folded[place].rstrip() == just)
        found = dict.fromkeys([*islice(same, most), *begins[:most]][:most])
        if len(found) < most:
            holds = (place for place, line in enumerate(self._folded) if all(w in line for w in wanted))
            found |= dict.fromkeys(holds)
        if len(found) < most:
            found |= dict.fromkeys(self._slipped(wanted))
        return [self.names[place] for place in [*found][:most]]

    def _slipped(self, wanted: Sequence[str]) -> list[int]:
        """Return the places at which each word is meant if one slip in it is forgiven, in order."""
        for word in wanted:
            if word not in self._asked:  # all but the last word were asked at the keys before
                self._asked[word] = self._meant(word)
        return sorted(set.intersection(*(self._asked[word] for word in wanted)))

    def _meant(self, word: str) -> set[int]:
        close = len(word) >= SHORTEST
        near, begins = word[:2], f" {word}"
        return {
            place
            for place, line in enumerate(self._folded)
            if begins in line
            or (
                close
                and (near[0] in line or near[1] in line)  # one slip never changes both
                and any(_begins_nearly(word, term) for term in line.split())
            )
        }


def folded(words: str) -> str:
    """Return words as they are compared: no capitals, no accents, one blank between them."""
    return plain(words)


def _begins_nearly(word: str, term: str) -> bool:
    """Say whether a term begins with a word that has one slip in it: what is typed may not be at its end yet.

    A slip is a letter more, less, another, or two neighbours that have changed places.
    """
    if word[0] not in term[:2] and word[1] not in term[:2]:  # one slip never changes both: true of most terms
        return False
    at = 0
    while at < len(term) and at < len(word) and word[at] == term[at]:
        at += 1
    rest = word[at + 1 :]
    swapped = rest[:1] + word[at : at + 1] + rest[1:]
    return (
        term.startswith(rest, at + 1)
        or term.startswith(rest, at)
        or term.startswith(word[at:], at + 1)
        or term.startswith(swapped, at)
    )


def people(vault: Vault, *, soon: bool = False) -> Names:
    """Return the people by name, whoever gave time or came last standing first; joined ones are one.

    ``soon`` leaves out, of very many, those who were not met lately: their names take a while to be read.
    """
    few = soon and vault.count("person", most=MANY + 1) > MANY
    used = _used(vault, LATELY if few else A_YEAR)
    heads = _heads(vault)
    titles = {ident(row): text(row, "title") for row in vault.pick("activity", fields=("title",))}
    areas = {ident(row): text(row, "name") for row in vault.pick("place", fields=("name",))}
    joined: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    made: list[tuple[str, int, Name]] = []

    def add(*persons: tuple[Any, ...]) -> None:
        day, activity = max(used.get(row[0], ("", 0)) for row in persons)
        area = areas.get(persons[0][3] or 0, "") if areas else ""
        also = " ".join([word for row in persons for word in row[1:3] if word][1:])
        name = Name(persons[0][0], persons[0][1] or "", titles.get(activity, "") or area, also)
        made.append((day, persons[-1][0], name))

    for row in _known(vault, {*used, *heads} if few else None):
        if row[0] in heads:
            joined[heads[row[0]]].append(row)
        else:
            add(row)
    for persons in joined.values():
        add(*persons)
    return Names(_newest_first(made), may_add=vault.may(Verb.ADD, "person"), whole=not few)


def activities(vault: Vault) -> Names:
    """Return the activities that have not ended, the one used last first."""
    found = vault.pick("activity", Blank("ended"), fields=("title",))
    used: dict[int, str] = {}
    each, ever = Among("activity", [*map(ident, found)]), Between("date", None, LAST)
    fields = ("activity", "date")
    for kind in ("session", "time_given"):
        for row in vault.latest(kind, each, ever, 1, fields):
            activity = number(row, "activity") or 0
            used[activity] = max(used.get(activity, ""), text(row, "date"))
    made = [(used.get(ident(r), ""), ident(r), _named(r, "title")) for r in found]
    return Names(_newest_first(made), may_add=vault.may(Verb.ADD, "activity"))


def organisations(vault: Vault) -> Names:
    """Return the organisations by name, the one entered last first; our own group is among them."""
    rows = vault.rows("organisation")
    return Names(_newest_first([("", ident(row), _named(row, "name")) for row in rows]))


def _named(row: Row, code: str) -> Name:
    return Name(ident(row), text(row, code))


def _newest_first(made: list[tuple[str, int, Name]]) -> list[Name]:
    """Return names by day and id, newest first. It sorts in place: of 20,000 a copy would be dear."""
    made.sort(reverse=True)  # no two ids are the same: no name is compared
    return [name for _, _, name in made]


def _known(vault: Vault, ids: Collection[int] | None) -> Iterator[tuple[Any, ...]]:
    """Yield id, name, other names and home area of these people or all, the oldest record first.

    They are read piece by piece: what is held for a moment is not given back to the system after it.
    """
    seen = KNOWN if vault.may_ask("person", fields=KNOWN) else KNOWN[:2]
    last: int | None = 0
    while last is not None:
        where = Between("id", last + 1) if ids is None else Among("id", ids)
        rows = vault.values("person", where, fields=seen, most=MANY if ids is None else -1)
        yield from rows if seen is KNOWN else ((*row, None) for row in rows)
        last = rows[-1][0] if rows and ids is None else None


def _heads(vault: Vault) -> Mapping[int, int]:
    """Return who stands for each of those to whom another record was joined, and for those that were."""
    joined = vault.pick("person", Between("merged_into"), fields=("merged_into",))
    return resolved(vault.joined("person", "merged_into", [*map(ident, joined)], ("merged_into",)))


def _used(vault: Vault, days: int) -> dict[int, tuple[str, int]]:
    """Return for each person the last of these days on which they gave time or came, and the activity."""
    since, used = (today() - timedelta(days=days)).isoformat(), dict[int, tuple[str, int]]()
    gave = [vault.last_days("time_given", "person", day, since, CARRIED) for day in ("date", "session.date")]
    inside = {session for each in gave for _, activity, session in each.values() if not activity and session}
    rows = vault.pick("session", Among("id", inside), fields=("activity",))
    held = {ident(row): number(row, "activity") or 0 for row in rows}
    came = vault.last_days("session", "came", "date", since, ("activity",))
    found = [(one, day, act or held.get(ses, 0)) for each in gave for one, (day, act, ses) in each.items()]
    for person, day, activity in [*found, *((one, day, act or 0) for one, (day, act) in came.items())]:
        used[person] = max(used.get(person, ("", 0)), (day, activity))
    return used
