"""A vault of a group, made as a person makes one."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from tests.vaults import PASSPHRASE
from vcse_desktop.actions.unlocking import Vault, new_vault
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.vault import open_vault


@pytest.fixture(scope="session")
def group_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with nothing in it but the group itself, to be copied: that is four times as quick."""
    made, _ = new_vault(tmp_path_factory.mktemp("once") / "vault", "Our Carers", PASSPHRASE, kdf=FLOOR)
    made.lock()
    return made.folder


@pytest.fixture
def vault(tmp_path: Path, group_made: Path) -> Iterator[Vault]:
    """An open vault with nothing in it but the group itself."""
    copytree(group_made, tmp_path / "vault")
    with open_vault(tmp_path / "vault", PASSPHRASE) as made:
        made.confirm_signing()
        yield made
