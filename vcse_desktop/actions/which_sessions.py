"""Which sessions a register looks at: those that ran before it, the one planned for today, the last."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from vcse_desktop.actions.recording import today
from vcse_desktop.figures.reading import ident, number, text
from vcse_desktop.figures.sessions import planned, ran
from vcse_desktop.records.fields import Values


def earlier(sessions: Sequence[Values], but: Values | None) -> list[Values]:
    """Return the sessions that ran, newest first, but one; for a saved one those before it."""
    until = text(but or {}, "date") or today().isoformat()
    found = [row for row in sessions if ran(row) and text(row, "date") <= until]
    found = [row for row in found if not but or ident(row) != ident(but)]
    return sorted(found, key=lambda row: (text(row, "date"), ident(row)), reverse=True)


def planned_today(sessions: Iterable[Values]) -> Values | None:
    """Return the session that was planned for today, if there is one."""
    day = today().isoformat()
    return next((row for row in sessions if planned(row) and text(row, "date") == day), None)


def last_used(sessions: Sequence[Values], activities: Mapping[int, Values]) -> int | None:
    """Return the activity of the newest session that ran; else the newest activity, if there is one."""
    day = date.max.isoformat()
    used = [
        (min(text(row, "date"), day), ident(row), number(row, "activity"))
        for row in sessions
        if ran(row) and number(row, "activity") in activities
    ]
    return max(used)[2] if used else max(activities, default=None)
