"""Rows of text as values of a kind of record, with every problem named by row and column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from vcse_desktop.errors import Refused
from vcse_desktop.exchange.reading import Sheet
from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Field, Form, Kind, Lists, Problem, RecordKind
from vcse_desktop.records.normal import normal
from vcse_desktop.records.typed import NotUnderstood, understand
from vcse_desktop.records.validation import problems

LINKED = (Kind.LINK, Kind.LINKS, Kind.PLACE)
CAN_BE_CHANGED = ("identified_on",)
"""Fields that the program fills, but a person may fill too."""
NO_FIELD = (
    N_("There is no such field"),
    N_("This kind of record has no field “{field}”. Nothing was imported. Its fields are: {fields}."),
)
NO_COLUMN = (
    N_("There is no such column"),
    N_("The file has no column “{column}”. Nothing was imported. Its columns are: {columns}."),
)
TWO_COLUMNS = (
    N_("Two columns have the same heading"),
    N_(
        "The file has more than one column “{column}”, so it is not clear which is meant. Nothing was "
        "imported. Give each its own heading and try again."
    ),
)
NOT_TO_FILL = (
    N_("This field cannot be imported"),
    N_("The program itself fills the field “{field}”. Nothing was imported. Leave it out and try again."),
)


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong with a cell; ``column`` is "" when it is about the whole row."""

    row: int
    column: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class RowRead:
    """One row understood: values ready to be kept, and the names that its links still stand for.

    ``problems`` keep it out; ``remarks`` are about values that are unlikely and yet kept.
    """

    row: int
    values: dict[str, object]
    names: dict[str, list[str]]
    problems: tuple[CellProblem, ...] = field(default=())
    remarks: tuple[CellProblem, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Matched:
    """Which column of a sheet fills which field of a kind, and what the words in it may mean."""

    kind: RecordKind
    columns: Mapping[str, str]  # field code -> column heading
    lists: Lists
    today: date

    def places(self, sheet: Sheet) -> dict[Field, int]:
        """Return the place of the column for each field.

        Refused when a field or column is not there, is not for a person to fill, or is there twice.
        """
        fields = {f.code: f for f in self.kind.fields}
        for code, column in self.columns.items():
            if code not in fields:
                open_to_all = sorted(f.code for f in self.kind.fields if not _is_ours(f))
                raise Refused(*NO_FIELD, field=code, fields=", ".join(open_to_all))
            if _is_ours(fields[code]):
                raise Refused(*NOT_TO_FILL, field=code)
            if column not in sheet.columns:
                raise Refused(*NO_COLUMN, column=column, columns=", ".join(sheet.columns))
            if sheet.columns.count(column) > 1:
                raise Refused(*TWO_COLUMNS, column=column)
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
                value = [1] if f.kind is Kind.LINKS else 1  # stands for the record until names become records
            values[f.code] = value
        remarks: list[CellProblem] = []
        for p in [] if wrong else problems(self.kind, values, self.lists, today=self.today):
            told = remarks if p.asked or p.history else wrong
            told.append(CellProblem(number, self.columns.get(p.field, ""), p))
        values = dict(normal(self.kind, values))
        kept = {code: value for code, value in values.items() if code not in names and value is not None}
        return RowRead(number, kept, names, tuple(wrong), tuple(remarks))


def _is_ours(f: Field) -> bool:
    return f.form is Form.AUTO and f.code not in CAN_BE_CHANGED
