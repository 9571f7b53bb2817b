"""On a full disk a unit is not saved at all, everything else can be read, and afterwards work goes on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store.errors import CannotWrite, DiskFull
from vcse_desktop.store.vault import Vault, open_vault


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _ = make_vault(tmp_path)
    with made:
        with made.unit("add") as unit:
            unit.save("person", None, {"known_as": "before"})
        yield made


@contextmanager
def full(vault: Vault) -> Iterator[None]:
    """Let the file grow no more."""

    def limit(pages: int) -> None:
        vault._inside.writer.run(lambda con: con.execute(f"PRAGMA max_page_count={pages}").fetchall())

    limit(1)  # SQLite takes the present size instead
    try:
        yield
    finally:
        limit(2**30)


def names(vault: Vault) -> list[object]:
    return [row["known_as"] for row in vault.rows("person")]


def fill(vault: Vault, rows: int) -> None:
    with vault.unit("import") as unit:
        for number in range(rows):
            unit.save("person", None, {"known_as": f"n{number}", "note": "x" * 3000})


@pytest.mark.parametrize("rows", [2, 500])
def test_a_unit_on_a_full_disk_is_rolled_back_whole(vault: Vault, rows: int) -> None:
    units = vault.units()
    with full(vault):
        for _ in range(2):
            with pytest.raises(DiskFull) as raised:
                fill(vault, rows)
            assert names(vault) == ["before"]
            assert vault.units() == units
            assert vault.search("n1") == []
            assert [hit.table for hit in vault.search("before")] == ["person"]
            assert vault.verify() == []
    assert "everything saved before is safe" in raised.value.sentence
    fill(vault, rows)
    assert len(names(vault)) == rows + 1
    assert vault.verify() == []


def test_a_vault_on_a_full_disk_can_be_locked_and_opened_and_read(vault: Vault) -> None:
    with full(vault):
        with pytest.raises(DiskFull):
            fill(vault, 50)
    vault.lock()
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert names(opened) == ["before"]


def test_undo_on_a_full_disk_changes_nothing(vault: Vault) -> None:
    with vault.unit("import") as unit:
        for number in range(300):
            unit.save("person", None, {"known_as": f"n{number}"})
    assert unit.id
    with full(vault):
        with pytest.raises(DiskFull):
            while True:  # until the last free page is used
                fill(vault, 1)
        before = names(vault)
        with pytest.raises(DiskFull):
            vault.undo(unit.id)
        assert names(vault) == before
    assert vault.undo(unit.id) == []
    assert len(names(vault)) == len(before) - 300
    assert vault.verify() == []


def test_a_file_that_cannot_be_replaced_is_said_and_the_slots_stay(vault: Vault) -> None:
    blocked = vault.folder / "vault.keys.new"
    blocked.mkdir()
    before = (vault.folder / "vault.keys").read_bytes()
    with pytest.raises(CannotWrite):
        vault.change_passphrase(PASSPHRASE, "another phrase of words")
    assert (vault.folder / "vault.keys").read_bytes() == before
    assert vault.verify() == []
