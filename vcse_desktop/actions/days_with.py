"""What happened with a person, and what happened in an activity."""

from collections.abc import Collection, Iterator, Mapping

from vcse_desktop.actions.happening import (
    INSIGHT,
    SAID,
    SAID_SOMETHING,
    Happened,
    about,
    always,
    at,
    field,
    heard,
    on,
    reviews,
)
from vcse_desktop.actions.one_line import clipped, its_way
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.actions.standing import is_helper
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import ident, number, text
from vcse_desktop.figures.sessions import attendances
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Values
from vcse_desktop.store.conditions import Among, Blank
from vcse_desktop.store.vault import Vault

GAVE, GAVE_ALONE = N_("Gave {hours}: {activity}"), N_("Gave {hours}")
CAME = {
    "": (N_("Came to {activity}"), N_("Came to a session")),
    "planned": (N_("Expected at {activity}"), N_("Expected at a session")),
    "cancelled": (N_("Expected at {activity}, which was cancelled"), N_("Expected at a session, cancelled")),
}
"""What is said of those named in a session, by whether it ran: with its activity, and without."""
SUPPORT, SUPPORT_ALONE = N_("Support given: {words}"), N_("Support given")
AGREED, TOOK_BACK, ENDED = N_("Agreed: {words}"), N_("Took back: {words}"), N_("No longer agreed: {words}")
CARER, LEFT = N_("First known as a carer"), N_("Left")
MET = {
    "made_on": N_("Brought together: {words}"),
    "checked_on": N_("Asked how it goes: {words}"),
    "ended_on": N_("Came to an end: {words}"),
}
"""What is said of each day of a connection."""
WAITING = N_("Waiting to be brought together: {words}")
SIDES = ("offer_person", "wish_person")
HELD = {"planned": N_("A session is planned"), "cancelled": N_("A session was cancelled")}
HELD_ALONE = N_("A session; how many came is not recorded")
HOURS, HOURS_OF = N_("{hours} given"), N_("{hours} given by {name}")
SESSION = ("activity", "date", "status", "people_n", "carers_n", "came")
TIME = ("session", "activity", "person", "helpers_n", "hours", "date")
AGREEMENT = ("person", "insight", "use", "given_on", "withdrawn_on", "ends_on")


def person(vault: Vault, record: int) -> Iterator[Happened]:
    """Yield all that happened with a person, under whichever of their records it was noted."""
    rows = vault.joined("person", "merged_into", [record])
    group = set(resolved(rows))
    for row in rows:
        for code, sentence in (("identified_on", CARER), ("left_on", LEFT)):
            if row[code]:
                yield on(row, code, "person", always(sentence))
    yield from _at_sessions(vault, group)
    say = about(SUPPORT, "support", "what", SUPPORT_ALONE)
    for row in vault.pick("support", Among("person", group), fields=("person", "date", "what")):
        yield on(row, "date", "support", say, SUPPORT_ALONE)
    said = vault.pick("insight", Among("person", group), fields=INSIGHT)
    for row in said:
        yield on(row, "heard_on", "insight", about(SAID, "insight", "words"), SAID_SOMETHING)
    yield from _agreements(vault, group, [ident(row) for row in said])
    yield from _connections(vault, group)


def activity(vault: Vault, record: int) -> Iterator[Happened]:
    """Yield all that happened in an activity; for a helper its sessions and hours alone."""
    sessions = vault.pick("session", Among("activity", [record]), fields=SESSION)
    for row in sessions:
        yield on(row, "date", "session", held)
    for row in vault.pick("time_given", Among("activity", [record]), Blank("session"), fields=TIME):
        yield on(row, "date", "time_given", _given)
    if is_helper(vault):
        return
    there = [ident(row) for row in sessions]
    yield from heard(vault.pick("insight", Among("session", there), fields=INSIGHT))
    yield from reviews(vault, "activity", record)
    for row in vault.rows("activity", id=record):
        for code, sentence in (("started", N_("Started")), ("ended", N_("Ended"))):
            if row[code]:
                yield on(row, code, "activity", always(sentence))


