"""What the page of a day says of a record, of what waits, and of a figure."""

from datetime import date

from ui.language import isolated, spoken
from ui.widgets import lengths
from vcse_desktop.actions.counting import Figure
from vcse_desktop.actions.entries import Entry
from vcse_desktop.actions.not_yet import Wait
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.reports import numbers

NAMELESS = N_("somebody without a name")
FIGURES = {
    "held": N_("sessions"),
    "attendances": N_("attendances"),
    "people": N_("people by name"),
    "volunteers": N_("helpers by name"),
    "hours": N_("hours given"),
    "identified_people": N_("carers identified, by name"),
    "identified_contacts": N_("carers identified, unnamed"),
    "supported_people": N_("carers supported, by name"),
    "supported_contacts": N_("contacts with carers, unnamed"),
    "involved_people": N_("carers involved, by name"),
    "involved_contacts": N_("carers involved, unnamed"),
    "insights": N_("things heard"),
    "insights_answered": N_("of these, answered"),
    "insights_told": N_("of these, people told"),
    "unheard": N_("helpers not heard from for two months"),
    "wishes_now": N_("said how they want to be involved"),
    "wishes_before": N_("said so longer ago, or on no recorded day"),
    "asked_by_us": N_("times we asked for support"),
    "given_to_us": N_("times we were given support"),
    "asked_of_us": N_("times support was asked of us"),
    "given_by_us": N_("times we gave support"),
}
"""The words under each figure."""
WAITS = {
    "draft": N_("{what}: begun and not saved."),
    "sheet": N_("Type the recovery sheet back from paper, so that you know it is right."),
    "answer": N_("“{what}” has no answer yet."),
    "told": N_("People have not been told what became of “{what}”."),
    "due": N_("An answer about “{what}” is due."),
    "consent": N_("What {name} agreed to ends: {what}."),
    "check": N_("A check or agreement of {name} ends: {what}."),
    "agreement": N_("It is time to look again at what we agreed with {name}."),
    "step": N_("Next step with {name}: {what}."),
    "action": N_("To be done after a review: {what} ({name})."),
    "action_alone": N_("To be done after a review: {what}."),
    "rests": N_("The right to sign rests until a keeper types the recovery sheet."),
    "copy": N_("No backup was put into a second place, such as a stick, for a while."),
    "trial": N_("Nobody has tried for a while whether a backup can be brought back."),
    "untold": N_("Partners have not heard of the last change of your key."),
    "unheard": N_("{name} was last seen or heard from a while ago."),
    "kept_long": N_("Something has been kept as long as you mean to: {count}."),
}
VERBS = {
    "draft": N_("Go on with it"),
    "sheet": N_("Type it back"),
    "told": N_("Tell people"),
    "rests": N_("Confirm it"),
    "copy": N_("Look at it"),
    "trial": N_("Try one"),
    "untold": N_("Tell them"),
    "kept_long": N_("Decide"),
}
TARGETS = {
    "sheet": "recovery",
    "rests": "signing",
    "copy": "backups",
    "trial": "trial",
    "untold": "key",
    "kept_long": "keeping",
}
"""Where in Settings one goes for what is no record."""
OPEN = N_("Open")
ROUGH = {"estimated": N_("about {time}"), "remembered": N_("{time} as remembered")}
"""How a time is said that was not counted when it was given: it stands apart from the others."""
NOT_RAN = {"planned": N_("{activity}: planned"), "cancelled": N_("{activity}: cancelled")}
CAPACITY = {
    "asked_by_us": N_("Support that we asked for"),
    "given_to_us": N_("Support given to us"),
    "asked_of_us": N_("Support asked of us"),
    "given_by_us": N_("Support given by us"),
}
"""Which way support went, where one record of it stands in a list."""
DAYS = N_("{first} to {last}")


def figure_words(figure: Figure) -> str:
    """Return the figures of a number: hours to the nearest quarter, anything else whole."""
    if figure.code != "hours":
        return isolated(numbers.whole(figure.amount, spoken()))
    quarters = (2 * figure.amount + lengths.QUARTER) // (2 * lengths.QUARTER)
    return lengths.short(quarters * lengths.QUARTER)


def entry_words(entry: Entry) -> str:
    """Return the sentence that a record stands in a list with."""
    ways = {"time_given": _time, "session": _session, "review": _review, "capacity_support": _capacity}
    if entry.kind in ways:
        return ways[entry.kind](entry)
    match entry.kind:
        case "insight":
            return tr(N_("“{words}”"), words=isolated(entry.what))
        case "support":
            return tr(N_("Support for {name}"), name=isolated(entry.who or tr(NAMELESS)))
        case _:
            return isolated(entry.who or entry.what)


def _review(entry: Entry) -> str:
    said, about = isolated(entry.what), entry.who
    if about:
        return tr(N_("Looking back on {what}: {words}"), what=isolated(about), words=said)
    return tr(N_("Looking back on everything we did: {words}"), words=said)


def _capacity(entry: Entry) -> str:
    way = tr(CAPACITY.get(entry.how, N_("Support")))
    return tr(N_("{way}, for {whom}"), way=way, whom=isolated(entry.who)) if entry.who else way


def _session(entry: Entry) -> str:
    what = isolated(entry.what)
    if entry.how in NOT_RAN:
        return tr(NOT_RAN[entry.how], activity=what)
    if entry.n is None:
        return tr(N_("{activity}: nobody noted how many came"), activity=what)
    return ngettext("{activity}: {n} came", "{activity}: {n} came", entry.n, activity=what)


def _time(entry: Entry) -> str:
    time = lengths.in_words(entry.minutes) if entry.minutes is not None else tr(N_("no hours noted"))
    if entry.how in ROUGH and entry.minutes is not None:
        time = tr(ROUGH[entry.how], time=time)
    if entry.who or entry.n is None:
        who = isolated(entry.who or tr(NAMELESS))
    else:
        who = ngettext("{n} person without a name", "{n} people without names", entry.n)
    if entry.what:
        return tr(N_("{name}: {time}, {activity}"), name=who, time=time, activity=isolated(entry.what))
    return tr(N_("{name}: {time}"), name=who, time=time)


def day_words(entry: Entry) -> str:
    """Return the day on which it happened, or the first and the last; "" when nobody wrote it down."""
    first, last = (_day(day) for day in (entry.day, entry.until))
    return tr(DAYS, first=first, last=last) if first and last else first


def _day(day: str) -> str:
    return numbers.day(date.fromisoformat(day), spoken()) if day else ""


def wait_words(wait: Wait) -> str:
    """Return the sentence for what waits."""
    who = isolated(wait.who or tr(NAMELESS))
    records = ngettext("{n} record", "{n} records", wait.n)
    places = {"what": isolated(wait.what), "name": who, "count": records}
    return tr(WAITS[wait.kind], **places)


def since_words(days: int | None) -> str:
    """Return since when it waits, or how long there is still; "" when no day is known."""
    if days is None:
        return ""
    if days == 0:
        return tr(N_("Today"))
    if days < 0:
        return ngettext("In {n} day", "In {n} days", -days)
    return ngettext("{n} day ago", "{n} days ago", days)
