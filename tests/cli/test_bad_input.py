"""What goes wrong is said in one plain sentence: what happened, that nothing was lost, what to do next."""

from pathlib import Path

import pytest

from tests.commands import Run, Said, plainly
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import finding, unlocking
from vcse_desktop.cli.words import BUG

REGISTER = Path(__file__).parents[1] / "data" / "drop_in_register.csv"
MARKER = "Marker Smith"


@pytest.fixture
def vault(tmp_path: Path, run: Run) -> Path:
    """A vault of a group."""
    run("new", tmp_path / "vault", "--organisation", "Our group")
    return tmp_path / "vault"


def plain(said: Said, status: int = 3) -> str:
    """Return what was said, after looking whether a person can read it."""
    assert said.status == status
    assert "Traceback" not in said.out + said.err
    assert said.err.strip()
    return said.err


def test_a_wrong_passphrase(vault: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("not these four words", "utf-8")
    said = plain(plainly("find", vault, "bus", "--passphrase-file", wrong))
    assert "Nothing was changed" in said
    missing = plain(plainly("find", vault, "bus", "--passphrase-file", tmp_path / "nothing.txt"))
    assert "nothing.txt" in missing


def test_no_such_vault_and_what_is_none(tmp_path: Path, run: Run) -> None:
    for place in (tmp_path / "nowhere", REGISTER, tmp_path):
        assert "no vault" in plain(run("find", place, "bus"))


def test_a_vault_from_a_newer_program(vault: Path, run: Run) -> None:
    with unlocking.unlock(vault, PASSPHRASE) as unlocked:
        unlocked._inside.writer.run(
            lambda con: con.execute(
                "INSERT INTO _sqlite_migrations(migration_set, name, applied_at) VALUES('vcse', 'm999', '')"
            )
        )
    before = (vault / "data.db").read_bytes()
    assert "newer" in plain(run("find", vault, "bus"))
    assert (vault / "data.db").read_bytes() == before


def test_a_spreadsheet_that_does_not_fit(vault: Path, run: Run, tmp_path: Path) -> None:
    start = ["import", vault, REGISTER, "--kind", "session"]
    assert "its columns are: When, What" in plain(run(*start, "--map", "date=Day")).replace("Its", "its")
    assert "Nothing was imported" in plain(run(*start, "--map", "day=When"))
    assert "so nothing was imported" in plain(
        run("import", vault, tmp_path / "no.csv", *start[3:], "--map", "date=When")
    )
    assert "FIELD=COLUMN" in plain(run(*start, "--map", "When"), 2)
    bad = tmp_path / "bad.csv"
    bad.write_text("d,a\n1/1/2026,Walk\nsoon,Walk\n", "utf-8")
    said = run("import", vault, bad, "--kind", "session", "--map", "date=d", "--map", "activity=a")
    assert "Row 3, column “d”" in said.out
    assert "Nothing was imported" in plain(said)
    assert run("find", vault, "Walk").out == ""
    chosen = ["--map", "date=d", "--map", "activity=a", "--leave-out"]
    assert run("import", vault, bad, "--kind", "session", *chosen).status == 0
    assert "Walk" in run("find", vault, "Walk").out


def test_two_programs_on_one_vault(vault: Path, run: Run) -> None:
    with unlocking.unlock(vault, PASSPHRASE):
        assert "already open" in plain(run("find", vault, "bus"))
    assert run("find", vault, "bus").status == 0


def test_a_pack_that_cannot_be_written(vault: Path, run: Run, tmp_path: Path) -> None:
    days = ["--from", "2024-01-01", "--to", "2024-03-31", "--for", "Our council"]
    there = tmp_path / "there.zip"
    there.write_text("mine", "utf-8")
    assert "was left as it is" in plain(run("pack", "make", vault, *days, "--out", there))
    assert there.read_text("utf-8") == "mine"
    backwards = ["--from", "2024-03-31", "--to", "2024-01-01", "--for", "X", "--out", tmp_path / "x.zip"]
    assert "first" in plain(run("pack", "make", vault, *backwards))
    ages = ["--from", "1900-01-01", "--to", "9999-12-31", "--for", "X", "--out", tmp_path / "x.zip"]
    assert "20 years" in plain(run("pack", "make", vault, *ages))
    new = ("--out", tmp_path / "new.zip", "--next", "2001-01-01", "--no-asks")
    assert "still to come" in plain(run("pack", "make", vault, *days, *new))
    plain(run("pack", "make", vault, "--from", "soon", *days[2:], "--out", tmp_path / "x.zip"), 2)


def test_what_is_no_pack(run: Run, tmp_path: Path) -> None:
    assert run("pack", "check", REGISTER).status == 10
    assert run("pack", "check", tmp_path / "nothing.zip").status == 3


def test_an_existing_folder_is_left_alone(vault: Path, run: Run, tmp_path: Path) -> None:
    before = sorted(file.name for file in vault.iterdir())
    plain(run("new", vault, "--organisation", "Another"))
    plain(run("example", vault))
    assert sorted(file.name for file in vault.iterdir()) == before
    short = tmp_path / "short.txt"
    short.write_text("too short", "utf-8")
    plain(plainly("new", tmp_path / "other", "--organisation", "Other", "--passphrase-file", short))
    assert "This is needed." in plain(run("new", tmp_path / "other", "--organisation", " "))
    plain(run("new", tmp_path / "other", "--organisation", "Other", "--number", "12345"))
    assert not (tmp_path / "other").exists()


def test_a_slip_in_the_recovery_code(vault: Path, run: Run, tmp_path: Path) -> None:
    code = tmp_path / "code.txt"
    code.write_text("0123-4567", "utf-8")
    assert "28 letters and numbers" in plain(run("rehearse", vault, "--code-file", code))


def test_damage_is_named(vault: Path, run: Run) -> None:
    data = bytearray((vault / "data.db").read_bytes())
    data[len(data) // 2] ^= 1
    (vault / "data.db").write_bytes(data)
    said = run("doctor", vault)
    assert said.status == 3
    assert "damaged" in said.out + said.err


def test_a_fault_of_ours_is_told_without_anything_personal(
    vault: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> list[finding.Found]:
        return [int(MARKER)]  # type: ignore[list-item]

    monkeypatch.setattr(finding, "find", broken)
    said = plain(run("find", vault, MARKER), BUG)
    assert "Something went wrong in the program. What you saved is safe." in said
    assert "ValueError" in said
    assert "Smith" not in said


def test_help_is_there_for_every_command() -> None:
    for words in ([], ["pack"], ["new"], ["import"], ["pack", "make"], ["pack", "check"], ["doctor"]):
        said = plainly(*words, "--help")
        assert said.status == 0
        assert len(said.out) > 100
