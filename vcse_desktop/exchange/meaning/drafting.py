"""The records that the rows of a table would become, each judged as if it had been typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from unicodedata import is_normalized

from vcse_desktop.exchange.meaning import asked
from vcse_desktop.exchange.meaning.cells import Cells, Got
from vcse_desktop.exchange.meaning.dated import Dated
from vcse_desktop.exchange.meaning.marks import came, mark_of
from vcse_desktop.exchange.meaning.plan import WHOLE, Plan, Shape
from vcse_desktop.exchange.meaning.preview import Draft, Said, Wrong
from vcse_desktop.exchange.meaning.rows import Row, Rows
from vcse_desktop.exchange.meaning.targets import parts
from vcse_desktop.exchange.tables.going import Going
from vcse_desktop.exchange.tables.grid import Cell
from vcse_desktop.exchange.tables.table import Column, cell_name
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Kind, Problem, Values
from vcse_desktop.records.normal import fold_name, normal
from vcse_desktop.records.validation import LINE, NEEDED, problems

NO_NAME = N_("Nobody is named in this row, but something stands below the days.")
OF_ONE = ("note", "came", "people_n", "helpers_n", "carers_n", "new_n")
"""Fields that say something of one row of a register, and nothing of the session of its day."""
NUMBERED = "organisation"
"""The kind whose texts are looked at more closely: they are numbers of registers."""
EVERY = 500
"""Rows between two moments at which it can be stopped."""
MOST_JUDGED = 20_000
"""Judgements that are kept: most rows of hours have the same few."""
Session = tuple[object, ...]


@dataclass(slots=True)
class Drafting:
    """Makes the drafts of one plan; what is wrong, and unusual, is gathered on the way."""

    plan: Plan
    cells: Cells
    today: date
    drafts: list[Draft] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)
    remarks: list[Wrong] = field(default_factory=list)
    _said: dict[Said, Said] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    """Fields that no column fills and that are asked for all rows: a row is not at fault for them."""
    _judged: dict[object, tuple[list[Problem], dict[str, object]]] = field(default_factory=dict)
    _sessions: dict[Session, Draft] = field(default_factory=dict)
    _fields: dict[str, Kind] = field(default_factory=dict)
    _free: frozenset[Kind] = frozenset({Kind.NOTE})

    def __post_init__(self) -> None:
        self._fields = {one.code: one.kind for one in TABLES[self.plan.kind].fields}
        if self.plan.kind != NUMBERED:
            self._free |= {Kind.TEXT}

    def make(self, going: Going) -> None:
        """Go through all rows; Stopped when somebody wanted it to end."""
        rows = Rows(self.plan, self.cells)
        dated = Dated(self.plan, self.cells.asked, self.today)
        total = len(self.plan.table.rows)
        for done, (row, cells) in enumerate(rows.all()):
            if done % EVERY == 0:
                going.on(done, total)
            self.remarks += row.remarks
            if row.wrong:
                self.wrong += row.wrong
            elif self.plan.shape in (Shape.HOURS, Shape.TICKS):
                self._below_days(rows, dated, row, cells)
            elif self.plan.shape is Shape.ATTENDANCE:
                self._attended(rows, row, WHOLE, row.values)
            else:
                for draft in self._apart(row):
                    self._judge(rows, draft)
        for draft in self._sessions.values():
            self._judge(rows, draft)

    def _apart(self, row: Row) -> Iterator[Draft]:
        """Yield a draft for each person that a row names where a record can name one alone."""
        people = self._known(row)
        several = next((code for code, said in people.items() if len(said) > 1 and not self._many(code)), "")
        if not several:
            yield Draft((row.number, WHOLE), row.values, row.names, people)
            return
        for at, said in enumerate(people[several]):
            values = dict(row.values)
            if isinstance(minutes := values.get("hours"), int):
                values["hours"] = self._share(minutes, at, len(people[several]), row)
            yield Draft((row.number, WHOLE), values, row.names, {**people, several: (said,)})

    def _share(self, minutes: int, at: int, of: int, row: Row) -> int:
        """Return the minutes of one of several who share a row."""
        if self.cells.asked.ask(asked.shared(), f"{row.number}") != asked.TOGETHER:
            return minutes
        return minutes // of + (at < minutes % of)

    def _below_days(self, rows: Rows, dated: Dated, row: Row, cells: Sequence[Cell]) -> None:
        hours = parts("time_given")["hours"]
        for column, said, cell in rows.days(cells):
            where = cell_name(column, row.number)
            day, fault = dated.day(said, where)
            got = (
                self._mark(cell, where)
                if self.plan.shape is Shape.TICKS
                else self.cells.read(column, hours, cell, row.number)
            )
            if fault or got.wrong:
                field_ = "date" if fault else "hours"
                self.wrong.append(_wrong(row, column, cell, Problem(field_, fault or got.wrong), got.repair))
            elif got.value is not None and got.value is not False:
                if not row.people:
                    self.wrong.append(_wrong(row, column, cell, Problem("", NO_NAME)))
                else:
                    self._on_day(rows, row, column, day, got)

    def _on_day(self, rows: Rows, row: Row, column: Column, day: str, got: Got) -> None:
        values = {**row.values, "date": day}
        if self.plan.kind == "session":
            self._attended(rows, row, column.at, values)
            return
        if self.plan.shape is Shape.HOURS:
            values["hours"] = got.value
        one = Row(row.number, values, row.names, row.people)
        for draft in self._apart(one):
            draft.spot = (row.number, column.at)
            self._judge(rows, draft)

    def _attended(self, rows: Rows, row: Row, at: int, values: Values) -> None:
        """Let those whom a row names have come to the session of its day."""
        shared = {code: value for code, value in values.items() if code not in OF_ONE}
        key = (
            shared.get("date"),
            *sorted((code, *map(fold_name, names)) for code, names in row.names.items()),
        )
        draft = self._sessions.get(key)
        if draft is None:
            draft = self._sessions[key] = Draft((row.number, at), {}, row.names, {"came": ()})
        for code, value in shared.items():
            draft.values.setdefault(code, value)
        here = draft.people["came"]
        draft.people["came"] = (*here, *(one for one in self._known(row).get("came", ()) if one not in here))

    def _mark(self, cell: Cell, where: str) -> Got:
        mark = mark_of(cell)
        here = came(mark)
        if here is None:
            question = asked.mark(mark)
            here = self.cells.asked.ask(question, where) == asked.CAME
        return Got(here)

    def _judge(self, rows: Rows, draft: Draft) -> None:
        """Take a draft in, or say what is wrong with it. What is plain text is good whatever it says."""
        plain = {c: v for c, v in draft.values.items() if self._fields[c] in self._free and _plain(v)}
        key = (
            tuple(
                [
                    (c, tuple(v) if isinstance(v, list) else v)
                    for c, v in draft.values.items()
                    if c not in plain
                ]
            ),
            (*plain, *draft.names, *draft.people),
        )
        judged = self._judged.get(key)
        if judged is None:
            judged = self._judgement(draft)
            if len(self._judged) < MOST_JUDGED:
                self._judged[key] = judged
        found, sound = judged
        draft.values = {**sound, **plain} if plain else sound
        for problem in found:
            column = rows.column(problem.field)
            told = self.remarks if problem.asked or problem.history else self.wrong
            told.append(_told(draft, column, problem))
        if all(problem.asked or problem.history for problem in found):
            self.drafts.append(draft)

    def _judgement(self, draft: Draft) -> tuple[list[Problem], dict[str, object]]:
        """Return what is wrong, and unusual, with a draft, and its values as they are kept."""
        kind = TABLES[self.plan.kind]
        linked = {code: [1] if self._many(code) else 1 for code in (*draft.names, *draft.people)}
        of_place = {"code": "x", "kind": "own"} if kind.code == "place" else {}
        given = normal(kind, {**draft.values, **linked, **of_place})
        all_ = problems(kind, given, self.cells.lists, today=self.today)
        found = [one for one in all_ if one.field not in self.missing or one.message != NEEDED]
        return found, {
            c: v for c, v in given.items() if c not in linked and c not in of_place and v is not None
        }

    def _known(self, row: Row) -> dict[str, tuple[Said, ...]]:
        return {code: tuple(self._said.setdefault(s, s) for s in said) for code, said in row.people.items()}

    def _many(self, code: str) -> bool:
        return self._fields[code] is Kind.LINKS


def _wrong(row: Row, column: Column, cell: Cell, problem: Problem, repair: str | None = None) -> Wrong:
    return Wrong((row.number, column.at), cell_name(column, row.number), str(cell), problem, repair)


def _plain(value: object) -> bool:
    """Say whether a text is kept just as it is, whatever field it is in."""
    return (
        isinstance(value, str)
        and 0 < len(value) <= LINE
        and value.isprintable()
        and value == value.strip()
        and is_normalized("NFC", value)
    )


def _told(draft: Draft, column: Column | None, problem: Problem) -> Wrong:
    number, at = draft.spot
    if column is None:
        return Wrong(draft.spot, "", "", problem)
    return Wrong((number, column.at if at == WHOLE else at), cell_name(column, number), "", problem)
