"""The records behind a number of a drafted pack, for whoever looks through it; true, and they never leave."""

from collections.abc import Sequence

from vcse_desktop.actions.counted import Place, behind, figure_place, place
from vcse_desktop.actions.entries import Entry
from vcse_desktop.actions.packing import Draft
from vcse_desktop.figures.gathering import gather_visible
from vcse_desktop.reports.blocks import Table
from vcse_desktop.store.vault import Vault


def has_records(draft: Draft, block: Table, row: int, column: int) -> bool:
    """Say whether a place of a table is a number, behind which there may be records."""
    return place(draft.told.tables, block, row, column) is not None


def records_behind(vault: Vault, draft: Draft, block: Table, row: int, column: int) -> Sequence[Entry]:
    """Return the records that a number of a printed table counts, those entered last first of each kind.

    They are as they stand now; what is gone since the pack was drafted is not among them. None where the
    place names the row.
    """
    return _records(vault, draft, place(draft.told.tables, block, row, column))


def has_figure(draft: Draft, name: str) -> bool:
    """Say whether a large number of the report, by its name in the report, counts records."""
    return figure_place(draft.told.tables, name, draft.told.language) is not None


def figure_records(vault: Vault, draft: Draft, name: str) -> Sequence[Entry]:
    """Return the records that a large number of the report counts, in the same order."""
    return _records(vault, draft, figure_place(draft.told.tables, name, draft.told.language))


def _records(vault: Vault, draft: Draft, found: Place | None) -> Sequence[Entry]:
    if found is None:
        return ()
    table, measure, codes = found
    true = [one for one in draft.made_of.tables if one.kind.id == table]
    return behind(gather_visible(vault), true, measure, codes)
