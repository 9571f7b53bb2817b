"""One open vault for a test of the store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.vaults import make_vault
from vcse_desktop.store.vault import Vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """An open vault in the folder ``vault``; locked afterwards."""
    made, _ = make_vault(tmp_path / "vault")
    with made:
        yield made
