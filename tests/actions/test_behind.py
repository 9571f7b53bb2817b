"""Each number of a pack that is looked through has its records behind it, and no other number's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.groups import make_group, quarter, waiting
from vcse_desktop.actions.behind import figure_records, has_figure, has_records, records_behind
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.reports.blocks import Facts, Table


@pytest.fixture
def group(tmp_path: Path) -> Iterator[Vault]:
    with make_group(tmp_path / "vault") as made:
        waiting(made)
        yield made


def test_behind_each_number_stand_the_records_that_it_counts(group: Vault) -> None:
    draft = draft_pack(group, quarter())
    true = {table.kind.id: table for table in draft.made_of.tables}
    looked = 0
    for block in (one for one in draft.blocks if isinstance(one, Table)):
        table = draft.told.tables[block.id.removeprefix("table-")]
        wide = len(table.kind.dimensions)
        for place, row in enumerate(table.rows):
            assert not wide or not has_records(draft, block, place, 0), "a name is no number"
            for n, measure in enumerate(table.kind.measures):
                where = (place, wide + n) if wide else (n, 1)
                number = true[table.kind.id].value(measure.code, row.codes)
                found = records_behind(group, draft, block, *where)
                assert bool(found) == bool(number), (block.id, measure.code, row.codes)
                looked += len(found)
    assert looked
    sessions = next(
        one for one in draft.blocks if isinstance(one, Table) and one.id.endswith("sessions_by_activity")
    )
    (walk,) = (place for place, row in enumerate(sessions.rows) if "Walk" in str(row.cells[0]))
    (entry,) = records_behind(group, draft, sessions, walk, 1)
    assert (entry.kind, entry.what, entry.day) == ("session", "Walk", "2024-02-01")


def test_behind_each_large_number_stand_the_records_of_its_table(group: Vault) -> None:
    draft = draft_pack(group, quarter())
    large = [one for one in draft.blocks if isinstance(one, Facts) and one.role == "figures"]
    names = [name for block in large for name, _ in block.pairs]
    assert names
    for name in names:
        assert has_figure(draft, name)
        assert figure_records(group, draft, name), name
    said = figure_records(group, draft, "Things people said")
    assert {entry.kind for entry in said} == {"insight"}
    assert not has_figure(draft, "Pack")
    assert figure_records(group, draft, "Pack") == ()
