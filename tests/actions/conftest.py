"""A vault of a group, made as a person makes one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE
from vcse_desktop.actions.unlocking import Vault, new_vault
from vcse_desktop.store.passphrase import FLOOR


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """An open vault with nothing in it but the group itself."""
    made, _ = new_vault(tmp_path / "vault", "Our Carers", PASSPHRASE, kdf=FLOOR)
    with made:
        yield made
