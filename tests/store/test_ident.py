"""Ids and stamps never clash and never go back, whatever the clock of the computer does."""

import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.store.state import living
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store import ident
from vcse_desktop.store.ident import EPOCH_MS, Clock, derived_id, new_id, symbols
from vcse_desktop.store.vault import Vault, open_vault

YEAR_MS = 365 * 24 * 3600 * 1000


@pytest.fixture(autouse=True)
def _ids_of_today_for_the_next_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ident, "_last", 0)


def test_ids_rise_by_time_of_entry_and_fit_the_rowid() -> None:
    ids = [new_id() for _ in range(5000)]
    assert ids == sorted(set(ids))
    assert all(0 < number < 2**63 for number in ids)
    assert abs((ids[0] >> 22) + EPOCH_MS - ident.wall_ms()) < 60_000


def test_threads_share_no_id() -> None:
    with ThreadPoolExecutor(8) as threads:
        drawn = [
            number
            for some in threads.map(lambda _: [new_id() for _ in range(500)], range(8))
            for number in some
        ]
    assert len(set(drawn)) == 4000


def test_a_clock_before_our_time_still_gives_ids_that_no_other_start_gives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real, drawn = ident.wall_ms, list[int]()
    monkeypatch.setattr(ident, "wall_ms", lambda: real() - 12 * YEAR_MS)
    for _ in range(2):
        monkeypatch.setattr(ident, "_last", 0)  # as when the program is started
        begun = len(drawn)
        drawn += [new_id() for _ in range(10_000)]
        assert drawn[begun:] == sorted(drawn[begun:])
    assert len(set(drawn)) == 20_000
    assert all(0 < number < 2**63 for number in drawn)


def test_the_same_pair_is_the_same_row_on_every_laptop() -> None:
    assert derived_id(27, 1, 2) == 7615617032676714651
    assert derived_id(33, "pack_purpose") == 6227235200768735430
    assert len({derived_id(27, 1, 2), derived_id(27, 2, 1), derived_id(28, 1, 2), derived_id(27, 12)}) == 4
    assert 0 <= derived_id(27, 1, 2) < 2**63


def test_people_see_an_id_as_thirteen_symbols() -> None:
    assert symbols(0) == "0" * 13
    assert symbols(33) == "0" * 11 + "11"
    assert len({symbols(new_id()) for _ in range(100)}) == 100
    assert len(symbols(2**63 - 1)) == 13


def test_stamps_rise_whatever_the_wall_clock_does(monkeypatch: pytest.MonkeyPatch) -> None:
    now, clock = ident.wall_ms(), Clock(0)
    jumps = random.Random(7)  # noqa: S311 - a test
    stamps = []
    for _ in range(1000):
        shift = jumps.choice((-10 * YEAR_MS, 0, 0, 1, YEAR_MS))
        monkeypatch.setattr(ident, "wall_ms", lambda shift=shift: now + shift)
        stamps.append(clock.tick())
    assert stamps == sorted(set(stamps))
    assert max(stamps) >> 16 >= now + YEAR_MS


def test_a_vault_goes_on_after_the_newest_unit_it_has_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, _ = make_vault(tmp_path)
    now = ident.wall_ms()
    monkeypatch.setattr(ident, "wall_ms", lambda: now + YEAR_MS)
    add(vault, "ahead")
    vault.lock()
    monkeypatch.setattr(ident, "wall_ms", lambda: now - 10 * YEAR_MS)
    with open_vault(tmp_path, PASSPHRASE) as opened:
        add(opened, "behind")
        assert [row["known_as"] for row in living(opened)["person"]] == ["ahead", "behind"]
        assert [unit.id for unit in opened.units()] == [3, 2, 1]
        assert opened.verify() == []


def add(vault: Vault, name: str) -> None:
    with vault.unit("add") as unit:
        unit.save("person", None, {"known_as": name})
