"""Bringing a spreadsheet in at the terminal: nothing is misread in silence, and undo says what it took."""

from pathlib import Path

import pytest

from tests.commands import Run, Said
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import unlocking

COLUMNS = ("--map", "date=d", "--map", "activity=a")


@pytest.fixture
def vault(tmp_path: Path, run: Run) -> Path:
    """A vault of a group."""
    run("new", tmp_path / "vault", "--organisation", "Our group")
    return tmp_path / "vault"


def brought_in(run: Run, vault: Path, text: str, *words: str) -> Said:
    """Import a small table of sessions."""
    file = vault.parent / "table.csv"
    file.write_text(text, "utf-8")
    return run("import", vault, file, "--kind", "session", *words)


def sessions(vault: Path) -> int:
    """Return how many sessions the vault has."""
    with unlocking.unlock(vault, PASSPHRASE) as unlocked:
        return len(unlocked.rows("session"))


def test_undo_says_what_it_took_back(vault: Path, run: Run) -> None:
    assert "undo" in brought_in(run, vault, "d,a\n1/2/2026,Walk\n2/2/2026,Walk\n", *COLUMNS).out
    said = run("undo", vault)
    assert said.status == 0
    assert "Taken back: an import.\nActivity: 1 fewer.\nSession: 2 fewer.\n" in said.out
    assert sessions(vault) == 0
    assert run("undo", vault).status == 3


@pytest.mark.parametrize(("text", "word"), [("d,a\n", "--map=note=a"), ("d,a\nsoon,Walk\n", "--leave-out")])
def test_importing_nothing_is_said_and_no_undo_offered(vault: Path, run: Run, text: str, word: str) -> None:
    brought_in(run, vault, "d,a\n1/2/2026,Walk\n", *COLUMNS)
    said = brought_in(run, vault, text, *COLUMNS, word)
    assert said.status == 3
    assert "Nothing was imported" in said.err
    assert "undo" not in said.out + said.err
    assert sessions(vault) == 1
