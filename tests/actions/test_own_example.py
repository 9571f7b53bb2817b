"""The example of this computer: made once, opened again, put aside when harmed, deleted in one action."""

import pytest

from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.actions.example import IS_EXAMPLE, OPEN_TO_ALL, delete_example, open_example
from vcse_desktop.actions.last_opened import example_folder
from vcse_desktop.actions.unlocking import unlock
from vcse_desktop.errors import Refused
from vcse_desktop.store.errors import AlreadyOpen


def test_the_example_is_made_once_and_deleted_in_one_action() -> None:
    with open_example() as vault:
        assert vault.setting(IS_EXAMPLE) is True
        with vault.unit("add") as unit:
            ours = unit.save("person", None, {"known_as": "Somebody new"})
        with pytest.raises(AlreadyOpen):
            open_example()
    with open_example() as again:
        assert again.row("person", ours) is not None
        delete_example(again)
    assert not example_folder().exists()


def test_an_example_that_was_half_made_is_made_anew_and_a_harmed_one_is_put_aside() -> None:
    make_vault(example_folder())[0].lock()  # not to be opened with the published passphrase
    with open_example() as vault:
        assert vault.setting(IS_EXAMPLE) is True
        with vault.unit("begin") as unit:
            unit.set(IS_EXAMPLE, False)
    unlock(example_folder().with_name("example-aside-1"), PASSPHRASE).lock()
    with open_example() as vault:
        assert vault.setting(IS_EXAMPLE) is True


def test_only_an_example_can_be_deleted_as_one(tmp_path_factory: pytest.TempPathFactory) -> None:
    vault, _ = make_vault(tmp_path_factory.mktemp("ours"))
    with vault, pytest.raises(Refused):
        delete_example(vault)
    unlock(vault.folder, PASSPHRASE).lock()


def test_the_published_passphrase_is_one_that_a_person_could_use() -> None:
    assert len(OPEN_TO_ALL.split()) >= 4
