"""Which volunteers were not thanked for time that they gave lately, and whose expenses were not paid."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import members_only
from vcse_desktop.actions.suggesting import folded
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import ident, number, text
from vcse_desktop.records.fields import Values
from vcse_desktop.store.conditions import Among, Between, Blank
from vcse_desktop.store.vault import Vault

LATELY, OWED_FOR = 90, 730
"""Days in which time was given lately, and for which unpaid expenses are looked for."""
OWED = "offered"
"""The state of expenses that were offered and are not paid yet."""
_READ = ("person", "date", "until", "session", "thanked_on", "expenses")


@dataclass(frozen=True, slots=True)
class Given:
    """Rows of time of one person, who is 0 for nobody by name; ``last`` is the day of the newest."""

    person: int
    who: str
    rows: tuple[int, ...]
    last: date | None


@dataclass(frozen=True, slots=True)
class Support:
    """By name: nobody is put before anybody else for having given more."""

    not_thanked: Sequence[Given]
    not_paid: Sequence[Given]


def support(vault: Vault, now: date) -> Support:
    """Return who was not thanked for time given lately, and who waits for their expenses."""
    members_only(vault)
    return vault.at_once(lambda: _support(vault, now))


def thank(vault: Vault, rows: Iterable[int]) -> Changed:
    """Note that somebody was thanked today for this time; what was thanked for meanwhile stays."""
    return _write(vault, rows, lambda row: not row["thanked_on"], {"thanked_on": today().isoformat()})


def pay(vault: Vault, rows: Iterable[int]) -> Changed:
    """Note that the expenses of this time were paid."""
    return _write(vault, rows, lambda row: row["expenses"] == OWED, {"expenses": "paid"})


def _write(vault: Vault, rows: Iterable[int], waits: Callable[[Values], bool], values: Values) -> Changed:
    members_only(vault)
    ids = [ident(row) for row in vault.rows_of("time_given", list(rows)) if waits(row)]
    with vault.unit("edit") as unit:
        for one in ids:
            unit.save("time_given", one, values)
    return Changed(frozenset({"time_given"}), unit.id, tuple(ids))


def _support(vault: Vault, now: date) -> Support:
    first, last = (now - timedelta(days=LATELY)).isoformat(), now.isoformat()
    someone = (Between("person"), Blank("thanked_on"))
    sessions = {ident(row): text(row, "date") for row in _sessions(vault, first, last)}
    lately = [
        *vault.pick("time_given", *someone, Between("date", first, last), fields=_READ),
        *vault.pick("time_given", *someone, Between("until", first), fields=_READ),
        *vault.pick("time_given", *someone, Among("session", sessions), Blank("date"), fields=_READ),
    ]
    unpaid, since = Among("expenses", [OWED]), (now - timedelta(days=OWED_FOR)).isoformat()
    days_known = (Between("date", since), Blank("date"))
    owed = [row for day in days_known for row in vault.pick("time_given", unpaid, day, fields=_READ)]
    more = {one for row in owed if (one := number(row, "session"))} - sessions.keys()
    rows = vault.pick("session", Among("id", more), fields=("date",))
    days = sessions | {ident(row): text(row, "date") for row in rows}
    return Support(*_by_person(vault, days, lately, owed))


def _sessions(vault: Vault, first: str, last: str) -> list[dict[str, object]]:
    return vault.pick("session", Between("date", first, last), fields=("date",))


def _by_person(vault: Vault, days: dict[int, str], *several: Iterable[Values]) -> list[list[Given]]:
    """Return the rows of each list by person, joined people as one, in the order of their names."""
    named = {one for rows in several for row in rows if (one := number(row, "person"))}
    people = vault.joined("person", "merged_into", named, ("known_as", "merged_into"))
    heads, names = resolved(people), {ident(row): text(row, "known_as") for row in people}
    made = []
    for rows in several:
        of: dict[int, dict[int, str]] = defaultdict(dict)
        for row in rows:
            head = heads.get(number(row, "person") or 0, 0)
            of[head][ident(row)] = _last_day(row, days)
        given = [
            Given(head, names.get(head, ""), tuple(sorted(held)), _newest(held.values()))
            for head, held in of.items()
        ]
        made.append(sorted(given, key=by_name))
    return made


def by_name(one: Given) -> tuple[bool, str, int]:
    """Return what puts people in order: their names; whoever has none comes last."""
    return not one.who, folded(one.who), one.person


def _last_day(row: Values, days: dict[int, str]) -> str:
    return text(row, "until") or text(row, "date") or days.get(number(row, "session") or 0, "")


def _newest(days: Iterable[str]) -> date | None:
    newest = max(days, default="")
    return date.fromisoformat(newest) if newest else None
