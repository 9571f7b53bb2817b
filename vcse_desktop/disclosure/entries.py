"""What the ledger remembers of one release: every number as it was told, and who was in it, by token."""

import hashlib
import hmac
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from vcse_desktop.disclosure.atoms import is_frail, protected, universe_name
from vcse_desktop.disclosure.plan import Cell, Plan, Status, key
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.disclosure.printed import Printed
from vcse_desktop.disclosure.published import told, window
from vcse_desktop.figures.table import (
    THINGS,
    TOTAL,
    Code,
    Counted,
    FigureTable,
    Measure,
    Period,
    Unit,
    inside,
)

_AS_PEOPLE = (Unit.PERSON, Unit.STATEMENT, Unit.QUOTE)


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One number that was told; minutes for hours, ``high`` None for a hidden one.

    ``definition`` is canonical JSON: where the number stands, what it counts, and whether it is protected. In
    a table of less detail it also says, for each dimension, the leaves that are joined in its code.
    """

    universe: str
    definition: str
    state: str
    value: int | None
    low: int
    high: int | None

    @property
    def said(self) -> Mapping[str, Any]:
        """Return what the definition says."""
        found: Mapping[str, Any] = json.loads(self.definition)
        return found


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """What a person, session, row of time … adds to the entries with these places in their list."""

    token: str
    amount: int
    pattern: tuple[int, ...]


def entries(plan: Plan, tables: Sequence[FigureTable]) -> list[Entry]:
    """Return what the plan tells about people, in order. Things such as sessions held are not remembered."""
    cells, found = told(plan), []
    for table, measure in told_columns(tables):
        for row in table.rows():
            frail = is_frail(table, measure, plan.policy.zero_protected)
            spot = table, measure, row
            found.append(_entry(spot, cells[key(table, measure.code, row)], plan.policy, frail=frail))
    return sorted(found)


def entries_read(tables: Sequence[Printed]) -> list[Entry]:
    """Return what the tables of a pack tell about people as they stand there, in order.

    A number that a table has no row for counts as hidden.
    """
    found = []
    for read in tables:
        rows = dict.fromkeys(row for row, _ in read.cells)
        width = range(len(read.kind.dimensions))
        codes = tuple(
            tuple(Code(c, "") for c in dict.fromkeys(r[n] for r in rows) if c != TOTAL) for n in width
        )
        period = Period(*map(date.fromisoformat, (read.start, read.end)))
        table = FigureTable(read.kind, period, codes, ())
        for _, measure in told_columns([table]):
            for row in table.rows():
                cell = Cell(*read.cells.get((row, measure.code), (Status.HIDDEN, None)))
                found.append(_entry((table, measure, row), cell, read.policy, frail=not read.zeros))
    return sorted(found)


def _entry(
    spot: tuple[FigureTable, Measure, tuple[str, ...]], cell: Cell, policy: Policy, *, frail: bool
) -> Entry:
    table, measure, row = spot
    low, high = window(policy, measure.unit, cell, frail=frail)
    name, text = universe_name(table, measure), _definition(table, measure, row)
    return Entry(name, text, cell.status.value, cell.value, low, high)


def members(tables: Sequence[FigureTable], known: Sequence[Entry], ledger_key: bytes) -> list[Member]:
    """Return who stands behind these entries: a true number is the sum of the amounts that point to it."""
    places = {entry.definition: place for place, entry in enumerate(known)}
    patterns: dict[tuple[str, int, object], set[int]] = defaultdict(set)
    for table, measure in told_columns(tables):
        rows = [(row, places[_definition(table, measure, row)]) for row in table.rows()]
        for counted in table.counted:
            if counted.measure == measure.code:
                once = None if measure.unit in _AS_PEOPLE else (table.kind.id, table.period, counted)
                mine = {place for row, place in rows if any(inside(leaf, row) for leaf in counted.codes)}
                patterns[token(measure, counted, ledger_key), counted.amount, once] |= mine
    return sorted(Member(token, n, tuple(sorted(mine))) for (token, n, _), mine in patterns.items())


def rows_hash(known: Sequence[Entry], behind: Sequence[Member]) -> str:
    """Return the SHA-256 over everything remembered of a release, whatever its rows are numbered."""
    order = sorted(range(len(known)), key=lambda place: known[place])
    now = {old: new for new, old in enumerate(order)}
    numbers = [
        [e.universe, e.definition, e.state, e.value, e.low, e.high] for e in (known[old] for old in order)
    ]
    people = sorted([m.token, m.amount, sorted(now[place] for place in m.pattern)] for m in behind)
    said = json.dumps([numbers, people], separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def told_columns(tables: Sequence[FigureTable]) -> Iterator[tuple[FigureTable, Measure]]:
    """Yield the measures that a ledger remembers, each with its table: those of things are not among them."""
    for table in tables:
        yield from ((table, m) for m in table.kind.measures if m.unit not in THINGS)


def _definition(table: FigureTable, measure: Measure, row: tuple[str, ...]) -> str:
    said = {
        "table": table.kind.id,
        "version": table.kind.version,
        "measure": measure.code,
        "period": [table.period.start.isoformat(), table.period.end.isoformat()],
        "codes": list(row),
        "by": [dimension.code for dimension in table.kind.dimensions],
        "unit": measure.unit.value,
        "within": measure.within,
        "protected": protected(table, measure, row),
    }
    if any(code.holds for codes in table.codes for code in codes):
        joined = [{code.code: code.holds for code in codes} for codes in table.codes]
        said["holds"] = [list(of.get(code, ())) for of, code in zip(joined, row, strict=True)]
    return json.dumps(said, sort_keys=True, separators=(",", ":"))


def token(measure: Measure, counted: Counted, ledger_key: bytes) -> str:
    """Return what stands for a record and cannot be turned back; the same in every release."""
    return token_of(measure.unit, counted.member, ledger_key)


def token_of(unit: Unit, record: int, ledger_key: bytes) -> str:
    """Return the same of a record that is counted in this unit."""
    what = f"{unit.value}{record}"
    return hmac.new(ledger_key, what.encode(), hashlib.sha256).digest()[:16].hex()
