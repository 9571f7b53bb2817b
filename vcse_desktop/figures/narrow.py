"""Which records the figures of a few days need: those of the days and what they link to, not all there are.

It errs on the side of more: what counts is decided by the counting alone, from these as from all records.
"""

from collections.abc import Collection, Iterable
from dataclasses import fields, replace
from itertools import chain
from typing import Protocol

from vcse_desktop.figures.gathering import Records, Row
from vcse_desktop.figures.reading import ident, links
from vcse_desktop.figures.table import Period
from vcse_desktop.store.conditions import Among, Between, Blank, Condition

WISHES = "involve_how involve_asked_on".split()
READ = {
    "person": "known_as roles carer identified_on left_on merged_into home_area".split(),
    "activity": "title kind".split(),
    "session": "activity date people_n helpers_n carers_n certainty status came".split(),
    "time_given": "session activity person helpers_n hours date until certainty kind".split(),
    "support": "date person session who_for newly_identified involved involved_in hours_band"
    " break_hours".split(),
    "insight": "words heard_on session person from_role kind feeling themes".split(),
    "response": "what insights status asked_on told_on".split(),
    "capacity_support": "direction what for_whom asked_on given_on amount".split(),
}
"""What is read of each kind: the fields that are counted, and those by which a record is known."""


class Source(Protocol):
    """What the vault must offer."""

    def may_ask(self, table: str, /, *where: Condition) -> bool:
        """Say whether whoever is in may ask this."""
        ...

    def pick(self, table: str, /, *where: Condition, fields: Collection[str]) -> list[dict[str, object]]:
        """Return the living records for which all of this is so."""
        ...

    def joined(
        self, table: str, code: str, ids: Collection[int], fields: Collection[str]
    ) -> list[dict[str, object]]:
        """Return these living records and all that are joined to them by a link."""
        ...


def gather_period(vault: Source, period: Period) -> Records:
    """Read what the figures of a period are made from; what has no day at all is not among it."""
    first, last = period.start.isoformat(), period.end.isoformat()
    sessions = _pick(vault, "session", Between("date", first, last))
    insights = _pick(vault, "insight", Between("heard_on", first, last))
    asked = _pick(vault, "response", Between("asked_on", first, last))
    answers = _once(asked, _pick(vault, "response", Among("insights", [*map(ident, insights)])))
    return linked(
        vault,
        Records(
            person=_pick(vault, "person", Between("identified_on", first, last)),
            session=sessions,
            time_given=_time(vault, sessions, first, last),
            support=_pick(vault, "support", Between("date", first, last)),
            insight=_once(insights, _behind(vault, answers)),
            response=answers,
        ),
    )


def gather_month(vault: Source, period: Period) -> Records:
    """Read the same, and what was asked for and given, and how people want to be involved."""
    records = gather_period(vault, period)
    first, last = period.start.isoformat(), period.end.isoformat()
    moved = (
        _pick(vault, "capacity_support", Between(code, first, last)) for code in ("asked_on", "given_on")
    )
    wishing = {ident(row) for row in _pick(vault, "person", Between("involve_how"))}
    wished = vault.joined("person", "merged_into", wishing, [*READ["person"], *WISHES])
    return replace(records, person=_once(records.person, wished), capacity_support=_once(*moved))


def _time(vault: Source, sessions: Iterable[Row], first: str, last: str) -> list[Row]:
    """Return the time of some days: spans that reach into them too, and what has the day of its session."""
    return _once(
        _pick(vault, "time_given", Between("date", first, last)),
        _pick(vault, "time_given", Between("until", first)),
        _pick(vault, "time_given", Among("session", [*map(ident, sessions)]), Blank("date")),
    )


def _behind(vault: Source, answers: Iterable[Row]) -> list[dict[str, object]]:
    """Return everything that these answer: an answer may count from the first day any of it was heard."""
    return _pick(vault, "insight", Among("id", {one for row in answers for one in links(row, "insights")}))


def linked(vault: Source, records: Records) -> Records:
    """Return the records with all sessions, activities and persons that they link to, and who is joined."""
    owned = (*records.time_given, *records.support, *records.insight)
    sessions = {one for row in owned for one in links(row, "session")} - {*map(ident, records.session)}
    more = replace(records, session=_once(records.session, _pick(vault, "session", Among("id", sessions))))
    named = {one for row in owned for one in links(row, "person")}
    named |= {one for row in more.session for one in links(row, "came")} | {*map(ident, records.person)}
    persons = vault.joined("person", "merged_into", named, READ["person"])
    return replace(more, person=persons, activity=_pick(vault, "activity"))


def together(*several: Records) -> Records:
    """Return what is in any of these, each record once."""
    return Records(
        **{one.name: tuple(_once(*(getattr(each, one.name) for each in several))) for one in fields(Records)}
    )


def _once(*several: Iterable[Row]) -> list[Row]:
    return [*{ident(row): row for row in chain(*several)}.values()]


def _pick(vault: Source, kind: str, *where: Condition) -> list[dict[str, object]]:
    """Return what whoever is in may see of these; nothing where they may not even ask."""
    return vault.pick(kind, *where, fields=READ[kind]) if vault.may_ask(kind, *where) else []
