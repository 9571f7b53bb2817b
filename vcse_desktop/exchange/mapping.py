"""Rows of text as values of a kind of record, with every problem named by row and column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from vcse_desktop.errors import Refused
from vcse_desktop.exchange.reading import Sheet
from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Kind, Lists, Problem, RecordKind
from vcse_desktop.records.normal import normal
from vcse_desktop.records.typed import NotUnderstood, understand
from vcse_desktop.records.validation import problems

LINKED = (Kind.LINK, Kind.LINKS, Kind.PLACE)
LONGEST_NAME = 200
LONG_NAME = N_("A name has at most 200 characters.")
NO_FIELD = (
    N_("There is no such field"),
    N_("This kind of record has no field “{field}”. Nothing was imported. Its fields are: {fields}."),
)
NO_COLUMN = (
    N_("There is no such column"),
    N_("The file has no column “{column}”. Nothing was imported. Its columns are: {columns}."),
)


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong with a cell; ``column`` is "" when it is about the whole row."""

    row: int
    column: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class RowRead:
    """One row understood: values ready to be kept, and the names that its links still stand for."""

    row: int
    values: dict[str, object]
    names: dict[str, list[str]]
    problems: tuple[CellProblem, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Matched:
    """Which column of a sheet fills which field of a kind, and what the words in it may mean."""

    kind: RecordKind
    columns: Mapping[str, str]  # field code -> column heading
    lists: Lists
    today: date

    def places(self, sheet: Sheet) -> dict[Field, int]:
        """Return the place of the column for each field; Refused when a field or column is not there."""
        fields = {f.code: f for f in self.kind.fields}
        for code, column in self.columns.items():
            if code not in fields:
                raise Refused(*NO_FIELD, field=code, fields=", ".join(sorted(fields)))
            if column not in sheet.columns:
                raise Refused(*NO_COLUMN, column=column, columns=", ".join(sheet.columns))
        return {fields[code]: sheet.columns.index(column) for code, column in self.columns.items()}

    def read(self, sheet: Sheet) -> Iterator[RowRead]:
        """Yield each row understood, with its problems. Blanks stay blank: never today, never 0."""
        places = self.places(sheet)
        for number, cells in sheet.rows:
            yield self._row(number, {f: cells[at] for f, at in places.items()})

    def _row(self, number: int, cells: Mapping[Field, str]) -> RowRead:
        values: dict[str, object] = {}
        names: dict[str, list[str]] = {}
        wrong: list[CellProblem] = []
        for f, text in cells.items():
            try:
                value = understand(f, text, self.lists)
            except NotUnderstood as error:
                wrong.append(CellProblem(number, self.columns[f.code], Problem(f.code, error.message)))
                continue
            if f.kind in LINKED and value is not None:
                names[f.code] = value if isinstance(value, list) else [str(value)]
                if any(len(name) > LONGEST_NAME for name in names[f.code]):
                    wrong.append(CellProblem(number, self.columns[f.code], Problem(f.code, LONG_NAME)))
                value = [1] if f.kind is Kind.LINKS else 1  # stands for the record until names become records
            values[f.code] = value
        if not wrong:
            found = problems(self.kind, values, self.lists, today=self.today)
            wrong = [CellProblem(number, self.columns.get(p.field, ""), p) for p in found if not p.asked]
        values = dict(normal(self.kind, values))
        kept = {code: value for code, value in values.items() if code not in names and value is not None}
        return RowRead(number, kept, names, tuple(wrong))
