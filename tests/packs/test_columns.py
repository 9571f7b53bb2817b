"""A table's file has each of its columns once, whatever its dimensions are called."""

import pytest

from vcse_desktop.figures.registry import TABLES
from vcse_desktop.figures.table import TableKind
from vcse_desktop.packs.tables import columns


@pytest.mark.parametrize("kind", TABLES.values(), ids=lambda kind: kind.id)
def test_no_column_stands_twice(kind: TableKind) -> None:
    assert len(set(columns(kind))) == len(columns(kind))
