"""On a full disk a unit is not saved at all, everything else can be read, and afterwards work goes on."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

import pytest

from tests.conftest import LONG
from tests.faults.disk import laid, promised, taken
from tests.faults.judging import after_a_crash, harm_in
from tests.faults.recording import HERE, recorded, watching
from tests.faults.stores import OURS, PLAIN, Opened, Store
from tests.faults.struck_works import WORKS
from tests.faults.tally import HALF, LOST, SILENT, Tally
from tests.faults.watching import Watch
from tests.faults.works import Save, Work
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.errors import VcseError
from vcse_desktop.store.errors import CannotWrite, DiskFull
from vcse_desktop.store.vault import Vault, open_vault

LIMITS, FULL = (200, 0) if LONG else (50, 3)


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


if HERE:

    @pytest.mark.parametrize("store", [OURS, PLAIN], ids=lambda store: store.name)
    @pytest.mark.parametrize("once", [False, True], ids=["it stays full", "it is full once"])
    def test_no_room_at_any_write_of_a_save(store: Store, once: bool, tmp_path: Path, tally: Tally) -> None:
        """Each write of a unit fails in turn; every few units the log is taken in, and that fails too."""
        store.make(tmp_path)
        with watching(store, tmp_path) as watch, store.open(tmp_path) as opened:
            Save.with_a_short_log(opened)
            for number in count(1):
                after = number - 1
                watch.no_room(after, once=once)
                harm = save_without_room(store, opened, watch, number)
                tally.tried(store.name, "full disks")
                tally.harm(store.name, harm, f"save {number}, without room after {after} writes")
                if not watch.refused:
                    break
            assert number > 5  # so many writes a save has, at the least
        with store.open(tmp_path) as opened:
            tally.harm(store.name, harm_in(opened.found(), number), "opening again")

    def save_without_room(store: Store, opened: Opened, watch: Watch, number: int) -> str:
        """Save a unit while room ends, then once more with room if it was refused; return the harm."""
        saved = number - 1
        try:
            opened.do(number)
            saved = number
        except store.full:
            pass
        found = opened.found()
        watch.room()
        if found.units != saved or opened.problems():
            return harm_in(found, saved) or SILENT
        if saved != number:
            opened.do(number)
        return "" if opened.found().units == number else LOST

    @pytest.mark.parametrize("work", WORKS.values(), ids=str)
    def test_no_room_at_some_write_of_a_work(work: Work, tmp_path: Path, tally: Tally) -> None:
        """What was refused is said, and the vault is as it was; with --long each write fails in turn."""
        writes = len(recorded(work, tmp_path / "made").ops)
        work.prepare(tmp_path / "before")
        before = taken(tmp_path / "before")
        some = range(writes) if LONG else sorted(tally.chance.sample(range(writes), int(FULL * work.share)))
        for after in some:
            folder = laid(before, tmp_path / str(after))
            with watching(work.store, folder) as watch:
                watch.no_room(after, once=bool(after % 2))
                with suppress(VcseError, *work.store.full):
                    work.run(folder, watch)
                watch.room()
            tally.tried(work.store.name, "full disks")
            where = f"{work}, without room after {after} writes of {writes}"
            tally.harm(work.store.name, work.harm(folder, promised(watch.ops, len(watch.ops))), where)
            shutil.rmtree(folder)

    def test_a_file_that_may_not_grow(root: Path, tmp_path: Path, tally: Tally) -> None:
        """The system itself refuses here, and part of what is written may be there."""
        OURS.make(tmp_path)
        command = [sys.executable, "-m", "tests.faults.limited", str(tmp_path), str(LIMITS)]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
        said = done.stdout.splitlines()
        assert len(said) == LIMITS and "right refused" in said and "right saved" in said
        for number, word in enumerate(said):
            tally.tried("vault", "full disks")
            tally.harm("vault", "" if word.startswith("right") else HALF, f"limit {number}")
        tally.harm("vault", after_a_crash(OURS, tmp_path, LIMITS), "opening again")
