"""What the group does again and again, when it last happened, and what it was like."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vcse_desktop.actions.usual import last_held
from vcse_desktop.figures import helpers
from vcse_desktop.figures.facts import Fact
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.reading import day, ident, number, text
from vcse_desktop.figures.sessions import attendances
from vcse_desktop.figures.table import Period
from vcse_desktop.figures.view import view
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Values
from vcse_desktop.store.conditions import Among, Between
from vcse_desktop.store.vault import Vault

WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
WEEK = timedelta(days=7)
ALWAYS = Period(date.min, date.max)


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity. ``last`` is the day on which it ran last, None when it never did."""

    id: int
    title: str
    kind: str
    usual_day: str
    last: date | None
    ended: bool


@dataclass(frozen=True, slots=True)
class Met:
    """One session. ``came`` and ``helped`` are None where nobody noted it; ``status`` is a code or ""."""

    id: int
    title: str
    day: date | None
    came: int | None
    helped: int | None
    status: str


def activities(vault: Vault) -> list[Activity]:
    """Return every activity, what ran last first, what has ended at the end."""
    rows = vault.pick("activity")
    held = last_held(vault, [*map(ident, rows)], date.max, 1)
    last = {one: day(sessions[0], "date") for one, sessions in held.items() if sessions}
    found = [_activity(row, last.get(ident(row))) for row in rows]
    return sorted(found, key=lambda one: (one.ended, -(one.last or date.min).toordinal(), one.title))


def likeliest(found: Iterable[Activity], on: date) -> Activity | None:
    """Return what is on today as a rule: by its usual day, by the weekday it last ran on, else the newest."""
    running = [one for one in found if not one.ended]
    return max(running, key=lambda one: (_fits(one, on), one.last or date.min), default=None)


def sessions_of(vault: Vault, activity: int) -> list[Met]:
    """Return the sessions of an activity, newest first."""
    return _met(vault, vault.rows("session", activity=activity))


def sessions_of_week(vault: Vault, on: date) -> list[Met]:
    """Return the sessions from the Monday before a day to the Sunday after it, newest first."""
    monday = on - timedelta(days=on.weekday())
    sunday = monday + WEEK - timedelta(days=1)
    return _met(vault, vault.pick("session", Between("date", monday.isoformat(), sunday.isoformat())))


def _activity(row: Values, last: date | None) -> Activity:
    title, kind, usual = (text(row, code) for code in ("title", "kind", "usual_day"))
    return Activity(ident(row), title, kind, usual, last, bool(text(row, "ended")))


def _met(vault: Vault, rows: Sequence[Values]) -> list[Met]:
    times = vault.pick("time_given", Among("session", [*map(ident, rows)]))
    seen = view(Records(session=rows, time_given=times), ALWAYS)
    helped = {
        fact.member: fact.amount
        for fact in helpers.facts(seen)
        if isinstance(fact, Fact) and fact.measure == "helpers"
    }
    titles = {ident(row): text(row, "title") for row in vault.rows("activity")}
    made = [
        Met(
            ident(row),
            titles.get(number(row, "activity") or 0, ""),
            day(row, "date"),
            attendances(row),
            helped.get(ident(row)),
            text(row, "status"),
        )
        for row in rows
    ]
    return sorted(made, key=lambda one: (one.day or date.min, one.id), reverse=True)


def _fits(one: Activity, on: date) -> int:
    """Say how well a day fits: 2 by what is written as its usual day, 1 by the weekday it last ran on."""
    written = one.usual_day.casefold()
    name = WEEKDAYS[on.weekday()]
    if written and any(word.casefold() in written for word in (name, tr(name))):
        return 2
    return int(one.last is not None and one.last.weekday() == on.weekday() and not written)
