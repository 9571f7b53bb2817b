"""The times of cover and lock are the group's, and what lifts the cover is of whoever is in."""

from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE, THEIRS, as_somebody_else, make_vault
from vcse_desktop.actions import covering
from vcse_desktop.actions.covering import Times, lifts, set_pin, set_times, take_pin, times
from vcse_desktop.actions.standing import MEMBER
from vcse_desktop.actions.unlocking import Vault, unlock_with_code
from vcse_desktop.errors import Refused


def test_the_screen_is_covered_after_five_minutes_and_locked_after_fifteen(vault: Vault) -> None:
    assert times(vault) == Times(300, 900)
    set_times(vault, {"cover_minutes": 2, "lock_minutes": 10})
    assert times(vault) == Times(120, 600)


def test_a_cover_that_would_come_after_the_lock_never_comes(vault: Vault) -> None:
    set_times(vault, {"cover_minutes": 30, "lock_minutes": 10})
    assert times(vault) == Times(0, 600)
    set_times(vault, {"cover_minutes": 0})
    assert times(vault) == Times(0, 600)


def test_only_a_keeper_sets_the_times(vault: Vault) -> None:
    with as_somebody_else(vault, MEMBER) as theirs:
        with pytest.raises(Refused):
            set_times(theirs, {"cover_minutes": 2})
        assert times(theirs) == Times(300, 900)
        assert lifts(theirs, THEIRS, 0) and not lifts(theirs, PASSPHRASE, 0)


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "١٢٣٤", " 4711", "1111", "3456", "87654"])
def test_what_is_no_pin_or_too_easy_is_refused_in_words(vault: Vault, pin: str) -> None:
    with pytest.raises(Refused) as refused:
        set_pin(vault, pin)
    assert "Nothing was changed" in refused.value.sentence
    assert not vault.has_pin


def test_the_cover_lifts_by_pin_and_by_passphrase_and_by_nothing_else(vault: Vault) -> None:
    assert lifts(vault, PASSPHRASE, 0)
    assert not lifts(vault, "4711", 0)
    set_pin(vault, "4711")
    assert lifts(vault, "4711", 0) and lifts(vault, PASSPHRASE, 0)
    assert not any(lifts(vault, typed, 0) for typed in ("4712", "", "quite another passphrase"))
    take_pin(vault)
    assert not lifts(vault, "4711", 0)


def test_after_five_wrong_pins_only_the_passphrase_lifts_it(vault: Vault) -> None:
    set_pin(vault, "4711")
    assert lifts(vault, "4711", covering.TRIES - 1)
    assert not lifts(vault, "4711", covering.TRIES)
    assert lifts(vault, PASSPHRASE, covering.TRIES)


def test_whoever_came_in_by_the_sheet_lifts_it_by_the_code(tmp_path: Path) -> None:
    made, code = make_vault(tmp_path / "by paper")
    made.lock()
    with unlock_with_code(tmp_path / "by paper", code) as vault:
        assert lifts(vault, code, 0)
        assert not lifts(vault, code[:-1], 0)
        assert not lifts(vault, PASSPHRASE, 0)
