"""A small file is replaced whole or stays as it was."""

import errno
from pathlib import Path

import pytest

from vcse_desktop.store import wholefile
from vcse_desktop.store.errors import CannotWrite, DiskFull, files_at_fault
from vcse_desktop.store.wholefile import write_whole


def test_a_file_is_made_and_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    for content in (b"one", b"", b"three" * 1000):
        write_whole(tmp_path / "a", content)
        assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a", content)]


def test_what_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(CannotWrite):
        write_whole(tmp_path / "a", b"x")
    with pytest.raises(CannotWrite):
        write_whole(tmp_path / "missing" / "a", b"x")
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize(("busy", "kept"), [(3, b"new"), (10**9, b"old")])
def test_a_file_that_a_scanner_holds_is_tried_again_for_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, busy: int, kept: bytes
) -> None:
    (tmp_path / "a").write_bytes(b"old")
    replace, left = Path.replace, [busy]

    def held(source: Path, target: Path) -> Path:
        left[0] -= 1
        if left[0] >= 0:
            raise PermissionError(errno.EACCES, "held")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(wholefile, "PATIENCE", 0.4)
    if kept == b"new":
        write_whole(tmp_path / "a", b"new")
    else:
        with pytest.raises(CannotWrite):
            write_whole(tmp_path / "a", b"new")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a", kept)]


def test_a_full_disk_has_words_of_its_own() -> None:
    with pytest.raises(DiskFull), files_at_fault():
        raise OSError(errno.ENOSPC, "full")
    with pytest.raises(CannotWrite), files_at_fault():
        raise OSError(errno.EIO, "broken")
