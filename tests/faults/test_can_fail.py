"""The judges of the faults are no rubber stamps: a store that is broken on purpose is found out by each."""

import shutil
from pathlib import Path

import pytest

from tests.faults import broken
from tests.faults.disk import killed, laid, power_cut, promised, taken
from tests.faults.judging import after_a_crash, harm_in, with_rot
from tests.faults.newer import COLUMN, newer
from tests.faults.recording import HERE, recorded, watching
from tests.faults.stores import OURS
from tests.faults.tally import HALF, HARMS, LOST, SILENT, Tally
from tests.faults.test_clock import harm_of_a_clock
from tests.faults.test_kill import kill_a_writer
from tests.faults.watching import SYNC
from tests.faults.works import Migrate, Save, Work
from vcse_desktop.store import bind, ident

TRIES = 60


def harms(work: Work, folder: Path, tally: Tally, *, of_power: bool = False) -> set[str]:
    """Return what the judge finds in a broken work that is struck at random."""
    recording, found = recorded(work, folder / "made"), set[str]()
    saved = [number for number, op in enumerate(recording.ops, 1) if op.kind == SYNC] or [0]
    for number in range(TRIES):
        at = tally.chance.choice((tally.chance.randrange(len(recording.ops)), tally.chance.choice(saved)))
        if of_power:
            files = power_cut(recording.start, recording.ops, at, tally.chance)
        else:
            files = killed(recording.start, recording.ops, at)
        struck = laid(files, folder / str(number))
        found.add(work.harm(struck, promised(recording.ops, at)))
        shutil.rmtree(struck)
        if found & set(HARMS):
            break
    return found - {""}


def test_a_writer_that_promises_too_early_is_found_out_by_a_kill(root: Path, tmp_path: Path) -> None:
    store = broken.TooEarlyStore()
    store.make(tmp_path)
    waits = (0.3, 2.0, 8.0)  # a computer with much to do may not come to a unit in the first
    assert LOST in (after_a_crash(OURS, tmp_path, kill_a_writer(root, store, tmp_path, one)) for one in waits)


def test_a_torn_log_of_a_writer_that_works_in_pieces(tmp_path: Path, tally: Tally) -> None:
    store = broken.InPiecesStore()
    store.make(tmp_path / "made")
    with store.open(tmp_path / "made") as opened:
        for number in range(1, 10):
            opened.do(number)
        files = taken(tmp_path / "made")
    found = set()
    for number in range(TRIES):
        torn = files["data.db-wal"][: tally.chance.randrange(32, len(files["data.db-wal"]))]
        with OURS.open(laid({**files, "data.db-wal": torn}, tmp_path / str(number))) as again:
            found.add(harm_in(again.found(), 0))
        if HALF in found:
            break
    assert HALF in found


def test_a_reader_that_does_not_ask_for_proof_shows_rot_as_data(tmp_path: Path, tally: Tally) -> None:
    store = broken.Unproved()
    store.make(tmp_path / "made")
    with store.open(tmp_path / "made") as opened:
        for number in range(1, 40):
            opened.do(number)
    files, found = taken(tmp_path / "made"), set()
    for number in range(5 * TRIES):
        place = tally.chance.randrange(len(files["data.db"]))
        data = bytearray(files["data.db"])
        data[place] ^= 1
        folder = laid({**files, "data.db": bytes(data)}, tmp_path / str(number))
        found.add(with_rot(store, folder, 39, named=False))
        if SILENT in found:
            break
    assert SILENT in found


def test_a_clock_that_follows_the_wall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    OURS.make(tmp_path)
    real, wrong = ident.wall_ms, 0
    monkeypatch.setattr(ident, "wall_ms", lambda: real() + wrong)
    with OURS.open(tmp_path) as opened:
        broken.forgets_its_past(opened.vault)
        opened.do(1)
        wrong = -(10**9)
        opened.do(2)
        assert harm_of_a_clock(opened, 2) == SILENT


if HERE:

    def test_a_writer_that_works_in_pieces_is_found_out_at_its_writes(tmp_path: Path, tally: Tally) -> None:
        assert HALF in harms(Save(broken.InPiecesStore()), tmp_path, tally)

    def test_a_writer_that_does_not_wait_for_the_disk_loses_by_a_power_cut(
        tmp_path: Path, tally: Tally
    ) -> None:
        assert harms(Save(broken.Unsafe()), tmp_path, tally, of_power=True)

    def test_a_writer_that_says_nothing_of_a_full_disk(tmp_path: Path) -> None:
        store = broken.SwallowingStore()
        store.make(tmp_path)
        with watching(store, tmp_path) as watch, store.open(tmp_path) as opened:
            watch.no_room(2)
            opened.do(1)
            watch.room()
            assert harm_in(opened.found(), 1) == LOST

    def test_a_step_that_is_not_one_transaction_is_caught_between(tmp_path: Path, tally: Tally) -> None:
        def in_pieces(db: bind.Database) -> None:
            db.executescript(COLUMN)
            db.execute("COMMIT")
            db.execute("BEGIN")

        class InPieces(Migrate):
            def run(self, folder: Path, watch: object) -> None:
                with newer(first=in_pieces), self.store.open(folder) as opened:
                    opened.do(self.before + 1)

        places = [tmp_path / str(number) for number in range(3)]  # where it is struck is drawn by chance
        for place in places:
            place.mkdir()
        assert any(HALF in harms(InPieces(), place, tally) for place in places)
