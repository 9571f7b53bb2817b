"""Of tens of thousands of changed files none is taken for good, and none ends the program."""

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.attacks.corpus import again, inner, inside, outer, signatures
from tests.attacks.corpus.case import Case
from tests.attacks.slices import SMALL, some
from tests.attacks.victim import REGISTER, VICTIMS, Victim
from tests.attacks.weighing import write_large, write_papers
from tests.packs.example import checked
from vcse_desktop.packs.checking import check
from vcse_desktop.packs.verdicts import Verdict

FAMILIES = (*outer.FAMILIES, *inner.FAMILIES, *inside.FAMILIES, *signatures.FAMILIES, *again.FAMILIES)
EACH = 8
"""Files of each family and kind in the usual run."""
Family = Callable[[Victim], list[Case]]


@pytest.mark.parametrize("kind", VICTIMS)
def test_the_files_are_good_before_anybody_touches_them(kind: str) -> None:
    assert checked(VICTIMS[kind].whole(), REGISTER).verdict is Verdict.OK


@pytest.mark.parametrize("family", FAMILIES, ids=lambda one: one.__name__)
@pytest.mark.parametrize("kind", VICTIMS)
def test_nothing_else_is_said_than_may_be(kind: str, family: Family, seed: int) -> None:
    cases = family(VICTIMS[kind])
    for case in some(cases, SMALL if kind == "pack" and len(cases) <= SMALL else EACH, seed):
        found = checked(case.make(), case.register).verdict
        assert found in case.expected, (case, found.name)


def test_there_are_at_least_20_000_in_the_long_run() -> None:
    sizes = {
        family.__name__: len(family(VICTIMS["notice"])) for family in (outer.flips, outer.cuts, outer.shifts)
    }
    assert sum(sizes.values()) > 20_000, sizes


def test_what_is_kept_of_a_file_made_again_is_what_was_signed(tmp_path: Path, seed: int) -> None:
    victim = VICTIMS["pack"]
    contents = {name.removeprefix("data/"): content for name, content in victim.files.items()}
    for number, case in enumerate(some(again.touched(victim), 100, seed)):
        result = check(io.BytesIO(case.make()), REGISTER, tmp_path / str(number))
        assert result.kept or not result.is_trusted
        if result.kept:
            kept = {f.relative_to(result.kept).as_posix(): f for f in result.kept.rglob("*") if f.is_file()}
            assert {name: file.read_bytes() for name, file in kept.items()} == contents


def weighed_in(folder: Path, *more: object) -> list[list[str]]:
    """Return name, verdict and KiB of each file in the folder, and of attacks, as another process tells."""
    command = [sys.executable, "-m", "tests.attacks.weighing", str(folder), *map(str, more)]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=300, check=True)
    return [line.split() for line in done.stdout.splitlines() if line.count(" ") == 2]


def test_no_pdf_takes_more_than_64_mib_whatever_its_signer_put_into_it(tmp_path: Path) -> None:
    names = write_papers(tmp_path)
    weighed = weighed_in(tmp_path)
    assert {name for name, *_ in weighed} == set(names)
    assert {name: verdict for name, verdict, _ in weighed} == {
        name: "UNKNOWN_SIGNER" if "packed" in name else "ALTERED" if name == "alone.pdf" else "UNSAFE"
        for name in names
    }
    assert sum(int(kib) for _, _, kib in weighed) < 64 << 10, weighed


def test_no_file_takes_more_than_64_mib(tmp_path: Path, seed: int) -> None:
    write_large(tmp_path)
    weighed = weighed_in(tmp_path, seed)
    assert {name: verdict for name, verdict, _ in weighed if verdict != "attacks"} == {
        "again.zip": "UNKNOWN_SIGNER",
        "large.zip": "UNKNOWN_SIGNER",
        "longer.zip": "ALTERED",
        "names.zip": "TOO_BIG",
        "nothing.zip": "NOT_A_PACK",
        "pdf.zip": "UNSAFE",
        "zip.zip": "NOT_A_PACK",
    }
    assert len(weighed) == 12
    assert max(int(kib) for _, _, kib in weighed) < 64 << 10, weighed
