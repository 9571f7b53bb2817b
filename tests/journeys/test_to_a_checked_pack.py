"""From nothing to a pack that a partner has checked, on the command line, with spreadsheets that we wrote."""

import json
import re
from pathlib import Path

import pytest

from tests import outside
from tests.commands import MAKE, Run

DATA = Path(__file__).parents[1] / "data"
REGISTER = ["--map", "date=When", "--map", "activity=What", "--map", "people_n=How many came"]
SAID = ["--map", "words=Words", "--map", "heard_on=Heard", "--map", "kind=Kind", "--map", "themes=Themes"]
QUARTER = ["--from", "2024-01-01", "--to", "2024-03-31"]


@pytest.fixture
def vault(tmp_path: Path, run: Run) -> Path:
    """A vault whose recovery code was typed back."""
    folder, code = tmp_path / "our vault", tmp_path / "code.txt"
    made = run("new", folder, "--organisation", "Carers of the Vale")
    assert made.status == 0
    assert re.fullmatch(r"([0-9A-Z]{4}-){6}[0-9A-Z]{4}\n", made.out)
    refused = run(*MAKE, folder, *QUARTER, "--for", "Our council", "--out", tmp_path / "early.zip")
    assert refused.status == 3
    assert "vcse-desktop rehearse" in refused.err
    code.write_text(made.out.lower(), "utf-8")
    assert run("rehearse", folder, "--code-file", code).status == 0
    return folder


def test_from_a_spreadsheet_to_a_pack_that_others_can_check(vault: Path, run: Run, tmp_path: Path) -> None:
    dry = run("import", vault, DATA / "drop_in_register.csv", "--kind", "session", *REGISTER, "--dry-run")
    assert dry.status == 0
    assert "58 rows" in dry.out
    assert run("import", vault, DATA / "drop_in_register.csv", "--kind", "session", *REGISTER).status == 0
    assert run("import", vault, DATA / "what_people_said.csv", "--kind", "insight", *SAID).status == 0
    assert "bench half way" in run("find", vault, "bench").out
    assert run("undo", vault).status == 0
    assert "bench half way" not in run("find", vault, "bench").out
    assert run("import", vault, DATA / "what_people_said.csv", "--kind", "insight", *SAID).status == 0

    pack = tmp_path / "pack.zip"
    made = run(*MAKE, vault, *QUARTER, "--for", "Our council", "--out", pack)
    assert made.status == 0, made.err
    assert run("doctor", vault).out == "The vault is whole.\n"
    checked = run("pack", "check", pack, "--json")
    assert checked.status == 20
    told = json.loads(checked.out)
    assert (told["verdict"], told["signer"]) == ("UNKNOWN_SIGNER", "Carers of the Vale")
    assert told["file"] == str(pack)
    assert all_outside_tools(pack, tmp_path / "unpacked")


def all_outside_tools(pack: Path, folder: Path) -> bool:
    """Run the four tools that a partner has."""
    bag = outside.unpack(pack, folder)
    return all(
        check(bag) for check in (outside.openssl, outside.sha256sum, outside.bagit, outside.frictionless)
    )


def test_a_partner_compares_the_digits_once(vault: Path, run: Run, tmp_path: Path) -> None:
    run("import", vault, DATA / "drop_in_register.csv", "--kind", "session", *REGISTER)
    first, second, partner = tmp_path / "1.zip", tmp_path / "2.zip", tmp_path / "partner"
    made = run(*MAKE, vault, *QUARTER, "--for", "Our council", "--out", first)
    later = ["--from", "2023-10-01", "--to", "2023-12-31"]
    assert run(*MAKE, vault, *later, "--for", "Our council", "--out", second).status == 0
    run("new", partner, "--organisation", "Our council")
    met = run("pack", "check", first, "--vault", partner)
    assert met.status == 20
    digits = re.search(r"([0-9]{5} ){5}[0-9]{5}", met.out)
    assert digits
    assert digits[0] in made.out  # as one says them to the other on the phone
    wrong = run("pack", "compare", first, "--vault", partner, "--digits", digits[0][::-1])
    assert wrong.status == 3
    assert "Nobody was remembered" in wrong.err
    assert run("pack", "check", first, "--vault", partner).status == 20
    known = run("pack", "compare", first, "--vault", partner, "--digits", digits[0].replace(" ", "-"))
    assert known.status == 0, known.err
    assert run("pack", "check", first, "--vault", partner).status == 0
    assert run("pack", "check", second, "--vault", partner).status == 0  # the same signer, known by now
    both = run("pack", "check", first, second, "--vault", partner, "--json")
    assert both.status == 0
    assert [json.loads(line)["verdict"] for line in both.out.splitlines()] == ["OK", "OK"]
    mixed = run("pack", "check", first, tmp_path / "gone.zip", DATA / "drop_in_register.csv", "--json")
    assert mixed.status == 20
    verdicts = [json.loads(line)["verdict"] for line in mixed.out.splitlines()]
    assert verdicts == ["UNKNOWN_SIGNER", "UNREADABLE", "NOT_A_PACK"]


def test_the_same_days_in_other_numbers_go_beside_each_other(vault: Path, run: Run, tmp_path: Path) -> None:
    run("import", vault, DATA / "drop_in_register.csv", "--kind", "session", *REGISTER)
    make = [*MAKE, vault, "--for"]
    assert run(*make, "Our council", *QUARTER, "--out", tmp_path / "1.zip").status == 0
    assert run(*make, "Another partner", *QUARTER, "--out", tmp_path / "2.zip").status == 0
    longer = ["--from", "2024-01-01", "--to", "2024-04-30"]
    assert run(*make, "Our council", *longer, "--out", tmp_path / "3.zip").status == 0
    packs = [tmp_path / f"{number}.zip" for number in (1, 2, 3)]
    checked = run("pack", "check", *packs, "--json").out.splitlines()
    assert [json.loads(line)["verdict"] for line in checked] == ["UNKNOWN_SIGNER"] * 3