def held(_: Sayings, row: Values) -> str:
    """Say of a session how many came, or that it did not run."""
    came, status = attendances(row), text(row, "status")
    if status in HELD:
        return tr(HELD[status])
    return tr(HELD_ALONE) if came is None else ngettext("A session: {n} came", "A session: {n} came", came)


def _at_sessions(vault: Vault, group: Collection[int]) -> Iterator[Happened]:
    """Yield the hours they gave and the sessions they came to."""
    given = vault.pick("time_given", Among("person", group), fields=TIME)
    there = {number(row, "session") for row in given} - {None}
    found = vault.pick("session", Among("id", there), fields=("activity", "date"))
    inside: Mapping[object, Values] = {row["id"]: row for row in found}
    for row in given:
        session = inside.get(row["session"], {})
        row["date"] = row["date"] or session.get("date")
        row["activity"] = row["activity"] or session.get("activity")
        yield on(row, "date", "time_given", _gave)
    for row in vault.pick("session", Among("came", group), fields=("activity", "date", "status")):
        yield on(row, "date", "session", _came)


def _gave(says: Sayings, row: Values) -> str:
    hours, activity = says.said(field("time_given", "hours"), row["hours"]), at(row, says)
    return tr(GAVE, hours=hours, activity=activity) if activity else tr(GAVE_ALONE, hours=hours)


def _came(says: Sayings, row: Values) -> str:
    activity = at(row, says)
    with_it, without = CAME.get(text(row, "status"), CAME[""])
    return tr(with_it, activity=activity) if activity else tr(without)


def _given(says: Sayings, row: Values) -> str:
    """Say who gave hours outside a session: by name, how many, or only how long."""
    hours, who = says.said(field("time_given", "hours"), row["hours"]), number(row, "person")
    some = number(row, "helpers_n")
    if who:
        return tr(HOURS_OF, hours=hours, name=its_way(says.called("person", who)))
    if some is None:
        return tr(HOURS, hours=hours)
    return ngettext("{hours} given by {n} person", "{hours} given by {n} people", some, hours=hours)


def _agreements(vault: Vault, group: Collection[int], insights: Collection[int]) -> Iterator[Happened]:
    """Yield the days on which they agreed to something, took it back, or the time for it ended."""
    days = (("given_on", AGREED), ("withdrawn_on", TOOK_BACK), ("ends_on", ENDED))
    asked = (("person", group), ("insight", insights))
    rows = [one for code, ids in asked for one in vault.pick("consent", Among(code, ids), fields=AGREEMENT)]
    for row in rows:
        kind, record = ("insight", number(row, "insight")) if row["insight"] else ("consent", ident(row))
        dated = [(code, say) for code, say in days if row[code]]
        for code, sentence in dated or days[:1]:
            past = code != "ends_on" or (text(row, code) < today().isoformat() and not row["withdrawn_on"])
            if past and record:
                say = about(sentence, "consent", "use")
                yield Happened(text(row, code), kind, record, row, say)


def _connections(vault: Vault, group: Collection[int]) -> Iterator[Happened]:
    """Yield the days of the connections in which they offered or wished for something."""
    rows = {row["id"]: row for side in SIDES for row in vault.pick("connection", Among(side, group))}

    def about_it(sentence: str, says: Sayings, row: Values) -> str:
        return tr(sentence, words=its_way(clipped(says.title("connection", row))))

    for row in rows.values():
        dated = [(code, sentence) for code, sentence in MET.items() if row[code]]
        for code, sentence in dated or [("made_on", WAITING)]:
            say = lambda says, row, sentence=sentence: about_it(sentence, says, row)  # noqa: E731
            yield on(row, code, "connection", say)
