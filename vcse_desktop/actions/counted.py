"""The records that stand behind a number of a table: what it counts, or what its small rows belong to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vcse_desktop.actions.entries import Entries, Entry
from vcse_desktop.actions.speaking import speaking
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.reach import member
from vcse_desktop.figures.reading import ident, number, text
from vcse_desktop.figures.table import FigureTable
from vcse_desktop.i18n import tr
from vcse_desktop.reports.blocks import Table
from vcse_desktop.reports.exact import AnyTable

Place = tuple[str, str, tuple[str, ...]]
"""The id of a table, the measure, and the codes of the row."""
KINDS = (
    "session",
    "time_given",
    "person",
    "support",
    "insight",
    "response",
    "engagement",
    "review",
    "capacity_support",
    "activity",
    "connection",
)
"""Kinds of record that figures count and that one can open, in the order of a list."""
OWNERS = {
    "stakeholder": ("engagement",),
    "audience": ("engagement",),
    "barrier": ("engagement", "session"),
    "action": ("review",),
}
"""Small rows that figures count: one opens the record that they belong to."""
STANDS_FOR = {
    "clock_median": "clock_insights",
    "clock_longest": "clock_insights",
    "lead_median": "lead_known",
    "lead_shortest": "lead_known",
}
"""Days that nobody counted one by one: behind them stands what lasted so long."""


def behind(
    records: Records, tables: Iterable[FigureTable], measure: str, row: tuple[str, ...]
) -> Sequence[Entry]:
    """Return the records that a number counts, those entered last first of each kind."""
    stands = STANDS_FOR.get(measure, measure)
    members = {one.member for table in tables for one in table.members(stands, row)}
    ids = members | {*_owners(records, members)}
    entries = Entries(records)
    return [entry for kind in KINDS for entry in entries.named(kind, ids)]


def _owners(records: Records, members: set[int]) -> Iterator[int]:
    """Yield the ids of what counted rows belong to; a group of a list at a session has an id of its own."""
    for part, owners in OWNERS.items():
        for row in getattr(records, part):
            if ident(row) in members:
                yield from (number(row, owner) or 0 for owner in owners)
    for row in records.tally:
        session = number(row, "session") or 0
        if member(session, text(row, "vocab"), text(row, "code")) in members:
            yield session


def place(tables: Mapping[str, AnyTable], block: Table, row: int, column: int) -> Place | None:
    """Return what stands at a place of a printed table; None where that names the row."""
    name = block.id.removeprefix("table-")
    table = tables.get(name)
    if table is None:
        return None
    measures, broken_down = table.kind.measures, len(table.kind.dimensions)
    if not broken_down:
        return (name, measures[row].code, ()) if column == 1 else None
    at = column - broken_down
    return (name, measures[at].code, table.rows[row].codes) if at >= 0 else None


def figure_place(tables: Mapping[str, AnyTable], name: str, language: str) -> Place | None:
    """Return where a large number of a report is counted, by its name in the report's language."""
    with speaking(language):
        return large(tables, name)


def large(tables: Mapping[str, AnyTable], name: str) -> Place | None:
    """Return where a large number is counted, by its name in the language that is set."""
    places = {
        tr(measure.label): (table.kind.id, measure.code, ())
        for table in tables.values()
        if not table.kind.dimensions
        for measure in table.kind.measures
    }
    return places.get(name)
