"""Bringing a spreadsheet in at the terminal: nothing is misread in silence, and undo says what it took."""

from pathlib import Path

import pytest

from tests.commands import Run, Said
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import recording, unlocking

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


def test_undo_goes_back_step_by_step_and_says_each(vault: Path, run: Run) -> None:
    with unlocking.unlock(vault, PASSPHRASE) as unlocked:
        (bo,) = recording.add(unlocked, "person", {"known_as": "Bo"}).ids
        recording.change(unlocked, "person", bo, {"known_as": "Bob"})
        recording.remove(unlocked, "person", bo)
    said = [run("undo", vault).out.splitlines() for _ in range(3)]
    assert said == [
        ["Taken back: the removal of a record.", "Person: 1 more."],
        ["Taken back: a change to a record."],
        ["Taken back: what was added.", "Person: 1 fewer."],
    ]


@pytest.mark.parametrize(("text", "word"), [("d,a\n", "--map=note=a"), ("d,a\nsoon,Walk\n", "--leave-out")])
def test_importing_nothing_is_said_and_no_undo_offered(vault: Path, run: Run, text: str, word: str) -> None:
    brought_in(run, vault, "d,a\n1/2/2026,Walk\n", *COLUMNS)
    said = brought_in(run, vault, text, *COLUMNS, word)
    assert said.status == 3
    assert "Nothing was imported" in said.err
    assert "undo" not in said.out + said.err
    assert sessions(vault) == 1


def test_what_is_unlikely_is_said_and_kept(vault: Path, run: Run) -> None:
    for words in (("--dry-run",), ()):
        said = brought_in(run, vault, "d,a\n1/1/0001,Walk\n", *COLUMNS, *words)
        assert said.status == 0
        assert "Row 2, column “d”: This day is more than ten years ago. Is it right? It is kept" in said.out
    assert sessions(vault) == 1


def test_only_the_first_of_many_problems_are_shown(vault: Path, run: Run) -> None:
    said = brought_in(run, vault, "d,a\n" + "soon,Walk\n" * 25, *COLUMNS)
    assert said.status == 3
    assert said.out.count("Row ") == 20
    assert "And 5 more." in said.out


def test_a_heading_may_hold_an_equals_sign(vault: Path, run: Run) -> None:
    said = brought_in(run, vault, "d,a=b=c\n1/2/2026,Walk\n", "--map", "date=d", "--map", "activity=a=b=c")
    assert said.status == 0
    assert sessions(vault) == 1


@pytest.mark.parametrize("words", [(*COLUMNS, "--map", "activity=d"), ("--map", "date"), ("--map", "date=")])
def test_a_mapping_that_is_not_clear_is_a_wrong_command(
    vault: Path, run: Run, words: tuple[str, ...]
) -> None:
    said = brought_in(run, vault, "d,a\n1/2/2026,Walk\n", *words)
    assert said.status == 2
    assert sessions(vault) == 0


def test_a_mark_that_swallows_rows_is_refused(vault: Path, run: Run) -> None:
    said = brought_in(run, vault, 'd,a\n1/2/2024,"Walk\n2/2/2024,Run\n', *COLUMNS)
    assert said.status == 3
    assert "In row 2 a cell begins with a quotation mark" in said.err
