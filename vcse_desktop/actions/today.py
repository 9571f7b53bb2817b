"""What stands on the page of a day: usual sessions, the week in figures, what was logged, what waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from vcse_desktop.actions import giving, suggesting
from vcse_desktop.actions.about_vault import kept_long
from vcse_desktop.actions.counting import MONTH, WEEK, Figure, figures
from vcse_desktop.actions.entries import Entries, Entry
from vcse_desktop.actions.entry_day import entered_on
from vcse_desktop.actions.not_yet import Wait, Waiting, waiting
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import is_helper
from vcse_desktop.actions.suggesting import Names
from vcse_desktop.actions.unheard import unheard
from vcse_desktop.actions.usual import WEEKDAYS, Usual, usual
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.narrow import gather_month, gather_period, linked
from vcse_desktop.figures.reading import ident, number
from vcse_desktop.figures.table import Period
from vcse_desktop.store.conditions import Between
from vcse_desktop.store.ident import EPOCH_MS, RANDOM_BITS
from vcse_desktop.store.vault import Vault

__all__ = [
    "WEEKDAYS",
    "Board",
    "LastTime",
    "Logged",
    "Offered",
    "Usual",
    "Wait",
    "Waiting",
    "board",
    "kept_long",
    "month",
    "offered",
    "today",
    "usual",
    "waiting",
    "week",
    "week_codes",
]

LINES = 40
"""How many of the newest records are looked through for what was logged today."""
LOOKED_AT = 300
"""How many of the newest rows of time are looked through for the last one that was logged by hand."""
KINDS = ("session", "time_given", "support", "insight", "person")
"""What is listed as logged; of several records of one step, the first of these stands for it."""

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Logged:
    """One step of today: the record that stands for it, and the unit of work that undo takes back."""

    entry: Entry
    unit: int


@dataclass(frozen=True, slots=True)
class LastTime:
    """What the newest row of time says, as a beginning for the next one."""

    activity: int | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Offered:
    """What the form offers: names, how long a helper usually is at an activity, how sure one can be."""

    people: Names
    activities: Names
    usual_hours: Mapping[int, int]
    certainties: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Board:
    """What the day begins with; the figures of the week and what waits are asked for by themselves."""

    usual: Sequence[Usual]
    logged: Sequence[Logged]
    last: LastTime
    empty: bool


def board(vault: Vault, now: date) -> Board:
    """Return what the page of this day begins with."""
    return vault.at_once(lambda: _board(vault, now))


def _board(vault: Vault, now: date) -> Board:
    return Board(
        usual(vault, now),
        logged(vault, now),
        _last_time(vault),
        not any(vault.may_ask(kind) and vault.some(kind) for kind in KINDS[:-1]),
    )


def week(vault: Vault, now: date) -> list[Figure]:
    """Return the figures of the week up to this day; it begins on Monday."""
    period = Period(now - timedelta(days=now.weekday()), now)
    return figures(vault.at_once(lambda: gather_period(vault, period)), period, week_codes(vault))


def week_codes(vault: Vault) -> Sequence[str]:
    """Return the measures of the week that whoever is in may see."""
    return [code for code in WEEK if code != "insights" or not is_helper(vault)]


def offered(vault: Vault, *, soon: bool = False) -> Offered:
    """Return what the form offers; ``soon`` what of it can be had at once, where there is very much."""
    return vault.at_once(lambda: _offered(vault, soon=soon)) if soon else _offered(vault, soon=False)


def _offered(vault: Vault, *, soon: bool) -> Offered:
    usual = {
        ident(row): number(row, "usual_hours") or 0 for row in vault.pick("activity", fields=("usual_hours",))
    }
    return Offered(
        suggesting.people(vault, soon=soon), suggesting.activities(vault), usual, giving.certainties(vault)
    )


def month(vault: Vault, now: date) -> list[Figure]:
    """Return the figures of the month that a day is in, up to that day."""
    period = Period(now.replace(day=1), now)
    counted = figures(vault.at_once(lambda: gather_month(vault, period)), period, MONTH)
    return [*counted, _unheard(vault, now)]


def _unheard(vault: Vault, now: date) -> Figure:
    """Return how many who gave time nobody has heard of lately; those of longest ago first."""
    found = sorted(unheard(vault, now), key=lambda one: (-one[1], one[0]))
    return Figure("unheard", len(found), tuple(Entry("person", one, name) for one, _, name in found))


def logged(vault: Vault, now: date) -> list[Logged]:
    """Return the steps of this day that added something, newest first; what came in by import is left out."""
    entered = {kind: _entered(vault, kind, now) for kind in KINDS if vault.may_ask(kind)}
    rows = [(ident(row), kind) for kind, rows in entered.items() for row in rows]
    newest = sorted((one for one in rows if entered_on(one[0]) == now), reverse=True)[:LINES]
    begun = vault.beginnings([record for record, _ in newest])
    steps: dict[int, tuple[int, int, str]] = {}
    for record, kind in newest:
        unit, why = begun[record]
        rank = KINDS.index(kind)
        if why == "add" and rank < steps.get(unit, (len(KINDS), 0, ""))[0]:
            steps[unit] = (rank, record, kind)
    shown = {record for _, record, _ in steps.values()}
    kept: dict[str, Sequence[Row]] = {
        kind: [row for row in rows if ident(row) in shown] for kind, rows in entered.items()
    }
    entries = Entries(linked(vault, Records(**kept)))
    return [Logged(entries.named(kind, [record])[0], unit) for unit, (_, record, kind) in steps.items()]


def _entered(vault: Vault, kind: str, on: date) -> list[dict[str, object]]:
    first, last = (_first_id(day) for day in (on, on + timedelta(days=1)))
    return vault.pick(kind, Between("id", first, last - 1), newest=True, most=LINES)


def _first_id(on: date) -> int:
    """Return the smallest id that a record entered on a day at this place can have."""
    begun = datetime.combine(on, time()).astimezone()
    return max(int(begun.timestamp() * 1000) - EPOCH_MS, 0) << RANDOM_BITS


def _last_time(vault: Vault) -> LastTime:
    """Return what was logged last by hand: rows of a session are made by its register.

    Not the newest of all time is asked for, which there may be none of, but the newest of the last ones.
    """
    fields = ("session", "activity", "helpers_n", "hours")
    newest = vault.pick("time_given", newest=True, most=LOOKED_AT, fields=fields)
    row = next((one for one in newest if one["session"] is None), None)
    if row is None:
        return LastTime()
    each = max(number(row, "helpers_n") or 1, 1)
    return LastTime(number(row, "activity"), (number(row, "hours") or 0) // each or None)
