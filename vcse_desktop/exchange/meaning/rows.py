"""Each row of a table as the records it makes, whatever shape the table has, with what is wrong by cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vcse_desktop.exchange.meaning import asked
from vcse_desktop.exchange.meaning.cells import Cells, Got
from vcse_desktop.exchange.meaning.clocks import between
from vcse_desktop.exchange.meaning.plan import WHOLE, Plan
from vcse_desktop.exchange.meaning.preview import Said, Wrong
from vcse_desktop.exchange.meaning.shapes import stand
from vcse_desktop.exchange.meaning.targets import EMAIL, FIRST, FROM, LAST, PHONE, TO, Part, parts
from vcse_desktop.exchange.meaning.written import tidy
from vcse_desktop.exchange.tables.grid import Cell, blank
from vcse_desktop.exchange.tables.table import Column, cell_name
from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Kind, Problem

NO_TIMES = N_("These two are no times of day between which somebody could say how long it was.")
TWO_LINES = "\n"
FOR_ALL = Column(WHOLE, "", "")
"""In place of a column: what holds for every row."""


@dataclass(slots=True)
class Row:
    """What one row says before it is a record. ``people`` are those that the row names, by field."""

    number: int
    values: dict[str, object] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    people: dict[str, tuple[Said, ...]] = field(default_factory=dict)
    inner: dict[str, str] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)
    remarks: list[Wrong] = field(default_factory=list)


@dataclass(slots=True)
class Rows:
    """Reads the rows of one plan."""

    plan: Plan
    cells: Cells
    _filled: list[tuple[int, Column, Part]] = field(default_factory=list)
    _always: list[tuple[Part, str]] = field(default_factory=list)
    _days: list[tuple[int, Column, str]] = field(default_factory=list)
    _stand: Mapping[int, int] = field(default_factory=dict)
    _notes: int = 0

    def __post_init__(self) -> None:
        open_ = parts(self.plan.kind, self.plan.shape)
        by_place = {column.at: column for column in self.plan.table.columns}
        self._stand = stand(self.plan.table)
        for at, code in self.plan.columns.items():
            if code in open_ and at in by_place:
                self._filled.append((self._stand[at], by_place[at], open_[code]))
        fields = {part.field.code for _, _, part in self._filled}
        self._always = [
            (open_[c], words) for c, words in self.plan.always.items() if c in open_ and c not in fields
        ]
        self._days = [
            (self._stand[at], by_place[at], said) for at, said in self.plan.days.items() if at in by_place
        ]
        self._notes = sum(part.code == "note" for _, _, part in self._filled)

    def all(self) -> Iterator[tuple[Row, Sequence[Cell]]]:
        """Yield what each row says that is not left out nor blank in every used column, and its cells."""
        mended, left = self.plan.mended, self.plan.left_out
        for number, cells in self.plan.table.rows:
            if number not in left:
                now = self._mended(number, cells) if mended else cells
                row = self._row(number, now)
                if row.values or row.names or row.people or row.wrong or self._days:
                    yield row, now

    def days(self, cells: Sequence[Cell]) -> Iterator[tuple[Column, str, Cell]]:
        """Yield the filled cells of a row below the days, with column and what is known of the day."""
        for stands, column, said in self._days:
            if not blank(cells[stands]):
                yield column, said, cells[stands]

    def column(self, code: str) -> Column | None:
        """Return the first column that fills this field."""
        return next((column for _, column, part in self._filled if part.field.code == code), None)

    def _mended(self, number: int, cells: Sequence[Cell]) -> Sequence[Cell]:
        stands = self._stand
        texts = {
            stands[at]: text for (row, at), text in self.plan.mended.items() if row == number and at in stands
        }
        return [texts.get(at, cell) for at, cell in enumerate(cells)] if texts else cells

    def _row(self, number: int, cells: Sequence[Cell]) -> Row:
        row = Row(number)
        for stands, column, part in self._filled:
            cell = cells[stands]
            if cell is not None and cell != "":
                self._take(row, column, part, cell)
        for part, words in self._always:
            if row.values or row.names or row.people or row.wrong or self._days:
                self._keep(row, part, self.cells.read(FOR_ALL, part, words, 0), "")
        if row.inner:
            self._inner(row)
        return row

    def _take(self, row: Row, column: Column, part: Part, cell: Cell) -> None:
        got = self.cells.read(column, part, cell, row.number)
        if got.wrong or got.remark:
            where = cell_name(column, row.number)
            problem = Problem(part.field.code, got.wrong or got.remark, asked=not got.wrong)
            noted = Wrong((row.number, column.at), where, str(cell), problem, got.repair)
            (row.wrong if got.wrong else row.remarks).append(noted)
        if not got.wrong:
            self._keep(row, part, got, column.heading)

    def _keep(self, row: Row, part: Part, got: Got, heading: str) -> None:
        code = part.field.code
        if part.part and part.part != "minutes":
            row.inner[part.code] = str(got.value or "")
        elif got.names and part.field.to == "person":
            row.people[code] = (*row.people.get(code, ()), *map(Said, got.names))
        elif got.names:
            row.names[code] = (*row.names[code], *got.names) if code in row.names else got.names
        elif got.value is not None:
            value = got.value
            if code == "note" and self._notes > 1:
                value = f"{heading}: {value}"
            before = row.values.get(code)
            row.values[code] = value if before is None else _joined(part.field.kind, before, value)

    def _inner(self, row: Row) -> None:
        """Put together what stands in several columns: names, how to reach somebody, times of day."""
        inner, kind = row.inner, self.plan.kind
        for code in {target.partition(".")[0] for target in inner}:
            first, last = inner.get(f"{code}.{FIRST}", ""), inner.get(f"{code}.{LAST}", "")
            whole = tidy(f"{first} {last}".strip())
            phone, email = inner.get(f"{code}.{PHONE}", ""), inner.get(f"{code}.{EMAIL}", "")
            if (kind, code) == ("person", "known_as"):
                row.values.setdefault(code, whole or None)
            elif code == "hours":
                self._times(row, inner.get(f"hours.{FROM}", ""), inner.get(f"hours.{TO}", ""))
            elif whole:
                row.people[code] = (Said(whole, phone, email),)
            elif len(row.people.get(code, ())) == 1:
                row.people[code] = (Said(row.people[code][0].name, phone, email),)

    def _times(self, row: Row, start: str, end: str) -> None:
        if "hours" in row.values or not (start and end):
            return
        found = between(f"{start} - {end}".casefold())
        column = next((c for _, c, part in self._filled if part.part in (FROM, TO)), FOR_ALL)
        where, at = cell_name(column, row.number), column.at
        if found is None:
            row.wrong.append(Wrong((row.number, at), where, f"{start} - {end}", Problem("hours", NO_TIMES)))
            return
        row.values["hours"] = found.minutes
        if not found.sure:
            question = asked.hours(f"{start} - {end}", found)
            answer = self.cells.asked.ask(question, where)
            row.values["hours"] = int(answer) if answer.isdecimal() else found.minutes


def _joined(kind: Kind, before: object, value: object) -> object:
    """Return what two columns say of one field: lines of a note, words of a text, all of a list."""
    if kind is Kind.NOTE:
        return f"{before}{TWO_LINES}{value}"
    if kind is Kind.TEXT:
        return f"{before}, {value}" if str(value) != str(before) else before
    if kind is Kind.CHOICES and isinstance(before, list) and isinstance(value, list):
        return sorted({*before, *value})
    return before
