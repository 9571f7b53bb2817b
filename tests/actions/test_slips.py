"""A slip in a recovery code is named by its group, with the code at hand or with the vault alone."""

from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.actions.slips import groups, must_be_whole
from vcse_desktop.actions.unlocking import new_passphrase, people, rehearse, unlock, unlock_with_code
from vcse_desktop.errors import Refused
from vcse_desktop.store.recovery import ALPHABET


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A vault and the code on its sheet."""
    folder = tmp_path_factory.mktemp("slips") / "vault"
    vault, code = make_vault(folder)
    vault.lock()
    return folder, code


def other(symbol: str) -> str:
    """Return the next symbol of the alphabet."""
    return ALPHABET[(ALPHABET.index(symbol) + 1) % len(ALPHABET)]


def wrong_in(code: str, group: int) -> str:
    """Return the code with one wrong symbol in this group."""
    place = (group - 1) * 5 + 1
    return code[:place] + other(code[place]) + code[place + 1 :]


def named(typed: str, folder: Path, sheet: str = "") -> object:
    """Return the group that is named for what was typed, None when none is."""
    with pytest.raises(Refused) as refused:
        must_be_whole(typed, folder, sheet)
    return refused.value.values.get("group")


@pytest.mark.parametrize("group", range(1, 8))
def test_one_wrong_symbol_is_named_by_its_group(made: tuple[Path, str], group: int) -> None:
    folder, code = made
    assert named(wrong_in(code, group), folder, code) == group


def test_later_the_vault_alone_tells_which_group_it_is(made: tuple[Path, str]) -> None:
    folder, code = made
    assert named(wrong_in(code, 3), folder) == 3
    swapped = list(code)
    place = next(p for p in range(5, 23) if "-" not in code[p : p + 2] and code[p] != code[p + 1])
    swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
    assert named("".join(swapped), folder) == place // 5 + 1
    assert named(wrong_in(wrong_in(code, 3), 6), folder) is None, "two slips cannot be found without the code"


def test_strange_symbols_and_short_groups_are_named(made: tuple[Path, str]) -> None:
    folder, code = made
    assert named(code[:5] + "U" + code[6:], folder) == 2
    assert named(code[:5] + code[6:], folder) == 2
    assert named(code[:5] + code[6:].replace("-", " "), folder) == 2
    assert named(code[:8].replace("-", ""), folder) is None
    assert named("", folder) is None


def test_a_code_is_shown_in_groups_as_it_is_read() -> None:
    assert groups("o1il-abcd ef") == ["0111", "ABCD", "EF", "", "", "", ""]
    assert groups("0" * 30)[-1] == "000000"


def test_a_slip_opens_nothing_and_a_right_code_does_everything(made: tuple[Path, str]) -> None:
    folder, code = made
    with pytest.raises(Refused):
        unlock_with_code(folder, wrong_in(code, 3))
    with unlock(folder, PASSPHRASE) as vault:
        with pytest.raises(Refused):
            rehearse(vault, wrong_in(code, 3), sheet=code)
        assert not vault.rehearsed
        rehearse(vault, code.lower().replace("-", " "))
        assert vault.rehearsed


def test_the_sheet_sets_a_new_passphrase_for_the_first_keeper(tmp_path: Path) -> None:
    made, code = make_vault(tmp_path / "vault")
    made.lock()
    with new_passphrase(
        unlock_with_code(tmp_path / "vault", code), code, "another four plain words"
    ) as vault:
        (keeper,) = people(tmp_path / "vault")
        assert vault.member == int(keeper.slot), "who renewed it is in as the keeper, not as the paper"
    with pytest.raises(Refused):
        unlock(tmp_path / "vault", PASSPHRASE)
    by_code = unlock_with_code(tmp_path / "vault", code)
    with pytest.raises(Refused):
        new_passphrase(by_code, code, "short")
    unlock(tmp_path / "vault", "another four plain words").lock()
