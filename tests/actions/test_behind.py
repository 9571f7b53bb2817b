"""Each number of a pack that is looked through has its records behind it, and no other number's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.groups import FIRST, LAST, looking_back, make_group, quarter, waiting
from ui.screens.places import HOME
from vcse_desktop.actions.behind import figure_records, has_figure, has_records, records_behind
from vcse_desktop.actions.for_us import exact_report
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.reports.blocks import Facts, Shown, Table


@pytest.fixture
def group(tmp_path: Path) -> Iterator[Vault]:
    with make_group(tmp_path / "vault") as made:
        waiting(made)
        yield made


@pytest.fixture
def ids(group: Vault) -> dict[str, int]:
    """One record of each kind that the newer tables count."""
    return looking_back(group)


def test_behind_each_number_stand_the_records_that_it_counts(group: Vault, ids: dict[str, int]) -> None:
    draft = draft_pack(group, quarter())
    true = {table.kind.id: table for table in draft.made_of.tables}
    looked, seen = 0, set[tuple[str, int]]()
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
                assert all(entry.kind in HOME for entry in found)
                looked += len(found)
                seen |= {(entry.kind, entry.id) for entry in found}
    assert looked
    kinds = ("engagement", "session", "person")
    assert {(kind, ids[kind]) for kind in kinds} <= seen
    assert not {ids[part] for part in ("stakeholder", "audience", "barrier", "action")} & {n for _, n in seen}
    sessions = next(
        one for one in draft.blocks if isinstance(one, Table) and one.id.endswith("sessions_by_activity")
    )
    (walk,) = (place for place, row in enumerate(sessions.rows) if "Walk" in str(row.cells[0]))
    later, entry = records_behind(group, draft, sessions, walk, 1)
    assert (entry.kind, entry.what, entry.day) == ("session", "Walk", "2024-02-01")
    assert later.id == ids["session"]


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


def test_behind_each_number_for_ourselves_stand_its_records_too(group: Vault, ids: dict[str, int]) -> None:
    ours = exact_report(group, FIRST, LAST, "en")
    seen = set[tuple[str, int]]()
    for block in (one for one in ours.blocks if isinstance(one, Table)):
        for line, row in enumerate(block.rows):
            assert ours.behind(block, line, 0) == (), "a name is no number"
            for column, cell in enumerate(row.cells):
                if isinstance(cell, Shown):
                    found = ours.behind(block, line, column)
                    assert bool(found) == bool(cell.number), (block.id, row.cells)
                    seen |= {(entry.kind, entry.id) for entry in found}
    kinds = ("engagement", "review", "capacity_support", "session", "person")
    assert {(kind, ids[kind]) for kind in kinds} <= seen
    assert {kind for kind, _ in seen} <= HOME.keys()
    (said,) = [entry.who for entry in ours.behind_figure("Times we looked back")] or [""]
    assert said == "Which hours?"
    assert ours.behind_figure("Pack") == ()
