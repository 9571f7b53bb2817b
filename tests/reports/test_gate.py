"""The gate notices every fault that is planted in a good file, and none where there is none."""

import random
from dataclasses import replace

import pytest

from tests.conftest import LONG
from tests.reports.gate.example import HEAD, example
from tests.reports.gate.faults import faults
from tests.reports.gate.planted import MEANING, WAYS, plant
from tests.reports.gate.repainted import DRAWN
from vcse_desktop.reports.pdf import pdf

PLANTED = {**MEANING, **WAYS, **DRAWN}


@pytest.fixture(scope="module")
def good() -> bytes:
    return pdf(example(), HEAD)


def test_a_good_file_has_no_fault(good: bytes) -> None:
    assert faults(good, example(), HEAD) == []
    assert faults(plant(good, lambda _: None), example(), HEAD) == []


@pytest.mark.parametrize("turn", range(len(PLANTED) if LONG else len(PLANTED) // 4))
def test_each_planted_fault_is_noticed(good: bytes, turn: int, seed: int) -> None:
    names = random.Random(seed).sample(sorted(PLANTED), len(PLANTED))  # noqa: S311 - others in each run
    assert faults(plant(good, PLANTED[names[turn]]), example(), HEAD), f"{names[turn]} (VCSE_SEED={seed})"


def test_a_marked_report_that_is_not_marked_on_each_page_is_noticed(good: bytes) -> None:
    marked = replace(HEAD, mark="For our own use: not for sharing")
    assert faults(pdf(example(), marked), example(), marked) == []
    assert len([one for one in faults(good, example(), marked) if "it does not carry" in one]) == 5


def test_there_are_enough_of_them() -> None:
    assert len({*MEANING, *WAYS, *DRAWN}) == len(MEANING) + len(WAYS) + len(DRAWN) >= 24
    assert len(MEANING) >= 10
