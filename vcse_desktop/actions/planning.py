"""Sessions that are still to come: what a plan begins with, and their calendar file."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.errors import Refused
from vcse_desktop.exchange.calendar import ENDING, Entry, calendar
from vcse_desktop.figures.reading import day, ident, number, text
from vcse_desktop.figures.sessions import PLANNED, planned, ran
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Values
from vcse_desktop.store.conditions import Between
from vcse_desktop.store.vault import Vault
from vcse_desktop.store.wholefile import write_whole

NAMELESS = N_("A session")
NONE = (
    N_("No session is planned"),
    N_("There is none from today on, so no file was made. Plan a session first."),
)


@dataclass(frozen=True, slots=True)
class Saved:
    """The file that was written, and how many sessions are in it."""

    file: Path
    sessions: int


def begun(vault: Vault, activity: int) -> dict[str, object]:
    """Return what a plan begins with: its activity, and the place of that."""
    place = (vault.row("activity", activity) or {}).get("place")
    return {"activity": activity, "status": PLANNED, "place": place}


def still_to_come(session: Values | None) -> bool:
    """Say whether a session is planned or cancelled on a day that has not come: it has no register yet."""
    when = day(session, "date") if session and not ran(session) else None
    return when is not None and when > today()


def save_calendar(vault: Vault, file: Path, activity: int | None = None) -> Saved:
    """Write the sessions that are planned from today on, of an activity or of all, to a calendar file.

    A keeper can do this: what is in it leaves. Refused when there is none; DiskFull or CannotWrite.
    """
    keepers_only(vault)
    entries = _entries(vault, activity)
    if not entries:
        raise Refused(*NONE)
    place = file if file.suffix else file.with_suffix(ENDING)
    write_whole(place, calendar(entries, datetime.now(UTC)))
    return Saved(place, len(entries))


def sentence(saved: Saved) -> str:
    """Return what to say when it is written."""
    return ngettext(
        "{n} planned session is in the calendar file.",
        "{n} planned sessions are in the calendar file.",
        saved.sessions,
    )


def _entries(vault: Vault, activity: int | None) -> list[Entry]:
    """Return the planned sessions by day, with the titles and places that stand in their own records."""
    titles = {ident(row): text(row, "title") for row in vault.pick("activity", fields=("title",))}
    places = {ident(row): text(row, "name") for row in vault.pick("place", fields=("name",))}
    made = []
    for row in vault.pick("session", Between("date", today().isoformat()), by="date"):
        of, when = number(row, "activity") or 0, day(row, "date")
        if planned(row) and when is not None and activity in (None, of):
            where = places.get(number(row, "place") or 0, "")
            made.append(Entry(ident(row), when, titles.get(of) or tr(NAMELESS), where))
    return made
