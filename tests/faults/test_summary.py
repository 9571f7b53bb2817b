"""What the suite says at its end: what was tried on each kind of store, and what was lost."""

from random import Random

import pytest

from tests.faults.tally import HALF, SILENT, Tally, lines


def reports(tally: Tally) -> list[pytest.TestReport]:
    """Return what pytest reports of a test that has counted this: all it carries, each time."""
    tally.close()
    return [
        pytest.TestReport("t", ("t", 1, "t"), {}, "passed", None, when, user_properties=tally.properties)
        for when in ("setup", "call", "teardown")
    ]


def test_each_kind_of_store_has_its_line() -> None:
    ours, plain = (Tally([], 7, Random(7)) for _ in range(2))  # noqa: S311
    ours.tried("vault", "kills", 3)
    ours.tried("vault", "full disks", 1200)
    plain.tried("plain SQLite", "kills", 3)
    plain.harm("plain SQLite", SILENT, "kill 1")
    plain.harm("plain SQLite", "", "kill 2")
    assert lines([*reports(plain), *reports(ours)]) == [
        "faults: 1,200 full disks, 3 kills tried; acknowledged work lost 0, half units 0, silent damage 0",
        "plain SQLite under the same tests: 3 kills tried; "
        "acknowledged work lost 0, half units 0, silent damage 1",
        "the same faults again: VCSE_SEED=7",
    ]
    assert lines([]) == []


def test_harm_to_a_vault_fails_the_test_and_is_counted() -> None:
    tally = Tally([], 7, Random(7))  # noqa: S311
    tally.tried("vault", "kills")
    with pytest.raises(AssertionError, match="half units after kill 1; VCSE_SEED=7"):
        tally.harm("vault", HALF, "kill 1")
    assert "half units 1" in lines(reports(tally))[0]
