"""The records behind a number of a drafted pack, for whoever looks through it; true, and they never leave."""

from collections.abc import Sequence

from vcse_desktop.actions.entries import Entries, Entry
from vcse_desktop.actions.packing import Draft
from vcse_desktop.actions.speaking import speaking
from vcse_desktop.figures.gathering import gather_visible
from vcse_desktop.i18n import tr
from vcse_desktop.reports.blocks import Table
from vcse_desktop.store.vault import Vault

STANDS_FOR = {"clock_median": "clock_insights", "clock_longest": "clock_insights"}
"""Days that nobody counted one by one: behind them stands what was said and waited so long."""
Place = tuple[str, str, tuple[str, ...]]
"""The id of a table, the measure, and the codes of the row."""
KINDS = ("session", "time_given", "person", "support", "insight", "response")
"""Kinds of record that figures count."""


def has_records(draft: Draft, block: Table, row: int, column: int) -> bool:
    """Say whether a place of a table is a number, behind which there may be records."""
    return _cell(draft, block, row, column) is not None


def records_behind(vault: Vault, draft: Draft, block: Table, row: int, column: int) -> Sequence[Entry]:
    """Return the records that a number of a printed table counts, those entered last first of each kind.

    They are as they stand now; what is gone since the pack was drafted is not among them. None where the
    place names the row.
    """
    return _records(vault, draft, _cell(draft, block, row, column))


def has_figure(draft: Draft, name: str) -> bool:
    """Say whether a large number of the report, by its English name, counts records."""
    return _figure(draft, name) is not None


def figure_records(vault: Vault, draft: Draft, name: str) -> Sequence[Entry]:
    """Return the records that a large number of the report counts, in the same order."""
    return _records(vault, draft, _figure(draft, name))


def _records(vault: Vault, draft: Draft, found: Place | None) -> Sequence[Entry]:
    if found is None:
        return ()
    table, named, codes = found
    measure = STANDS_FOR.get(named, named)
    counted = {
        one.member
        for true in draft.made_of.tables
        if true.kind.id == table
        for one in true.members(measure, codes)
    }
    entries = Entries(gather_visible(vault))
    return [entry for kind in KINDS for entry in entries.named(kind, counted)]


def _figure(draft: Draft, name: str) -> Place | None:
    with speaking(draft.told.language):
        places = {
            tr(measure.label): (table.kind.id, measure.code, ())
            for table in draft.told.tables.values()
            if not table.kind.dimensions
            for measure in table.kind.measures
        }
    return places.get(name)


def _cell(draft: Draft, block: Table, row: int, column: int) -> Place | None:
    name = block.id.removeprefix("table-")
    table = draft.told.tables.get(name)
    if table is None:
        return None
    measures, broken_down = table.kind.measures, len(table.kind.dimensions)
    if not broken_down:
        return (name, measures[row].code, ()) if column == 1 else None
    place = column - broken_down
    return (name, measures[place].code, table.rows[row].codes) if place >= 0 else None
