"""What all tables of one period share: who is one person, which sessions live, what activities are called."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vcse_desktop.figures.days import month
from vcse_desktop.figures.gathering import Records, Row
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import choices, ident, number, text
from vcse_desktop.figures.table import NOT_ASKED, NOT_RECORDED, Code, Period


@dataclass(frozen=True, slots=True)
class View:
    """The records of a period, with the links between them followed.

    ``people`` gives for a living person the id that stands for them, ``persons`` the rows that are one
    person by that id, in order of their own ids. ``activities`` and ``askings`` give the code of each living
    activity and piece of asking, ``reasons`` why each person gives time.
    """

    records: Records
    period: Period
    people: Mapping[int, int]
    persons: Mapping[int, list[Row]]
    sessions: Mapping[int, Row]
    activities: Mapping[int, Code]
    askings: Mapping[int, Code]
    reasons: Mapping[int, list[str]]
    areas: "Areas | None" = None

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


@dataclass(frozen=True, slots=True)
class Areas:
    """How deprived small areas are by one index: "IMD 2025", "2021" for its areas, deciles by their codes."""

    index: str
    areas: str
    deciles: Mapping[str, int]


def view(records: Records, period: Period, areas: Areas | None = None) -> View:
    """Look at the records; their order does not matter."""
    people = resolved(records.person)
    persons = defaultdict(list)
    for row in sorted(records.person, key=ident):
        persons[people[ident(row)]].append(row)
    sessions = {ident(row): row for row in records.session}
    activities = _numbered(records.activity, "activity", "title")
    askings = _numbered(records.engagement, "asking", "question")
    return View(records, period, people, persons, sessions, activities, askings, _reasons(persons), areas)


def _reasons(persons: Mapping[int, list[Row]]) -> Mapping[int, list[str]]:
    tags = ((one, {tag for row in rows for tag in choices(row, "why_tags")}) for one, rows in persons.items())
    return {one: sorted(found) or [NOT_ASKED] for one, found in tags}


def _numbered(rows: Iterable[Row], of: str, title: str) -> Mapping[int, Code]:
    """Number records from the first one made: codes that are not ids and say nothing about size."""
    made = {}
    for place, row in enumerate(sorted(rows, key=ident), 1):
        code = f"{of}_{place:02}"
        made[ident(row)] = Code(code, text(row, title) or code)
    return made
