"""Who may open a vault, from the command line: a keeper adds and takes out, and makes a new sheet and key."""

from pathlib import Path

import pytest

from tests.commands import Run, plainly
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import recovery_sheet
from vcse_desktop.actions.unlocking import WrongKeyOrDamaged, unlock, unlock_with_code
from vcse_desktop.store.recovery import new_code

THEIRS = "the words of a new one"


@pytest.fixture
def vault(tmp_path: Path, run: Run) -> Path:
    run("new", tmp_path / "vault", "--organisation", "Our group")
    (tmp_path / "theirs.txt").write_text(THEIRS + "\n", "utf-8")
    return tmp_path / "vault"


def add(run: Run, vault: Path, name: str = "Mair") -> str:
    said = run(
        *("add-person", vault, "--name", name, "--role", "member"),
        *("--their-passphrase-file", vault.parent / "theirs.txt"),
    )
    return said.out + said.err


def test_somebody_is_added_listed_and_taken_out(vault: Path, run: Run) -> None:
    assert "Mair can open this" in add(run, vault)
    assert "on the list already" in add(run, vault, "mair")
    unlock(vault, THEIRS).lock()
    listed = run("people", vault).out.splitlines()
    assert [line.partition(",")[0] for line in listed] == ["Keeper: keeper", "Mair: member"]
    said = plainly("new-key", vault, "--passphrase-file", vault.parent / "theirs.txt")
    assert (said.status, "A keeper can do this" in said.err) == (3, True)
    assert "nobody of this name" in run("remove-person", vault, "--name", "Nobody").err
    assert "A keeper has to stay" in run("remove-person", vault, "--name", "Keeper").err
    assert "has a new key" in run("remove-person", vault, "--name", "Mair").out
    with pytest.raises(WrongKeyOrDamaged):
        unlock(vault, THEIRS)


def test_the_key_can_be_kept_and_be_made_anew(vault: Path, run: Run) -> None:
    add(run, vault)
    assert "same as before" in run("remove-person", vault, "--name", "Mair", "--keep-key").out
    assert "has a new key" in run("new-key", vault).out
    unlock(vault, PASSPHRASE).lock()


def test_a_new_sheet_is_kept_when_it_is_typed_back(
    vault: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, typed = new_code(), list[str]()
    monkeypatch.setattr(recovery_sheet, "new_code", lambda: code)
    monkeypatch.setattr("vcse_desktop.cli.people.click.prompt", lambda *_, **__: typed.pop())
    typed.append(new_code())
    said = run("new-sheet", vault)
    assert (said.out.strip(), said.status) == (code, 3)
    assert "not the code on the new sheet" in said.err
    with pytest.raises(WrongKeyOrDamaged):
        unlock_with_code(vault, code)
    typed.append(code)
    assert "opens this from now on" in run("new-sheet", vault).out
    unlock_with_code(vault, code).lock()
