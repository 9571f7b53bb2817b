"""Which sessions usually are on a day, and what each was like the last time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from vcse_desktop.figures.reading import day, ident, number, text
from vcse_desktop.figures.sessions import attendances, ran
from vcse_desktop.i18n import N_, tr
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
RECENT, LEAST = 3, 2
"""Of so many last sessions, so many on this day of the week make it usual."""
LOOK_BACK = 4
"""Where too few of those were held, so many times as many are looked at, and so on."""
ASKED = ("activity", "date", "status")
"""What tells when a session was and whether it was held; who came to it takes longer to be read."""
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Usual:
    """A session that usually is on this day: its activity, how many came last time, and when that was."""

    activity: int
    title: str
    came: int | None = None
    last: date | None = None
    usual: bool = True
    """False when it is only the last one that was held at all."""


def usual(vault: Vault, now: date) -> list[Usual]:
    """Return the sessions that usually are on this day and have no register yet; else the last one held."""
    living = [row for row in vault.pick("activity") if not text(row, "ended")]
    held = last_held(vault, [*map(ident, living)], now)
    on = now.isoformat()
    today = vault.pick("session", Between("date", on, on), fields=ASKED)
    done = {number(row, "activity") for row in today if ran(row)}
    wanted = [row for row in living if ident(row) not in done and _is_usual(row, held[ident(row)], now)]
    if wanted or done:
        return [_usual(vault, row, held[ident(row)]) for row in wanted]
    known = [row for row in living if held[ident(row)]]
    newest = sorted(known, key=lambda row: text(held[ident(row)][0], "date"), reverse=True)[:1]
    return [replace(_usual(vault, row, held[ident(row)]), usual=False) for row in newest]


def last_held(
    vault: Vault, activities: Sequence[int], now: date, wanted: int = RECENT
) -> Mapping[int, list[Row]]:
    """Return id, activity, day and state of the last sessions that were held of each of these, newest first.

    None is later than a day.
    """
    held: dict[int, list[Row]] = defaultdict(list)
    asked, most, until = activities, wanted, Between("date", None, now.isoformat())
    while asked:
        rows = vault.latest("session", Among("activity", asked), until, most, ASKED)
        found: dict[int, list[Row]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: text(row, "date"), reverse=True):
            found[number(row, "activity") or 0].append(row)
        held |= {one: [row for row in rows if ran(row)][:wanted] for one, rows in found.items()}
        asked = [one for one, rows in found.items() if len(held[one]) < wanted and len(rows) == most]
        most *= LOOK_BACK
    return held


def _usual(vault: Vault, row: Row, held: Sequence[Row]) -> Usual:
    last: Row = next(iter(vault.rows_of("session", [ident(one) for one in held[:1]])), {})
    return Usual(ident(row), text(row, "title"), attendances(last), day(last, "date"))


def _is_usual(row: Row, held: Sequence[Row], now: date) -> bool:
    """Say whether the words for its usual day name this day of the week, or its last sessions were on it."""
    words, name = text(row, "usual_day").casefold(), WEEKDAYS[now.weekday()]
    if words:
        return name.casefold() in words or tr(name).casefold() in words
    days = [day(one, "date") for one in held[:RECENT]]
    return sum(one is not None and one.weekday() == now.weekday() for one in days) >= LEAST
