"""Whatever is being done, a kill or a power cut at any write leaves it undone or done, and nothing else.

The writes of a work are recorded and done again up to a random one; at a power cut what was not yet made safe
is there in part, in any order and in any sectors.
"""

import shutil
from pathlib import Path

import pytest

from tests.conftest import LONG
from tests.faults.disk import killed, power_cut, promised
from tests.faults.disk import laid as laid_out
from tests.faults.recording import HERE, Recording, recorded
from tests.faults.struck_works import WORKS
from tests.faults.tally import Tally
from tests.faults.works import Work

CUTS = 400 if LONG else 6

if HERE:

    @pytest.fixture(scope="module", params=WORKS.values(), ids=str)
    def work(request: pytest.FixtureRequest) -> Work:
        """Each work in turn."""
        made: Work = request.param
        return made

    @pytest.fixture(scope="module")
    def recording(work: Work, tmp_path_factory: pytest.TempPathFactory) -> Recording:
        """What it asked of the disk."""
        return recorded(work, tmp_path_factory.mktemp("recorded") / "made")

    def test_what_was_recorded_is_what_reached_the_disk(recording: Recording) -> None:
        assert len(recording.ops) > 10
        assert killed(recording.start, recording.ops, len(recording.ops)) == recording.end

    def test_a_kill_at_any_write(work: Work, recording: Recording, tmp_path: Path, tally: Tally) -> None:
        for number in range(int(CUTS * work.share)):
            at = tally.chance.randrange(len(recording.ops))
            part = tally.chance.choice((0, tally.chance.randrange(1, 4096)))
            folder = laid_out(killed(recording.start, recording.ops, at, part), tmp_path / str(number))
            harm = work.harm(folder, promised(recording.ops, at))
            tally.tried(work.store.name, "kills at a write")
            tally.harm(
                work.store.name, harm, f"{work}, write {at} of {len(recording.ops)}, {part} bytes of it"
            )
            shutil.rmtree(folder)

    def test_a_power_cut_at_any_write(work: Work, recording: Recording, tmp_path: Path, tally: Tally) -> None:
        for number in range(int(CUTS * work.share)):
            at = tally.chance.randrange(len(recording.ops) + 1)
            files = power_cut(recording.start, recording.ops, at, tally.chance)
            folder = laid_out(files, tmp_path / str(number))
            harm = work.harm(folder, promised(recording.ops, at))
            tally.tried(work.store.name, "power cuts")
            tally.harm(work.store.name, harm, f"{work}, number {number}, write {at} of {len(recording.ops)}")
            shutil.rmtree(folder)
