"""What a person at a terminal meets: Ctrl+C, pipes, full disks, other encodings."""

import errno
import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.commands import MAKE, Run, plainly
from tests.groups import make_group
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import importing, unlocking
from vcse_desktop.cli import main

ROWS = 50_000


@pytest.fixture
def vault(tmp_path: Path, run: Run) -> Path:
    """A vault of a group; its passphrase is in ``passphrase.txt`` beside it."""
    run("new", tmp_path / "vault", "--organisation", "Our group")
    return tmp_path / "vault"


def command(*words: object) -> list[str]:
    """Return the program's command line for a process of its own."""
    return [sys.executable, "-m", "vcse_desktop", *map(str, words)]


MAPPED = ("--kind", "session", "--map", "date=d", "--map", "activity=a")


def register(folder: Path, rows: int) -> Path:
    """Return a spreadsheet with this many rows."""
    file = folder / "many.csv"
    file.write_text("d,a\n" + "1/1/2026,Walk\n" * rows, "utf-8")
    return file


def sessions(vault: Path) -> int:
    """Return how many sessions a vault holds."""
    with unlocking.unlock(vault, PASSPHRASE) as opened:
        assert opened.verify() == []
        return len(opened.rows("session"))


if sys.platform != "win32":  # a test of the store stops a waiting thread on every system

    def test_what_was_under_way_is_not_kept_when_we_say_so(vault: Path, tmp_path: Path, root: Path) -> None:
        secret = tmp_path / "passphrase.txt"
        words = command("import", vault, register(tmp_path, ROWS), *MAPPED, "--passphrase-file", secret)
        before = 0
        for _ in range(3):  # a busy computer may be through with it before it hears of the stop
            with subprocess.Popen(words, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
                assert child.stdout is not None
                child.stdout.readline()  # what it is going to import
                time.sleep(0.1)
                child.send_signal(signal.SIGINT)
                _, said = child.communicate(timeout=60)
            if child.returncode != 0:
                break
            before = sessions(vault)
        assert child.returncode == 3, said
        assert b"was not kept" in said
        assert sessions(vault) == before


def test_what_was_saved_before_a_stop_is_said_to_be_there(
    vault: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = importing.carry_out

    def late(*words: Any, **options: Any) -> NoReturn:  # noqa: ANN401
        real(*words, **options)
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "carry_out", late)
    said = run("import", vault, register(tmp_path, 2), *MAPPED)
    assert said.status == 3
    assert "it was kept" in said.err
    assert "not kept" not in said.err
    assert sessions(vault) == 2


def test_a_pack_is_in_the_register_before_its_file_has_its_name(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_group(tmp_path / "example").lock()
    out = tmp_path / "packs" / "pack.zip"
    out.parent.mkdir()
    days = ("--from", "2024-01-01", "--to", "2024-03-31", "--for", "Our council")

    def killed(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("vcse_desktop.packs.making.moved", killed)
        said = run(*MAKE, tmp_path / "example", *days, "--out", out)
    assert (said.status, "it was kept" in said.err) == (3, True)
    assert list(out.parent.iterdir()) == []
    with unlocking.unlock(tmp_path / "example", PASSPHRASE) as opened:
        assert len(opened.rows("sent")) == 1
    monkeypatch.setattr("vcse_desktop.actions.packing._register", killed)
    assert run(*MAKE, tmp_path / "example", *days, "--out", out).status == 3
    assert list(out.parent.iterdir()) == []
    for wrong in (tmp_path / "passphrase.txt" / "x.zip", tmp_path / ("n" * 300)):
        said = run(*MAKE, tmp_path / "example", *days, "--out", wrong)
        assert (said.status, "could not be written" in said.err) == (3, True)


class Full(io.StringIO):
    """A stream on a full disk."""

    def write(self, _: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("stream", [Full(), None], ids=["full", "closed"])
def test_no_vault_is_made_whose_recovery_code_nobody_saw(
    tmp_path: Path, cheap_keys: None, monkeypatch: pytest.MonkeyPatch, stream: io.StringIO | None
) -> None:
    secret, errors = tmp_path / "secret.txt", io.StringIO()
    secret.write_text(PASSPHRASE, "utf-8")
    words = ("new", tmp_path / "vault", "--organisation", "Our group", "--passphrase-file", secret)
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", errors)
    assert main([str(word) for word in words]) == 3
    assert "could not be shown" in errors.getvalue()
    assert list(tmp_path.iterdir()) == [secret]


WIDE = "Cân ŵyr عربي"


def test_every_letter_can_be_printed_whatever_the_pipe_is_said_to_take(
    vault: Path, tmp_path: Path, run: Run, root: Path
) -> None:
    file = tmp_path / "wide.csv"
    file.write_text(f"d,a\n1/1/2026,{WIDE}\n", "utf-8")
    assert run("import", vault, file, *MAPPED).status == 0
    found = subprocess.run(
        command("find", vault, "ŵyr", "--passphrase-file", tmp_path / "passphrase.txt"),
        cwd=root,
        env=os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert WIDE in found.stdout.decode("utf-8")
    assert (found.returncode, found.stderr) == (0, b"")


STOPPED_AT_ONCE = """
import sys

class Stop:
    def find_spec(self, name, *_):
        if name == "vcse_desktop.cli":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Stop())
sys.argv = ["vcse-desktop", "--version"]
from vcse_desktop.__main__ import main
sys.exit(main())
"""


def test_a_stop_while_the_program_starts_is_told_in_one_sentence(root: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", STOPPED_AT_ONCE], cwd=root, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (3, "")
    assert ended.stderr == "Stopped before anything was done.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_passphrase_file_is_read_however_it_was_saved(vault: Path, tmp_path: Path, encoding: str) -> None:
    secret = tmp_path / "other.txt"
    secret.write_bytes(f"{PASSPHRASE}\r\n".encode(encoding))
    assert plainly("find", vault, "nothing", "--passphrase-file", secret).status == 0


def test_a_passphrase_file_that_is_no_text_is_said_to_be_none(vault: Path, tmp_path: Path) -> None:
    secret = tmp_path / "photo.jpg"
    for content in (b"\xff\xd8\xff", b"\xff\xfe\x00\xd8\x00"):
        secret.write_bytes(content)
        said = plainly("find", vault, "nothing", "--passphrase-file", secret)
        assert (said.status, "is no text" in said.err) == (3, True)


@pytest.mark.parametrize("inside", ["file", "file/folder"])
def test_a_profile_that_cannot_be_used_is_told_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    monkeypatch.setenv("VCSE_DESKTOP_HOME", str(tmp_path / inside))
    said = plainly("find", tmp_path, "nothing")
    assert (said.status, "own folder" in said.err) == (3, True)


def test_a_vault_with_a_name_that_the_disk_does_not_take(tmp_path: Path, run: Run) -> None:
    said = run("new", tmp_path / ("n" * 300), "--organisation", "Our group")
    assert said.status == 3
    assert "Nothing was changed" in said.err or "could not be read or written" in said.err
