"""One program at a time has a vault open, and a dead one keeps nobody out."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store.errors import AlreadyOpen
from vcse_desktop.store.lockfile import LockFile
from vcse_desktop.store.vault import open_vault

HOLD = """
import sys, pathlib
from vcse_desktop.store.errors import AlreadyOpen
from vcse_desktop.store.vault import open_vault
try:
    vault = open_vault(pathlib.Path(sys.argv[1]), sys.argv[2])
    print("open", flush=True)
    sys.stdin.read()
except AlreadyOpen:
    print("refused", flush=True)
"""


@contextmanager
def openers(root: Path, folder: Path, count: int) -> Iterator[list["subprocess.Popen[str]"]]:
    """Start programs that all want the vault; afterwards they are killed."""
    command = [sys.executable, "-c", HOLD, str(folder), PASSPHRASE]
    with ExitStack() as ends:
        children = []
        for _ in range(count):
            child = subprocess.Popen(
                command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            ends.enter_context(child)
            ends.callback(child.kill)
            children.append(child)
        yield children


def answer(child: "subprocess.Popen[str]") -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def test_of_twenty_starts_at_once_exactly_one_opens(root: Path, tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path)
    vault.lock()
    held: list[LockFile] = []

    def attempt(_: int) -> str:
        try:
            held.append(LockFile(tmp_path / "vault.lock"))
        except AlreadyOpen:
            return "refused"
        return "open"

    with openers(root, tmp_path, 4) as children:
        with ThreadPoolExecutor(16) as threads:
            answers = list(threads.map(attempt, range(16)))
        answers += [answer(child) for child in children]
    for lock in held:
        lock.release()
    assert sorted(answers) == ["open"] + ["refused"] * 19


def test_the_second_program_is_told_where_and_since_when_and_a_killed_one_lets_go(
    root: Path, tmp_path: Path
) -> None:
    vault, _ = make_vault(tmp_path)
    vault.lock()
    with openers(root, tmp_path, 1) as children:
        assert answer(children[0]) == "open"
        with pytest.raises(AlreadyOpen) as refused:
            open_vault(tmp_path, PASSPHRASE)
        said = (tmp_path / "vault.lock").read_text("utf-8").splitlines()
        assert [refused.value.values["computer"], refused.value.values["since"]] == said
        assert len(said[1]) == len("2026-11-21 18:30")
    with open_vault(tmp_path, PASSPHRASE) as opened:
        assert opened.verify() == []
