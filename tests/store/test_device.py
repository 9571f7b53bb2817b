"""A computer keeps its number in a vault, and a copy of the vault gets another one before it writes."""

import json
import shutil
from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.paths import HOME_VARIABLE, profile_dir
from vcse_desktop.store import device
from vcse_desktop.store.ending import Ending
from vcse_desktop.store.vault import SigningKey, Vault, open_vault


def add(vault: Vault) -> int:
    """Add somebody and return the number of the device that did."""
    with vault.unit("add") as unit:
        unit.save("person", None, {"known_as": "Ann"})
    return vault.units(1)[0].device


def test_a_computer_keeps_its_number(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path)
    with vault:
        first = add(vault)
    for _ in range(2):
        with open_vault(tmp_path, PASSPHRASE) as opened:
            assert add(opened) == first
    assert 0 < first < 2**48


def test_another_profile_is_another_device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    with vault:
        first = add(vault)
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "other"))
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert add(opened) != first
        assert opened.verify() == []


def test_an_older_copy_put_back_is_another_device(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    with vault:
        first = add(vault)
    shutil.copytree(vault.folder, tmp_path / "copy")
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert add(opened) == first
    with open_vault(tmp_path / "copy", PASSPHRASE) as opened:
        assert add(opened) != first


def test_another_computer_with_this_profile_is_another_device(tmp_path: Path) -> None:
    device.remember(tmp_path, "V", 7, Ending(1, 1, 100, ""))
    assert device.number_for(tmp_path, "V", {7: 100}) == 7
    assert device.number_for(tmp_path, "V", {7: 99}) != 7
    assert device.number_for(tmp_path, "W", {7: 100}) != 7
    kept = json.loads((tmp_path / "device.json").read_text("utf-8"))
    kept["V"]["machine"] = "another"
    (tmp_path / "device.json").write_text(json.dumps(kept), encoding="utf-8")
    assert device.number_for(tmp_path, "V", {7: 100}) != 7


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"V": {}}',
        '{"V": {"device": "7"}}',
        '{"V": 3}',
        "{",
        pytest.param("[" * 200_000, id="deep"),
    ],
)
def test_a_damaged_profile_costs_the_number_and_no_more(tmp_path: Path, content: str) -> None:
    vault, _ = make_vault(tmp_path)
    vault.lock()
    name = json.loads((tmp_path / "vault.keys").read_bytes())["vault"]
    (profile_dir() / "device.json").write_text(content.replace("V", name), encoding="utf-8")
    with open_vault(tmp_path, PASSPHRASE) as opened:
        add(opened)
        assert opened.verify() == []


def test_vaults_do_not_share_a_number(tmp_path: Path) -> None:
    numbers = set()
    for name in ("one", "two"):
        vault, _ = make_vault(tmp_path / name)
        with vault:
            numbers.add(add(vault))
    assert len(numbers) == 2
    assert len(json.loads((profile_dir() / "device.json").read_text("utf-8"))) == 2


def test_one_computer_at_a_time_signs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = SigningKey(b"private", b"certificate", '[{"statement": "ours"}]')
    vault, _ = make_vault(tmp_path / "vault")
    with vault:
        vault.keep_signing_key(key)
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert opened.signing_key() == key
    shutil.copytree(vault.folder, tmp_path / "copy")
    with open_vault(vault.folder, PASSPHRASE) as here:
        assert here.signing_key() == key
        monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "other"))
        with open_vault(tmp_path / "copy", PASSPHRASE) as elsewhere:
            assert elsewhere.signing_rests
            assert elsewhere.signing_key() is None
            assert elsewhere.identity == key.identity
            elsewhere.confirm_signing()
        with open_vault(tmp_path / "copy", PASSPHRASE) as elsewhere:
            assert elsewhere.signing_key() == key, "a keeper had the recovery sheet"
