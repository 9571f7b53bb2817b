"""All that the report for the group's own use may know: exact tables, in a type that no pack takes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from vcse_desktop.disclosure.plan import Cell, ProtectedRow, ProtectedTable
from vcse_desktop.disclosure.policy import Status
from vcse_desktop.figures.table import LABELS, TOTAL, Code, FigureTable, Note, Period, TableKind
from vcse_desktop.reports.material import LivesHere, Quoted, ReportInput, Written


@dataclass(frozen=True, slots=True)
class Exact:
    """A true number, hours in minutes. It may be that of one person, so it stays with the group."""

    value: int
    status: ClassVar[Status] = Status.SHOWN


@dataclass(frozen=True, slots=True)
class ExactRow:
    """One row: its code and label in each dimension, and a number for each measure in the kind's order."""

    codes: tuple[str, ...]
    labels: tuple[str, ...]
    cells: tuple[Exact, ...]


@dataclass(frozen=True, slots=True)
class ExactTable:
    """A table of true numbers as a report lays it out. It is no ``ProtectedTable``."""

    kind: TableKind
    period: Period
    rows: tuple[ExactRow, ...]
    notes: tuple[Note, ...] = ()
    bands: tuple[tuple[Code, ...], ...] = ()


AnyTable = ProtectedTable | ExactTable
AnyRow = ProtectedRow | ExactRow


@dataclass(frozen=True, slots=True)
class OwnInput:
    """What a report for the group's own use is made of: exact figures, and no person's words.

    ``tables`` are by id of the table, ``issued`` is in UTC, ``language`` that of the sentences.
    """

    organisation: str
    period: Period
    issued: datetime
    language: str
    tables: Mapping[str, ExactTable] = field(default_factory=dict)
    written: tuple[Written, ...] = ()
    introduction: str = ""
    section_notes: Mapping[str, str] = field(default_factory=dict)
    lives_here: tuple[LivesHere, ...] = ()
    quotes: ClassVar[tuple[Quoted, ...]] = ()
    declined: ClassVar[frozenset[str]] = frozenset()
    unasked: ClassVar[frozenset[str]] = frozenset()
    unanswered: ClassVar[tuple[tuple[str, str], ...]] = ()
    left_out: ClassVar[tuple[TableKind, ...]] = ()


AnyInput = ReportInput | OwnInput


def exact(table: FigureTable) -> ExactTable:
    """Return a table with every number as it is."""
    true = table.cells()
    names = [{TOTAL: LABELS[TOTAL]} | {code.code: code.label for code in codes} for codes in table.codes]
    rows = (
        ExactRow(
            row,
            tuple(mine[code] for mine, code in zip(names, row, strict=True)),
            tuple(Exact(true[measure.code, row]) for measure in table.kind.measures),
        )
        for row in table.rows()
    )
    return ExactTable(table.kind, table.period, tuple(rows), table.notes)


def cells_of(row: AnyRow) -> Sequence[Cell | Exact]:
    """Return the cells of a row, whichever they are."""
    return row.cells
