"""A vault is made, opened with what its people hold, and refuses everything else."""

from pathlib import Path

from tests.vaults import make_vault


def test_a_new_vault_is_whole(tmp_path: Path) -> None:
    vault, code = make_vault(tmp_path / "vault")
    with vault:
        assert vault.verify() == []
    assert len(code) == 34
