"""What all tables of one period share: who is one person, which sessions live, what activities are called."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vcse_desktop.figures.days import month
from vcse_desktop.figures.gathering import Records, Row
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import ident, number, text
from vcse_desktop.figures.table import NOT_ASKED, NOT_RECORDED, Code, Period


@dataclass(frozen=True, slots=True)
class View:
    """The records of a period, with the links between them followed.

    ``people`` gives for a living person the id that stands for them, ``persons`` the rows that are one
    person by that id, in order of their own ids. ``activities`` gives the code of each living activity.
    """

    records: Records
    period: Period
    people: Mapping[int, int]
    persons: Mapping[int, list[Row]]
    sessions: Mapping[int, Row]
    activities: Mapping[int, Code]

    def session(self, row: Row) -> Row | None:
        """Return the living session that a record belongs to."""
        return self.sessions.get(number(row, "session") or 0)

    def activity(self, *rows: Row | None) -> str:
        """Return the code of the first living activity that one of these records names."""
        named = (number(row, "activity") or 0 for row in rows if row)
        return next((self.activities[one].code for one in named if one in self.activities), NOT_RECORDED)

    def at(self, when: date, *rows: Row | None) -> dict[str, str]:
        """Return the month of a day, and the first activity that one of these records names."""
        return {"month": month(when), "activity": self.activity(*rows)}

    def answer(self, person: int, code: str) -> str:
        """Return what a person answered; where joined records differ, the oldest record's answer."""
        return next((text(row, code) for row in self.persons[person] if text(row, code)), NOT_ASKED)


def view(records: Records, period: Period) -> View:
    """Look at the records; their order does not matter."""
    people = resolved(records.person)
    persons = defaultdict(list)
    for row in sorted(records.person, key=ident):
        persons[people[ident(row)]].append(row)
    sessions = {ident(row): row for row in records.session}
    return View(records, period, people, persons, sessions, _activities(records.activity))


def _activities(rows: Iterable[Row]) -> Mapping[int, Code]:
    """Number the activities from the first one made: codes that are not ids and say nothing about size."""
    made = {}
    for place, row in enumerate(sorted(rows, key=ident), 1):
        code = f"activity_{place:02}"
        made[ident(row)] = Code(code, text(row, "title") or code)
    return made
