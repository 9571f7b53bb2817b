"""A check in another process answers as one here does, and leaves Ctrl+C to who was started by a person."""

import signal
from pathlib import Path

from tests.packs.example import pack
from vcse_desktop.packs import apart
from vcse_desktop.packs.checking import check


def test_ctrl_c_is_left_to_who_was_started_by_a_person(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    try:
        apart.begin()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
    answer = apart.look_at(tmp_path / "nowhere.zip")
    assert isinstance(answer, tuple)
    assert answer[0] == "The file cannot be read"


def test_it_answers_what_a_check_answers(tmp_path: Path) -> None:
    file = tmp_path / "pack.zip"
    file.write_bytes(pack().data)
    assert apart.look_at(file) == check(file)
