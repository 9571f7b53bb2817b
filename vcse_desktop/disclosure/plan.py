"""What may be shown: protected tables, each cell with its number or without, and why."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from vcse_desktop.disclosure.earlier import PastTable, Told
from vcse_desktop.disclosure.policy import Policy, Status
from vcse_desktop.figures.table import Code, FigureTable, Note, Period, TableKind

__all__ = ["Cell", "CellKey", "Plan", "ProtectedRow", "ProtectedTable", "Secret", "Status", "Why", "key"]


class Why(Enum):
    """Why a number is hidden. Only the group's own screens show it."""

    SMALL = "small"
    PROTECTS = "protects"
    HOURS = "hours"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class Cell:
    """A published number (hours in minutes), or none when it is hidden."""

    status: Status
    value: int | None


@dataclass(frozen=True, slots=True, order=True)
class CellKey:
    """Where a number stands: table id and version, measure, period, and the code for each dimension.

    ``release`` is the one that told it, 0 for a pack that is being made.
    """

    table: str
    version: int
    measure: str
    start: str
    end: str
    codes: tuple[str, ...]
    release: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Secret:
    """A group of people that nobody may pin down: those of one number without those of others inside it."""

    cell: CellKey
    less: tuple[CellKey, ...] = ()


@dataclass(frozen=True, slots=True)
class ProtectedRow:
    """One row: its code and label in each dimension, and a cell for each measure in the kind's order."""

    codes: tuple[str, ...]
    labels: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class ProtectedTable:
    """All that a report or a pack may know of a table.

    ``bands`` are, in each dimension of a table of less detail, the codes in which several leaves are joined.
    """

    kind: TableKind
    period: Period
    rows: tuple[ProtectedRow, ...]
    notes: tuple[Note, ...] = ()
    bands: tuple[tuple[Code, ...], ...] = ()

    def cell(self, measure: str, codes: tuple[str, ...] = ()) -> Cell:
        """Return one cell; KeyError when there is no such row or measure."""
        column = [m.code for m in self.kind.measures].index(measure)
        return {row.codes: row for row in self.rows}[codes].cells[column]


def key(table: FigureTable | ProtectedTable, measure: str, codes: tuple[str, ...] = ()) -> CellKey:
    """Return where a number stands."""
    start, end = table.period.start.isoformat(), table.period.end.isoformat()
    release = table.release if isinstance(table, PastTable) else 0
    return CellKey(table.kind.id, table.kind.version, measure, start, end, codes, release)


@dataclass(frozen=True, slots=True)
class Plan:
    """Protected tables under one policy, with the reason for each hidden cell. Holds no true number.

    ``protects`` names, for a cell hidden to protect, the group that would be given away if it were shown;
    ``earlier`` are the releases that are meant in it.
    """

    policy: Policy
    tables: tuple[ProtectedTable, ...]
    reasons: Mapping[CellKey, Why] = field(default_factory=dict)
    protects: Mapping[CellKey, Secret] = field(default_factory=dict)
    earlier: Mapping[int, Told] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Return the SHA-256 over definitions, states and values: what an audit speaks of."""
        said = [self.policy.code, self.policy.version] + [
            [t.kind.id, t.kind.version, t.period.start.isoformat(), t.period.end.isoformat()]
            + [[list(r.codes), [[c.status._value_, c.value] for c in r.cells]] for r in t.rows]
            + [[[band.code, *band.holds] for band in bands] for bands in t.bands]
            for t in self.tables
        ]
        return hashlib.sha256(json.dumps(said, separators=(",", ":")).encode()).hexdigest()
