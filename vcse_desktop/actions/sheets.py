"""What a register begins with: who usually helps, what happened last time, and what was saved already."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from vcse_desktop.actions import tallying
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.tallying import Counting
from vcse_desktop.actions.time_rows import minutes_of, others_of, rows_of, whole
from vcse_desktop.actions.which_sessions import earlier, last_used, planned_today
from vcse_desktop.errors import Refused
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import ident, links, number, text
from vcse_desktop.figures.sessions import planned
from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Values
from vcse_desktop.store.vault import Vault

BACK, MOST = 12, 40
"""How many sessions are looked back at, and how many names are shown to be ticked."""
GONE = (
    N_("This was removed"),
    N_("It is no longer in the list, so it cannot be opened. Undo brings a removed record back."),
)


@dataclass(frozen=True, slots=True)
class Time:
    """One session that ran, as far as it can be repeated: the minutes of each helper, and of the rest."""

    day: str
    helped: Mapping[int, int | None] = field(default_factory=dict)
    others: int | None = None
    others_minutes: int | None = None
    came: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A register as it lies ready. ``session`` has the fields that are known, ``record`` its id if any.

    ``helpers`` and ``guests`` are the people to be ticked, in order of name; ``names`` says who they are,
    without those who were removed. ``minutes`` is what each gave last here, ``usual`` what a helper gives as
    a rule. ``said`` is how many things were noted at it already, ``counting`` what is
    counted by group; ``planned`` says that it was planned and its day has come.
    """

    activities: Sequence[tuple[int, str]]
    session: Values
    record: int | None
    now: Time
    last: Time | None
    helpers: Sequence[int]
    guests: Sequence[int]
    names: Mapping[int, str]
    minutes: Mapping[int, int | None]
    usual: int | None
    said: int
    counting: Counting = field(default_factory=Counting)
    planned: bool = False


def sheet(vault: Vault, activity: int | None = None, session: int | None = None) -> Sheet:
    """Return the register of a saved session; else a new one of today, of the activity used last or this one.

    A session that was planned for today is taken up. Refused when what is asked for was removed.
    """
    kept: Values | None = vault.row("session", session) if session else None
    if session and kept is None:
        raise Refused(*GONE)
    activities = {ident(row): row for row in vault.rows("activity")}
    if kept:
        activity = number(kept, "activity")
    elif activity is None:
        activity = last_used(vault.rows("session"), activities)
    elif activity not in activities:
        raise Refused(*GONE)
    sessions = vault.rows("session", activity=activity) if activity else []
    kept = kept or planned_today(sessions)
    about = activities.get(activity or 0, {})
    new = {"activity": activity, "date": today().isoformat()}
    return _laid_out(vault, kept or new, earlier(sessions, kept), about, list(activities.values()))


def _laid_out(
    vault: Vault, session: Values, earlier: Sequence[Values], about: Values, activities: Iterable[Values]
) -> Sheet:
    record = whole(session.get("id")) or None
    times = [_time(vault, row) for row in earlier[:BACK]]
    now = _time(vault, session) if record else Time(str(session["date"]))
    rows = _people(vault, [now, *times])
    heads = resolved(rows.values())
    times = [_of_today(one, heads) for one in times]
    helpers, guests = _often(one.helped for one in times), _often(one.came for one in times)
    names = {one: text(row, "known_as") for one, row in rows.items()}
    due = planned(session) and now.day <= today().isoformat()
    return Sheet(
        activities=sorted(((ident(row), text(row, "title")) for row in activities), key=_by_title),
        session={**session, "status": None} if due else session,
        record=record,
        now=now,
        last=times[0] if times else None,
        helpers=_by_name({*helpers, *now.helped}, names),
        guests=_by_name({*guests, *now.came}, names),
        names=names,
        minutes={who: one.helped[who] for one in reversed(times) for who in one.helped},
        usual=number(about, "usual_hours"),
        said=len(vault.rows("insight", session=record)) if record and vault.may_read("insight") else 0,
        counting=tallying.of_session(vault, record, [*map(ident, earlier[:BACK])]),
        planned=due,
    )


def _time(vault: Vault, session: Values) -> Time:
    rows = rows_of(vault, ident(session))
    helped = {who: minutes_of(found) for who, found in rows.items() if who}
    others, minutes = others_of(session, rows)
    return Time(text(session, "date"), helped, others, minutes, tuple(links(session, "came")))


def _people(vault: Vault, times: Iterable[Time]) -> dict[int, Values]:
    """Return the living people of these sessions; all of them where some were joined."""
    ids = {who for one in times for who in (*one.helped, *one.came)}
    rows: dict[int, Values] = {who: row for who in ids if (row := vault.row("person", who))}
    if any(row["merged_into"] for row in rows.values()):
        return {ident(row): row for row in vault.rows("person")}
    return rows


def _of_today(one: Time, heads: Mapping[int, int]) -> Time:
    """Return a session with joined people as one, and without those who were removed."""
    helped: dict[int, int | None] = {}
    for who, minutes in one.helped.items():
        if who in heads:
            before = helped.get(heads[who])
            helped[heads[who]] = minutes if before is None else before + (minutes or 0)
    came = tuple(sorted({heads[who] for who in one.came if who in heads}))
    return Time(one.day, helped, one.others, one.others_minutes, came)


def _often(times: Iterable[Iterable[int]]) -> set[int]:
    return {who for who, _ in Counter(who for one in times for who in one).most_common(MOST)}


def _by_name(people: Iterable[int], names: Mapping[int, str]) -> list[int]:
    return sorted(people, key=lambda who: (names.get(who, "").casefold(), who))


def _by_title(one: tuple[int, str]) -> tuple[str, int]:
    return one[1].casefold(), one[0]
