"""One record as it stands in a list of a day or a month: enough to say it in a sentence."""

from collections.abc import Iterable, Mapping

from vcse_desktop.actions.entries_of_us import activity, asking, capacity, connection, review
from vcse_desktop.actions.entry import Entry, opening
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import ident, number, text
from vcse_desktop.figures.sessions import attendances

__all__ = ["Entries", "Entry", "opening"]

Row = Mapping[str, object]


class Entries:
    """Makes entries of the records of a vault, with the links between them followed."""

    def __init__(self, records: Records) -> None:
        self._records = records
        heads = resolved(records.person)
        names = {ident(row): text(row, "known_as") for row in records.person}
        self._people = {person: names[head] for person, head in heads.items()}
        self._activities = {ident(row): text(row, "title") for row in records.activity}
        self._askings = {ident(row): text(row, "question") for row in records.engagement}
        self._sessions = {ident(row): row for row in records.session}
        self._rows: dict[str, Mapping[int, Row]] = {"session": self._sessions}

    def of(self, kind: str, rows: Iterable[Row]) -> list[Entry]:
        """Return an entry for each of these records of one kind."""
        make = {
            "person": self._person,
            "session": self._session,
            "time_given": self._time,
            "insight": self._said,
            "support": self._support,
            "response": self._answer,
            "engagement": asking,
            "review": lambda row: review(row, self._looked_at(row)),
            "capacity_support": capacity,
            "activity": activity,
            "connection": connection,
        }[kind]
        return [make(row) for row in rows]

    def named(self, kind: str, ids: Iterable[int]) -> list[Entry]:
        """Return an entry for each record of one kind with these ids, newest entered first."""
        if kind not in self._rows:
            self._rows[kind] = {ident(row): row for row in getattr(self._records, kind)}
        rows = self._rows[kind]
        return self.of(kind, (rows[one] for one in sorted(set(ids), reverse=True) if one in rows))

    def name(self, person: int | None) -> str:
        """Return what a person is called; joined people have one name."""
        return self._people.get(person or 0, "")

    def title(self, activity: int | None) -> str:
        """Return what an activity is called."""
        return self._activities.get(activity or 0, "")

    def _person(self, row: Row) -> Entry:
        return Entry("person", ident(row), self.name(ident(row)))

    def _session(self, row: Row) -> Entry:
        what, day = self.title(number(row, "activity")), text(row, "date")
        return Entry("session", ident(row), "", what, attendances(row), None, day, how=text(row, "status"))

    def _time(self, row: Row) -> Entry:
        session = self._sessions.get(number(row, "session") or 0, {})
        what = self.title(number(row, "activity") or number(session, "activity"))
        who, n = self.name(number(row, "person")), number(row, "helpers_n")
        day = text(row, "date") or text(session, "date")
        until, how = text(row, "until"), text(row, "certainty")
        return Entry("time_given", ident(row), who, what, n, number(row, "hours"), day, until, how)

    def _said(self, row: Row) -> Entry:
        return Entry("insight", ident(row), "", opening(text(row, "words")), day=text(row, "heard_on"))

    def _support(self, row: Row) -> Entry:
        return Entry("support", ident(row), self.name(number(row, "person")), day=text(row, "date"))

    def _answer(self, row: Row) -> Entry:
        return Entry("response", ident(row), "", opening(text(row, "what")), day=text(row, "told_on"))

    def _looked_at(self, row: Row) -> str:
        """Return what a review looks back on; "" for everything."""
        return self.title(number(row, "activity")) or self._askings.get(number(row, "engagement") or 0, "")
