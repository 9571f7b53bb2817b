"""Open vaults for the tests of the store."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store.vault import Vault, open_vault


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a locked vault without a record, to be copied."""
    made, _ = make_vault(tmp_path_factory.mktemp("empty"))
    made.lock()
    return made.folder


@pytest.fixture
def vault(empty: Path, tmp_path: Path) -> Iterator[Vault]:
    """An open vault of this test's own in the folder ``vault``; locked afterwards."""
    with open_vault(shutil.copytree(empty, tmp_path / "vault"), PASSPHRASE) as opened:
        yield opened


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """One open vault for all tests of a file that do not mind what the others have put into it."""
    made, _ = make_vault(tmp_path_factory.mktemp("shared"))
    with made:
        yield made
