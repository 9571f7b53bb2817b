"""Making a vault leaves nothing behind when it fails; passphrases and the recovery code do what they say."""

from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE
from vcse_desktop.actions import unlocking
from vcse_desktop.actions.unlocking import Vault, new_vault, rehearse, unlock
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_
from vcse_desktop.store.passphrase import FLOOR

NEW = "another four plain words"


def test_a_vault_that_could_not_be_finished_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise WorldError(N_("The disk is full"), N_("Nothing was made."))

    monkeypatch.setattr(Vault, "keep_signing_key", full)
    with pytest.raises(WorldError):
        new_vault(tmp_path / "vault", "Our group", PASSPHRASE, kdf=FLOOR)
    assert not (tmp_path / "vault").exists()
    monkeypatch.undo()
    new_vault(tmp_path / "vault", "Our group", PASSPHRASE, kdf=FLOOR)[0].lock()


def test_the_code_is_rehearsed_and_stands_in_for_a_forgotten_passphrase(tmp_path: Path) -> None:
    vault, code = new_vault(tmp_path / "vault", "Our group", PASSPHRASE, kdf=FLOOR)
    with vault:
        assert not vault.rehearsed
        rehearse(vault, code)
        assert vault.rehearsed
        unlocking.change_passphrase(vault, code, NEW)
    with pytest.raises(Refused):
        unlock(tmp_path / "vault", PASSPHRASE)
    with unlock(tmp_path / "vault", NEW) as again:
        assert again.rehearsed
        assert [row["name"] for row in again.rows("organisation")] == ["Our group"]
