"""What an activity and a session are in a line of words."""

from collections.abc import Iterable
from datetime import date
from functools import reduce

from ui.language import isolated, unbroken
from ui.widgets import dates
from vcse_desktop.actions.activities import Activity, Met
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import label

LAST = N_("Last time {day}")
NEVER = N_("Not yet")
ENDED = N_("Ended")
NO_DAY = N_("No day")
NOT_NOTED = N_("How many came is not recorded")
TOGETHER = N_("{first} · {then}")
WITH_ACTIVITY = N_("{day}: {activity}")


def day_in_words(day: date | None) -> str:
    """Return a day in words, in its own direction."""
    return tr(NO_DAY) if day is None else dates.in_words(day)


def about(one: Activity, lists: Lists) -> str:
    """Return what is known of an activity beside its title."""
    last = tr(LAST, day=day_in_words(one.last)) if one.last else tr(NEVER)
    ended = tr(ENDED) if one.ended else ""
    kind = label(lists, "activity_kind", one.kind) if one.kind else ""
    return _together([kind, one.usual_day or "", last, ended])


def title_of(met: Met, *, activity: bool) -> str:
    """Return the day of a session, with its activity where that is not plain."""
    day = day_in_words(met.day)
    return tr(WITH_ACTIVITY, day=day, activity=isolated(met.title)) if activity and met.title else day


def mark_of(met: Met, lists: Lists) -> str:
    """Return that a session was planned or cancelled, in the group's words; "" for one that ran."""
    return label(lists, "session_status", met.status) if met.status in {"planned", "cancelled"} else ""


def about_session(met: Met, lists: Lists) -> str:
    """Return how many came and helped; nothing where it did not happen."""
    if mark_of(met, lists):
        return ""
    came = tr(NOT_NOTED) if met.came is None else ngettext("{n} came", "{n} came", met.came)
    helped = "" if met.helped is None else ngettext("{n} helped", "{n} helped", met.helped)
    return _together([came, helped])


def _together(parts: Iterable[str]) -> str:
    """Return what there is on one line."""
    there = [isolated(part) for part in parts if part]
    whole = reduce(lambda first, then: tr(TOGETHER, first=first, then=then), there) if there else ""
    return whole.replace(" ·", unbroken(" ·"))
