"""What somebody has settled about a table: what its rows are, what fills what, and what was answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from vcse_desktop.exchange.tables.table import Table
from vcse_desktop.store.search import plain

Spot = tuple[int, int]
"""A place in the sheet: the row as a spreadsheet numbers it, and the column from 0, ``WHOLE`` for the row."""
WHOLE = -1
ALWAYS = "always:"
"""How the key of a question begins that asks what holds for every row; the target follows."""
ADD = "+"
"""In place of a code: these words become an item of the group's list."""
NEW = 0
"""In place of a person's id: somebody who is not in the vault yet."""


def folded_words(words: str) -> str:
    """Return words as those in cells are compared."""
    return plain(words).strip(" .")


class Shape(Enum):
    """How a table is laid out."""

    ROWS = "rows"  # a row is a record
    ATTENDANCE = "attendance"  # a row is somebody who came on a day: rows of one day are one session
    HOURS = "hours"  # a row is a person, a column a day, a cell the hours
    TICKS = "ticks"  # a row is a person, a column a day, a cell says whether they came


class How(Enum):
    """Why something is matched with something."""

    CHOSEN = "chosen"  # by the person, just now
    LAST_TIME = "last_time"  # chosen for the same headings before
    PROGRAM = "program"  # the heading is one that a known program writes
    HEADING = "heading"
    VALUES = "values"  # by what stands below the heading
    EXACT = "exact"
    SYNONYM = "synonym"
    NEAR = "near"  # offered alone: it holds once somebody agrees


class Double(Enum):
    """What becomes of a row that seems to be there already."""

    LEAVE = "leave"  # it is left out
    FILL = "fill"  # it fills what is blank in the record that there is
    NEW = "new"  # it is another one


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is settled about a table so far. It never changes: each choice gives a new plan.

    ``columns`` says for each column by its place which target it fills, see ``targets``; a column that is not
    in it is left out. ``days`` gives, for the shapes that have a column a day, the day of each as 2026-04-03,
    or the number in its month. ``always`` are words for a target that hold for every row.
    """

    table: Table
    kind: str
    shape: Shape = Shape.ROWS
    title: str = ""
    program: str = ""
    columns: Mapping[int, str] = field(default_factory=dict)
    why: Mapping[int, How] = field(default_factory=dict)
    days: Mapping[int, str] = field(default_factory=dict)
    always: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[tuple[str, str], str] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)
    doubles: Mapping[Spot, Double] = field(default_factory=dict)
    mended: Mapping[Spot, str] = field(default_factory=dict)
    left_out: frozenset[int] = frozenset()

    def with_column(self, at: int, target: str) -> "Plan":
        """Let a column fill this target; "" leaves the column out."""
        columns = {place: code for place, code in self.columns.items() if place != at}
        days = {place: day for place, day in self.days.items() if place != at}
        if target:
            columns[at] = target
        return replace(
            self, columns=dict(sorted(columns.items())), why={**self.why, at: How.CHOSEN}, days=days
        )

    def with_day(self, at: int, day: str) -> "Plan":
        """Let a column be that of a day, 2026-04-03, or of a day's number in its month."""
        columns = {place: code for place, code in self.columns.items() if place != at}
        return replace(self, columns=columns, days={**self.days, at: day}, why={**self.why, at: How.CHOSEN})

    def with_always(self, target: str, words: str) -> "Plan":
        """Let these words hold for every row in which no column fills the target; "" takes them away."""
        kept = {code: said for code, said in self.always.items() if code != target}
        return replace(self, always=kept | ({target: words} if words.strip() else {}))

    def answer(self, key: str, code: str) -> "Plan":
        """Answer a question by its key with the code of an offer, or with words where it takes any.

        "" takes the answer back.
        """
        if key.startswith(ALWAYS):
            return self.with_always(key.removeprefix(ALWAYS), code)
        kept = {asked: said for asked, said in self.answers.items() if asked != key}
        return replace(self, answers=kept | ({key: code} if code else {}))

    def with_value(self, target: str, words: str, code: str) -> "Plan":
        """Let these words mean a code of the target's list; ADD adds them to it, "" keeps nothing.

        For a target that names records it is the id of one, "" for a new one.
        """
        return replace(self, values={**self.values, (target, folded_words(words)): code})

    def with_person(self, key: str, person: int) -> "Plan":
        """Let somebody of the file, by their key, be this person of the vault, or NEW."""
        return replace(self, people={**self.people, key: person})

    def with_doubles(self, spots: Iterable[Spot], what: Double) -> "Plan":
        """Say what becomes of rows that seem to be there already."""
        return replace(self, doubles={**self.doubles, **dict.fromkeys(spots, what)})

    def mend(self, spot: Spot, text: str) -> "Plan":
        """Read a cell as if this text stood in it; the file stays as it is. "" is a blank."""
        return replace(self, mended={**self.mended, spot: text})

    def leave_out(self, rows: Iterable[int]) -> "Plan":
        """Leave these rows out, by their numbers."""
        return replace(self, left_out=self.left_out | frozenset(rows))

    def take_in(self, rows: Iterable[int]) -> "Plan":
        """Take rows in again that were left out."""
        return replace(self, left_out=self.left_out - frozenset(rows))
