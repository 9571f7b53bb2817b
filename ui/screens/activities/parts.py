"""What each part of the activities page is made from: asked of the vault first, then built for the window."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QWidget

from ui.language import spoken
from ui.screens.activities.form import RecordPart
from ui.screens.activities.one import OneActivity, Shown
from ui.screens.activities.plan import PlanPart
from ui.screens.activities.time import TimePart
from ui.screens.activities.words import day_in_words
from ui.screens.register.form import Laid, Register
from vcse_desktop.actions import planning, safeguarding, sheets
from vcse_desktop.actions.activities import activities, sessions_of, sessions_of_week
from vcse_desktop.actions.listing import Opened, opened
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import is_helper
from vcse_desktop.actions.time_rows import helper_of
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr

Key = tuple[str, int | None]
"""Which part, and of which record: ("activity", id), ("week", None), ("register", activity or None),
("session", id), ("time_given", id), ("form", activity or None), ("plan", activity), ("planned", session)."""
LIST: Key = ("list", None)
NEW_ACTIVITY, NEW_TIME = N_("A new activity"), N_("Time that was given")
PLAN, PLANNED = N_("Plan a session"), N_("Session of {day}")


@dataclass(frozen=True, slots=True)
class Form:
    """What a form of one record is built from."""

    kind: str
    record: int | None
    opened: Opened
    plan: bool = False
    activity: int | None = None
    """Whether it is a plan, and of which activity."""


Asked = Shown | Laid | Form


def ask(vault: Vault, key: Key) -> Asked:
    """Return what a part is made from; Refused when its record was removed."""
    what, record = key
    if what == "session" and planning.still_to_come(vault.row("session", record or 0)):
        what = "planned"
    return _WAYS[what](vault, record)


def build(asked: Asked) -> QWidget:
    """Return the part."""
    if isinstance(asked, Shown):
        return OneActivity(asked)
    if isinstance(asked, Laid):
        return Register(asked)
    if asked.plan:
        return PlanPart(asked.record, asked.opened, asked.activity)
    if asked.kind == "time_given":
        return TimePart(asked.record, asked.opened)
    return RecordPart(asked.kind, asked.record, asked.opened)


def title(asked: Asked) -> str:
    """Return the heading of the page for a part."""
    if isinstance(asked, Shown):
        return asked.activity.title if asked.activity else tr(N_("This week"))
    if isinstance(asked, Form) and asked.plan:
        values = asked.opened.values or {}
        return tr(PLANNED, day=_spoken_day(str(values["date"]))) if asked.record else tr(PLAN)
    if isinstance(asked, Form):
        return asked.opened.title or tr(NEW_TIME if asked.kind == "time_given" else NEW_ACTIVITY)
    record, day = asked.sheet.record, asked.sheet.now.day
    return tr(N_("Register of {day}"), day=_spoken_day(day)) if record else tr(N_("Register"))


def _spoken_day(day: str) -> str:
    return day_in_words(date.fromisoformat(day) if day else None)


def _week(vault: Vault, _: int | None) -> Shown:
    return Shown(None, sessions_of_week(vault, today()), group_lists(vault))


def _one(vault: Vault, record: int | None) -> Shown:
    one = next((each for each in activities(vault) if each.id == record), None)
    if one is None:
        raise Refused(*sheets.GONE)
    return Shown(one, sessions_of(vault, one.id), group_lists(vault))


def _laid(vault: Vault, activity: int | None, session: int | None) -> Laid:
    sheet = sheets.sheet(vault, activity, session)
    about, lead = opened(vault, "session", None, spoken()), safeguarding.lead(vault)
    return Laid(sheet, about, lead, may_hear=not is_helper(vault))


def _form(vault: Vault, kind: str, record: int | None) -> Form:
    found = opened(vault, kind, record, spoken())
    if record and not found.values:
        raise Refused(*sheets.GONE)
    return Form(kind, record, found)


def _time(vault: Vault, record: int | None) -> Asked:
    row = vault.row("time_given", record or 0)
    session = row["session"] if row else None
    if row and isinstance(session, int) and vault.row("session", session):
        return replace(_laid(vault, None, session), whose=helper_of(vault, row), is_time=True)
    return _form(vault, "time_given", record)


def _plan(vault: Vault, activity: int | None) -> Form:
    made = _form(vault, "session", None)
    begun = planning.begun(vault, activity or 0)
    return replace(made, opened=replace(made.opened, values=begun), plan=True, activity=activity)


_WAYS: Mapping[str, Callable[[Vault, int | None], Asked]] = {
    "week": _week,
    "activity": _one,
    "register": lambda vault, activity: _laid(vault, activity, None),
    "session": lambda vault, session: _laid(vault, None, session),
    "time_given": _time,
    "form": lambda vault, record: _form(vault, "activity", record),
    "plan": _plan,
    "planned": lambda vault, record: replace(_form(vault, "session", record), plan=True),
}
