"""Backups at a terminal: one is made, tried, and brought back on another computer."""

from pathlib import Path

import pytest

from tests.commands import Run, plainly
from tests.vaults import PASSPHRASE
from vcse_desktop.actions.unlocking import unlock
from vcse_desktop.paths import HOME_VARIABLE


def test_from_a_backup_to_a_vault_on_another_computer(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = tmp_path / "code.txt"
    code.write_text(run("new", tmp_path / "vault", "--organisation", "Our group").out, "utf-8")
    stick = tmp_path / "stick"
    stick.mkdir()
    made = run("backup", tmp_path / "vault", "--to", stick)
    assert made.status == 0
    assert "second place has a copy" in made.out
    [file] = stick.iterdir()
    assert file.name in made.out
    assert run("test-backup", file).out.startswith("1 record is in the backup.")
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("none of these four words\n", "utf-8")
    refused = plainly("test-backup", file, "--passphrase-file", wrong)
    assert refused.status == 3
    assert "does not open the backup" in refused.err
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "another"))
    back = plainly("restore", file, tmp_path / "new", "--code-file", code)
    assert back.status == 0, back.err
    assert "put aside" not in back.out
    confirmed = run("confirm-signing", tmp_path / "new", "--code-file", code)
    assert confirmed.status == 0, confirmed.err
    with unlock(tmp_path / "new", PASSPHRASE) as vault:
        assert vault.signing_key() is not None
    again = plainly("restore", file, tmp_path / "new", "--code-file", code)
    assert "put aside" in again.out


def test_a_second_place_that_is_gone_is_said_and_the_backup_is_there(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "vault", "--organisation", "Our group")
    stick = tmp_path / "stick"
    stick.mkdir()
    run("backup", tmp_path / "vault", "--to", stick)
    for file in stick.iterdir():
        file.unlink()
    stick.rmdir()
    said = run("backup", tmp_path / "vault")
    assert said.status == 3
    assert "second place is not there" in said.err
    assert len(list((tmp_path / "vault" / "backups").iterdir())) == 2


def test_what_is_no_backup_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", "utf-8")
    for words in (("test-backup", tmp_path / "a.txt"), ("restore", tmp_path / "a.txt", tmp_path / "new")):
        said = run(*words)
        assert said.status == 3
        assert "no backup" in said.err
    assert not (tmp_path / "new").exists()
