"""A keeper at a terminal: what would be erased, erasing, what is due, and the file for one person."""

import zipfile
from pathlib import Path

import pytest

from tests.commands import Run
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import unlocking
from vcse_desktop.store.ident import number_of, symbols


@pytest.fixture
def vault(tmp_path: Path, run: Run) -> Path:
    """A vault with two people of one name, one of another, and an old note."""
    run("new", tmp_path / "vault", "--organisation", "Our group")
    with unlocking.unlock(tmp_path / "vault", PASSPHRASE) as opened, opened.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann Planter"})
        for _ in range(2):
            unit.save("person", None, {"known_as": "Bo"})
        unit.save("time_given", None, {"person": ann, "hours": 60})
        unit.save("activity", None, {"title": "Dig", "note": "Ask Ann Planter"})
        unit.save("support", None, {"date": "2001-02-03", "who_hint": "green hat"})
    return tmp_path / "vault"


def people(vault: Path) -> list[object]:
    with unlocking.unlock(vault, PASSPHRASE) as opened:
        assert opened.verify() == []
        return [row["known_as"] for row in opened.rows("person")]


def test_it_says_what_would_go_and_erases_when_told_to(vault: Path, tmp_path: Path, run: Run) -> None:
    said = run("erase", vault, "ann planter")
    assert said.status == 0
    for words in (
        "Goes: Person, 1",
        "Stays without a name: Records of hours given, 1",
        "Activity “Dig”, Notes",
    ):
        assert words in said.out
    assert "Nothing was erased" in said.err
    assert "Ann Planter" in people(vault)
    said = run("erase", vault, "Ann Planter", "--for-good", "--certificate", tmp_path / "c.txt")
    assert said.status == 0
    assert "Certificate of erasure" in said.out
    assert "Planter" not in (tmp_path / "c.txt").read_text("utf-8")
    assert people(vault) == ["Bo", "Bo"]


def test_one_of_several_is_meant_by_its_code(vault: Path, run: Run) -> None:
    said = run("erase", vault, "Bo", "--for-good")
    assert said.status == 3
    code = said.err.split("mean: ")[1].split(",")[0]
    assert run("erase", vault, code.lower(), "--for-good").status == 0
    assert sorted(map(str, people(vault))) == ["Ann Planter", "Bo"]
    assert run("erase", vault, code, "--for-good").status == 3
    assert run("erase", vault, "Nobody").status == 3


def test_what_is_due_is_listed_and_nothing_happens(vault: Path, run: Run) -> None:
    said = run("retention", vault)
    assert said.status == 0
    assert "Support given" in said.out and "3 February 2001" in said.out and "3 years" in said.out
    code = said.out.split("\t")[0]
    run("erase", vault, code, "--for-good")
    assert "Nothing has been kept longer" in run("retention", vault).out


def test_everything_about_somebody_is_a_file(vault: Path, tmp_path: Path, run: Run) -> None:
    said = run("access-export", vault, "Ann Planter", "--out", tmp_path / "ann.zip")
    assert said.status == 0
    assert "2 records" in said.out and "1 text of another record" in said.out and "not encrypted" in said.out
    with zipfile.ZipFile(tmp_path / "ann.zip") as packed:
        assert {"everything.html", "everything.json"} < set(packed.namelist())


def test_a_code_is_read_as_it_is_written() -> None:
    for number in (0, 1, 385333365924871361, (1 << 63) - 1):
        assert number_of(f" {symbols(number).lower()} ") == number
    assert number_of("U" * 13) is None and number_of("Z" * 13) is None
